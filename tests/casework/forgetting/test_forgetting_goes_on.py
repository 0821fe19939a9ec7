"""A closed case that cannot be forgotten is passed over and told; all others go, by the timer and by hand."""

from datetime import timedelta
from typing import Any

import pytest

from bot.clock.clock import RealClock
from bot.loops.timers import Timers
from core.model import Case
from core.traffic import Timer
from handlers.cards import live_cards
from handlers.forgetting import purge
from tests.casework.story_desk import Desk, Person

pytestmark = pytest.mark.slow

PEOPLE = ("Dana", "Beka", "Roza")


class OfNobody:
    """The timers tell their troubles by themselves; what they ask of this is for a database that is away."""


async def _closed(desk: Desk) -> tuple[Person, list[Case]]:
    """Three cases, all over, so long ago that everything is due."""
    marat = await desk.lawyer("Marat")
    for name in PEOPLE:
        await desk.reports(f"police took {name} Made-Up in Almaty", name=f"friend of {name}")
        await marat.presses("I'll take it")
        await marat.presses("Contacted")
        await marat.presses("Released", "Released")
    desk.now += timedelta(days=400)
    return marat, [await desk.case(number) for number in range(3)]


def _breaks(monkeypatch: pytest.MonkeyPatch, bad: Case) -> None:
    does = live_cards.touch_incidents

    async def fails(tx: Any, case_id: int) -> None:
        if case_id == bad.id:
            raise ZeroDivisionError
        await does(tx, case_id)

    monkeypatch.setattr(live_cards, "touch_incidents", fails)


async def _runs(desk: Desk, times: int = 30) -> None:
    """What the loop of timers does with what is due; a moment passes each time."""
    loop = Timers(desk.database, desk.service, RealClock(), OfNobody())  # type: ignore[arg-type]
    for _ in range(times):
        await loop._look(desk.now)
        desk.now += timedelta(seconds=2)


async def _told(desk: Desk) -> str:
    async with desk.reading() as tx:
        return repr([row.payload for row in await tx.outgoing.select()])


async def test_one_bad_case_is_passed_over_and_told_and_the_others_and_the_next_night_go_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, cases = await _closed(desk)
    _breaks(monkeypatch, cases[0])
    async with desk.writing() as tx:
        await purge.schedule_night(tx, desk.service)
    desk.now += timedelta(days=1)
    await _runs(desk)
    assert [(await desk.case(n)).forgotten_at is not None for n in range(3)] == [False, True, True]
    assert f"alone-forgotten:{cases[0].id}" in await _told(desk)
    due = await desk.waits_until("forgetting")
    assert due is not None
    assert due > desk.now
    async with desk.reading() as tx:
        timer = await tx.timers.get("forgetting")
        assert timer is not None
        assert not timer.parked

    monkeypatch.undo()
    desk.now += timedelta(days=1)
    await _runs(desk)
    assert (await desk.case(0)).forgotten_at is not None
    async with desk.reading() as tx:
        assert not [one for one in await tx.timers.select() if one.parked]


async def test_what_every_night_does_is_not_lost_with_the_case_that_it_had_come_to(desk: Desk) -> None:
    await _closed(desk)
    case = await desk.case(2)
    async with desk.writing() as tx:
        tx.timers.put(Timer("chains", "chains", desk.now + timedelta(hours=1), case.id))
        assert await purge.forget_single_case(tx, desk.service, case.id)
    assert await desk.waits_until("chains") is not None
