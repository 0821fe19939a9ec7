"""A place where a database comes to be, whole or not at all.

SQLite: under another name until it is whole, without a journal, which only what is there already would need. PostgreSQL: in
one transaction. A bot that runs there, or is started meanwhile, and a database that has rows are refused. No obstacle are
those that a move has left there before its last step, as the old place has them all, and the keys that any command makes
which opens an empty one.
"""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from sqlalchemy import URL, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema_revision
from storage.driver_errors import translated
from storage.engine import begin_now, commit, connect, sqlite_file
from storage.errors import StorageError
from storage.file_owner import refuse_foreign
from storage.folder import PART, synchronised
from storage.lock import exclude_bots
from storage.migrate import migrate
from storage.schema import metadata

SWIFT = ("journal_mode=OFF", "synchronous=OFF", "cache_size=-65536", "secure_delete=OFF")
FIRST = (
    "boots",
    "members",
    "addresses",
    "cases",
    "inbox",
)  # as soon as anybody does anything, one of these has a row
HAS_ROWS = "The database has rows already. Only an empty one is filled: make a new one, or name another."


@asynccontextmanager
async def new_place(url: URL) -> AsyncIterator[URL]:
    """Where to make it; it is there, under ``url``, when the block ends well. Raises AlreadyRunning, StorageError."""
    async with alone_in(url), make_whole_alone(url) as place:
        yield place


@asynccontextmanager
async def alone_in(url: URL) -> AsyncIterator[None]:
    """Nobody else runs there, nor fills it. Raises AlreadyRunning, StorageError for a file that is another user's."""
    file = sqlite_file(url)
    if file is not None:
        refuse_foreign(file)
    async with exclude_bots(url):
        yield


@asynccontextmanager
async def make_whole_alone(url: URL) -> AsyncIterator[URL]:
    """As new_place, for a caller who is the only one there."""
    file = sqlite_file(url)
    if file is None:
        yield url
        return
    if file.exists() and file.stat().st_size and _has_rows(file):
        raise StorageError(
            f"There is a database {file} already. Move it away first, with all that begins like it."
        )
    part = file.with_name(f"{file.name}{PART}")
    _remove(part)
    try:
        yield url.set(database=str(part))
        synchronised(part)
        _remove_log(file)  # of the empty one that this takes the place of
        part.replace(file)
        synchronised(file.parent)
    except OSError as error:
        raise StorageError(
            f"The database {file} cannot be written ({error.strerror}). Nothing of it was kept."
        ) from error
    finally:
        _remove(part)


@asynccontextmanager
async def fill(url: URL, to: str, move: str = "") -> AsyncIterator[AsyncConnection]:
    """A connection to it, with the tables of a revision and no rows; committed when the block ends well. ``move``: they
    bear its mark from the first moment.
    """
    if sqlite_file(url) is not None or not await _emptied(url, move):
        await migrate(as_text(url), to=to, move=move)
    engine = connect(url, foreign_keys=False)
    try:
        async with engine.connect() as connection:
            with translated():
                if connection.dialect.name == "sqlite":
                    for pragma in SWIFT:
                        await connection.exec_driver_sql(f"PRAGMA {pragma}")
                await begin_now(connection)
                await _refuse_rows(connection)
            yield connection
            with translated():
                await _numbers_go_on(connection)
                await commit(connection)
    finally:
        await engine.dispose()


async def brought_to_this_version(url: URL) -> None:
    """The tables of an earlier one become ours; on SQLite the journal is again as a bot expects it."""
    await migrate(as_text(url))


def as_text(url: URL) -> str:
    """The URL as text, with its password."""
    return url.render_as_string(hide_password=False)


def _remove(part: Path) -> None:
    _remove_log(part)
    part.unlink(missing_ok=True)


def _remove_log(file: Path) -> None:
    for ending in ("-wal", "-shm", "-journal"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _has_rows(file: Path) -> bool:
    """False of one that ``dabyl init`` or ``migrate`` has made; of anything that is not ours nobody knows, so True."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as there:
            (noted,) = there.execute("SELECT version_num FROM alembic_version").fetchone()
            if noted.startswith(schema_revision.ARRIVING):
                return False
            return any(there.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone() for name in FIRST)
    except sqlite3.Error:
        return True


async def _emptied(url: URL, move: str) -> bool:
    """Of what is no obstacle, if there is nothing else. Whether it has this version's tables, and they bear the mark."""
    engine = connect(url)
    try:
        with translated():
            async with engine.connect() as connection:
                await begin_now(connection)
                there = set(await connection.run_sync(lambda sync: inspect(sync).get_table_names()))
                arriving = await schema_revision.move_of(connection, schema_revision.ARRIVING)
                if arriving or (there.issuperset(FIRST) and not await _has_some(connection)):
                    for table in reversed(metadata.sorted_tables):
                        if table.name in there:
                            await connection.execute(table.delete())
                    await schema_revision.unmark(connection, schema_revision.ARRIVING)
                    marked = (
                        bool(move)
                        and await schema_revision.current(connection) == schema_revision.revisions()[0]
                    )
                    if marked:
                        await schema_revision.mark(connection, schema_revision.ARRIVING, move)
                    await commit(connection)
                    return marked
    finally:
        await engine.dispose()
    return False


async def _refuse_rows(connection: AsyncConnection) -> None:
    if await _has_some(connection):
        raise StorageError(HAS_ROWS)


async def _has_some(connection: AsyncConnection) -> bool:
    for name in FIRST:
        if (await connection.execute(text(f"SELECT 1 FROM {name} LIMIT 1"))).first() is not None:
            return True
    return False


async def _numbers_go_on(connection: AsyncConnection) -> None:
    """Where the database counts by itself, it counts on behind what was put there."""
    if connection.dialect.name == "postgresql":
        last = "(SELECT coalesce(max(id), 0) + 1 FROM inbox)"
        await connection.execute(text(f"SELECT setval(pg_get_serial_sequence('inbox', 'id'), {last}, false)"))
