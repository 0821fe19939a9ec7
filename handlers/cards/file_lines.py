"""The files of a case: each once, however often it was sent; what a card says of them, and what stands below each."""

from collections import Counter
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.core.folding import clean, inert
from bot.core.incoming import File, FileKind
from bot.core.keeping import MEGABYTE, FileState, SentFile, is_ours
from bot.core.model import Address, Entry
from handlers.cards.case_lines import local
from handlers.outbox import at_hand
from handlers.service import Service
from storage.transaction import Transaction

NAME = 60  # characters of the name that its sender gave


class Sent(Struct, frozen=True):
    """A file that was sent, as the messenger keeps it; ``row``: unless it came before files were kept."""

    file: File
    row: SentFile | None
    entry: Entry


async def sent(tx: Transaction, entries: Sequence[Entry]) -> list[Sent]:
    """The files of these entries, in their order, equal ones once."""
    having = [entry for entry in entries if entry.payload.get("file")]
    await tx.files.prefetch("id", [entry.file_id for entry in having if entry.file_id is not None])
    found: dict[object, Sent] = {}
    for entry in having:
        row = await tx.files.get(entry.file_id) if entry.file_id is not None else None
        given = entry.payload["file"]
        duration, number = (
            (row.about["duration"], row.about["id"]) if row is not None else (None, given["id"])
        )
        file = File(FileKind(given["kind"]), number, duration=duration)
        same = entry.id if row is None else row.digest or row.id
        found.setdefault(same, Sent(file, row, entry))
    return list(found.values())


async def why_not(tx: Transaction, service: Service, one: Sent, reader: Address, language: str) -> str:
    """Why it cannot be handed out there, in words; empty if it can."""
    say = service.words.say
    sent_by = one.row or await tx.reports.get(one.entry.report_id)
    sender = sent_by.address_id if sent_by is not None else None
    if await at_hand.same_messenger(tx, sender, reader.id):
        return ""
    if one.row is None or not is_ours(one.row):
        return say(language, "file-elsewhere")
    most = service.abilities[reader.messenger].sends
    over = (one.row.size or 0) > most
    return say(language, "file-over", megabytes=f"{most // MEGABYTE}") if over else ""


async def line(tx: Transaction, service: Service, language: str, entries: Sequence[Entry]) -> list[str]:
    """What was sent, by its kinds, and what of it is not with us; nothing where there is nothing."""
    found = await sent(tx, entries)
    kinds = Counter(_kind(service, language, one) for one in found if not _left(one))
    said = [kind if count == 1 else f"{kind} × {count}" for kind, count in kinds.items()]
    said += [
        f"{_kind(service, language, one)} ({service.words.say(language, 'file-not-fetched')})"
        for one in found
        if _left(one)
    ]
    return [service.words.say(language, "case-files", files=", ".join(said))] if said else []


def caption(service: Service, language: str, zone: ZoneInfo, number: int, one: Sent) -> str:
    """Which file it is, when it was received, how large it is, and the hash of its bytes as we have them."""
    say = service.words.say
    at = one.row.received_at if one.row is not None else one.entry.at
    received = say(language, "file-received", time=local(at, zone, service.zone))
    lines = [f"{number} · {_kind(service, language, one)} · {received}"]
    if one.row is not None:
        if name := clean(str(one.row.about.get("name") or "")).strip():
            lines.append(f"«{inert(name[:NAME])}»")
        if one.row.size is not None:
            lines.append(_size(service, language, one.row.size))
        if digest := one.row.about.get("sha256"):
            lines.append(f"SHA-256 {digest}")
    if "member" in one.entry.payload:
        lines.append(say(language, "file-of-member"))
    if _left(one):
        lines.append(say(language, "file-not-ours"))
    return "\n".join(lines)


def _left(one: Sent) -> bool:
    return one.row is not None and one.row.state is FileState.LEFT


def _kind(service: Service, language: str, one: Sent) -> str:
    return service.words.say(language, f"file-{one.file.kind.value.replace('_', '-')}")


def _size(service: Service, language: str, size: int) -> str:
    """Megabytes; what is smaller than a tenth of one, in kilobytes."""
    if size < MEGABYTE / 10:
        return service.words.say(language, "file-kilobytes", size=f"{-(-size // 1024)}")
    return service.words.say(language, "file-megabytes", size=f"{size / MEGABYTE:.1f}")
