"""The process dies between any two steps of the hot path. A citizen reports, it dies at that step, it is started again:
the report is there once, its case is alerted, and what was repeated was in flight.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import NoReturn

import pytest
from msgspec.structs import replace

from core.vocabulary import CaseState, OfferState
from playground.limits import Limits
from playground.phone import Phone
from tests.conftest import DIALECTS
from tests.faults.failpoints import (
    FETCHING,
    HANDLING,
    HANDLING_SINGLY,
    POLLING,
    SENDING,
    STARTING,
    TIMING,
    WHEN,
    Failpoints,
    Point,
    Step,
)
from tests.faults.scale import SCALE
from tests.stories.faults import from_bot
from tests.stories.sent_files import folder, is_kept, rows
from tests.world.world import World

pytestmark = pytest.mark.slow

STORED = Point(HANDLING[0], "before")  # the update is on the disk, and nothing was done with it
NEVER_ENDS = "bot.app:App.run"  # it has no "after"
NIGHT = timedelta(days=1)
PATIENCE = 60  # real seconds until a point that is not reached is a failure
POLICY = """
[[escalation.steps]]
ask = "region"
at_once = 1
wait_minutes = 5.0
"""


class Died(BaseException):
    """The process ends here. No ``except Exception`` goes on after it."""


def points(steps: tuple[Step, ...], dialect: str, *, times: int = 1) -> list[Point]:
    """Before and after each step, also the later times that it is reached. In the short run before each step and after
    the last, every other one on each database.
    """
    if SCALE.long:
        found = [Point(step, when, nth + 1) for step in steps for when in WHEN for nth in range(times)]
    else:
        found = [*(Point(step, "before") for step in steps), Point(steps[-1], "after")]
        found = found[DIALECTS.index(dialect) :: 2]
    return [point for point in found if (point.step.place, point.when) != (NEVER_ENDS, "after")]


class Story:
    """A bot that dies, in a world that goes on."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.in_flight = 0
        self.deadly = Failpoints(self._die)

    def _die(self) -> NoReturn:
        outbox = self.world.app.outbox
        self.in_flight = max(self.in_flight, len(outbox._tasks) + len(outbox._finished))
        raise Died

    async def begins(self, point: Point) -> tuple[Phone, Phone]:
        """A lawyer who has nothing to do, and somebody who will report."""
        self.in_flight = 0
        lawyer = await self.world.member(f"Lawyer of {point}")
        citizen = await self.world.person(f"Citizen of {point}", "ru")
        await self.world.settle()
        return lawyer, citizen

    async def dies(self, point: Point) -> None:
        """Time stands still until the point has struck."""
        end = asyncio.get_running_loop().time() + PATIENCE
        while not self.deadly.dead:
            if (slot := self.world._slot()) is not None:
                self.world.clock.move_to(slot)
            assert asyncio.get_running_loop().time() < end, f"never reached: {point}"
            await asyncio.sleep(0.001)
        assert self.deadly.struck[-1] == point
        await self.world.crash()

    async def starts_and_dies(self, point: Point) -> None:
        """It dies while it starts, or soon after."""
        self.deadly.arm(point)
        try:
            await self.world.start_bot()
        except Died:
            assert self.world._open is not None
            await self.world._open.aclose()
        else:
            await self.dies(point)

    async def comes_back(self) -> None:
        """The supervisor starts it again."""
        self.deadly.revive()
        await self.world.start_bot()
        await self.world.settle()

    async def kept_the_promise(self, point: Point, citizen: Phone, lawyer: Phone, words: str) -> None:
        """The report once, its case alerted, repeated only what was in flight."""
        async with self.world.app.database.read(self.world.clock.now()) as tx:
            said = [entry for entry in await tx.entries.select() if entry.payload.get("text") == words]
            assert len(said) == 1, f"{point}: the words are there {len(said)} times"
            report = await tx.reports.get(said[0].report_id or 0)
            assert report is not None, point
            assert report.case_id is not None, point
            assert [one.id for one in await tx.reports.by(address_id=report.address_id)] == [report.id], point
            alerts = await tx.alerts.by(case_id=report.case_id)
            assert alerts, f"{point}: nobody was asked"
            assert await tx.cases.get(report.case_id), point
        assert await from_bot(lawyer, "Алматы"), f"{point}: the lawyer was not shown the case"
        assert await from_bot(citizen, "+7 727 000 00 00"), f"{point}: the citizen was not answered"
        shown = [one.text for phone in (lawyer, citizen) for one in await from_bot(phone)]
        repeats = sum(count - 1 for count in Counter(shown).values())
        assert repeats <= self.in_flight, f"{point}: {repeats} repeated, {self.in_flight} were in flight"

    async def is_over(self) -> None:
        """Nobody works on this case any more, so that the next one finds the world as this one did."""
        async with self.world.app.database.write(self.world.clock.now()) as tx:
            for alert in await tx.alerts.by(state=OfferState.OFFERED):
                tx.alerts.put(replace(alert, state=OfferState.WITHDRAWN))
            for timer in await tx.timers.by(kind="escalation"):
                tx.timers.remove(timer.key)
            for member in await tx.members.by(suspended_at=None):
                tx.members.put(replace(member, suspended_at=tx.now))
            for case in await tx.cases.by(state=CaseState.OPEN):
                tx.cases.put(replace(case, state=CaseState.CLOSED))
        await self.world.settle()


