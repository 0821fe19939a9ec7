"""A task that is cancelled in the middle of a transaction leaves no lock behind: the next writer need not wait."""

import asyncio
import gc
from datetime import UTC, datetime, timedelta

from bot.core.traffic import Timer
from storage.database import Database

NOW = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)
MOMENTS = 25


async def _writes_for_ever(database: Database) -> None:
    number = 0
    while True:
        async with database.write(NOW) as tx:
            await tx.timers.select()
            tx.timers.put(Timer("cancelled", "probe", NOW + timedelta(seconds=number)))
        number += 1


async def test_a_write_cancelled_at_any_moment_leaves_no_lock(database: Database) -> None:
    for moment in range(MOMENTS):
        writers = [asyncio.create_task(_writes_for_ever(database)) for _ in range(3)]
        await asyncio.sleep(0.01 + moment / 10_000)
        for writer in writers:
            writer.cancel()
        await asyncio.gather(*writers, return_exceptions=True)
        async with asyncio.timeout(4), database.write(NOW) as tx:  # a lock that stays is waited for longer
            tx.timers.put(Timer("next", "probe", NOW + timedelta(seconds=moment)))


async def _writes_once(database: Database) -> None:
    async with database.write(NOW) as tx:
        await tx.timers.select()


async def test_whoever_is_cancelled_at_any_moment_leaves_no_connection_open(database: Database) -> None:
    """A connection that nobody closes warns when it is collected, and warnings are errors."""
    for moment in range(3 * MOMENTS):
        await database.engine.dispose()  # so that connecting can be cancelled too
        writer = asyncio.create_task(_writes_once(database))
        await asyncio.sleep(moment * 0.0002)
        writer.cancel()
        await asyncio.gather(writer, return_exceptions=True)
        gc.collect()
