"""Nothing that belongs to a forgotten case is left, in any table or sealed column, except what the rules allow; and its
bytes stand in no file beside the database. A new table or sealed column has no rule, and fails here.
"""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import select

from core.exporting.exported_case import WITHHELD_KINDS
from core.exporting.scope import ExportPermit
from core.forgetting.remains import GONE, SEALED, SKELETON, Fate
from core.model import Case
from core.records.holds import ClockMark, Hold
from core.records.incidents import IncidentLink, IncidentRule
from core.records.papers import Paper, PaperState
from core.vocabulary import ConsentUse
from handlers.people import placeholders
from storage import layout
from storage.layout import Layout
from storage.schema import metadata
from tests.casework.forgotten import WORDS, closed, nights
from tests.casework.story_desk import Desk

LAYOUTS = {found.table.name: found for found in vars(layout).values() if isinstance(found, Layout)}
EMPTY: tuple[Any, ...] = ("", {}, (), [], b"")


def test_every_sealed_column_has_a_rule() -> None:
    sealed = {f"{t.name}.{c.name}" for t in metadata.sorted_tables for c in t.c if "sealed" in c.info}
    assert sealed == SEALED.keys()


async def filled(desk: Desk) -> Case:
    """A closed case with something in every table that can have a row of one."""
    _, olga, _ = await closed(desk)
    case = await desk.case()
    await olga.opens(case, "Dana Made-Up asked")
    incident = "Dana Made-Up at the square"
    await olga.writes(f"/incident {incident}")
    await olga.writes("/incidents")
    told = {"name": "Dana Made-Up"}
    member, report = await desk.membership(olga), await desk.report()
    async with desk.writing() as tx:
        (made,) = await tx.incidents.select()
        tx.incident_links.add(
            IncidentLink(tx.new_id(), made.id, case.id, member.id, desk.now, IncidentRule.HAND)
        )
        paper = Paper(tx.new_id(), "complaint", "en", PaperState.MADE, member.id, report.address_id, desk.now)
        tx.papers.add(replace(paper, case_id=case.id, facts=told, answers={"a": "Dana"}))
        tx.clock_marks.add(ClockMark(tx.new_id(), case.id, "a-clock", "48h", desk.now, known=told))
        tx.holds.add(
            Hold(tx.new_id(), case.id, member.id, desk.now, "Dana", lifted_at=desk.now, lifted_by=member.id)
        )
    return case


async def test_nothing_of_a_forgotten_case_is_left_but_what_the_rules_allow(desk: Desk) -> None:
    case, report = await filled(desk), await desk.report()
    await nights(desk, 400)
    numbers = {case.id, report.id}
    async with desk.reading() as tx:
        home = (await placeholders.chat(tx, report.id)).id
        for name, found in LAYOUTS.items():
            columns = [
                c for c in found.table.c if c.name in ("case_id", "report_id", "subject_id", "other_id")
            ]
            own = found.table.c[found.key] if name in ("cases", "reports") else None
            for column in [*columns, *([own] if own is not None else [])]:
                records = (await tx.execute(select(found.table).where(column.in_(numbers)))).all()
                assert name in SKELETON or not records, name
                for record in records:
                    row = found.row(found.unseal(tuple(record), tx.keyring))
                    for at in found.sealed_at:
                        _allowed(f"{name}.{found.names[at]}", getattr(row, found.names[at]), row)
        assert (await desk.report()).address_id == home
        assert await tx.files.select() == []
        assert {incident.name for incident in await tx.incidents.select()} == {""}
        assert await tx.name_blocks.select() == []
        everything = [
            await getattr(tx, one).select() for one in ("entries", "papers", "inbox") if hasattr(tx, one)
        ]
        assert [rows for rows in everything if rows] == []


def _allowed(column: str, value: Any, row: Any) -> None:
    if column == "timeline.details" and row.kind == "forgotten":
        assert set(value) == {"forgotten"}
    elif SEALED[column] is Fate.LEFT:
        assert not any(word in str(value) for word in WORDS)
        assert row.kind not in WITHHELD_KINDS or value == GONE
    else:
        assert SEALED[column] is Fate.EMPTIED
        assert value in EMPTY, column


@pytest.mark.slow
async def test_its_bytes_stand_in_no_file_beside_the_database_not_even_in_its_log(
    desk: Desk, folder: Path
) -> None:
    await filled(desk)
    async with desk.reading() as tx:
        sealed = [row[0] for row in await tx.execute(select(metadata.tables["entries"].c.payload))]
        sealed += [row[0] for row in await tx.execute(select(metadata.tables["papers"].c.facts))]
        lookup = (await tx.reports.select())[0].receipt_lookup
    assert lookup is not None
    markers = [*map(bytes, sealed), lookup]
    assert all(any(marker in text for text in _files(folder)) for marker in markers)
    await nights(desk, 400)
    assert [marker for marker in markers if any(marker in text for text in _files(folder))] == []


async def test_nor_do_those_of_what_coordinators_typed_about_an_export(desk: Desk, folder: Path) -> None:
    olga = await desk.membership(await desk.coordinator())
    async with desk.writing() as tx:
        permit = ExportPermit(
            tx.new_id(), 1, ConsentUse.AUTHORITIES, desk.now, desk.now, "for Dana Made-Up", desk.now, olga.id
        )
        tx.export_permits.add(permit)
    await nights(desk, 359)
    async with desk.reading() as tx:
        (marker,) = (await tx.execute(select(metadata.tables["export_permits"].c.reason))).scalars()
    assert any(marker in text for text in _files(folder))
    await nights(desk, 2)
    assert not any(marker in text for text in _files(folder))


def _files(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
