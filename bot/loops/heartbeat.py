"""Every minute the run notes that it is alive, so that the next start knows how long nobody was there; and looks whether
the machine's clock was put back since.
"""

import asyncio
import logging
from datetime import datetime, timedelta

from bot.clock.clock import Clock
from bot.core.traffic import Boot
from bot.loops.inbox import Inbox
from bot.loops.trouble import error_name
from handlers import timing
from handlers.casework import name_index
from handlers.daily.clock_put_back import NOTICED
from handlers.daily.starting import beat
from handlers.service import Service
from storage import key_watch
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)


async def run(database: Database, service: Service, clock: Clock, boot: Boot, inbox: Inbox) -> None:
    """Beat for ever."""
    never = asyncio.Event()
    now, names_anew = clock.now(), False
    while True:
        await clock.wait(never, min(now, clock.now()) + EVERY)  # also where the clock moves while it is noted
        now = clock.now()
        try:
            async with database.read(now) as tx:
                names_anew = await key_watch.look(database, tx) or names_anew
            async with database.write(now) as tx:
                last = await _noted(tx, boot)
                tx.boots.put(beat(boot, now, now - inbox.unheard(), database.keyring.ids[0]))
                if names_anew:
                    await name_index.begin(tx)
                if last - now > NOTICED:
                    await timing.on_clock_put_back(tx, service, last - now)
            names_anew = False
        except StorageError as error:
            log.warning("the heartbeat was not written: %s", error_name(error))


async def _noted(tx: Transaction, boot: Boot) -> datetime:
    """The last moment by which anything was done: at the last beat, or when the clock was seen to jump."""
    noted = await tx.boots.get(boot.id)
    return noted.alive_at if noted is not None else tx.now
