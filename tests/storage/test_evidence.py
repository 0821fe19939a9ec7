"""Whatever is written of a case by hand is found: each column that an export shows, each row, each line, each count."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace
from sqlalchemy import Boolean, Column, Float, LargeBinary, Table, Text

from core.casework.claims import Claim, ReportLink, SourceKind
from core.exporting.witness import next_line
from core.model import Entry
from core.records.incidents import Incident, IncidentLink, IncidentRule
from core.records.papers import Paper, PaperState
from core.sent_files import FileState
from core.timeline import TimelineKind
from core.vocabulary import ConsentUse
from storage import day_lines, evidence, schema, timeline
from storage.database import Database
from storage.evidence import RULES, Counts
from storage.layout import COVERED, Layout
from storage.sealing import Keyring, context
from storage.verifying import verify_cases, verify_whole
from tests.storage.samples import LATER, NOW, SAMPLES

CASE, REPORT, OTHER, FILE, INCIDENT, LETTER = 3_000, 4_000, 4_001, 5_000, 6_000, 7_001
DAY = date(2018, 9, 17)


@pytest.fixture
async def told(database: Database) -> Database:
    """A case with all that is covered, and the line of its day."""
    async with database.write(NOW) as tx:
        for name in ("addresses", "members"):
            getattr(tx, name).add(SAMPLES[name])
        tx.reports.add(replace(SAMPLES["reports"], id=REPORT, case_id=None))
        tx.entries.add(Entry(4_100, REPORT, NOW, "words", {"text": "Made-Up"}))
        tx.claims.add(_claim(4_200, report_id=REPORT))
    async with database.write(NOW) as tx:
        tx.cases.add(replace(SAMPLES["cases"], id=CASE, code="513-742", owner_id=None, second_id=None))
        await timeline.append(tx, CASE, 0, TimelineKind.OPENED, {})
        tx.links.add(ReportLink(3_100, REPORT, CASE, 0, NOW, "opened", score=0.5, persons={"1": 2}))
        report = await tx.reports.get(REPORT)
        assert report is not None
        tx.reports.put(replace(report, case_id=CASE))
        tx.claims.add(_claim(3_200, case_id=CASE))
        tx.incidents.add(Incident(INCIDENT, "Made-Up", IncidentRule.HAND, NOW, 2))
        tx.incident_links.add(IncidentLink(6_100, INCIDENT, CASE, 2, NOW, IncidentRule.HAND))
        tx.files.add(replace(SAMPLES["files"], id=FILE, state=FileState.KEPT))
        tx.papers.add(_paper(7_000, CASE))
        tx.papers.add(_paper(LETTER, None))
    async with database.write(LATER) as tx:
        kind = ConsentUse.PUBLICATION  # as handlers give it: read back it is a text
        local = LATER.astimezone(ZoneInfo("Asia/Almaty"))
        tx.claims.add(replace(_claim(4_201, report_id=REPORT), kind=kind, noted_at=local))
        tx.links.add(ReportLink(3_101, REPORT, CASE, 0, NOW, "name", score=1, ended_at=LATER))
        await day_lines.write_day_line(tx, DAY)
    return database


def _paper(id: int, case_id: int | None) -> Paper:
    about = {"template": "aa", "facts_hash": "bb", "file_hash": "cc", "made_at": NOW, "number": "1/2018"}
    blank = {"incident_id": None, "person_id": None, "second_id": None, "sent_id": None}
    sample: Paper = SAMPLES["papers"]
    return replace(sample, id=id, case_id=case_id, state=PaperState.MADE, **about, **blank)


def _claim(id: int, *, case_id: int | None = None, report_id: int | None = None) -> Claim:
    source = SourceKind.REPORT if report_id else SourceKind.MEMBER
    return Claim(id, case_id, report_id, "situation", "other", source, report_id or 2, NOW)


async def found(database: Database, noted: int | None = None) -> list[tuple[str, dict[str, str]]]:
    """What is wrong, as it is told."""
    noted = database.noted_lines() if noted is None else noted
    async with database.read(LATER) as tx:
        counts = Counts()
        said = await verify_cases(tx, await tx.cases.select(), counts)
        said += await verify_whole(tx, noted or await evidence.count_lines(tx), counts)
    return [(finding.key, finding.details) for finding in said]


async def test_what_the_program_wrote_is_whole_and_counted(told: Database) -> None:
    assert await found(told) == []
    async with told.read(LATER) as tx:
        counts = Counts()
        await verify_cases(tx, await tx.cases.select(), counts)
        await verify_whole(tx, told.noted_lines() or 7, counts)
        every = await tx.evidence.select()
    assert (counts.cases, counts.claims, counts.files, counts.papers) == (1, 3, 1, 2)
    assert counts.lines == 1 + len(every)
    assert {line.owner_id for line in every} == {CASE, REPORT, INCIDENT, FILE, LETTER}


async def test_words_that_are_no_case_are_in_no_line(told: Database) -> None:
    async with told.write(LATER) as tx:
        tx.reports.add(replace(SAMPLES["reports"], id=OTHER, case_id=None, receipt_lookup=None))
        tx.claims.add(_claim(4_300, report_id=OTHER))
    async with told.read(LATER) as tx:
        assert await tx.evidence.by(owner_id=OTHER) == []


async def test_what_the_program_changes_and_removes_is_whole(told: Database) -> None:
    async with told.write(LATER) as tx:
        tx.claims.remove(4_200)  # unread
        claim = await tx.claims.get(3_200)
        assert claim is not None
        tx.claims.put(replace(claim, withdrawn_at=LATER))
        await tx.flush()
        tx.claims.put(replace(claim, value="taken"))
        await tx.execute(schema.files.update().values(attempts=3))  # past the maps, which are emptied
        tx.files.remove(FILE)
    assert await found(told) == []


def columns() -> Iterator[tuple[Layout[Any], str]]:
    """Every column that is hashed."""
    for layout in COVERED:
        for name in RULES[layout].told or layout.names:
            yield layout, name


def another(column: Column[Any], value: Any, keyring: Keyring, key: Any) -> Any:
    """Another value of the same sort."""
    if "sealed" in column.info:
        return keyring.seal(b'{"made":"up"}', context(column.table.name, column.name, key))
    if isinstance(column.type, Boolean):
        return not value
    if isinstance(column.type, Text):
        return '{"5":6}' if column.name == "persons" else f"{value or ''}x"
    if isinstance(column.type, LargeBinary):
        return b"made up"
    if isinstance(column.type, Float):
        return (value or 0) + 0.25
    if isinstance(value, datetime) or type(column.type).__name__ == "UtcTime":
        return (value or datetime(2018, 1, 1, tzinfo=UTC)) + timedelta(hours=1)
    return (value or 0) + 50


@pytest.mark.parametrize(("layout", "name"), [*columns()], ids=lambda part: getattr(part, "table", part))
async def test_every_edit_of_a_covered_column_is_found(
    layout: Layout[Any], name: str, told: Database, keyring: Keyring
) -> None:
    table: Table = layout.table
    async with told.read(LATER) as tx:
        rows = (await tx.execute(table.select().order_by(table.c.id))).mappings().all()
    assert rows
    for row in rows:
        value = another(table.c[name], row[name], keyring, row["id"])
        await by_hand(told, table.update().where(table.c.id == row["id"]).values({name: value}))
        said = await found(told)
        assert said, row["id"]
        changed = value if name == "id" else row["id"]
        await by_hand(told, table.update().where(table.c.id == changed).values({name: row[name]}))
        assert await found(told) == []


async def by_hand(database: Database, *statements: Any) -> None:
    """Past the program; the commit checks no references, as the command line of SQLite does not."""
    async with database.engine.connect() as connection:
        if database.engine.dialect.name == "sqlite":
            await connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        else:
            await connection.exec_driver_sql("SET session_replication_role = replica")
        for statement in statements:
            await connection.execute(statement)
        await connection.commit()
        await connection.exec_driver_sql(
            "PRAGMA foreign_keys = ON"
            if database.engine.dialect.name == "sqlite"
            else "SET session_replication_role = DEFAULT"
        )


@pytest.mark.parametrize("layout", COVERED, ids=lambda layout: layout.table.name)
async def test_every_row_that_is_deleted_is_found(layout: Layout[Any], told: Database) -> None:
    await by_hand(told, layout.table.delete())
    said = await found(told)
    assert said
    assert {key for key, _ in said} <= {"operator-evidence"}
    assert "missing" in {details["what"] for _, details in said}


async def test_a_claim_that_somebody_adds_is_found(told: Database) -> None:
    async with told.write(LATER) as tx:
        tx.claims.add(_claim(4_999, report_id=REPORT))
        await tx.prepare()
        tx.recorded.clear()  # as if no program had written it
    assert await found(told) == [evidence_of("513-742", "added", "claims")]


def evidence_of(code: str, what: str, table: str, count: int = 1) -> tuple[str, dict[str, str]]:
    return "operator-evidence", {"code": code, "what": what, "table": table, "count": str(count)}


async def test_lines_that_are_edited_or_deleted_are_found(told: Database) -> None:
    lines, table = await read_lines(told), schema.evidence
    for line in lines:
        for name in ("owner_id", "at", "rows", "previous", "hash"):
            value = another(table.c[name], getattr(line, name), told.keyring, line.id)
            at = table.update().where(table.c.id == line.id)
            await by_hand(told, at.values({name: value}))
            assert await found(told), (line.id, name)
            await by_hand(told, at.values({name: getattr(line, name)}))
        await by_hand(told, table.delete().where(table.c.id == line.id))
        assert await found(told, noted=1), line.id  # not by their count alone
        await by_hand(
            told, table.insert().values({name: getattr(line, name) for name in line.__struct_fields__})
        )
        assert await found(told) == []


async def read_lines(database: Database) -> list[Any]:
    async with database.read(LATER) as tx:
        return list(await tx.evidence.select())


async def test_a_case_that_is_deleted_with_all_its_lines_is_missed(told: Database) -> None:
    noted = told.noted_lines()
    await delete_case(told)
    said = dict(await found(told, noted=1))
    assert said == {"operator-day-line": {"day": "2018-09-17"}}
    if noted is not None:
        assert "operator-lines" in dict(await found(told, noted))


async def delete_case(database: Database) -> None:
    """Everything of it, also its lines."""
    gone = [schema.cases, schema.reports, schema.claims, schema.links, schema.entries, schema.incident_links]
    lines = schema.evidence
    await by_hand(
        database,
        *(table.delete() for table in gone),
        schema.timeline.delete(),
        lines.delete().where(lines.c.owner_id.in_((CASE, REPORT))),
    )


async def test_a_count_of_lines_that_is_gone_is_told_until_it_is_noted_again(told: Database) -> None:
    if told.engine.dialect.name != "sqlite":
        pytest.skip("there is no note beside a server")
    assert told._lines is not None
    told._lines._file.unlink()
    async with told.write(LATER) as tx:
        await timeline.append(tx, CASE, 0, TimelineKind.NOTED, {})
    async with told.read(LATER) as tx:
        said = await verify_whole(tx, told.noted_lines(), Counts())
        assert [finding.key for finding in said] == ["operator-lines-unnoted"]
        await told.note_lines(tx)
        assert await verify_whole(tx, told.noted_lines(), Counts()) == []


async def test_a_line_of_a_day_follows_from_the_day_before_also_when_nothing_happened(told: Database) -> None:
    async with told.write(LATER) as tx:
        first = await day_lines.write_day_line(tx, DAY + timedelta(days=1))
        second = await day_lines.write_day_line(tx, DAY + timedelta(days=2))
        assert await day_lines.write_day_line(tx, first.day) == first
    assert second.line == next_line(first.line, second.day, second.digest)
    assert (second.upto, second.digest == first.digest) == (first.upto, False)
    assert second.text == f"2018-09-19 {second.line.hex()}"
    async with told.read(LATER) as tx:
        assert await day_lines.first_flaw(tx) is None


@pytest.mark.parametrize("name", ["upto", "digest", "line"])
async def test_a_line_of_a_day_that_is_edited_is_found(name: str, told: Database) -> None:
    await by_hand(told, schema.day_lines.update().values({name: b"made up" if name != "upto" else 5}))
    assert dict(await found(told)) == {"operator-day-line": {"day": "2018-09-17"}}
