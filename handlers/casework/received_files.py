"""What became of a file that somebody sent: it is kept, or it stays with the messenger, and then they are told why."""

from datetime import timedelta

from msgspec.structs import replace

from core.presentation import Presentation
from core.sent_files import MEGABYTE, PER_PERSON, FileState, NotFetchedReason, SentFile
from core.traffic import Lane
from handlers.cards import live_cards, words_and_files
from handlers.cards.card_lines import CardReading
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.readers import language_of
from handlers.service import Service
from storage import files
from storage.folder import Kept
from storage.transaction import Transaction

TOLD = timedelta(
    hours=1
)  # for so long somebody who sends more than is kept of one person is taken to know it


async def on_kept(tx: Transaction, service: Service, file: SentFile, kept: Kept) -> None:
    """It is in the folder, whole. What the case has already is kept once: the entries have that one from now on."""
    mine, digest = await _cases_with(tx, file), tx.keyed_hash("file", kept.sha256)
    about = {**file.about, "sha256": kept.sha256}
    twin = await files.find_same_bytes(tx, digest, mine)
    if twin is not None:
        for entry in await tx.entries.by(file_id=file.id):
            tx.entries.put(replace(entry, file_id=twin.id))
        tx.files.put(replace(file, state=FileState.UNWANTED))
    else:
        tx.files.put(
            replace(file, state=FileState.KEPT, about=about, size=kept.size, digest=digest, not_before=None)
        )
    await _redraw(tx, mine)


async def on_left(tx: Transaction, service: Service, file: SentFile, why: NotFetchedReason) -> None:
    """It stays with the messenger. The sender is told, unless that was done when it came."""
    tx.files.put(replace(file, state=FileState.LEFT, why=why, not_before=None))
    await _redraw(tx, await _cases_with(tx, file))
    address = await tx.addresses.get(file.address_id)
    if address is None or why is NotFetchedReason.GONE:
        return
    largest = service.abilities[address.messenger].file
    told_when_it_came = why is NotFetchedReason.TOO_BIG and file.size is not None and file.size > largest
    told_before = why is NotFetchedReason.TOO_MUCH and await files.left_since(
        tx, file, why, file.received_at - TOLD
    )
    if not addresses.is_muted(address, tx.now) and not told_when_it_came and not told_before:
        language = await language_of(tx, service, address.id)
        most = largest if why is NotFetchedReason.TOO_BIG else PER_PERSON
        text = service.words.say(language, f"file-{why.value}", megabytes=most // MEGABYTE)
        sending.send_message(
            tx, service, address.id, Presentation(text), Lane.REPLY, topic=f"file-{why.value}"
        )


async def file_lines(reading: CardReading) -> list[str]:
    """Which files the card of the case has, and what of them is not with us."""
    if not reading.kinds["file"]:
        return []
    return await words_and_files.file_lines(reading.tx, reading.service, reading.language, reading.entries)


async def _cases_with(tx: Transaction, file: SentFile) -> set[int]:
    """The cases in which it was sent, and of what has none the reports: no two rows have one number."""
    entries = await tx.entries.by(file_id=file.id)
    found = [await tx.reports.get(entry.report_id) for entry in entries]
    return {report.case_id or report.id for report in found if report is not None}


async def _redraw(tx: Transaction, whose: set[int]) -> None:
    """The cards of these cases are drawn again."""
    for number in sorted(whose):
        await live_cards.touch_case(tx, number)
