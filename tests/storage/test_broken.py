"""A transaction of which a part failed is never committed, and no error hides a cancellation."""

import asyncio
from contextlib import suppress

import asyncpg
import pytest

from core.traffic import Message, Timer
from core.vocabulary import CaseState
from storage.database import Database
from storage.engine import driver
from storage.errors import Refused, Unavailable
from storage.schema import cases
from storage.transaction import Transaction
from tests.storage.samples import LATER, NOW, address

PATIENCE = 10  # real seconds


async def test_who_swallows_a_refused_statement_commits_nothing(database: Database) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
        tx.messages.add(Message(50, 1, 7, NOW, outgoing=True))
    with pytest.raises(Refused):
        await _write_half(database)
    async with database.read(NOW) as tx:
        assert [one.id for one in await tx.addresses.select()] == [1]
        assert await tx.timers.count() == 0
        assert [one.message_id for one in await tx.messages.select()] == [7]


async def _write_half(database: Database) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(address(2, b"2"))
        tx.timers.put(Timer("k", "probe", LATER))
        tx.messages.add(Message(51, 1, 7, NOW, outgoing=True))  # that message is there already
        with suppress(Refused):
            await tx.cases.select(cases.c.state == CaseState.OPEN)  # which flushes


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_sqlite_has_undone_by_itself_is_not_committed_by_halves(database: Database) -> None:
    with pytest.raises(Unavailable):
        await _write_beside_a_transaction(database)
    async with database.read(NOW) as tx:
        assert await tx.timers.count() == 0


async def _write_beside_a_transaction(database: Database) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
        await tx.flush()
        await driver(tx.session.connection).execute_fetchall("ROLLBACK")  # as it does when a disk is full


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_connection_that_was_closed_blames_no_row_and_the_next_write_goes_on(
    database: Database,
) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))
        below = driver(tx.session.connection)
    await below.close()
    with pytest.raises(Unavailable):
        await _add(database, 2)
    await _add(database, 3)


async def _add(database: Database, number: int) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(address(number, b"%d" % number))


@pytest.mark.parametrize("dialect", ["postgres"])
async def test_who_is_stopped_while_the_server_goes_is_stopped(database: Database, storage_url: str) -> None:
    inside, rounds = asyncio.Event(), 0

    async def loops() -> None:
        nonlocal rounds
        while rounds < 3:  # as every loop of the bot: trouble with the database ends none
            rounds += 1
            with suppress(Unavailable):
                async with database.write(NOW) as tx:
                    await _wait_inside(tx, inside)

    task = asyncio.create_task(loops())
    await inside.wait()
    other = await asyncpg.connect(storage_url)
    await other.execute(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() "
        "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
    )
    await other.close()
    task.cancel()
    await asyncio.wait([task], timeout=PATIENCE)
    assert task.cancelled()
    assert rounds == 1


async def _wait_inside(tx: Transaction, inside: asyncio.Event) -> None:
    tx.addresses.add(address(1, b"1"))
    await tx.flush()
    inside.set()
    await asyncio.Event().wait()
