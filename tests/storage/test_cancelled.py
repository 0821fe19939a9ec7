"""A task that is cancelled in the middle of a transaction leaves no lock behind: the next writer need not wait."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from core.traffic import Timer
from storage import shielding
from storage.database import Database
from storage.shielding import ShieldedFuture, finish_shielded

NOW = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)
MOMENTS = 25


async def _writes_for_ever(database: Database) -> None:
    number = 0
    while True:
        async with database.write(NOW) as tx:
            await tx.timers.select()
            tx.timers.put(Timer("cancelled", "probe", NOW + timedelta(seconds=number)))
        number += 1


@pytest.mark.slow
async def test_a_write_cancelled_at_any_moment_leaves_no_lock(database: Database) -> None:
    for moment in range(MOMENTS):
        writers = [asyncio.create_task(_writes_for_ever(database)) for _ in range(3)]
        await asyncio.sleep(0.01 + moment / 10_000)
        for writer in writers:
            writer.cancel()
        await asyncio.gather(*writers, return_exceptions=True)
        async with asyncio.timeout(4), database.write(NOW) as tx:  # a lock that stays is waited for longer
            tx.timers.put(Timer("next", "probe", NOW + timedelta(seconds=moment)))


async def test_what_has_begun_comes_to_its_end_before_the_cancellation_goes_on() -> None:
    """A driver that is cancelled in mid-statement forgets its connection; so no driver ever is."""
    begun, answered, ended = asyncio.Event(), asyncio.Event(), []

    async def statement() -> None:
        begun.set()
        await answered.wait()
        ended.append("statement")

    task = asyncio.create_task(finish_shielded(statement()))
    await begun.wait()
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    answered.set()
    await asyncio.wait([task])
    assert task.cancelled()
    assert ended == ["statement"]


async def test_what_a_thread_is_doing_comes_to_its_end_too() -> None:
    answer, ended = ShieldedFuture[str](), []

    async def asks() -> None:
        try:
            await finish_shielded(answer)
        finally:
            ended.append(answer.done())

    task = asyncio.create_task(asks())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    assert not task.done()
    answer.set_result("told")
    await asyncio.wait([task])
    assert task.cancelled()
    assert ended == [True]


async def test_a_thread_that_never_answers_is_not_waited_for_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert 5 <= shielding.PATIENCE <= 30
    monkeypatch.setattr(shielding, "PATIENCE", 0)
    answer = ShieldedFuture[str]()
    task = asyncio.create_task(finish_shielded(answer))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()
    assert answer.cancelled()


async def test_a_connection_that_arrives_after_the_cancellation_is_given_back(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, connect = asyncio.Event(), AsyncEngine.connect
    given = []

    async def slowly(engine: AsyncEngine) -> AsyncConnection:
        begun.set()
        await asyncio.sleep(0)
        given.append(await connect(engine))
        return given[0]

    monkeypatch.setattr(AsyncEngine, "connect", slowly)
    task = asyncio.create_task(_reads(database))
    await begun.wait()
    task.cancel()
    await asyncio.wait([task])
    assert [connection.closed for connection in given] == [True]


async def _reads(database: Database) -> None:
    async with database.read(NOW) as tx:
        await tx.timers.select()
