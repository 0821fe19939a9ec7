"""Every minute the run notes that it is alive, so that the next start knows how long the bot was down; and it checks whether
the machine's clock was put back since.

It also sends the outgoing heartbeat: one request to a dead-man service, which raises the alarm when the requests stop.

The address is a secret: with most services anyone who knows it can send heartbeats in our place. It appears in no log and no
error. The service learns that this machine is alive, and its network address.
"""

import asyncio
import logging
from datetime import datetime, timedelta

import httpx
from pydantic import SecretStr

from bot.clock.clock import Clock
from bot.loops.inbox import Inbox
from bot.loops.trouble import error_name
from core.traffic import Run
from handlers import timing
from handlers.casework import name_index
from handlers.daily.runs import PUT_BACK_NOTICED, beat
from handlers.service import Service
from storage import key_rotation
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

PATIENCE = 10.0  # seconds of the machine's time for all of one request


class DeadMan:
    """Any service that takes a GET at an address of its own."""

    def __init__(self, url: SecretStr, patience: float = PATIENCE) -> None:
        self._url = url
        self._patience = patience
        # Without timeouts of its own: they count for each piece, and a service that drips would never come to an end.
        self._client = httpx.AsyncClient(timeout=None, headers={"User-Agent": "heartbeat"})

    async def beat(self) -> str:
        """Send one. Empty when the service took it, else why not. Raises nothing: it disturbs nobody."""
        try:
            async with asyncio.timeout(self._patience):
                async with self._client.stream("GET", self._url.get_secret_value()) as answer:
                    return "" if answer.is_success else f"HTTP {answer.status_code}"
        except (httpx.HTTPError, httpx.InvalidURL, OSError, TimeoutError) as error:
            return type(error).__name__

    async def close(self) -> None:
        await self._client.aclose()


log = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)


async def note_alive(database: Database, service: Service, clock: Clock, boot: Run, inbox: Inbox) -> None:
    """Note every minute that this run is alive, until it is cancelled."""
    never = asyncio.Event()
    now, names_anew = clock.now(), False
    while True:
        await clock.wait(never, min(now, clock.now()) + EVERY)  # also where the clock moves while it is noted
        now = clock.now()
        try:
            async with database.read(now) as tx:
                names_anew = await key_rotation.follow_rotation(database, tx) or names_anew
            async with database.write(now) as tx:
                last = await _note_once(tx, boot)
                tx.boots.put(beat(boot, now, now - inbox.unheard(), database.keyring.ids[0]))
                if names_anew:
                    await name_index.begin_rebuilding(tx)
                if last - now > PUT_BACK_NOTICED:
                    await timing.on_clock_put_back(tx, service, last - now)
            names_anew = False
        except StorageError as error:
            log.warning("the heartbeat was not written: %s", error_name(error))


async def _note_once(tx: Transaction, boot: Run) -> datetime:
    """The last moment by which anything was done: at the last beat, or when the clock was seen to jump."""
    noted = await tx.boots.get(boot.id)
    return noted.alive_at if noted is not None else tx.now
