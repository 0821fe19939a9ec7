"""The run notes that it is alive once a minute, whatever the clock does meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from bot.clock.clock import SteppedClock
from bot.loops import heartbeat
from core.traffic import Run
from handlers.casework import name_index
from storage import key_rotation
from storage.database import Database
from storage.errors import Unavailable
from storage.sealing import Keyring
from storage.transaction import Transaction

NOW = datetime(2026, 9, 17, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def database(storage_url: str, keyring: Keyring) -> AsyncIterator[Database]:
    """A fresh one."""
    made = await Database.open(storage_url, keyring)
    yield made
    await made.close()


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize("moves", [MINUTE * 5, -MINUTE / 2], ids=["forward", "back"])
async def test_a_clock_that_is_moved_while_a_minute_is_noted_delays_the_next_one_by_a_minute_at_most(
    database: Database, moves: timedelta
) -> None:
    clock, noted = SteppedClock(NOW), asyncio.Event()

    def moved_meanwhile() -> timedelta:
        if clock.now() == NOW + MINUTE:
            clock.move_to(clock.now() + moves)
        return timedelta()

    async with database.write(NOW) as tx:
        boot = Run(tx.new_id(), NOW, NOW)
        tx.boots.add(boot)
    inbox: Any = SimpleNamespace(unheard=moved_meanwhile)
    service: Any = None  # nothing is due
    database.on_commit.append(lambda *_: noted.set())
    task = asyncio.create_task(heartbeat.note_alive(database, service, clock, boot, inbox))
    try:
        await asyncio.sleep(0)
        clock.move_to(NOW + MINUTE)
        async with asyncio.timeout(10):
            await noted.wait()
            noted.clear()
            if moves < timedelta():
                clock.move_to(clock.now() + MINUTE)
            await noted.wait()
    finally:
        task.cancel()
    async with database.read(clock.now()) as tx:
        (found,) = await tx.boots.select()
    assert found.alive_at == clock.now()


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_names_are_hashed_anew_although_the_first_minute_after_a_rotation_could_not_be_written(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, begun, real = SteppedClock(NOW), list[datetime](), database.write
    async with database.write(NOW) as tx:
        boot = Run(tx.new_id(), NOW, NOW)
        tx.boots.add(boot)
    looks, writes = (
        iter((True, False, False, False)),
        iter((Unavailable("the disk is full"), None, None, None)),
    )

    async def look(*_: object) -> bool:
        return next(looks)

    async def begin(tx: Transaction) -> None:
        begun.append(tx.now)

    tried = asyncio.Event()

    def write(now: datetime) -> AbstractAsyncContextManager[Transaction]:
        tried.set()
        if (broken := next(writes)) is not None:
            raise broken
        return real(now)

    monkeypatch.setattr(key_rotation, "follow_rotation", look)
    monkeypatch.setattr(name_index, "begin_rebuilding", begin)
    monkeypatch.setattr(database, "write", write)
    inbox: Any = SimpleNamespace(unheard=timedelta)
    service: Any = None
    task = asyncio.create_task(heartbeat.note_alive(database, service, clock, boot, inbox))
    try:
        for minute in (1, 2, 3):
            await asyncio.sleep(0)
            clock.move_to(NOW + minute * MINUTE)
            await tried.wait()
            tried.clear()
    finally:
        task.cancel()
    assert begun == [NOW + 2 * MINUTE]
