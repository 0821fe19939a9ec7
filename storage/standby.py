"""The database for a process that will run: at once or, for a standby, as soon as whoever has it has ended."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from time import monotonic

from storage.database import Database
from storage.errors import AlreadyRunning, Unavailable
from storage.lock import ServerLock, hold
from storage.sealing import Keyring

log = logging.getLogger(__name__)
LOOKS_AGAIN = 1.0  # seconds between two looks
WAITS = "Another process already runs on this database; this one waits until it has ended."


async def taken(
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
