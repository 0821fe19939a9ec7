"""From one place to another, also from one kind of database to the other: all rows are copied as they are, then compared.

The old place keeps all of them. The two are never in use at the same time: the new place is marked as arriving from its
first table on, and filled in one transaction; then the old one is marked as moved; then the mark of the new one is removed,
which opens it. Both marks name the move.
If the command is interrupted before the second step, it begins again; before the third, it does only the third. Files stay
in their folder, which both places use.
"""

import secrets

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema_revision
from storage.backup.new_database import alone_in, fill, make_whole_alone
from storage.backup.row_transfer import RowsHash, count_rows, hash_of, in_the_clear, portions, write_portion
from storage.backup.writing import Progress
from storage.driver_errors import translated
from storage.engine import begin_now, commit, connect, parse_url, sqlite_file
from storage.errors import Damaged, StorageError
from storage.lock import exclude_bots


async def move_database(old: str, new: str, progress: Progress) -> int:
    """How many rows; :func:`open_new` is what is left. ``progress`` is told how many of how many.

    Raises AlreadyRunning where a bot runs on either, NotMigrated, NewerDatabase, StorageError where the new one has rows.
    """
    source, target = parse_url(old), parse_url(new)
    if source == target:
        raise StorageError("Both places are the same.")
    async with exclude_bots(source):
        engine = connect(source)
        try:
            async with engine.connect() as connection:
                with translated():
                    await begin_now(connection)  # no command changes a row meanwhile
                    left_by = await schema_revision.move_of(connection, schema_revision.MOVED_FROM)
                    if left_by and left_by == await _filled_by(target):
                        return await count_rows(connection)
                    await schema_revision.check(connection)
                async with alone_in(target):
                    called = secrets.token_hex(4)
                    rows = await _copied(connection, target, called, progress)
                    with translated():
                        await schema_revision.mark(connection, schema_revision.MOVED_FROM, called)
                        await commit(connection)
        finally:
            await engine.dispose()
    return rows


async def open_new_place(old: str, new: str) -> None:
    """The new place may be used from now on: the old one is marked by the same move. Raises StorageError where it is not."""
    source, target = parse_url(old), parse_url(new)
    async with exclude_bots(source), exclude_bots(target):
        before, after = connect(source), connect(target)
        try:
            with translated():
                async with before.connect() as left, after.connect() as filled:
                    await begin_now(filled)
                    by = await schema_revision.move_of(filled, schema_revision.ARRIVING)
                    if not by or by != await schema_revision.move_of(left, schema_revision.MOVED_FROM):
                        raise StorageError("Another command has changed one of the places meanwhile.")
                    await schema_revision.unmark(filled, schema_revision.ARRIVING)
                    await commit(filled)
        finally:
            await before.dispose()
            await after.dispose()


async def _filled_by(target: URL) -> str:
    file = sqlite_file(target)
    if file is not None and not file.exists():
        return ""
    engine = connect(target)
    try:
        async with engine.connect() as connection:
            return await schema_revision.move_of(connection, schema_revision.ARRIVING)
    finally:
        await engine.dispose()


async def _copied(source: AsyncConnection, target: URL, called: str, progress: Progress) -> int:
    with translated():
        total = await count_rows(source)
    rows, seen = 0, RowsHash()
    async with (
        make_whole_alone(target) as place,
        fill(place, schema_revision.revisions()[0], called) as connection,
    ):
        async for portion in portions(source):
            if portion:
                seen.add(portion.held, *in_the_clear(portion.held.kinds, portion.columns))
                await write_portion(connection, portion)
                rows += len(portion)
                progress(rows, total)
        if await hash_of(connection) != seen.hex():
            raise Damaged("What was read back is not what was written. Nothing was moved.")
    return rows


async def reopen_database(url: str) -> bool:
    """The old place may be used again; whether it was marked. Raises AlreadyRunning."""
    parsed = parse_url(url)
    async with exclude_bots(parsed):
        engine = connect(parsed)
        try:
            async with engine.connect() as connection:
                with translated():
                    await begin_now(connection)
                    was = await schema_revision.unmark(connection, schema_revision.MOVED_FROM)
                    await commit(connection)
            return was
        finally:
            await engine.dispose()
