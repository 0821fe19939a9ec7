"""The engine of each dialect.

SQLite: WAL; `synchronous=FULL` (a commit is on the disk when it returns); foreign keys on; 5 s of patience with another
process; what is deleted or sealed again is overwritten in the file. Python's own transaction control is off and BEGIN is
ours, because a deferred BEGIN that reads before it writes fails at once with "database is locked" if another connection
wrote in between: writers say BEGIN IMMEDIATE. BEGIN, COMMIT and ROLLBACK go straight to the driver, which asks its thread
once for each; SQLAlchemy takes no part, and all it runs meanwhile is in the transaction because the connection is.
PostgreSQL: writers take one advisory lock for their transaction, which makes it the same: one writer at a time over all
processes, and each sees what the one before committed. Readers see one snapshot on both.
"""

import asyncio
import socket as socket_module
from collections.abc import Callable, Sequence
from pathlib import Path
from socket import AF_INET, AF_INET6, IPPROTO_TCP, SO_KEEPALIVE, SOL_SOCKET
from socket import socket as Socket
from sqlite3 import Connection
from sqlite3 import Error as DriverError
from typing import Any, TypeVar

import aiosqlite
from sqlalchemy import URL, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.errors import StorageError
from storage.shielding import ShieldedFuture, finish_shielded

T = TypeVar("T")
Change = tuple[str, list[list[Any]]]  # a statement, and the parameters of each of its rows

