"""One active process per database.

SQLite: a lock of the operating system on a file beside the database, and on Linux one on the database's file itself, which
nobody deletes by mistake (elsewhere such a lock would get in the way of SQLite's own). The kernel releases both even after
kill -9.
PostgreSQL: an advisory lock of the writer's own session, so a process that can write has the lock and cannot lose it
unnoticed. It ends with that session. The next session takes it again, unless another process has run meanwhile: then this
one must end.

The lock is taken at once or, by a standby, as soon as the process that has it ends.
"""

import asyncio
import fcntl
import logging
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from time import monotonic

from sqlalchemy import URL, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.connections import connected, ended
from storage.database import Database
from storage.driver_errors import translated
from storage.engine import PROCESS_LOCK, connect, lock_file, sqlite_file
from storage.errors import AlreadyRunning, StorageError, Unavailable
from storage.schema import boots
from storage.sealing import Keyring
from storage.sqlite_notes import HighWater

LINUX = sys.platform == "linux"
PATIENCE, GLANCE = 2.0, 0.05  # seconds
_TAKE = f"SELECT pg_try_advisory_lock({PROCESS_LOCK})"
_HELD = f"""SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
AND classid = {PROCESS_LOCK >> 32} AND objid = {PROCESS_LOCK & 0xFFFFFFFF}
AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"""
TAKEN = "Another process already runs on this database. Stop that one first, or wait until it has ended."
REPLACED = "This process lost the database, and another one has taken its place. It ends, so that two never run at once."


@asynccontextmanager
async def hold(database: Database) -> AsyncIterator["ServerLock | None"]:
    """Hold the database for this process. Raises :class:`AlreadyRunning` at once when another one does.

    On a server it gives what says that the place was lost; a file's lock cannot be.
    """
    file = sqlite_file(database.engine.url)
    if file is None:
        async with _on_server(database) as lock:
            yield lock
    else:
        beside = _open(lock_file(file), os.O_CREAT | os.O_RDWR)
        try:
            _lock(beside)
            itself = _open(file, os.O_RDONLY) if LINUX else None
            if itself is not None:
                database.close_last(itself)
                _lock(itself)
            database.high_water = HighWater(lock_file(file))
            try:
                yield None
            finally:
                database.high_water = None
                if itself is not None:
                    fcntl.flock(itself, fcntl.LOCK_UN)
        finally:
            os.close(beside)  # the file stays: removing it would let two processes lock two files


@asynccontextmanager
async def exclude_bots(url: URL) -> AsyncIterator[None]:
    """No bot runs on this database, nor begins to, until this ends. Raises :class:`AlreadyRunning` when one does.

    For commands that fill, move or mark all of it. A lock file that was not there before is removed again.
    """
    file = sqlite_file(url)
    if file is None:
        async with _alone_on_server(url):
            yield
        return
    beside = lock_file(file)
    made, ours = not beside.exists(), [_open(beside, os.O_CREAT | os.O_RDWR)]
    try:
        if LINUX and file.exists():
            ours.append(_open(file, os.O_RDONLY))
        try:
            for descriptor in ours:
                _lock(descriptor)
        except AlreadyRunning:
            made = False  # meanwhile somebody else did, who holds it
            raise
        yield
    finally:
        if made:
            beside.unlink(missing_ok=True)
        for descriptor in ours:
            os.close(descriptor)


@asynccontextmanager
async def _alone_on_server(url: URL) -> AsyncIterator[None]:
    engine = connect(url)
    try:
        with translated():
            connection = await connected(engine)
        try:
            with translated():
                free = (await connection.exec_driver_sql(_TAKE)).scalar_one()
                await connection.commit()
            if not free:
                raise AlreadyRunning(TAKEN)
            yield
        finally:
            await ended(connection)
    finally:
        await engine.dispose()


def _open(file: Path, flags: int) -> int:
    try:
        return os.open(file, flags, 0o600)
    except OSError as error:
        raise StorageError(
            f"The lock file {file} cannot be opened ({error.strerror}); correct the owner and the mode of its folder."
        ) from error


def _lock(descriptor: int) -> None:
    for last in (False, True):  # once more, a moment later: it may be somebody who only looks (is_held)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if last:
                raise AlreadyRunning(TAKEN) from None
            time.sleep(GLANCE)
        else:
            return


async def is_held(database: Database) -> bool:
    """Whether a process holds it at this moment."""
    file = sqlite_file(database.engine.url)
    if file is not None:
        return _is_locked(lock_file(file))
    with translated():
        async with database.engine.connect() as connection:
            return bool((await connection.exec_driver_sql(_HELD)).scalar_one())


def _is_locked(file: Path) -> bool:
    """Only looked at, and never for longer than a moment: a lock for all readers, given back at once."""
    try:
        descriptor = os.open(file, os.O_RDONLY)
    except FileNotFoundError:
        return False  # nobody ever ran
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


@asynccontextmanager
async def _on_server(database: Database) -> AsyncIterator["ServerLock"]:
    lock = ServerLock()
    await database.guard(lock)
    try:
        yield lock
    finally:
        await database.guard(None)


class ServerLock:
    """Of each session of the writer, before it writes."""

    def __init__(self) -> None:
        self.boot: int | None = None  # the number of our run, once there is one
        self.lost = False  # another process has taken our place
        self.on_lost: Callable[[], object] = lambda: None

    async def take(self, connection: AsyncConnection) -> None:
        """Raises AlreadyRunning where another process runs, or has run since; Unavailable while our last session still has
        it: the server needs a moment to see that a session has ended.
        """
        with translated():
            for _ in range(int(PATIENCE / GLANCE) if self.boot is not None else 1):
                free = (await connection.exec_driver_sql(_TAKE)).scalar_one()
                newest = (await connection.execute(select(func.max(boots.c.id)))).scalar_one()
                await connection.commit()
                if self.boot is not None and newest != self.boot:
                    self.lost = True
                    self.on_lost()
                    raise AlreadyRunning(REPLACED)
                if free:
                    return
                await asyncio.sleep(GLANCE)
        if self.boot is None:
            raise AlreadyRunning(TAKEN)
        raise Unavailable("The server has not yet ended our last session; the next try is soon.")


log = logging.getLogger(__name__)
LOOKS_AGAIN = 1.0  # seconds between two looks
WAITS = "Another process already runs on this database; this one waits until it has ended."


async def open_and_hold(
    ours: AsyncExitStack,
    url: str,
    keyring: Keyring,
    files: Path | None,
    *,
    standby: bool,
    on_wait: Callable[[], None] = lambda: None,
) -> tuple[Database, ServerLock | None]:
    """Opened and held; ``ours`` gives it back. A standby also waits for a server that cannot be reached; ``on_wait`` is
    called before each look.

    Raises AlreadyRunning and Unavailable where nobody waits, and what Database.open raises.
    """
    refused = 0.0  # when it was found taken the last time
    while True:
        async with AsyncExitStack() as tried:
            try:
                database = await Database.open(url, keyring, files=files)
                tried.push_async_callback(database.close)
                lock = await tried.enter_async_context(hold(database))
            except (AlreadyRunning, Unavailable) as error:
                if not standby:
                    raise
                if not refused:
                    log.info("standby: %s", WAITS if isinstance(error, AlreadyRunning) else error)
                refused = monotonic()
            else:
                if refused:
                    log.info(
                        "standby: took over %.1f s after the place was last taken", monotonic() - refused
                    )
                await ours.enter_async_context(tried.pop_all())
                return database, lock
        on_wait()
        await asyncio.sleep(LOOKS_AGAIN)
