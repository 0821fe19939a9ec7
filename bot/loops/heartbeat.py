"""Every minute the run notes that it is alive, so that the next start knows how long nobody was there."""

import asyncio
import logging
from datetime import timedelta

from bot.clock import Clock
from bot.core.traffic import Boot
from bot.loops.trouble import error_name
from handlers import starting
from storage.database import Database
from storage.errors import StorageError

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)


async def run(database: Database, clock: Clock, boot: Boot) -> None:
    """Beat for ever."""
    never = asyncio.Event()
    while True:
        await clock.wait(never, clock.now() + EVERY)
        try:
            async with database.write(clock.now()) as tx:
                tx.boots.put(starting.beat(boot, clock.now()))
        except StorageError as error:
            log.warning("the heartbeat was not written: %s", error_name(error))
