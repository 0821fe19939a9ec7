"""One active process per database.

SQLite: a lock of the operating system on a file beside the database, and on Linux one on the database's file itself, which
nobody deletes by mistake (elsewhere such a lock would get in the way of SQLite's own). The kernel releases both even after
kill -9.
PostgreSQL: an advisory lock of a session, on a connection of its own; the server releases it when that connection ends.
"""

import fcntl
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import URL

from storage.database import Database
from storage.engine import PROCESS_LOCK, connect, lock_file, sqlite_file
from storage.errors import AlreadyRunning, StorageError, translated
from storage.high_water import HighWater

LINUX = sys.platform == "linux"
TAKEN = "Another process already runs on this database. Stop that one first, or wait until it has ended."


@asynccontextmanager
async def hold(database: Database) -> AsyncIterator[None]:
    """Hold the database for this process. Raises :class:`AlreadyRunning` at once when another one does."""
    url = database.engine.url
    file = sqlite_file(url)
    if file is None:
        async with _on_server(url):
            yield
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
                yield
            finally:
                database.high_water = None
                if itself is not None:
                    fcntl.flock(itself, fcntl.LOCK_UN)
        finally:
            os.close(beside)  # the file stays: removing it would let two processes lock two files


def _open(file: Path, flags: int) -> int:
    try:
        return os.open(file, flags, 0o600)
    except OSError as error:
        raise StorageError(
            f"The lock file {file} cannot be opened ({error.strerror}); correct the owner and the mode of its folder."
        ) from error


def _lock(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise AlreadyRunning(TAKEN) from None


@asynccontextmanager
async def _on_server(url: URL) -> AsyncIterator[None]:
    engine = connect(url)
    try:
        with translated():
            connection = await engine.connect()
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            free = (
                await connection.exec_driver_sql(f"SELECT pg_try_advisory_lock({PROCESS_LOCK})")
            ).scalar_one()
        try:
            if not free:
                raise AlreadyRunning(TAKEN)
            yield
        finally:
            await connection.close()
    finally:
        await engine.dispose()
