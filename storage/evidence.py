"""What is said of cases is as the program wrote it: every row that an export shows is hashed into a line, by a key.

All that a transaction writes of a case, a report that feeds one, a kept file, a letter or an incident (its *owner*) becomes
one line of that owner at the commit: of each row two keyed hashes, of what is open in it and of what is sealed. Lines are
only ever appended, each with a keyed hash over itself and the line before. So a row that was changed, added or deleted by
hand is found, and a line that was; if lines are cut off at an end, there are fewer than were written
(storage.sqlite_notes), and the line of their day does not fit any more (storage.day_lines).

A report has lines from the moment on when it feeds a case: of words that are no case nothing is exported.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import select

from core.model import EvidenceLine
from core.records.papers import PaperState
from core.sent_files import FileState
from storage import layout, schema
from storage.bulk_reading import plain_among
from storage.layout import COVERED, Layout, Plain
from storage.transaction import Transaction

START = b""
HASH = 16  # bytes
KEY = 9  # number of the table, id of the row
ROW = KEY + 2 * HASH
GONE = bytes(2 * HASH)  # in place of the hashes of a row that is there no more
UNREAD = bytes(HASH)  # in place of the hash of what was not opened
AT_ONCE = 2_000  # owners


class Covered(Struct, frozen=True):
    """How rows of a table are covered. ``owner``: the column that names it, or the other if that is empty;
    ``told``: the columns that are hashed, all if none is named; ``when``: whether a row is covered yet.
    """

    owner: tuple[str, ...]
    told: tuple[str, ...] = ()
    when: Callable[[Sequence[Any]], bool] = lambda plain: True


RULES: Mapping[Layout[Any], Covered] = {
    layout.CASES: Covered(("id",), ("code", "opened_at")),
    layout.REPORTS: Covered(("id",), ("created_at", "language", "opened_at", "told_to")),
    layout.CLAIMS: Covered(("report_id", "case_id")),
    layout.LINKS: Covered(("case_id",)),
    layout.ENTRIES: Covered(("report_id",)),
    layout.INCIDENTS: Covered(("id",)),
    layout.INCIDENT_LINKS: Covered(("case_id",)),
    # Not its key, by which its bytes are opened: what it opens is hashed.
    layout.FILES: Covered(
        ("id",),
        ("kind", "received_at", "about", "size", "digest"),
        lambda plain: plain[layout.FILES.names.index("state")] == FileState.KEPT,
    ),
    # Not its facts, which the hash of the document follows from. A letter of many cases has lines of its own.
    layout.PAPERS: Covered(
        ("case_id", "id"),
        ("kind", "language", "number", "made_at", "template", "facts_hash", "file_hash"),
        lambda plain: plain[layout.PAPERS.names.index("state")] == PaperState.MADE,
    ),
}
BEGINNINGS = (
    layout.CASES,
    layout.INCIDENTS,
    layout.FILES,
    layout.PAPERS,
)  # with a row of these the lines of an owner begin


class Columns:
    """Where things stand in the plain values of a table."""

    def __init__(self, table: Layout[Any], number: int) -> None:
        rule = RULES[table]
        told = [at for at, name in enumerate(table.names) if name in (rule.told or table.names)]
        sealed = [at for at in told if at in table.sealed_at]
        assert len(sealed) <= 1
        self.number = bytes((number,))
        self.key = table.key_at
        self.owner = [table.names.index(name) for name in rule.owner]
        self.open: Callable[[Sequence[Any]], tuple[Any, ...]] = itemgetter(
            *(at for at in told if at not in sealed)
        )
        self.sealed = sealed[0] if sealed else None
        self.when = rule.when


OF_TABLE = {table: Columns(table, number) for number, table in enumerate(COVERED)}
Owned = dict[int, dict[bytes, bytes]]  # the rows of each owner, by table and id, and their hashes


class EvidenceFlaw(Struct, frozen=True):
    """What is not as the program wrote it. ``what``: rows of a ``table`` are changed, missing, added or uncovered; lines are
    the table "evidence". ``code``: of the case; empty: an incident, a file, or a case that is gone.
    """

    code: str
    what: str
    table: str
    count: int


class Hasher:
    """The hashes of rows, by the key of one database."""

    def __init__(self, tx: Transaction) -> None:
        self._key = tx.keyed_hash("evidence of rows", "")

    def row(self, columns: Columns, plain: Sequence[Any], *, opened: bool = True) -> tuple[bytes, bytes]:
        """Key and hashes of a row. ``opened``: its sealed values are known."""
        key = columns.number + plain[columns.key].to_bytes(8)
        told = [
            value if value.__class__ in AS_IT_IS else _hashed_form(value) for value in columns.open(plain)
        ]
        known = blake2b(b"%bo%b" % (key, repr(told).encode()), key=self._key, digest_size=HASH).digest()
        if columns.sealed is None or not opened:
            return key, known + UNREAD
        sealed = b"%bs%b" % (key, plain[columns.sealed])
        return key, known + blake2b(sealed, key=self._key, digest_size=HASH).digest()


AS_IT_IS = (str, int, type(None), bytes)


def _hashed_form(value: Any) -> Any:
    """The same from every database, and however it was given."""
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, str):  # of an enum
        return str(value)
    return int(value) if isinstance(value, bool) or value == int(value) else value


# --- writing


async def cover(tx: Transaction) -> None:
    """Add the lines of what this transaction has written; to be called when all of it is flushed."""
    hasher, found, begun = Hasher(tx), defaultdict[int, list[bytes]](list), set[int]()
    for (table, _), (before, after) in tx.recorded.items():
        was, now = _packed(hasher, table, before), _packed(hasher, table, after)
        if was != now:
            owner = _owner(OF_TABLE[table], after or before or ())
            found[owner].append(now or was[:KEY] + GONE)
            if table in BEGINNINGS and not was:
                begun.add(owner)
    links = [after for (table, _), (_, after) in tx.recorded.items() if table is layout.LINKS and after]
    told = {layout.LINKS.row(link).report_id for link in links}
    tx.recorded.clear()
    await tx.evidence.prefetch("owner_id", found.keys() | told)
    for report in sorted(told):
        if not await tx.evidence.newest(1, owner_id=report):
            begun.add(report)
            found[report] = [_packed(hasher, table, plain) for table, plain in await _of_report(tx, report)]
    for owner, rows in found.items():
        last = await tx.evidence.newest(1, owner_id=owner)
        if last or owner in begun:  # else a report that is no case yet
            line = EvidenceLine(
                tx.new_id(), owner, tx.now, b"".join(rows), last[0].hash if last else START, b""
            )
            tx.evidence.add(replace(line, hash=_line_hash(tx, line)))
            tx.new_lines += 1


def _packed(hasher: Hasher, table: Layout[Any], plain: Plain | None) -> bytes:
    """Key and hashes; nothing of a row that is not there, or not covered yet."""
    columns = OF_TABLE[table]
    return b"" if plain is None or not columns.when(plain) else b"".join(hasher.row(columns, plain))


def _owner(columns: Columns, plain: Sequence[Any]) -> int:
    first: int | None = plain[columns.owner[0]]
    return first if first is not None else int(plain[columns.owner[-1]])


async def _of_report(tx: Transaction, report_id: int) -> list[tuple[Layout[Any], Plain]]:
    report = await tx.reports.get(report_id)
    rows: list[tuple[Layout[Any], Iterable[Any]]] = [
        (layout.REPORTS, [report] if report is not None else []),
        (layout.CLAIMS, await tx.claims.by(report_id=report_id)),
        (layout.ENTRIES, await tx.entries.by(report_id=report_id)),
    ]
    return [(table, table.plain(row)) for table, found in rows for row in found]


def _line_hash(tx: Transaction, line: EvidenceLine) -> bytes:
    at = line.at.astimezone(UTC).isoformat(timespec="microseconds")
    head = f"{line.id} {line.owner_id} {at} {len(line.previous)} ".encode()
    return tx.keyed_hash("evidence", head + line.previous + line.rows)


# --- verifying


class Coverage:
    """Some owners, and what was seen of them: all rows that belong to them in the ``tables`` that are compared."""

    def __init__(self, tx: Transaction, tables: Sequence[Layout[Any]] = COVERED) -> None:
        self._tx = tx
        self._tables = tables
        self._hasher = Hasher(tx)
        self._numbers = {OF_TABLE[table].number[0] for table in tables}
        self.rows: Owned = defaultdict(dict)

    def see(self, table: Layout[Any], plain: Sequence[Any], *, opened: bool = True) -> None:
        """A row of the database."""
        columns = OF_TABLE[table]
        if columns.when(plain):
            key, hashes = self._hasher.row(columns, plain, opened=opened)
            self.rows[_owner(columns, plain)][key] = hashes

    async def read(self, ids: Collection[int]) -> None:
        """See all rows of these owners."""
        for table in self._tables:
            for name in RULES[table].owner:
                for plain in await plain_among(self._tx, table, name, ids):
                    self.see(table, plain)

    async def flaws(self, codes: Mapping[int, str]) -> list[EvidenceFlaw]:
        """What does not fit of these owners. ``codes``: of the case to which each belongs."""
        wanted = sorted(codes)
        lines = defaultdict[int, list[EvidenceLine]](list)
        for plain in await plain_among(self._tx, layout.EVIDENCE, "owner_id", wanted):
            lines[plain[1]].append(layout.EVIDENCE.row(plain))
        found: Counter[tuple[str, str, str]] = Counter()
        for owner in wanted:
            said = sorted(lines.get(owner, ()), key=lambda line: line.id)
            for what, table in self._of_owner(said, self.rows.get(owner, {})):
                found[codes[owner], what, table] += 1
        return [EvidenceFlaw(*key, count) for key, count in found.items()]

    def _of_owner(
        self, lines: Sequence[EvidenceLine], rows: Mapping[bytes, bytes]
    ) -> Iterator[tuple[str, str]]:
        if not lines:
            yield from (("uncovered", _name(key)) for key in rows)
            return
        previous, told = START, dict[bytes, bytes]()
        for line in lines:
            if line.previous != previous or line.hash != _line_hash(self._tx, line):
                yield "changed", "evidence"
                return
            previous = line.hash
            for at in range(0, len(line.rows), ROW):
                told[line.rows[at : at + KEY]] = line.rows[at + KEY : at + ROW]
        for key in told.keys() | rows.keys():
            said, there = told.get(key, GONE), rows.get(key, GONE)
            if key[0] not in self._numbers or said == there:
                continue
            if there is GONE or said == GONE:
                yield "missing" if there is GONE else "added", _name(key)
            elif said[:HASH] != there[:HASH] or there[HASH:] != UNREAD:
                yield "changed", _name(key)


def _name(key: bytes) -> str:
    return COVERED[key[0]].table.name


class Counts(Struct):
    """How many rows were looked at."""

    cases: int = 0
    claims: int = 0
    files: int = 0
    papers: int = 0
    lines: int = 0


async def find_flaws(tx: Transaction, codes: Mapping[int, str], counts: Counts) -> list[EvidenceFlaw]:
    """Of these cases, by their numbers, and of what was reported of them."""
    coverage = Coverage(tx)
    links = await plain_among(tx, layout.LINKS, "case_id", codes)
    names = layout.LINKS.names
    reports = {plain[names.index("report_id")]: codes[plain[names.index("case_id")]] for plain in links}
    owners = reports | dict(codes)
    await coverage.read(owners)
    seen = Counter(key[0] for rows in coverage.rows.values() for key in rows)
    counts.cases += len(codes)
    counts.claims += seen[OF_TABLE[layout.CLAIMS].number[0]]
    counts.papers += seen[OF_TABLE[layout.PAPERS].number[0]]
    return await coverage.flaws(owners)


async def find_other_flaws(tx: Transaction, counts: Counts) -> list[EvidenceFlaw]:
    """Of incidents, kept files and letters; and of owners that have lines and nothing else any more: who deletes a case or
    report by hand leaves these.
    """
    of = (schema.cases, schema.reports, schema.incidents, schema.files, schema.papers)
    tables = {table.name: table for table in of}
    there = {name: set((await tx.execute(select(table.c.id))).scalars()) for name, table in tables.items()}
    kept = (
        await tx.execute(select(schema.files.c.id).where(schema.files.c.state == FileState.KEPT))
    ).scalars()
    others = [*sorted(there["incidents"]), *kept]
    counts.files += len(others) - len(there["incidents"])
    alone = schema.papers.c.case_id.is_(None) & (schema.papers.c.state == PaperState.MADE)
    letters = (await tx.execute(select(schema.papers.c.id).where(alone))).scalars().all()
    counts.papers += len(letters)
    others += letters
    lined = set((await tx.execute(select(schema.evidence.c.owner_id).distinct())).scalars())
    timed = set((await tx.execute(select(schema.timeline.c.case_id).distinct())).scalars())
    orphans = lined.difference(*there.values()) | (timed - there["cases"])
    wanted, found = [*others, *sorted(orphans)], list[EvidenceFlaw]()
    for start in range(0, len(wanted), AT_ONCE):
        coverage, portion = Coverage(tx), wanted[start : start + AT_ONCE]
        await coverage.read(portion)
        found += await coverage.flaws(dict.fromkeys(portion, ""))
    gone = len(timed - there["cases"] - lined)
    return [*found, *([EvidenceFlaw("", "missing", "cases", gone)] if gone else [])]


async def count_lines(tx: Transaction) -> int:
    """All lines: of timelines and of evidence."""
    return await tx.timeline.count() + await tx.evidence.count()
