"""What became of a file that somebody sent: it is kept, or it stays with the messenger, and then they are told why."""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.keeping import MEGABYTE, PER_PERSON, FileState, Left, SentFile
from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from handlers.cards import tracking
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.readers import language_of
from handlers.service import Service
from storage import files
from storage.folder import Kept
from storage.transaction import Transaction

TOLD = timedelta(hours=1)  # so long whoever sends more than is kept of one person knows it


async def on_kept(tx: Transaction, service: Service, file: SentFile, kept: Kept) -> None:
    """It is in the folder, whole. What the case has already is kept once: the entries have that one from now on."""
    mine, digest = await _whose(tx, file), tx.keyed_hash("file", kept.sha256)
    about = {**file.about, "sha256": kept.sha256}
    twin = await files.twin(tx, digest, mine)
    if twin is not None:
        for entry in await tx.entries.by(file_id=file.id):
            tx.entries.put(replace(entry, file_id=twin.id))
        tx.files.put(replace(file, state=FileState.UNWANTED))
    else:
        tx.files.put(
            replace(file, state=FileState.KEPT, about=about, size=kept.size, digest=digest, not_before=None)
        )
    await _show(tx, mine)


async def on_left(tx: Transaction, service: Service, file: SentFile, why: Left) -> None:
    """It stays with the messenger. Whoever sent it is told, unless they were when it came."""
    tx.files.put(replace(file, state=FileState.LEFT, why=why, not_before=None))
    await _show(tx, await _whose(tx, file))
    address = await tx.addresses.get(file.address_id)
    if address is None or why is Left.GONE:
        return
    largest = service.abilities[address.messenger].file
    told_when_it_came = why is Left.TOO_BIG and file.size is not None and file.size > largest
    told_before = why is Left.TOO_MUCH and await files.left_since(tx, file, why, file.received_at - TOLD)
    if not addresses.is_muted(address, tx.now) and not told_when_it_came and not told_before:
        language = await language_of(tx, service, address.id)
        most = largest if why is Left.TOO_BIG else PER_PERSON
        text = service.words.say(language, f"file-{why.value}", megabytes=most // MEGABYTE)
        sending.message(tx, service, address.id, Presentation(text), Lane.REPLY, topic=f"file-{why.value}")


async def _whose(tx: Transaction, file: SentFile) -> set[int]:
    """The cases in which it was sent, and of what has none the reports: no two rows have one number."""
    entries = await tx.entries.by(file_id=file.id)
    found = [await tx.reports.get(entry.report_id) for entry in entries]
    return {report.case_id or report.id for report in found if report is not None}


async def _show(tx: Transaction, whose: set[int]) -> None:
    """The cards of these cases are drawn anew."""
    for number in sorted(whose):
        await tracking.touch_case(tx, number)
