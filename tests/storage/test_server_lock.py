"""On a server the place of the one process is the writer's own session: it ends with it, and is never had by two."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest
from sqlalchemy import text

from core.traffic import Run
from storage.database import Database
from storage.engine import SILENCE, notice_silence
from storage.errors import AlreadyRunning, StorageError
from storage.lock import ServerLock, hold
from storage.sealing import Keyring
from tests.storage.samples import NOW

on_a_server = pytest.mark.parametrize("dialect", ["postgres"])


@asynccontextmanager
async def running(url: str, keyring: Keyring, boot: int) -> AsyncIterator[tuple[Database, ServerLock]]:
    """A process that has the database and has written down that it runs."""
    database = await Database.open(url, keyring)
    try:
        async with hold(database) as lock:
            assert lock is not None
            async with database.write(NOW) as tx:
                tx.boots.add(Run(boot, NOW, NOW))
            lock.boot = boot
            yield database, lock
    finally:
        await database.close()


async def cut_off(url: str) -> None:
    """The server ends all sessions."""
    connection = await asyncpg.connect(url.replace("postgresql+asyncpg", "postgresql"))
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE pid <> pg_backend_pid() AND datname = current_database()"
    )
    await connection.close()


async def writes(database: Database) -> None:
    """Something; the first try finds that the session is gone."""
    for _ in range(20):
        try:
            async with database.write(NOW) as tx:
                await tx.addresses.count()
            return
        except AlreadyRunning:
            raise
        except StorageError:
            await asyncio.sleep(0.02)
    pytest.fail("nothing can be written any more")


async def is_taken(url: str, keyring: Keyring) -> bool:
    """Whether a second process is told that there is one."""
    try:
        async with running(url, keyring, 99):
            return False
    except AlreadyRunning:
        return True


@pytest.mark.slow
@on_a_server
async def test_whoever_loses_their_session_has_the_place_again_with_the_next_one(
    storage_url: str, keyring: Keyring
) -> None:
    async with running(storage_url, keyring, 1) as (database, lock):
        await cut_off(storage_url)
        await writes(database)
        assert await is_taken(storage_url, keyring)
        assert not lock.lost


@on_a_server
async def test_whoever_comes_back_after_another_has_run_must_end_and_writes_nothing(
    storage_url: str, keyring: Keyring
) -> None:
    told: list[str] = []
    async with running(storage_url, keyring, 1) as (database, lock):
        lock.on_lost = lambda: told.append("lost")
        await cut_off(storage_url)
        async with running(storage_url, keyring, 2) as (other, _):
            with pytest.raises(AlreadyRunning, match="another one has taken its place"):
                await writes(database)
            await writes(other)
        with pytest.raises(AlreadyRunning):  # nor when that one has ended
            await writes(database)
    assert lock.lost
    assert told[:1] == ["lost"]


def test_a_server_that_is_silent_is_noticed_within_seconds() -> None:
    with socket.socket() as made:
        notice_silence(made)
        assert made.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        assert made.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == 11_000


@on_a_server
async def test_a_session_is_told_to_notice_it_too(storage_url: str, keyring: Keyring) -> None:
    async with running(storage_url, keyring, 1) as (database, _), database.write(NOW) as tx:
        for name, value in SILENCE.items():
            asked = "SELECT reset_val FROM pg_settings WHERE name = :name"
            assert (await tx.execute(text(asked), {"name": name})).scalar_one() == value


@on_a_server
async def test_a_write_that_fails_does_not_give_the_place_away(storage_url: str, keyring: Keyring) -> None:
    async with running(storage_url, keyring, 1) as (database, _):
        with pytest.raises(ZeroDivisionError):
            async with database.write(NOW):
                raise ZeroDivisionError
        await writes(database)
        assert await is_taken(storage_url, keyring)


@on_a_server
async def test_the_place_is_free_at_once_when_it_is_given_back(storage_url: str, keyring: Keyring) -> None:
    async with running(storage_url, keyring, 1):
        pass
    assert not await is_taken(storage_url, keyring)
