"""Every hour: which version of a program stands between us and a messenger. How old is too old, handlers decide."""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock.clock import Clock
from bot.loops.trouble import error_name
from bot.messengers.errors import MessengerError
from handlers import timing
from storage.database import Database
from storage.errors import StorageError

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)


class Between(Protocol):
    """A messenger behind a program of its own."""

    name: str

    async def version(self) -> str:
        """Of that program. Raises MessengerError."""
        ...

    def released(self, version: str) -> datetime | None:
        """Not later than that, as far as we know."""
        ...


async def run(messenger: Between, database: Database, clock: Clock) -> None:
    """For ever."""
    never = asyncio.Event()
    while True:
        try:
            if version := await messenger.version():
                async with database.write(clock.now()) as tx:
                    await timing.on_version(tx, messenger.name, version, messenger.released(version))
        except (MessengerError, StorageError) as error:
            log.warning("the version of %s is not known: %s", messenger.name, error_name(error))
        await clock.wait(never, clock.now() + EVERY)
