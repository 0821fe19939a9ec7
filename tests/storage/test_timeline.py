"""The timeline notices every change to its past."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from msgspec.structs import replace

from core.model import TimelineEntry
from core.timeline import TimelineKind
from core.vocabulary import CaseState
from storage import evidence, timeline
from storage.database import Database
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.storage.samples import LATER, NOW, SAMPLES

CASE = 3
WHOLE = replace(SAMPLES["cases"], state=CaseState.OPEN, owner_id=None, second_id=None)
OTHER = replace(WHOLE, id=4, code="other")


@pytest.fixture
async def told(database: Database) -> Database:
    async with database.write(NOW) as tx:
        for name in ("addresses", "members", "cases"):
            getattr(tx, name).add(SAMPLES[name])
        tx.cases.add(replace(SAMPLES["cases"], id=4, code="other"))
        told = {"situation": "taken", "steps": (1, 2), 10: "a", 9: "b"}
        await timeline.append(tx, CASE, 0, TimelineKind.OPENED, told)  # type: ignore[arg-type]
        await timeline.append(tx, CASE, 0, TimelineKind.OFFERED, {"member": 2})
    async with database.write(LATER) as tx:
        await timeline.append(tx, 4, 2, TimelineKind.VIEWED, {"reason": "relatives ask"})
        await timeline.append(tx, CASE, 2, TimelineKind.ACCEPTED, {})
    return database


async def test_a_whole_timeline_is_whole(told: Database) -> None:
    async with told.read(NOW) as tx:
        assert await timeline.find_flaws(tx, [WHOLE, OTHER]) == []
        assert [line.kind for line in await tx.timeline.by(case_id=CASE)] == ["opened", "offered", "accepted"]


def change(**fields: object) -> Callable[[Transaction, TimelineEntry], object]:
    return lambda tx, line: tx.timeline.put(replace(line, **fields))


TAMPERING: dict[str, Callable[[Transaction, TimelineEntry], object]] = {
    "the time": change(at=LATER),
    "the actor": change(actor_id=0),
    "the kind": change(kind=TimelineKind.DECLINED),
    "the details": change(details={"member": 5}),
    "the hash": change(hash=b"x" * 32),
    "the link": change(previous=b""),
    "the case": change(case_id=4),
    "a line removed": lambda tx, line: tx.timeline.remove(line.id),
}


@pytest.mark.parametrize("what", TAMPERING)
async def test_tampering_is_noticed_at_the_first_line_that_does_not_fit(what: str, told: Database) -> None:
    async with told.write(NOW) as tx:
        TAMPERING[what](tx, (await tx.timeline.by(case_id=CASE))[1 if what != "the actor" else 2])
    async with told.read(NOW) as tx:
        flaw, *_ = await timeline.find_flaws(tx, [WHOLE, OTHER])
        lines = await tx.timeline.by(case_id=CASE)
    assert flaw.case == WHOLE
    assert flaw.line == lines[flaw.number - 1]
    assert flaw.number == (3 if what == "the actor" else 2)


async def test_lines_cut_off_at_the_end_are_missed_though_the_chain_is_whole(
    told: Database, storage_url: str, keyring: Keyring
) -> None:
    if not storage_url.startswith("sqlite"):
        pytest.skip("there is no note beside a server")
    async with told.write(NOW) as tx:
        tx.timeline.remove((await tx.timeline.by(case_id=CASE))[-1].id)
    async with told.write(NOW) as tx:
        await timeline.append(tx, 4, 2, TimelineKind.CODED, {})  # later lines do not fill the gap
    noted = told.noted_lines()
    async with told.read(NOW) as tx:
        assert await timeline.first_broken_line(tx, WHOLE) is None
        assert noted == 1 + await evidence.count_lines(tx)
    again = await Database.open(storage_url, keyring)  # another process, or another start
    assert again.noted_lines() == noted
    await again.close()


async def test_a_case_without_a_line_is_noticed(told: Database) -> None:
    async with told.write(NOW) as tx:
        for line in await tx.timeline.by(case_id=CASE):
            tx.timeline.remove(line.id)
    async with told.read(NOW) as tx:
        assert await timeline.find_flaws(tx, [WHOLE, OTHER]) == [timeline.Flaw(WHOLE, is_empty=True)]


async def test_what_is_rolled_back_is_not_noted(told: Database) -> None:
    before = told.noted_lines()
    with suppress(ZeroDivisionError):
        async with told.write(NOW) as tx:
            await timeline.append(tx, 4, 2, TimelineKind.CODED, {})
            raise ZeroDivisionError
    assert told.noted_lines() == before


async def test_an_owner_whom_no_line_made_one_is_noticed(told: Database) -> None:
    async with told.write(NOW) as tx:
        case = replace(SAMPLES["cases"], state=CaseState.ACCEPTED, owner_id=2, second_id=None)
        tx.cases.put(case)
        assert not await timeline.find_flaw(tx, case)
        assert await timeline.find_flaw(tx, replace(case, owner_id=5))
        assert await timeline.find_flaw(tx, replace(case, id=4))


async def test_a_second_lawyer_whom_no_line_made_one_is_noticed(told: Database) -> None:
    async with told.write(NOW) as tx:
        alone = replace(SAMPLES["cases"], state=CaseState.ACCEPTED, owner_id=2, second_id=None)
        two = tx.cases.put(replace(alone, second_id=5))
        assert await timeline.find_flaw(tx, two)
        await timeline.append(tx, CASE, 5, TimelineKind.JOINED, {})
        assert not await timeline.find_flaw(tx, two)
        assert await timeline.find_flaw(tx, alone)
        await timeline.append(tx, CASE, 6, TimelineKind.HANDED_OVER, {})
        assert not await timeline.find_flaw(tx, replace(two, owner_id=6))
        await timeline.append(tx, CASE, 0, TimelineKind.INHERITED, {"member": 5})
        assert not await timeline.find_flaw(tx, replace(alone, owner_id=5))
        await timeline.append(tx, CASE, 6, TimelineKind.JOINED, {})
        assert not await timeline.find_flaw(tx, replace(alone, owner_id=5, second_id=6))
        await timeline.append(tx, CASE, 0, TimelineKind.SECOND_LEFT, {"member": 6})
        assert not await timeline.find_flaw(tx, replace(alone, owner_id=5))


HELPED = dict(TAMPERING) | {
    "who did it": change(actor_id=2),
    "that it was emptied": change(emptied=None),
    "what says so": change(emptied=b"x" * 32),
}


async def emptied(told: Database) -> None:
    async with told.write(LATER) as tx:
        await timeline.empty(tx, WHOLE, but=(TimelineKind.OPENED,))


async def test_a_line_that_is_emptied_says_nothing_and_the_chain_holds_and_goes_on(told: Database) -> None:
    await emptied(told)
    async with told.write(LATER) as tx:
        await timeline.append(tx, CASE, 0, TimelineKind.FORGOTTEN, {"forgotten": "help"})
    async with told.read(NOW) as tx:
        lines = await tx.timeline.by(case_id=CASE)
        assert await timeline.find_flaws(tx, [WHOLE]) == []
    assert [bool(line.details) for line in lines] == [True, False, False, True]
    assert [line.actor_id for line in lines[1:3]] == [0, 0]


@pytest.mark.parametrize("what", sorted(set(HELPED) - {"the actor"}))
async def test_a_line_that_was_emptied_cannot_be_changed_either(what: str, told: Database) -> None:
    await emptied(told)
    async with told.write(NOW) as tx:
        HELPED[what](tx, (await tx.timeline.by(case_id=CASE))[1])
    async with told.read(NOW) as tx:
        flaw, *_ = await timeline.find_flaws(tx, [WHOLE])
    assert flaw.number == 2


async def test_nobody_without_the_key_can_empty_a_line(told: Database) -> None:
    async with told.write(NOW) as tx:
        line = (await tx.timeline.by(case_id=CASE))[1]
        tx.timeline.put(replace(line, details={}, emptied=line.hash))
    async with told.read(NOW) as tx:
        flaw, *_ = await timeline.find_flaws(tx, [WHOLE])
    assert flaw.number == 2


async def test_a_chain_that_was_broken_before_stays_broken_when_it_is_emptied(told: Database) -> None:
    async with told.write(NOW) as tx:
        TAMPERING["the details"](tx, (await tx.timeline.by(case_id=CASE))[1])
    await emptied(told)
    async with told.read(NOW) as tx:
        flaw, *_ = await timeline.find_flaws(tx, [WHOLE])
    assert flaw.number == 2
