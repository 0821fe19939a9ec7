"""What a packet of one case has beside its records: what was told word for word, files, papers, history.

Words, files and papers are in it only if everybody who is named in the case permits it for the purpose, and nobody had to
promise not to disclose; else the lists say that there are some, with the hashes by which each can be known again. Who told
it, which member did what, notes and numbers to ring are in no packet.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from bot.exports.export import NamedFile
from bot.exports.table_files import csv_cell
from core.exporting.exported_case import report_id
from core.exporting.scope import ExportScope
from core.model import Case, Entry
from core.records.papers import Paper, PaperState
from core.sent_files import file_name, is_ours
from handlers.cards.words_and_files import CaseFile, sent_files
from handlers.papers.paper_making import make_again
from storage.folder import Folder
from storage.transaction import Transaction

WORDS = ("words", "file")  # kinds of entries: a caption may stand with a file
FILES = ("name", "source", "kind", "received_at", "bytes", "sha256", "enclosed")
PAPERS = ("name", "kind", "language", "made_at", "sha256", "as_made", "enclosed")


class Packet(Struct, frozen=True):
    """What was read; the files themselves are opened when they are written."""

    scope: ExportScope
    entries: Sequence[Entry]
    files: Sequence[CaseFile]
    papers: Sequence[tuple[Paper, bytes]]
    history: Sequence[Sequence[object]]
    folder: Folder | None


async def read_packet(tx: Transaction, case: Case, scope: ExportScope) -> Packet:
    """Of a case, as of now."""
    links = [link for link in await tx.links.by(case_id=case.id) if link.lives(scope.as_of)]
    entries = [entry for link in links for entry in await tx.entries.by(report_id=link.report_id)]
    entries.sort(key=lambda entry: (entry.at, entry.id))
    papers = []
    for paper in await tx.papers.by(case_id=case.id):
        template = await tx.paper_templates.get(paper.template)
        if paper.state is PaperState.MADE and template is not None:
            papers.append((paper, template.content))
    history = [
        (number, _utc(line.at), str(line.kind), "member" if line.actor_id else "bot or reporter",
         line.previous.hex(), line.hash.hex())
        for number, line in enumerate(await tx.timeline.by(case_id=case.id), 1)
    ]  # fmt: skip
    return Packet(scope, entries, await sent_files(tx, entries), papers, history, tx.folder)


def packet_files(packet: Packet, *, may_tell: bool) -> Iterator[NamedFile]:
    """What is written, file by file."""
    if may_tell:
        yield "words.csv", _table(("at", "source", "corrects", "words"), _words(packet))
    rows = []
    for number, sent in enumerate(packet.files, 1):
        row = sent.row
        name = file_name(sent.file.kind, row.about.get("mime") if row is not None else None, number)
        content = _content(packet, sent) if may_tell else None
        if content is not None:
            yield f"files/{name}", [content]
        digest = row.about.get("sha256", "") if row is not None else ""
        received = row.received_at if row is not None else sent.entry.at
        size = row.size if row is not None else None
        source, enclosed = report_id(sent.entry.report_id), _yes(content is not None)
        rows.append((name, source, sent.file.kind.value, _utc(received), size, digest, enclosed))
    yield "files.csv", _table(FILES, rows)
    made = []
    for number, (paper, template) in enumerate(packet.papers, 1):
        name = f"{paper.kind}-{number}-{paper.language}.docx"
        document = make_again(paper, template).content
        digest = hashlib.sha256(document).hexdigest()
        if may_tell:
            yield f"papers/{name}", [document]
        at = _utc(paper.made_at) if paper.made_at is not None else ""
        same, enclosed = _yes(digest == paper.file_hash), _yes(may_tell)
        made.append((name, paper.kind, paper.language, at, paper.file_hash, same, enclosed))
    yield "papers.csv", _table(PAPERS, made)
    yield "history.csv", _table(("number", "at", "kind", "who", "previous", "hash"), packet.history)


def _words(packet: Packet) -> Iterator[Sequence[object]]:
    for entry in packet.entries:
        text = str(entry.payload.get("text") or "")
        if entry.kind in WORDS and text:
            yield _utc(entry.at), report_id(entry.report_id), _yes(entry.corrects is not None), csv_cell(text)


def _content(packet: Packet, sent: CaseFile) -> bytes | None:
    row = sent.row
    if row is None or packet.folder is None or not is_ours(row):
        return None
    return packet.folder.read(row.id, row.key)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([head, *rows])
    yield text.getvalue().encode("utf-8", "replace")


def _utc(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
