"""Timers after downtime, and timers that break."""

from datetime import datetime, timedelta

import pytest

from bot.loops import timers as loop
from core.traffic import Timer
from handlers import routes
from handlers.routing import TimerRoute
from handlers.service import Service
from storage.transaction import Transaction
from tests.stories.faults import from_bot
from tests.world.world import World


async def _set(world: World, *timers: Timer) -> None:
    async with world.app.database.write(world.clock.now()) as tx:
        for timer in timers:
            tx.timers.put(timer)


@pytest.mark.slow
async def test_after_downtime_all_overdue_timers_run_oldest_first_with_the_true_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[str, datetime]] = []

    async def notes(tx: Transaction, service: Service, timer: Timer) -> None:
        ran.append((timer.key, tx.now))

    monkeypatch.setitem(routes.TIMERS, "probe", TimerRoute(notes))
    start = world.clock.now()
    due = {"b": 20, "a": 10, "c": 30}
    await _set(world, *(Timer(key, "probe", start + timedelta(minutes=after)) for key, after in due.items()))
    await world.crash()
    await world.sleeps_through(minutes=45)
    await world.start_bot()
    await world.settle()
    assert ran == [(key, start + timedelta(minutes=45)) for key in ("a", "b", "c")]


@pytest.mark.slow
async def test_a_timer_that_fails_three_times_is_parked_and_told_and_the_others_run(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []

    async def breaks(tx: Transaction, service: Service, timer: Timer) -> None:
        ran.append(timer.key)
        if timer.key.startswith("bad"):
            raise ValueError("Dana Made-Up")

    monkeypatch.setitem(routes.TIMERS, "probe", TimerRoute(breaks))
    now = world.clock.now()
    await _set(
        world, *(Timer(key, "probe", now + timedelta(minutes=1)) for key in ("bad-1", "bad-2", "good"))
    )
    await world.fast_forward(minutes=2)
    assert "good" in ran
    async with world.app.database.read(world.clock.now()) as tx:
        left = {timer.key: timer for timer in await tx.timers.by(kind="probe")}
    assert set(left) == {"bad-1", "bad-2"}
    assert all(timer.parked for timer in left.values())
    told = await from_bot(world.administrator, "failed three times")
    assert len(told) == 2
    assert all("Made-Up" not in one.text for one in told)
    ran.clear()
    await _set(world, Timer("bad-1", "probe", world.clock.now() + timedelta(minutes=1)))
    await world.fast_forward(minutes=2)
    assert ran[0] == "bad-1"  # set again, it is a new one


@pytest.mark.slow
async def test_a_timer_that_another_one_removes_does_not_run_even_singly(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []

    async def acts(tx: Transaction, service: Service, timer: Timer) -> None:
        ran.append(timer.key)
        if timer.key == "a-removes":
            tx.timers.remove("b-removed")
        if timer.key == "c-breaks":
            raise ValueError

    monkeypatch.setitem(routes.TIMERS, "probe", TimerRoute(acts))
    now = world.clock.now()
    names = ("a-removes", "b-removed", "c-breaks")
    await _set(world, *(Timer(key, "probe", now + timedelta(minutes=1)) for key in names))
    await world.fast_forward(minutes=2)
    assert "b-removed" not in ran
    async with world.app.database.read(world.clock.now()) as tx:
        assert [timer.key for timer in await tx.timers.by(kind="probe")] == ["c-breaks"]


@pytest.mark.slow
async def test_only_a_timer_that_may_be_the_first_is_a_reason_to_look(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    looks: list[int] = []
    look = loop._first

    async def notes(tx: Transaction, service: Service, timer: Timer) -> None:
        ran.append(timer.key)

    async def counted(tx: Transaction, limit: int) -> list[Timer]:
        looks.append(limit)
        return await look(tx, limit)

    monkeypatch.setitem(routes.TIMERS, "probe", TimerRoute(notes))
    start = world.clock.now()
    await _set(world, Timer("first", "probe", start + timedelta(seconds=20)))
    await world.settle()
    monkeypatch.setattr(loop, "_first", counted)
    await _set(world, Timer("later", "probe", start + timedelta(seconds=25)))
    await world.settle()
    assert looks == []
    await _set(world, Timer("sooner", "probe", start + timedelta(seconds=10)))
    await world.settle()
    assert len(looks) == 1
    for seconds, expected in (
        (10, ["sooner"]),
        (20, ["sooner", "first"]),
        (25, ["sooner", "first", "later"]),
    ):
        world.clock.move_to(start + timedelta(seconds=seconds))
        await world.settle()
        assert ran == expected


async def test_a_look_opens_what_is_due_and_otherwise_only_the_next(world: World) -> None:
    now = world.clock.now()
    async with world.app.database.write(now) as tx:
        for timer in await tx.timers.select():
            tx.timers.remove(timer.key)
        for name, minutes in (("third", 30), ("first", 10), ("second", 20)):
            tx.timers.put(Timer(name, "probe", now + timedelta(minutes=minutes)))
        await tx.flush()
        assert [timer.key for timer in await loop._first(tx, 50)] == ["first"]
    for minutes, expected in ((10, ["first"]), (15, ["first"]), (20, ["first", "second"])):
        async with world.app.database.read(now + timedelta(minutes=minutes)) as tx:
            assert [timer.key for timer in await loop._first(tx, 50)] == expected


@pytest.mark.slow
async def test_a_timer_that_is_set_while_the_others_are_looked_at_runs_in_time(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    start = world.clock.now()
    look = loop._first

    async def notes(tx: Transaction, service: Service, timer: Timer) -> None:
        ran.append(timer.key)

    async def slow(tx: Transaction, limit: int) -> list[Timer]:
        found = await look(tx, limit)
        monkeypatch.setattr(loop, "_first", look)
        await _set(world, Timer("meanwhile", "probe", start + timedelta(seconds=20)))
        return found

    monkeypatch.setitem(routes.TIMERS, "probe", TimerRoute(notes))
    await _set(world, Timer("first", "probe", start + timedelta(seconds=10)))
    await world.settle()
    async with world.app.database.write(start) as tx:
        tx.timers.remove("first")
    monkeypatch.setattr(loop, "_first", slow)
    for seconds, expected in ((10, []), (20, ["meanwhile"])):
        world.clock.move_to(start + timedelta(seconds=seconds))
        await world.settle()
        assert ran == expected
