"""The files of a case: each once, however often it was sent; what a card says of them, and what stands below each.

Which files of a case its readers may get: who has it all of them; a coordinator what was spoken, as all words.

The notes of members in a case, oldest first: for those who see it whole.

What was said in the reports of a case: all of it, or what a card has room for.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.casework.case_view import CaseView
from core.casework.ownership import has_case
from core.conversation.input import SPOKEN
from core.folding import clean_text, inert_line
from core.incoming import File, FileKind
from core.model import Address, Case, Entry, Member
from core.presentation import utf16_length
from core.sent_files import MEGABYTE, FileState, SentFile, is_ours
from handlers.cards import case_lines
from handlers.cards.case_lines import local_time
from handlers.cards.fact_lines import shorten
from handlers.outbox import sending
from handlers.service import Service
from storage.transaction import Transaction

NAME_SHOWN = 60  # characters of the name that its sender gave


class CaseFile(Struct, frozen=True):
    """A file that was sent, as the messenger keeps it; ``row``: unless it came before files were kept."""

    file: File
    row: SentFile | None
    entry: Entry


async def sent_files(tx: Transaction, entries: Sequence[Entry]) -> list[CaseFile]:
    """The files of these entries, in their order, equal ones once."""
    having = [entry for entry in entries if entry.payload.get("file")]
    await tx.files.prefetch("id", [entry.file_id for entry in having if entry.file_id is not None])
    found: dict[object, CaseFile] = {}
    for entry in having:
        row = await tx.files.get(entry.file_id) if entry.file_id is not None else None
        given = entry.payload["file"]
        duration, number = (
            (row.about["duration"], row.about["id"]) if row is not None else (None, given["id"])
        )
        file = File(FileKind(given["kind"]), number, duration=duration)
        same = entry.id if row is None else row.digest or row.id
        found.setdefault(same, CaseFile(file, row, entry))
    return list(found.values())


async def why_unavailable(
    tx: Transaction, service: Service, sent: CaseFile, reader: Address, language: str
) -> str:
    """Why it cannot be handed out there, in words; empty if it can."""
    say = service.words.say
    sent_by = sent.row or await tx.reports.get(sent.entry.report_id)
    sender = sent_by.address_id if sent_by is not None else None
    if await sending.same_messenger(tx, sender, reader.id):
        return ""
    if sent.row is None or not is_ours(sent.row):
        return say(language, "file-elsewhere")
    most = service.abilities[reader.messenger].sends
    over = (sent.row.size or 0) > most
    return say(language, "file-over", megabytes=f"{most // MEGABYTE}") if over else ""


async def file_lines(tx: Transaction, service: Service, language: str, entries: Sequence[Entry]) -> list[str]:
    """What was sent, by its kinds, and what of it is not with us; nothing where there is nothing."""
    found = await sent_files(tx, entries)
    kinds = Counter(_kind_words(service, language, sent) for sent in found if not _stays_away(sent))
    said = [kind if count == 1 else f"{kind} × {count}" for kind, count in kinds.items()]
    said += [
        f"{_kind_words(service, language, sent)} ({service.words.say(language, 'file-not-fetched')})"
        for sent in found
        if _stays_away(sent)
    ]
    return [service.words.say(language, "case-files", files=", ".join(said))] if said else []


def file_caption(service: Service, language: str, zone: ZoneInfo, number: int, sent: CaseFile) -> str:
    """Which file it is, when it was received, how large it is, and the hash of its bytes as we have them."""
    say = service.words.say
    at = sent.row.received_at if sent.row is not None else sent.entry.at
    received = say(language, "file-received", time=local_time(at, zone, service.zone))
    lines = [f"{number} · {_kind_words(service, language, sent)} · {received}"]
    if sent.row is not None:
        if name := clean_text(str(sent.row.about.get("name") or "")).strip():
            lines.append(f"«{inert_line(name[:NAME_SHOWN])}»")
        if sent.row.size is not None:
            lines.append(_size_words(service, language, sent.row.size))
        if digest := sent.row.about.get("sha256"):
            lines.append(f"SHA-256 {digest}")
    if "member" in sent.entry.payload:
        lines.append(say(language, "file-of-member"))
    if _stays_away(sent):
        lines.append(say(language, "file-not-ours"))
    return "\n".join(lines)


def _stays_away(sent: CaseFile) -> bool:
    return sent.row is not None and sent.row.state is FileState.LEFT


def _kind_words(service: Service, language: str, sent: CaseFile) -> str:
    return service.words.say(language, f"file-{sent.file.kind.value.replace('_', '-')}")


def _size_words(service: Service, language: str, size: int) -> str:
    """Megabytes; what is smaller than a tenth of one, in kilobytes."""
    if size < MEGABYTE / 10:
        return service.words.say(language, "file-kilobytes", size=f"{-(-size // 1024)}")
    return service.words.say(language, "file-megabytes", size=f"{size / MEGABYTE:.1f}")


def files_for_reader(reader: Member, case: Case, entries: Iterable[Entry]) -> list[Entry]:
    """Those of the entries whose file may be sent to this reader."""
    files = [entry for entry in entries if entry.payload.get("file")]
    if has_case(case, reader.id):
        return files
    return [entry for entry in files if entry.payload["file"]["kind"] in SPOKEN]


NOTES_SHOWN = 600  # UTF-16 units on the card


async def note_lines(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView, limit: int | None = None
) -> list[str]:
    """Each with its time and who wrote it, until that is forgotten; beyond ``limit`` units the oldest are left out, the
    newest is cut.
    """
    zone = case_lines.zone_of(service, case)
    lines = []
    for fact in view.history("note"):
        member = await tx.members.get(fact.claim.source_id)
        name = member.name if member is not None else ""
        at = case_lines.local_time(fact.claim.noted_at, zone, service.zone)
        lines.append(f"{' '.join(filter(None, (at, name)))}: «{inert_line(str(fact.value))}»")
    while limit is not None and len(lines) > 1 and sum(map(utf16_length, lines)) > limit:
        lines.pop(0)
    if limit is not None and lines:
        lines[0] = shorten(lines[0], limit)
    return ["", service.words.say(language, "case-notes"), *lines] if lines else []


LATELY = 100  # messages of a report that a card looks at


async def all_entries(tx: Transaction, case: Case) -> list[Entry]:
    """Everything said in the reports of a case."""
    return [
        entry
        for report in await tx.reports.by(case_id=case.id)
        for entry in await tx.entries.by(report_id=report.id)
    ]


async def recent_entries(tx: Transaction, case: Case) -> tuple[list[Entry], Counter[str]]:
    """What a card has room for of what was said; and how much there is of each kind in all."""
    found: list[Entry] = []
    kinds: Counter[str] = Counter()
    for report in await tx.reports.by(case_id=case.id):
        found += await tx.entries.newest(LATELY, report_id=report.id)
        kinds += await tx.entries.tally("kind", report_id=report.id)
    return found, kinds


async def count_files(tx: Transaction, case: Case) -> int:
    """How many files were sent, equal ones counted once."""
    rows: Counter[int | None] = Counter()
    for report in await tx.reports.by(case_id=case.id):
        rows += await tx.entries.tally("file_id", report_id=report.id, kind="file")
    return len(rows.keys() - {None}) + rows[None]
