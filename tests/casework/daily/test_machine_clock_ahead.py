"""The machine's clock jumps ahead: nothing is deleted by a wrong time before somebody could look."""

import asyncio
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from msgspec.structs import replace

from bot.clock.clock import RealClock, SteppedClock
from bot.loops import heartbeat
from bot.loops.timers import Timers
from handlers import timing
from handlers.daily.runs import RESTS
from handlers.forgetting import purge
from handlers.people import addresses
from storage import audit, files
from tests.casework.story_desk import Desk

YEAR = timedelta(days=400)
NIGHT = timedelta(days=1)


class Jumping(RealClock):
    """Of a machine whose time was set."""

    gone = timedelta()

    def ahead(self) -> timedelta:
        return self.gone


class OfNobody:
    """Whom the loop would tell that the database is away."""


async def _closed(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it")
    await marat.presses("Contacted")
    await marat.presses("Released", "Released")
    async with desk.writing() as tx:
        await purge.schedule_night(tx, desk.service)


class Machine:
    """Its clock, and the loop of timers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._clock = Jumping()
        self._loop = Timers(desk.database, desk.service, self._clock, OfNobody())  # type: ignore[arg-type]

    def is_set(self, by: timedelta) -> None:
        self._clock.gone += by
        self._desk.now += by

    async def runs(self, times: int = 12) -> None:
        for _ in range(times):
            await self._loop._look(self._desk.now)
            self._desk.now += timedelta(seconds=2)
        async with self._desk.writing():
            pass  # what it wrote is on the phones


async def _is_forgotten(desk: Desk) -> bool:
    return (await desk.case()).forgotten_at is not None


async def test_a_clock_that_jumps_ahead_by_a_year_forgets_nobody_and_is_told(desk: Desk) -> None:
    await _closed(desk)
    machine = Machine(desk)
    machine.is_set(YEAR)
    await machine.runs()
    assert not await _is_forgotten(desk)
    desk.now += NIGHT
    await machine.runs()
    assert not await _is_forgotten(desk), "a night later"
    assert desk.administrator.count("went ahead by 576000 minutes", "deleted") == 1


async def test_what_the_clock_would_have_deleted_stays_when_it_is_put_right(desk: Desk) -> None:
    await _closed(desk)
    machine = Machine(desk)
    machine.is_set(YEAR)
    await machine.runs()
    machine.is_set(-YEAR)
    await _is_put_right(desk, YEAR)
    due = await desk.waits_until(purge.FORGETTING)
    assert due is not None
    assert due - desk.now <= NIGHT
    desk.now += RESTS
    await machine.runs()
    assert not await _is_forgotten(desk)


async def test_a_clock_that_was_behind_and_is_put_right_forgets_some_days_later(desk: Desk) -> None:
    await _closed(desk)
    machine = Machine(desk)
    machine.is_set(YEAR)
    await machine.runs()
    desk.now += RESTS
    await machine.runs()
    assert await _is_forgotten(desk)


async def test_after_a_night_of_a_wrong_time_a_chat_can_still_be_emptied(desk: Desk) -> None:
    rita = desk.on_signal("Rita")
    await rita.writes("/help")
    rita.sees("a detention")
    async with desk.writing() as tx:
        await purge.schedule_night(tx, desk.service)
    machine = Machine(desk)
    machine.is_set(YEAR)
    await machine.runs()
    machine.is_set(-YEAR)
    await _is_put_right(desk, YEAR)
    await rita.writes("hide")
    rita.sees_nothing_of("a detention")


async def test_a_clock_that_is_ahead_for_less_than_a_minute_leaves_no_day_without_a_digest(
    desk: Desk,
) -> None:
    async with desk.writing() as tx:
        await timing.on_started(tx, desk.service)
    machine = Machine(desk)
    machine.is_set(2 * NIGHT)
    await machine.runs(times=1)
    machine.is_set(-2 * NIGHT)
    clock, noted = SteppedClock(desk.now), asyncio.Event()
    desk.database.on_commit.append(lambda _: noted.set())
    async with desk.reading() as tx:
        (boot,) = await tx.boots.select()
    inbox: Any = SimpleNamespace(unheard=timedelta)
    beats = asyncio.create_task(heartbeat.note_alive(desk.database, desk.service, clock, boot, inbox))
    try:
        await asyncio.sleep(0)
        clock.move_to(desk.now + heartbeat.EVERY)
        async with asyncio.timeout(10):
            await noted.wait()
    finally:
        beats.cancel()
    due = await desk.waits_until("digest")
    assert due is not None
    assert due - desk.now <= audit.PLANNED


async def test_time_that_truly_passed_is_no_jump(desk: Desk) -> None:
    await _closed(desk)
    machine = Machine(desk)
    desk.now += YEAR
    await machine.runs()
    assert await _is_forgotten(desk)
    desk.administrator.sees_nothing_of("went ahead")


async def _starts(desk: Desk, after: timedelta) -> None:
    """Another run, so long after the one before."""
    async with desk.writing() as tx:
        await timing.on_started(tx, desk.service)
    desk.now += after
    async with desk.writing() as tx:
        await timing.on_started(tx, desk.service)


async def test_a_start_by_a_clock_that_is_a_year_ahead_forgets_nobody_and_is_told(desk: Desk) -> None:
    await _closed(desk)
    await _starts(desk, YEAR)
    machine = Machine(desk)
    await machine.runs()
    assert not await _is_forgotten(desk)
    assert desk.administrator.count("the last run of the bot was alive on", "deleted") == 1
    desk.now += RESTS
    await machine.runs()
    assert await _is_forgotten(desk)


async def test_a_start_after_some_hours_puts_nothing_off(desk: Desk) -> None:
    await _closed(desk)
    await _starts(desk, timedelta(hours=20))
    due = await desk.waits_until(purge.FORGETTING)
    assert due is not None
    assert due - desk.now <= NIGHT
    desk.administrator.sees_nothing_of("the last run")


async def test_a_jump_of_hours_is_told_and_the_night_goes_on(desk: Desk) -> None:
    await _closed(desk)
    machine = Machine(desk)
    before = await desk.waits_until(purge.FORGETTING)
    machine.is_set(timedelta(hours=2))
    await machine.runs()
    assert await desk.waits_until(purge.FORGETTING) == before
    assert "deleted" not in desk.administrator.sees("went ahead by 120 minutes")


async def test_a_file_that_failed_under_a_wrong_time_is_fetched_when_it_is_put_right(desk: Desk) -> None:
    rita = await desk.reports("police took Dana Made-Up in Almaty")
    await rita.sends("a face")
    async with desk.writing() as tx:
        (file,) = await tx.files.select()
        tx.files.put(replace(file, attempts=1, not_before=desk.now + YEAR))
    await _is_put_right(desk, YEAR)
    async with desk.reading() as tx:
        assert [one.id for one in await files.list_wanted(tx)] == [file.id]


async def test_whoever_was_muted_or_limited_under_a_wrong_time_is_so_for_no_longer(desk: Desk) -> None:
    rita = desk.person("Rita")
    await rita.writes("/start")
    until = desk.now + YEAR + timedelta(hours=5)
    async with desk.writing() as tx:
        address = await addresses.of_chat(tx, rita.chat)
        tx.addresses.put(replace(address, muted_until=until, limited_until=until))
    await _is_put_right(desk, YEAR)
    address = await desk.address(rita)
    assert address.muted_until == address.limited_until == until - YEAR


async def _is_put_right(desk: Desk, by: timedelta) -> None:
    async with desk.writing() as tx:
        await timing.on_clock_put_back(tx, desk.service, by)
