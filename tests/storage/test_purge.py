"""What is over its term is found, counted and deleted, on both dialects, of a database that has a row of every table."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from core.forgetting.retention_terms import ForgettingStage, RetentionTerms
from core.records.door_lists import ListState
from core.sent_files import FileState
from core.vocabulary import CaseState, DialogueState, ReportState
from handlers.forgetting import expired_records, purge
from storage import files
from storage.database import Database
from storage.folder import Folder
from storage.purge import aged_rows, counts, due_cases
from storage.transaction import Transaction
from tests.casework.conftest import organisation
from tests.storage.samples import LATER, NOW, SAMPLES, WORDS

TERMS = RetentionTerms()
YEARS = timedelta(days=4000)


@pytest.fixture
async def full(database: Database) -> Database:
    """Of long ago, and the case is closed."""
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
        tx.cases.put(replace(SAMPLES["cases"], state=CaseState.CLOSED, forgotten=(), forgotten_at=None))
        tx.dialogues.put(replace(SAMPLES["dialogues"], state=DialogueState.FINISHED))
        tx.door_lists.put(replace(SAMPLES["door_lists"], state=ListState.WRITTEN))
        tx.outgoing.put(replace(SAMPLES["outgoing"], state="sent", key=None, lease=None))
    return database


@pytest.mark.slow
async def test_of_a_row_of_every_table_nothing_with_words_is_left_after_years(full: Database) -> None:
    service, after = organisation(), 0
    while after is not None:
        async with full.write(NOW + YEARS) as tx:
            after = await purge.forget_piece(tx, service, after)  # type: ignore[assignment]
    await files.delete_unwanted(full, NOW + YEARS)
    async with full.read(NOW + YEARS) as tx:
        (case,) = await tx.cases.select()
        assert set(case.forgotten) == set(ForgettingStage)
        for name in (
            "entries",
            "files",
            "papers",
            "door_lists",
            "previews",
            "name_blocks",
            "pairs",
            "guests",
        ):
            assert await getattr(tx, name).select() == [], name
        for name in ("claims", "timeline", "holds", "incidents", "members", "export_permits", "clock_marks"):
            assert WORDS not in str(await getattr(tx, name).select()), name


LIVING: dict[str, Callable[[Transaction], Any]] = {
    "it is open": lambda tx: tx.cases.put(replace(SAMPLES["cases"], state=CaseState.OPEN, forgotten_at=None)),
    "it is held": lambda tx: tx.holds.put(replace(SAMPLES["holds"], until=None, lifted_at=None)),
    "it is held until then": lambda tx: tx.holds.put(
        replace(SAMPLES["holds"], until=NOW + 2 * YEARS, lifted_at=None)
    ),
    "it is gone": lambda tx: tx.cases.put(
        replace(
            SAMPLES["cases"], state=CaseState.CLOSED, forgotten=tuple(ForgettingStage), forgotten_at=LATER
        )
    ),
}


@pytest.mark.parametrize("why", LIVING)
async def test_a_case_is_not_due_while(why: str, full: Database) -> None:
    async with full.write(NOW) as tx:
        LIVING[why](tx)
    async with full.read(NOW + YEARS) as tx:
        assert (await due_cases.find_due_cases(tx, TERMS, 0, 10)).due == ()


async def test_it_is_counted_what_is_due_and_nothing_is_deleted(full: Database) -> None:
    async with full.read(NOW + YEARS) as tx:
        found = await counts.count_due(tx, TERMS, set())
        assert found["cases", "words"] == found["entries", "words"] == found["papers", "papers"] == 1
        assert found["outbox", "texts that have left"] == 1
        assert found["members", "members that were"] == await tx.members.count()
    async with full.read(NOW + timedelta(minutes=9)) as tx:
        assert sum((await counts.count_due(tx, TERMS, set())).values()) == 0


async def test_whoever_worked_on_a_held_case_is_not_counted_nor_forgotten(full: Database) -> None:
    async with full.write(NOW) as tx:
        tx.holds.put(replace(SAMPLES["holds"], until=None, lifted_at=None))
    async with full.write(NOW + YEARS) as tx:
        assert (await counts.count_due(tx, TERMS, set()))["members", "members that were"] == 0
        assert await expired_records.forget_members(tx, organisation()) == 0


async def test_a_report_that_was_only_begun_is_deleted_with_what_hangs_on_it(database: Database) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(SAMPLES["addresses"])
        begun = replace(SAMPLES["reports"], state=ReportState.EXPIRED, case_id=None, told_to=None)
        tx.reports.add(begun)
        tx.claims.add(replace(SAMPLES["claims"], case_id=None, report_id=begun.id))
        tx.persons.add(replace(SAMPLES["persons"], case_id=None, report_id=begun.id))
        tx.cards.add(replace(SAMPLES["cards"], subject="draft-unclear", subject_id=begun.id, case_id=0))
    for days, left in ((29, 1), (31, 0)):
        async with database.write(NOW + timedelta(days=days)) as tx:
            await aged_rows.delete_aged(tx, aged_rows.RULES, TERMS, set())
        async with database.read(LATER) as tx:
            assert await tx.reports.count() == await tx.claims.count() == await tx.persons.count() == left
            assert await tx.cards.count() == left


async def test_a_file_that_is_wanted_stays(full: Database) -> None:
    async with full.write(NOW) as tx:
        tx.files.put(replace(SAMPLES["files"], state=FileState.WANTED))
    assert await files.delete_unwanted(full, LATER) == 0


@pytest.mark.parametrize("lets", [True, False])
async def test_the_row_of_a_file_goes_after_what_lies_in_the_folder(
    lets: bool, full: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unwanted_one = replace(SAMPLES["files"], state=FileState.UNWANTED)
    async with full.write(NOW) as tx:
        tx.files.put(unwanted_one)
    folder = Folder(tmp_path, b"a lookup key")
    monkeypatch.setattr(full, "folder", folder)
    lies = tmp_path / folder.name(unwanted_one.id)
    if lets:
        lies.write_bytes(b"sealed")
        assert await files.delete_unwanted(full, LATER) == 1
    else:
        lies.mkdir()  # no file to remove: the folder says no
        with pytest.raises(OSError, match=r"directory|permitted"):
            await files.delete_unwanted(full, LATER)
    assert lies.exists() is not lets
    async with full.read(LATER) as tx:
        assert await tx.files.count() == (0 if lets else 1)


QUIET: dict[str, dict[str, Any]] = {
    "it is hidden": {"silenced_at": NOW},
    "it is muted": {"muted_until": NOW + YEARS},
    "it is an administrator's": {},
    "": {},
}


@pytest.mark.parametrize("why", QUIET)
async def test_a_chat_to_which_nothing_leads_stays_while(why: str, database: Database) -> None:
    plain = replace(SAMPLES["addresses"], private=True, silenced_at=None, muted_until=None)
    async with database.write(NOW) as tx:
        tx.addresses.add(replace(plain, **QUIET[why]))
    async with database.write(NOW + timedelta(days=100)) as tx:
        keep = {plain.lookup} if "administrator" in why else set()
        await aged_rows.delete_aged(tx, aged_rows.RULES, TERMS, keep)
    async with database.read(LATER) as tx:
        assert await tx.addresses.count() == (1 if why else 0)


async def test_the_other_chat_of_a_member_stays_though_nothing_was_ever_said_there(
    database: Database,
) -> None:
    plain = replace(SAMPLES["addresses"], private=True, silenced_at=None, muted_until=None)
    other = replace(plain, id=plain.id + 1000, lookup=b"other")
    async with database.write(NOW) as tx:
        tx.addresses.add(plain)
        tx.addresses.add(other)
        tx.members.add(replace(SAMPLES["members"], address_id=plain.id, other_id=other.id))
    async with database.write(NOW + timedelta(days=100)) as tx:
        await aged_rows.delete_aged(tx, aged_rows.RULES, TERMS, set())
    async with database.read(LATER) as tx:
        assert await tx.addresses.count() == 2


@pytest.mark.parametrize(("key", "left"), [("extra:1:2", 1), ("another", 0)])
async def test_what_was_handed_out_is_known_until_it_is_taken_back(
    key: str, left: int, full: Database
) -> None:
    async with full.write(NOW) as tx:
        tx.outgoing.put(replace(SAMPLES["outgoing"], state="sent", key=key, lease=None))
    async with full.write(NOW + timedelta(days=100)) as tx:
        await aged_rows.delete_aged(tx, aged_rows.RULES, TERMS, set())
    async with full.read(LATER) as tx:
        assert await tx.outgoing.count() == left
