"""What a messenger's program has put on our disk in the clear and nobody asks for any more: files that were refused,
forgotten, of no report; and those that a crash left between sealing and deleting. Every hour those of yesterday go.
"""

import asyncio
import logging
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock.clock import Clock
from bot.loops.trouble import Operator, error_name
from storage import files
from storage.database import Database
from storage.errors import StorageError

log = logging.getLogger(__name__)

EVERY = timedelta(hours=1)
KEPT = timedelta(days=1)


class Sweeps(Protocol):
    """A messenger whose files lie here."""

    name: str

    async def sweep(self, wanted: Collection[str], before: datetime) -> int:
        """Remove what is there since before then and not wanted; how many. Raises OSError."""
        ...


async def run(messenger: Sweeps, database: Database, clock: Clock, operator: Operator) -> None:
    """For ever."""
    never = asyncio.Event()
    while True:
        now = clock.now()
        try:
            async with database.read(now) as tx:
                wanted = {file.about["id"] for file in await files.wanted_of(tx, messenger.name)}
            if gone := await messenger.sweep(wanted, now - KEPT):
                log.info("%d files that %s had left lying here are gone", gone, messenger.name)
        except StorageError as error:
            log.warning("nobody knows which files are wanted: %s", error_name(error))
        except OSError as error:
            await operator.tell("leftovers", error=error.strerror or type(error).__name__)
        await clock.wait(never, now + EVERY)