Visit = Callable[[Connection], None]  # in the driver's thread

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
WRITING, READING = "BEGIN IMMEDIATE", "BEGIN"
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "secure_delete=ON")
HEADER = 100  # bytes, without which a file is no SQLite database
# What the server does about a client that is silent, and we about a silent server: both give up after about eleven seconds,
# so that a standby need not wait for the two hours of the systems' own settings.
SILENCE = {
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "11000",
}
OF_A_SOCKET = {"TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 11000}
WRITER_LOCK = 0x64616279_77  # any number, as long as nobody else uses it: "daby" "w"
PROCESS_LOCK = 0x64616279_70


def parse_url(text: str) -> URL:
    """The URL with the driver that we use. StorageError for what we cannot open; a password is not repeated."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        raise StorageError("storage.url is no SQLAlchemy URL; for example: sqlite:///dabyl.db") from None
    driver = DRIVERS.get(url.drivername.partition("+")[0])
    if driver is None:
        raise StorageError(f"storage.url begins with {url.drivername}; it must be sqlite or postgresql.")
    if driver.startswith("sqlite") and url.database in (None, "", ":memory:"):
        raise StorageError("storage.url must name a file; for example: sqlite:///dabyl.db")
    return url.set(drivername=driver)


def sqlite_file(url: URL) -> Path | None:
    """The file of a SQLite database, None on PostgreSQL."""
    return Path(url.database or "") if url.drivername.startswith("sqlite") else None


def lock_file(file: Path) -> Path:
    """Beside a SQLite database; made by the first run, and it stays."""
    return file.with_name(file.name + ".lock")


def line_file(file: Path) -> Path:
    """Beside a SQLite database: how many lines its timelines have (storage.sqlite_notes)."""
    return file.with_name(file.name + ".lines")


def files_folder(file: Path) -> Path:
    """Beside a SQLite database: the files that people sent (storage.folder)."""
    return file.with_name(file.name + ".files")


def refuse_cut_off(file: Path) -> None:
    """Raise StorageError for an empty file on which a bot has run. To SQLite it is a new database: it would delete the
    WAL, perhaps the last that is left, and a migration would make it look as if nothing had ever been there.
    """
    wal, lock = file.with_name(file.name + "-wal"), lock_file(file)
    size = file.stat().st_size if file.exists() else HEADER
    if size < HEADER and (lock.exists() or (wal.exists() and wal.stat().st_size)):
        raise StorageError(
            f"The database {file} was cut off: it has {size} bytes, and a bot has run on it. Nothing was changed. Keep a "
            f"copy of it and of {wal.name} and restore a backup; to begin again, remove {lock} and {wal.name}."
        )


def connect(url: URL, *, foreign_keys: bool = True) -> AsyncEngine:
    """An engine for this URL. Its errors never carry parameters: those are what people wrote."""
    # Every transaction here ends by its own COMMIT or ROLLBACK, so the pool need not roll back once more.
    arguments = {} if sqlite_file(url) is not None else {"server_settings": SILENCE}
    try:
        engine = create_async_engine(
            url, hide_parameters=True, pool_reset_on_return=None, connect_args=arguments
        )
    except ModuleNotFoundError as error:
        raise StorageError(
            f"{url.drivername} needs the package {error.name}, which is not installed: pip install 'dabyl[postgres]'"
        ) from error
    if sqlite_file(url) is not None:
        pragmas = [p for p in PRAGMAS if foreign_keys or not p.startswith("foreign_keys")]
        event.listen(engine.sync_engine, "connect", lambda connection, _: _set_up(connection, pragmas))
    else:
        event.listen(engine.sync_engine, "connect", lambda connection, _: _notice_silence(connection))
    return engine


def run_all(sqlite: Connection, changes: Sequence[Change]) -> None:
    """Statements with their rows, in their order."""
    for sql, rows in changes:
        sqlite.executemany(sql, rows)


async def begin_now(connection: AsyncConnection) -> None:
    """Begin the transaction of a writer, waiting for the writers of other processes."""
    if connection.dialect.name == "sqlite":
        await finish_shielded(at_driver(connection, lambda sqlite: sqlite.execute(WRITING).fetchall()))
    else:
        await finish_shielded(_begin_writing(connection))


async def _begin_writing(connection: AsyncConnection) -> None:
    await connection.begin()
    await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")


async def begin_writing(connection: AsyncConnection) -> None:
    """Begin the transaction of a writer. On SQLite its session begins by itself, with its first question or change."""
    if connection.dialect.name != "sqlite":
        await finish_shielded(_begin_writing(connection))


async def begin_reading(connection: AsyncConnection) -> None:
    """The same for a reader, who sees one snapshot to the end."""
    if connection.dialect.name != "sqlite":
        await finish_shielded(_begin_reading(connection))


async def _begin_reading(connection: AsyncConnection) -> None:
    await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    await connection.begin()


async def commit(connection: AsyncConnection, first: Visit = lambda _: None) -> None:
    """Commit, on SQLite with the last changes (``first``) in one visit to its thread.

    A commit that fails (a missing parent, a full disk) leaves SQLite's transaction open: drop the connection.
    """

    def run(sqlite: Connection) -> None:
        first(sqlite)
        sqlite.execute("COMMIT").fetchall()  # the driver's own passes where no transaction is open

    try:
        if connection.dialect.name == "sqlite":
            await finish_shielded(at_driver(connection, run))
        else:
            await finish_shielded(connection.commit())
    except BaseException:
        await connection.invalidate()
        raise


async def wal_emptied(connection: AsyncConnection) -> bool:
    """Write SQLite's log into the file and cut it to nothing: what was deleted stands in no older page. False while somebody
    reads, for whom nobody waits; on PostgreSQL there is nothing to do here.
    """
    if connection.dialect.name != "sqlite":
        return True
    return await finish_shielded(at_driver(connection, _empty_wal))


def _empty_wal(sqlite: Connection) -> bool:
    (patience,) = sqlite.execute("PRAGMA busy_timeout").fetchone()
    sqlite.execute("PRAGMA busy_timeout=0")
    try:
        return not sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except DriverError:  # the commit before it stands; it is tried again
        return False
    finally:
        sqlite.execute(f"PRAGMA busy_timeout={patience}")


async def rollback(connection: AsyncConnection) -> None:
    """Undo what was not committed. A connection that cannot even do that is dropped."""
    try:
        if connection.dialect.name != "sqlite":
            await connection.rollback()
        elif not connection.invalidated and driver(connection).in_transaction:
            await driver(connection).rollback()
    except BaseException:
        await connection.invalidate()
        raise


# What we use of the drivers' connections and is theirs alone; a test names what a new version of a driver lacks.
PRIVATE_OF_AIOSQLITE, PRIVATE_OF_ASYNCPG = ("_conn", "_running", "_tx"), ("_transport",)


def driver(connection: AsyncConnection) -> aiosqlite.Connection:
    """SQLite's driver below a connection of SQLAlchemy."""
    assert connection.sync_connection is not None  # it was opened
    below = connection.sync_connection.connection.driver_connection
    assert isinstance(below, aiosqlite.Connection)
    return below


def at_driver(connection: AsyncConnection, act: Callable[[Connection], T]) -> ShieldedFuture[T]:
    """Do this in the thread of SQLite's driver. Its own doors lead there by a coroutine, and so by a task, each time."""
    below = driver(connection)
    sqlite = below._conn
    if not below._running:
        raise ValueError("Connection closed")
    done: ShieldedFuture[T] = ShieldedFuture(loop=asyncio.get_running_loop())
    below._tx.put_nowait((done, lambda: act(sqlite)))
    return done


def notice_silence(socket: Socket) -> None:
    """A peer that does not answer for some ten seconds is gone. Elsewhere than over TCP the system knows by itself."""
    if socket.family in (AF_INET, AF_INET6):
        socket.setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1)
        for name, value in OF_A_SOCKET.items():
            if (option := getattr(socket_module, name, None)) is not None:  # other systems have other ones
                socket.setsockopt(IPPROTO_TCP, option, value)


def _notice_silence(connection: Any) -> None:
    notice_silence(connection.driver_connection._transport.get_extra_info("socket"))


def _set_up(connection: Any, pragmas: list[str]) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
