"""The schema says the same as the model."""

import inspect
import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import fields
from sqlalchemy import Dialect, select
from sqlalchemy.dialects import postgresql, sqlite

from core import model, sent_files, traffic, unread
from core.casework import claim_kinds, claims
from core.exporting import scope
from core.records import (
    check_ins,
    door_lists,
    drills,
    emergency_steps,
    holds,
    incidents,
    invitations,
    lookups,
    papers,
    postings,
    station_calls,
)
from core.rota import Stint
from core.traffic import Timer
from storage import layout
from storage.database import Database
from storage.layout import Layout
from storage.schema import inbox, metadata, timers
from storage.schema.columns import UtcTime
from tests.project.tree import ROOT
from tests.storage.samples import NOW, SAMPLES

LAYOUTS = {v.table.name: v for v in vars(layout).values() if isinstance(v, Layout)}


def test_every_table_has_one_column_a_field_in_the_same_order() -> None:
    for lay in LAYOUTS.values():
        assert [column.name for column in lay.table.c] == lay.names


def test_every_class_of_the_model_has_a_table() -> None:
    classes = {
        c
        for module in (
            check_ins,
            claims,
            door_lists,
            drills,
            emergency_steps,
            holds,
            incidents,
            invitations,
            lookups,
            model,
            papers,
            postings,
            scope,
            sent_files,
            station_calls,
            traffic,
            unread,
        )
        for _, c in inspect.getmembers(module, inspect.isclass)
        if c.__module__ == module.__name__
    }
    classes.add(Stint)  # beside values that stand in a member's row
    assert {lay._make for lay in LAYOUTS.values()} == classes - {
        traffic.Lane,
        unread.Act,
        emergency_steps.EmergencyKind,
        door_lists.DoorListLine,
        door_lists.ListState,
        door_lists.LineSubject,
        invitations.InvitationState,
        scope.PermitStage,
        scope.ExportScope,
        drills.DrillAnswer,
        sent_files.FileState,
        sent_files.NotFetchedReason,
        lookups.PairAnswer,
        claims.SourceKind,
        claim_kinds.Certainty,
        claims.Fact,
        incidents.IncidentRule,
        incidents.IncidentPattern,
        incidents.IncidentPhase,
        incidents.IncidentStanding,
        papers.PaperState,
        holds.HowSurely,
    }
    assert set(metadata.tables) == set(LAYOUTS) | {"secrets"}


def test_the_sealed_columns_are_those_that_the_model_calls_sealed() -> None:
    said = set()
    for lay in LAYOUTS.values():
        source = inspect.getsource(lay._make)
        said |= {
            (lay.table.name, field) for field in re.findall(r"^    (\w+):.*# sealed", source, re.MULTILINE)
        }
    built = {
        (t.name, c.name)
        for t in metadata.tables.values()
        if t.name != "secrets"
        for c in t.c
        if "sealed" in c.info
    }
    assert built == said
    assert ("members", "phone") in said


def test_the_samples_set_every_field() -> None:
    for row in SAMPLES.values():
        empty = {f.name for f in fields(row) if getattr(row, f.name) is None}
        assert empty <= {"corrects", "seal"}, type(row)


async def test_moments_keep_their_microseconds_and_sort_as_moments(database: Database) -> None:
    moments = [
        NOW,
        NOW + timedelta(microseconds=1),
        datetime(1969, 12, 31, 23, tzinfo=UTC),
        datetime(2018, 9, 17, 18, 0, tzinfo=timezone(timedelta(hours=6))),  # noon in UTC: before NOW
        datetime(2100, 1, 1, tzinfo=UTC),
    ]
    async with database.write(NOW) as tx:
        for number, moment in enumerate(moments):
            tx.timers.add(Timer(f"t{number}", "test", moment))
    async with database.read(NOW) as tx:
        found = await tx.timers.select(order_by=timers.c.due_at)
        early = await tx.timers.count(timers.c.due_at < NOW)
    assert [timer.due_at for timer in found] == sorted(moments)
    assert all(timer.due_at.tzinfo is UTC for timer in found)
    assert early == 2


@pytest.mark.parametrize("dialect", [sqlite.dialect, postgresql.dialect])
def test_a_naive_moment_is_refused(dialect: type[Dialect]) -> None:
    with pytest.raises(ValueError, match="naive"):
        UtcTime().process_bind_param(datetime(2018, 9, 17), dialect())  # noqa: DTZ001 - that is the point


async def test_sealed_columns_hold_no_plain_bytes(database: Database) -> None:
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
    async with database.engine.connect() as connection:
        for lay in LAYOUTS.values():
            if lay.table is not inbox and lay.sealed_at:
                record = (await connection.execute(select(lay.table))).one()
                plain = lay.plain(next(row for row in SAMPLES.values() if isinstance(row, lay._make)))  # type: ignore[arg-type]
                for i in lay.sealed_at:
                    assert plain[i] not in record[i]


def test_the_handbook_names_every_sealed_column() -> None:
    text = (
        (ROOT / "docs/develop/storage.md")
        .read_text(encoding="utf-8")
        .split("## Sealed columns")[1]
        .split("\n## ")[0]
    )
    sealed = {
        f"{table.name}.{c.name}" for table in metadata.sorted_tables for c in table.c if "sealed" in c.info
    }
    assert {name for name in sealed if f"`{name}`" not in text} == {"secrets.secret"}  # told apart, below
