"""Once a night: old copies shrink, and files of nobody go. What is over its term goes in handlers.forgetting."""

import asyncio
from datetime import time, timedelta

from bot.core.digest.schedule import next_digest as next_daily
from bot.core.traffic import Timer
from handlers.casework import opened_copies
from handlers.outbox import operator
from handlers.service import Service
from storage import files
from storage.transaction import Transaction

KEY = "housekeeping"
AT = time(3, 30)
DAY = timedelta(days=1)


async def on_housekeeping_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Copies of cases that were opened long ago, and files of nobody."""
    await opened_copies.shrink_old(tx, service)
    await _sweep(tx, service)
    await schedule(tx, service)


async def _sweep(tx: Transaction, service: Service) -> None:
    """Files that no row has, left by a crash: whatever is on its way has one, and is younger than a day besides.

    A folder that cannot be read is told, and does not keep the night's other work from being done.
    """
    if tx.folder is None or not tx.folder.path.is_dir():
        return
    try:
        await asyncio.to_thread(tx.folder.sweep, await files.numbers(tx), tx.now - DAY)
    except OSError as error:
        await operator.tell(tx, service, "operator-files", error=error.strerror or type(error).__name__)


async def schedule(tx: Transaction, service: Service) -> None:
    """Set the timer of the next night, unless it is set; one that is parked is tried again then."""
    timer = await tx.timers.get(KEY)
    if timer is None or timer.parked:
        _, due = next_daily(tx.now, service.zone, AT)
        tx.timers.put(Timer(KEY, "housekeeping", due))
