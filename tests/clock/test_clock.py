"""The clock of real processes: it waits by the machine's steady clock, and follows the local server's when told to."""

import asyncio
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import httpx
import pytest

from bot.clock import follower
from bot.clock.clock import RealClock, SteppedClock
from bot.clock.follower import NotLoopback, follow, synchronise
from playground.client import Playground
from playground.serve import serve

HOUR = timedelta(hours=1)
START = datetime(2018, 9, 17, 12, 0, tzinfo=UTC)


async def test_a_wait_ends_at_once_when_the_moment_is_over_or_the_event_is_set() -> None:
    clock, event = RealClock(), asyncio.Event()
    await clock.wait(event, clock.now())
    event.set()
    await clock.wait(event)


async def test_whoever_waits_looks_again_when_the_clock_is_moved() -> None:
    clock = RealClock()
    waiting = asyncio.create_task(clock.wait(asyncio.Event(), clock.now() + HOUR))
    await asyncio.sleep(0)
    clock.shift(HOUR / 2)
    await asyncio.sleep(0)
    assert not waiting.done()
    clock.shift(2 * HOUR)
    async with asyncio.timeout(10):
        await waiting


async def test_a_wall_clock_that_is_put_back_prolongs_no_wait() -> None:
    class PutBack(RealClock):
        """After the first look the machine's time is an hour earlier."""

        looks = 0

        def now(self) -> datetime:
            self.looks += 1
            return datetime.now(UTC) - (HOUR if self.looks > 1 else timedelta())

    clock = PutBack()
    async with asyncio.timeout(10):
        await clock.wait(asyncio.Event(), datetime.now(UTC) + timedelta(milliseconds=20))


async def test_a_cancelled_wait_leaves_no_task_behind() -> None:
    clock, before = RealClock(), asyncio.all_tasks()
    waiting = asyncio.create_task(clock.wait(asyncio.Event(), clock.now() + HOUR))
    await asyncio.sleep(0.01)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert asyncio.all_tasks() == before


@pytest.mark.parametrize("turns", range(6))
async def test_a_wait_that_is_over_at_the_moment_it_is_cancelled_is_cancelled_all_the_same(
    turns: int,
) -> None:
    clock, event = RealClock(), asyncio.Event()

    async def loops() -> None:
        while True:  # as every loop of the bot does
            await clock.wait(event, clock.now() + HOUR)
            event.clear()

    loop = asyncio.create_task(loops())
    await asyncio.sleep(0.01)
    event.set()
    for _ in range(turns):
        await asyncio.sleep(0)
    loop.cancel()
    async with asyncio.timeout(10):
        await asyncio.gather(loop, return_exceptions=True)
    assert loop.cancelled()


async def test_a_process_takes_over_the_time_of_the_local_server_and_every_change_of_it() -> None:
    start = datetime(2018, 9, 17, 12, 0, tzinfo=UTC)
    offset = start - datetime.now(UTC)
    async with serve(RealClock(offset), offset=offset) as server, Playground(server.url) as playground:
        clock = RealClock()
        version = await synchronise(clock, server.control_url)
        assert abs(clock.now() - start) < timedelta(minutes=1)
        following = asyncio.create_task(follow(clock, server.control_url, version))
        noon = asyncio.create_task(clock.wait(asyncio.Event(), start + 24 * HOUR))
        await playground.advance(hours=24)
        async with asyncio.timeout(10):
            await noon
        assert clock.now() >= start + 24 * HOUR
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


@pytest.mark.slow
async def test_when_the_server_stays_away_the_following_ends_and_with_it_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(follower, "PATIENCE", 0.05)
    clock = RealClock()
    async with serve(RealClock()) as server:
        version = await synchronise(clock, server.control_url)
        following = asyncio.create_task(follow(clock, server.control_url, version))
        await asyncio.sleep(0)
    async with asyncio.timeout(10):
        await following


async def test_a_server_that_hangs_for_longer_than_that_is_asked_again_and_followed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As one does that was stopped, or whose machine slept."""
    monkeypatch.setattr(follower, "PATIENCE", 0.0)
    monkeypatch.setattr(follower, "PAUSE", 0.0)
    hung = [httpx.ReadTimeout("stopped"), httpx.ReadError("stopped"), httpx.ConnectTimeout("stopped")]
    asked = follower._fetch_offset
    followed = asyncio.Event()

    async def asks(*given: Any, **how: Any) -> int:
        if hung:
            raise hung.pop()
        followed.set()
        return await asked(*given, **how)

    monkeypatch.setattr(follower, "_fetch_offset", asks)
    async with serve(RealClock()) as server:
        following = asyncio.create_task(follow(RealClock(), server.control_url, -1))
        async with asyncio.timeout(10):
            await followed.wait()
        assert not following.done()
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)


@pytest.mark.parametrize(
    "url", ["http://example.org", "http://10.0.0.1:80", "http://[2001:db8::1]/", "nothing"]
)
async def test_nobody_but_this_machine_may_move_the_clock(url: str) -> None:
    with pytest.raises((NotLoopback, ValueError)):
        await synchronise(RealClock(), url)


async def test_a_server_that_is_not_there_is_said_at_the_start() -> None:
    with pytest.raises(httpx.ConnectError):
        await synchronise(RealClock(), "http://127.0.0.1:1")


async def test_what_has_elapsed_follows_no_setting_of_the_clock() -> None:
    clock = RealClock()
    before = clock.elapsed()
    clock.shift(timedelta(hours=2))
    assert timedelta() <= clock.elapsed() - before < timedelta(minutes=1)
    stepped = SteppedClock(START)
    stepped.move_to(START + timedelta(hours=2))  # skipped, not lived through
    stepped.move_to(START + timedelta(hours=2, seconds=1))
    assert stepped.elapsed() == timedelta(seconds=1)
    stepped.sleep(timedelta(minutes=3))
    assert (stepped.elapsed(), stepped.now()) == (
        timedelta(seconds=181),
        START + timedelta(hours=2, seconds=181),
    )


async def test_how_far_the_clock_is_ahead_follows_whoever_sets_it_and_no_play_and_no_sleep() -> None:
    clock = RealClock()
    before = clock.ahead()
    clock.shift(timedelta(hours=2))
    assert abs(clock.ahead() - before) < timedelta(minutes=1)
    stepped = SteppedClock(START)
    stepped.move_to(START + HOUR)
    stepped.sleep(HOUR)
    assert stepped.ahead() == timedelta()
    stepped.jump(HOUR)
    assert (stepped.ahead(), stepped.now()) == (HOUR, START + 3 * HOUR)


def test_a_wall_clock_that_is_set_while_the_machine_runs_is_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = RealClock()
    before = clock.ahead()

    class Tomorrow(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Tomorrow":
            return super().now(tz) + 24 * HOUR

    monkeypatch.setattr("bot.clock.clock.datetime", Tomorrow)
    assert abs(clock.ahead() - before - 24 * HOUR) < timedelta(minutes=1)
