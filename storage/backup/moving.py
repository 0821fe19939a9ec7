"""From one place to another, also from one sort of database to the other: all rows, as they are, and then compared.

The old place keeps all of them and is marked at the end, so that no bot starts on it by mistake. Whatever breaks it off
before leaves the old place as it was and nothing in the new one. Files stay in their folder, which both find.
"""

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import revision
from storage.backup.columns import in_the_clear
from storage.backup.place import filling, new_place
from storage.backup.rows import Seen, count, hash_of, portions, put
from storage.backup.writing import Progress
from storage.engine import begin_now, commit, connect, parse_url
from storage.errors import Damaged, StorageError
from storage.lock import alone
from storage.translated import translated


async def move(old: str, new: str, progress: Progress) -> int:
    """How many rows. ``progress`` is told how many of how many.

    Raises AlreadyRunning where a bot runs on either, NotMigrated, NewerDatabase, StorageError where the new one has rows.
    """
    source, target = parse_url(old), parse_url(new)
    if source == target:
        raise StorageError("Both places are the same.")
    async with alone(source):
        engine = connect(source)
        try:
            async with engine.connect() as connection:
                with translated():
                    await begin_now(connection)  # no command changes a row meanwhile
                    await revision.check(connection)
                    await revision.set_aside(connection)
                rows = await _copied(connection, target, progress)
                with translated():
                    await commit(connection)
        finally:
            await engine.dispose()
    return rows


async def _copied(source: AsyncConnection, target: URL, progress: Progress) -> int:
    with translated():
        total = await count(source)
    rows, seen = 0, Seen()
    async with new_place(target) as place, filling(place, revision.revisions()[0]) as connection:
        async for portion in portions(source):
            if portion:
                seen.add(portion.held, *in_the_clear(portion.held.kinds, portion.columns))
                await put(connection, portion)
                rows += len(portion)
                progress(rows, total)
        if await hash_of(connection) != seen.hex():
            raise Damaged("What was read back is not what was written. Nothing was moved.")
    return rows


async def reopen(url: str) -> bool:
    """The old place may be used again; whether it was marked. Raises AlreadyRunning."""
    parsed = parse_url(url)
    async with alone(parsed):
        engine = connect(parsed)
        try:
            async with engine.connect() as connection:
                with translated():
                    await begin_now(connection)
                    was = await revision.reopen(connection)
                    await commit(connection)
            return was
        finally:
            await engine.dispose()
