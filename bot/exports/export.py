"""One export: cases are read once, portion by portion, from one snapshot; their records wait in spools, and the archive is
written from these, piece by piece.

Claims that belong to no record (whom to phone, notes, who may be written to) are not even opened. Without a permit names and
typed words are not opened either: the export only tells that there are some.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from msgspec import Struct
from sqlalchemy import ColumnElement, select

from bot.exports import table_files, uwazi, xlsx
from bot.exports.material import Files, Material, as_json
from bot.exports.streams import Spool, zip_files
from core.casework.claims import NO_TIME, Claim, ReportLink, linked_reports
from core.casework.linking import CaseFeed, case_feed, claims_of_case
from core.digest.figures import days_known
from core.exporting.case_records import has_changed, incident_row, records_of_case
from core.exporting.exported_case import READ_KINDS, WITHHELD_KINDS, ExportedCase, LoadedCase, incident_id
from core.exporting.scope import ExportScope
from core.exporting.table_columns import TABLES
from core.exporting.totals import DayTotals, SmallNumbers, Totals
from core.exporting.witness import DAY_LINES, day_line_file
from core.fluent_words import Words
from core.places.gazetteer import Gazetteer
from storage import bulk_reading, layout
from storage.bulk_reading import rows_among
from storage.evidence import Counts, Coverage, EvidenceFlaw
from storage.schema import cases, day_lines, digests, incidents
from storage.transaction import Transaction
from storage.verifying import said_of_evidence, verify_whole

T = TypeVar("T")
PORTION = 300  # cases: what is opened of them takes some ten megabytes


class OpenedCase(NamedTuple):
    """What is read of a case itself: everything else follows from its claims."""

    id: int
    code: str
    opened_at: datetime


SHOWN = (layout.CASES, layout.REPORTS, layout.CLAIMS, layout.LINKS, layout.INCIDENT_LINKS)
IN_PACKET = (*SHOWN, layout.ENTRIES, layout.PAPERS)


async def every_case(
    tx: Transaction, scope: ExportScope, flaws: list[EvidenceFlaw]
) -> AsyncIterator[list[LoadedCase]]:
    """In the order in which they were opened, those that the scope means. ``flaws`` gets what is not as it was written."""
    last = 0
    wanted = select(cases.c.id, cases.c.code, cases.c.opened_at).where(*_cases_meant(scope))
    while True:
        found = await tx.execute(wanted.where(cases.c.id > last).order_by(cases.c.id).limit(PORTION))
        portion = [OpenedCase(row.id, row.code, row.opened_at) for row in found]
        if not portion:
            return
        last = portion[-1].id
        yield await _loaded(tx, portion, scope, flaws)


async def count_cases(tx: Transaction, scope: ExportScope) -> int:
    """How many cases there will be."""
    return await tx.cases.count(*_cases_meant(scope))


def _cases_meant(scope: ExportScope) -> list[ColumnElement[bool]]:
    where = [cases.c.opened_at <= scope.as_of]
    if scope.opened_from is not None:
        where.append(cases.c.opened_at >= scope.opened_from)
    if scope.opened_before is not None:
        where.append(cases.c.opened_at < scope.opened_before)
    if scope.case_id is not None:
        where.append(cases.c.id == scope.case_id)
    return where


async def _loaded(
    tx: Transaction, portion: Sequence[OpenedCase], scope: ExportScope, flaws: list[EvidenceFlaw]
) -> list[LoadedCase]:
    ids = [case.id for case in portion]
    seen = Coverage(tx, SHOWN if scope.case_id is None else IN_PACKET)
    links = _grouped_by(await rows_among(tx, layout.LINKS, "case_id", ids, seen.see), "case_id")
    belonging = _grouped_by(await rows_among(tx, layout.INCIDENT_LINKS, "case_id", ids, seen.see), "case_id")
    then = await _fed(tx, links, portion, scope.as_of)
    now = await _fed(tx, links, portion, NO_TIME) if scope.full else then
    of = [*then.values(), *now.values()] if scope.full else [*then.values()]
    told = sorted({report for feed in of for report in feed.reports})
    reports = {report.id: report for report in await rows_among(tx, layout.REPORTS, "id", told, seen.see)}
    if scope.case_id is not None:
        await rows_among(tx, layout.ENTRIES, "report_id", told, seen.see)
        await rows_among(tx, layout.PAPERS, "case_id", ids, seen.see)
    cases_told = {*ids, *(stub for feed in of for stub in feed.stubs)}
    by_report = _grouped_by(await _claims(tx, "report_id", told, scope, seen), "report_id")
    by_case = _grouped_by(await _claims(tx, "case_id", cases_told, scope, seen), "case_id")
    codes = {report: case.code for case in portion for report in then[case.id].reports | now[case.id].reports}
    for case in portion:
        codes[case.id] = case.code
        seen.see(layout.CASES, _plain_case(case))
    for stub in sorted(cases_told - codes.keys()):
        codes[stub] = ""
        await seen.read([stub])
    flaws += await seen.flaws(codes)
    found = []
    for case in portion:
        before = then[case.id]
        claims = _of_one(by_report, by_case, case.id, before)
        since = claims if now[case.id] == before else _of_one(by_report, by_case, case.id, now[case.id])
        known = [reports[report] for report in sorted(before.reports) if report in reports]
        found.append(
            LoadedCase(*case, claims, since, known, links.get(case.id, ()), belonging.get(case.id, ()))
        )
    return found


def _plain_case(case: OpenedCase) -> list[object]:
    """What is hashed of it."""
    values = case._asdict()
    return [values.get(name) for name in layout.CASES.names]


async def _claims(
    tx: Transaction, column: str, ids: Collection[int], scope: ExportScope, seen: Coverage
) -> list[Claim]:
    return await bulk_reading.claims_among(
        tx, column, sorted(ids), READ_KINDS, {} if scope.full else WITHHELD_KINDS, seen.see
    )


def _of_one(
    by_report: Mapping[int, Sequence[Claim]],
    by_case: Mapping[int, Sequence[Claim]],
    case_id: int,
    of: CaseFeed,
) -> list[Claim]:
    claims = [*by_case.get(case_id, ())]
    for report in sorted(of.reports):
        claims += by_report.get(report, ())
    for stub in sorted(of.stubs):
        claims += by_case.get(stub, ())
    return claims_of_case(claims, case_id, of)


async def _fed(
    tx: Transaction,
    links: Mapping[int, Sequence[ReportLink]],
    portion: Sequence[OpenedCase],
    moment: datetime,
) -> dict[int, CaseFeed]:
    """What fed each case at a moment. Most have one report, of which nothing more is read."""
    found, several = {}, dict[int, set[int]]()
    for case in portion:
        reports = linked_reports(links.get(case.id, ()), case.id, moment)
        if len(reports) > 1:
            several[case.id] = reports
        else:
            found[case.id] = CaseFeed(frozenset(reports))
    told = {report for reports in several.values() for report in reports}
    of_reports = await rows_among(tx, layout.LINKS, "report_id", sorted(told))
    opened = {link.case_id for link in of_reports} | several.keys()
    known = {link.id: link for link in of_reports}
    known |= {link.id: link for link in await rows_among(tx, layout.LINKS, "case_id", sorted(opened))}
    by_case, by_report = _grouped_by(known.values(), "case_id"), _grouped_by(known.values(), "report_id")
    for id, reports in several.items():
        mine = {link.id: link for report in reports for link in by_report.get(report, ())}
        near = {id, *(link.case_id for link in mine.values())}
        mine |= {link.id: link for case_id in near for link in by_case.get(case_id, ())}
        found[id] = case_feed(mine.values(), id, moment)
    return found


def _grouped_by(rows: Iterable[T], column: str) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        key = getattr(row, column)
        if key is not None:
            found[key].append(row)
    return found


FORMATS: Mapping[str, Callable[[Material], Files]] = {
    "json": table_files.json_files,
    "csv": table_files.csv_files,
    "uwazi": uwazi.uwazi_files,
    "days": table_files.day_table,
    "xlsx": xlsx.xlsx_files,
}
SUMS = "SHA256SUMS"
NamedFile = tuple[str, Iterable[bytes]]
PLACES = ("region", "city", "district")


class ExportOrganisation(Struct, frozen=True):
    """What an export knows of it."""

    words: Words
    gazetteer: Gazetteer
    zone: ZoneInfo
    language: str
    jurisdiction: str


async def read_records(
    tx: Transaction,
    scope: ExportScope,
    organisation: ExportOrganisation,
    spools: Mapping[str, Spool],
    noted: int | None,
    tell: Callable[[int, int], object] = lambda done, total: None,
) -> Material:
    """Every case becomes records, in these spools, one a table. ``noted``: how many lines there must be; ``tell`` hears how
    many cases are done of how many.
    """
    flaws, may_tell = list[EvidenceFlaw](), False
    small = SmallNumbers(organisation.gazetteer.city_regions, all_named=scope.full)
    days, places, done, of_incidents = DayTotals(), set[str](), 0, Counter[str]()
    total = await count_cases(tx, scope)
    at = {
        table: [columns.index(column) for column in PLACES if column in columns]
        for table, columns in TABLES.items()
    }
    async for portion in every_case(tx, scope, flaws):
        for loaded in portion:
            told = ExportedCase(loaded, scope, tx.now, organisation.gazetteer, organisation.zone)
            if not has_changed(loaded, told):
                continue
            may_tell = may_tell or told.may_tell
            days.count(told)
            for table, rows in records_of_case(told).items():
                spools[table].add(rows)
                for row in rows:
                    places.update(str(row[column]) for column in at[table] if row[column])
                if table == "cases":
                    small.count(rows[0])
                    of_incidents.update(told.incidents)
        done += len(portion)
        tell(done, total)
    for incident in await tx.incidents.select(incidents.c.made_at <= scope.as_of):
        if scope.case_id is not None and incident_id(incident.id) not in of_incidents:
            continue
        count = of_incidents[incident_id(incident.id)]
        row = incident_row(incident, count, scope, organisation.gazetteer, organisation.zone)
        spools["incidents"].add([row])
        places.update(str(row[place]) for place in at["incidents"] if row[place])
    found = [*map(said_of_evidence, flaws), *await verify_whole(tx, noted, Counts())]
    say, until = organisation.words.say, scope.as_of.astimezone(organisation.zone).date()
    return Material(
        scope,
        spools,
        small,
        days,
        await _published(tx, scope),
        frozenset(places),
        organisation.words,
        organisation.language,
        organisation.gazetteer,
        organisation.zone,
        organisation.jurisdiction,
        await tx.day_lines.select(day_lines.c.day < until),
        may_tell,
        [*dict.fromkeys(say("en", finding.key, **finding.details) for finding in found)],
    )


def write_archive(
    material: Material, formats: Sequence[str], more: Iterable[NamedFile] = ()
) -> Iterator[bytes]:
    """The archive: ``about.json``, the files of the formats, ``more`` files, and the hashes of all."""
    return zip_files(_files(material, formats, more))


def _files(material: Material, formats: Sequence[str], more: Iterable[NamedFile]) -> Iterator[NamedFile]:
    sums: list[str] = []

    def hashed(name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(piece)
            yield piece
        sums.append(f"{digest.hexdigest()}  {name}\n")

    yield "about.json", hashed("about.json", [as_json(material.about())])
    yield DAY_LINES, hashed(DAY_LINES, [day_line_file(material.day_lines)])
    for name in formats:
        for file, pieces in FORMATS[name](material):
            yield file, hashed(file, pieces)
    for file, content in more:
        yield file, hashed(file, content)
    yield SUMS, (line.encode() for line in sums)


async def _published(tx: Transaction, scope: ExportScope) -> dict[str, Totals]:
    """What the last digest before the moment said of each day; nothing where only some cases are exported."""
    if scope.since or scope.opened_from or scope.opened_before or scope.case_id:
        return {}
    found: dict[str, Totals] = {}
    for digest in await tx.digests.select(digests.c.posted_at <= scope.as_of.astimezone(UTC)):
        for day, tally in (days_known(digest.figures) or {}).items():
            found[day] = tally.detentions, tally.identified, tally.unidentified
    return found
