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
    since = None
    while True:
        async with AsyncExitStack() as tried:
            try:
                database = await Database.open(url, keyring, files=files)
                tried.push_async_callback(database.close)
                lock = await tried.enter_async_context(hold(database))
            except (AlreadyRunning, Unavailable) as error:
                if not standby:
                    raise
                if since is None:
                    since = monotonic()
                    log.info("standby: %s", error)
            else:
                if since is not None:
                    log.info("standby: in its place after %.1f s of waiting", monotonic() - since)
                await ours.enter_async_context(tried.pop_all())
                return database, lock
        on_wait()
        await asyncio.sleep(LOOKS_AGAIN)
