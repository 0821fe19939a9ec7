"""A timer that kills the process, and one that fails: what was due at a start runs singly, each attempt counted first."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.clock.clock import SteppedClock
from bot.loops.timers import DEATHS, Timers
from core.traffic import Timer
from handlers import routes, timing
from handlers.routing import TimerRoute
from handlers.service import Service
from storage.database import Database
from storage.sealing import Keyring
from storage.transaction import Transaction

NOW = datetime(2026, 9, 17, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)


class Died(BaseException):
    """As a kill: nothing catches it."""


@pytest.fixture
async def database(storage_url: str, keyring: Keyring) -> AsyncIterator[Database]:
    made = await Database.open(storage_url, keyring)
    yield made
    await made.close()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the administrators are told of."""
    said: list[str] = []

    async def trouble(tx: Transaction, service: Service, key: str, *, error: str) -> None:
        said.append(error)

    monkeypatch.setattr(routes, "EVENTS", replace(routes.EVENTS, trouble=trouble))
    return said


async def runs(database: Database, service: Any = None, operator: Any = None) -> None:
    """A run that begins, looks, and ends."""
    await Timers(database, service, SteppedClock(LATER), operator)._look(LATER)


async def put(database: Database, *waiting: Timer) -> None:
    async with database.write(NOW) as tx:
        for timer in waiting:
            tx.timers.put(timer)


async def left(database: Database) -> dict[str, Timer]:
    async with database.read(NOW) as tx:
        return {timer.key: timer for timer in await tx.timers.select()}


async def test_a_timer_that_kills_the_process_is_parked_and_told_after_six_deaths(
    database: Database, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    ran: list[str] = []

    async def kills(tx: Transaction, service: Service, timer: Timer) -> None:
        raise Died

    async def works(tx: Transaction, service: Service, timer: Timer) -> None:
        ran.append(timer.key)

    monkeypatch.setitem(routes.TIMERS, "kills", TimerRoute(kills))
    monkeypatch.setitem(routes.TIMERS, "works", TimerRoute(works))
    await put(database, Timer("killer", "kills", NOW), Timer("other", "works", LATER))
    for death in range(1, DEATHS + 1):
        with pytest.raises(Died):
            await runs(database)
        assert (await left(database))["killer"].attempts == death
    assert ran == ["other"]  # the second start ran it first
    await runs(database)
    killer = (await left(database))["killer"]
    assert (killer.parked, told) == (True, ["kills killer"])
    await runs(database)
    assert told == ["kills killer"]


async def test_a_number_that_is_remembered_until_a_time_is_no_attempt(
    database: Database, told: list[str]
) -> None:
    await put(database, Timer("tries:1", "forget", NOW, attempts=30))
    await runs(database)
    assert (await left(database), told) == ({}, [])


async def test_what_comes_due_after_the_start_runs_together_and_is_not_counted(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    async def works(tx: Transaction, service: Service, timer: Timer) -> None:
        seen.append(timer.attempts)

    monkeypatch.setitem(routes.TIMERS, "works", TimerRoute(works))
    await put(database, Timer("first", "works", NOW))
    clock = SteppedClock(NOW)
    loop = Timers(database, None, clock, None)  # type: ignore[arg-type]  # nobody is asked
    await loop._look(NOW)
    await put(database, Timer("second", "works", LATER))
    await loop._look(LATER)
    assert seen == [1, 0]


async def test_whoever_cannot_be_told_of_a_parked_timer_keeps_it_parked(
    database: Database, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    async def fails(*_: object) -> None:
        raise ValueError

    monkeypatch.setitem(routes.TIMERS, "fails", TimerRoute(fails))
    monkeypatch.setattr(timing, "on_timer_parked", fails)
    await put(database, Timer("bad", "fails", NOW))
    for _ in range(3):
        await runs(database)
    assert ((await left(database))["bad"].parked, told) == (True, ["fails bad"])