@pytest.fixture
async def story(world: World) -> AsyncIterator[Story]:
    made = Story(world)
    await world.restart()  # with what was just wrapped
    yield made
    made.deadly.undo()


def report(number: int) -> str:
    return f"в алматы задержали человека у дома {number}"


@pytest.mark.world(config=POLICY, limits=Limits.off())
@pytest.mark.parametrize("steps", [POLLING, HANDLING, SENDING], ids=["polling", "handling", "sending"])
async def test_it_dies_while_it_runs(story: Story, steps: tuple[Step, ...], dialect: str) -> None:
    wanted = points(steps, dialect, times=3 if steps is SENDING else 1)
    for number, point in enumerate(wanted):
        lawyer, citizen = await story.begins(point)
        story.deadly.arm(point)
        await citizen.writes(report(number))
        await story.dies(point)
        await story.comes_back()
        await story.kept_the_promise(point, citizen, lawyer, report(number))
        await story.is_over()
    assert story.deadly.struck == wanted


@pytest.mark.world(config=POLICY, limits=Limits.off())
@pytest.mark.parametrize("steps", [HANDLING_SINGLY, STARTING], ids=["singly", "starting"])
async def test_it_dies_while_it_starts(story: Story, steps: tuple[Step, ...], dialect: str) -> None:
    wanted = points(steps, dialect)
    for number, point in enumerate(wanted):
        lawyer, citizen = await story.begins(point)
        story.deadly.arm(STORED)
        await citizen.writes(report(number))
        await story.dies(STORED)
        await story.starts_and_dies(point)
        await story.comes_back()
        await story.kept_the_promise(point, citizen, lawyer, report(number))
        await story.is_over()
    assert [point for point in story.deadly.struck if point != STORED] == wanted


@pytest.mark.world(config=POLICY, limits=Limits.off())
async def test_it_dies_while_a_timer_runs_and_the_next_lawyer_is_asked(story: Story, dialect: str) -> None:
    wanted = points(TIMING, dialect)
    for number, point in enumerate(wanted):
        first, citizen = await story.begins(point)
        await citizen.writes(report(number))
        await story.world.settle()
        second = await story.world.member(f"Second lawyer of {point}")
        story.deadly.arm(point)
        story.world.clock.move_to(story.world.clock.now() + timedelta(minutes=5))
        await story.dies(point)
        await story.comes_back()
        await story.kept_the_promise(point, citizen, first, report(number))
        await story.kept_the_promise(point, citizen, second, report(number))
        await story.is_over()
    assert story.deadly.struck == wanted


async def halves_that_a_night_removes(world: World) -> int:
    return folder(world).sweep([row.id for row in await rows(world)], datetime.now(UTC) + NIGHT)


@pytest.mark.world(config=POLICY, limits=Limits.off())
async def test_it_dies_while_a_file_is_fetched_and_it_is_kept_once(story: Story, dialect: str) -> None:
    wanted, kept = points(FETCHING, dialect), []
    for number, point in enumerate(wanted):
        _, citizen = await story.begins(point)
        await citizen.writes(report(number))
        await story.world.settle()
        kept.append(b"made-up picture %d" % number)
        story.deadly.arm(point)
        await citizen.sends_photo(kept[-1])
        await story.dies(point)
        await story.comes_back()
        assert await halves_that_a_night_removes(story.world) <= 1  # who dies with it open cannot remove it
        await is_kept(story.world, *kept)
        await story.is_over()
    assert story.deadly.struck == wanted
