"""What a packet of one case has beside its records: a page for anyone who opens it, words as they were told, files, papers,
history.

Words, files and papers are in it only if everybody who is named in the case permits it for the purpose, and nobody had to
promise not to disclose; else the lists say that there are some, with the hashes by which each can be known again. Who told
it, which member did what, notes and numbers to ring are in no packet. A kept file is compared with the hash that it had when
it came: one that differs is a flaw.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.exports.export import NamedFile
from bot.exports.table_files import csv_cell
from core.exporting.exported_case import report_id
from core.exporting.scope import ExportScope
from core.fluent_words import Words
from core.model import LANGUAGES, Case, Entry
from core.records.papers import Paper, PaperState
from core.sent_files import file_name, is_ours
from handlers.cards.words_and_files import CaseFile, sent_files
from handlers.papers.paper_making import make_again
from storage.errors import StorageError
from storage.folder import Folder
from storage.transaction import Transaction

README = "README.txt"
WORDS = ("words", "file")  # kinds of entries: a caption may stand with a file
FILES = ("name", "source", "kind", "received_at", "bytes", "sha256", "enclosed")
PAPERS = ("name", "number", "kind", "language", "made_at", "sha256", "as_made", "enclosed")


class Packet(Struct, frozen=True):
    """What was read; the files themselves are opened again when they are written. ``flaws``: what is not as it came, in
    sentences.
    """

    code: str
    words: Words
    flaws: Sequence[str]
    scope: ExportScope
    entries: Sequence[Entry]
    files: Sequence[CaseFile]
    papers: Sequence[tuple[Paper, bytes]]
    history: Sequence[Sequence[object]]
    folder: Folder | None
    zone: ZoneInfo

    def time(self, moment: datetime | None) -> str:
        """As it stands in the lists."""
        return _time(moment, self.zone) if moment is not None else ""


async def read_packet(
    tx: Transaction, case: Case, scope: ExportScope, zone: ZoneInfo, words: Words
) -> Packet:
    """Of a case, as of now; times are those of the organisation's zone, as in the tables."""
    links = [link for link in await tx.links.by(case_id=case.id) if link.lives(scope.as_of)]
    entries = [entry for link in links for entry in await tx.entries.by(report_id=link.report_id)]
    entries.sort(key=lambda entry: (entry.at, entry.id))
    papers = []
    for paper in await tx.papers.by(case_id=case.id):
        template = await tx.paper_templates.get(paper.template)
        if paper.state is PaperState.MADE and template is not None:
            papers.append((paper, template.content))
    history = [
        (number, _time(line.at, zone), str(line.kind), "member" if line.actor_id else "bot or reporter",
         line.previous.hex(), line.hash.hex())
        for number, line in enumerate(await tx.timeline.by(case_id=case.id), 1)
    ]  # fmt: skip
    files = await sent_files(tx, entries)
    flaws = [
        words.say("en", "packet-file-changed", code=case.code, name=_name(sent, number))
        for number, sent in enumerate(files, 1)
        if _is_changed(tx.folder, sent)
    ]
    return Packet(case.code, words, flaws, scope, entries, files, papers, history, tx.folder, zone)


def packet_files(packet: Packet, *, may_tell: bool) -> Iterator[NamedFile]:
    """What is written, file by file."""
    pages = (packet.words.say(language, "packet-readme", code=packet.code) for language in LANGUAGES)
    yield README, [("\n\n".join(pages) + "\n").encode()]
    if may_tell:
        yield "words.csv", _table(("at", "source", "corrects", "words"), _words(packet))
    rows = []
    for number, sent in enumerate(packet.files, 1):
        row = sent.row
        name = _name(sent, number)
        content = _content(packet.folder, sent) if may_tell else None
        if content is not None:
            yield f"files/{name}", [content]
        digest = row.about.get("sha256", "") if row is not None else ""
        received = row.received_at if row is not None else sent.entry.at
        size = row.size if row is not None else None
        source, enclosed = report_id(sent.entry.report_id), _yes(content is not None)
        rows.append((name, source, sent.file.kind.value, packet.time(received), size, digest, enclosed))
    yield "files.csv", _table(FILES, rows)
    made = []
    for number, (paper, template) in enumerate(packet.papers, 1):
        name = f"{paper.kind}-{number}-{paper.language}.docx"
        document = make_again(paper, template).content
        digest = hashlib.sha256(document).hexdigest()
        if may_tell:
            yield f"papers/{name}", [document]
        at = packet.time(paper.made_at)
        same, enclosed = _yes(digest == paper.file_hash), _yes(may_tell)
        made.append((name, paper.number, paper.kind, paper.language, at, paper.file_hash, same, enclosed))
    yield "papers.csv", _table(PAPERS, made)
    yield "history.csv", _table(("number", "at", "kind", "who", "previous", "hash"), packet.history)


def _words(packet: Packet) -> Iterator[Sequence[object]]:
    for entry in packet.entries:
        text = str(entry.payload.get("text") or "")
        if entry.kind in WORDS and text:
            yield (
                packet.time(entry.at),
                report_id(entry.report_id),
                _yes(entry.corrects is not None),
                csv_cell(text),
            )


def _name(sent: CaseFile, number: int) -> str:
    return file_name(sent.file.kind, sent.row.about.get("mime") if sent.row is not None else None, number)


def _is_changed(folder: Folder | None, sent: CaseFile) -> bool:
    """Whether we keep it, and what stands on the disk is not what came."""
    if sent.row is None or folder is None or not is_ours(sent.row):
        return False
    content = _content(folder, sent)
    return content is None or hashlib.sha256(content).hexdigest() != sent.row.about.get("sha256")


def _content(folder: Folder | None, sent: CaseFile) -> bytes | None:
    """What we keep of it; None where that cannot be opened."""
    row = sent.row
    if row is None or folder is None or not is_ours(row):
        return None
    try:
        return folder.read(row.id, row.key)
    except (StorageError, OSError):
        return None


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([head, *rows])
    yield text.getvalue().encode("utf-8", "replace")


def _time(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="seconds")


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
