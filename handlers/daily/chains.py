"""Every night the hash-chained timelines of all cases are verified, a portion at a time, beside the other work; in the end
it is counted whether there are as many lines as were written. The number goes into the log, which is kept elsewhere too.
"""

import logging
from datetime import time, timedelta

from bot.core.digest.schedule import next_digest as next_daily
from bot.core.traffic import Timer
from handlers.outbox import operator
from handlers.outbox.flaws import flaw_details, flaw_key
from handlers.service import Service
from storage import timeline
from storage.schema import cases
from storage.transaction import Transaction

log = logging.getLogger(__name__)

KEY = "chains"
AT = time(4, 0)
PORTION = 100  # cases: some 40 ms of work
PAUSE = timedelta(seconds=1)


async def on_chains_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The next portion; ``subject_id`` is the last case that was verified, 0 at the beginning of a night."""
    portion = await tx.cases.select(cases.c.id > timer.subject_id, order_by=cases.c.id, limit=PORTION)
    for flaw in await timeline.flaws(tx, portion):
        once = f"chain:{flaw.case.id}"
        await operator.tell(tx, service, flaw_key(flaw), once=once, **flaw_details(flaw))
    if len(portion) == PORTION:
        tx.timers.put(Timer(KEY, KEY, tx.now + PAUSE, portion[-1].id))
        return
    noted = tx.noted_lines()
    missing = await timeline.cut_off(tx, noted)
    if noted is None:
        log.info("timelines: nothing is noted beside the database of how many lines there were")
    else:
        log.info("timelines: %d lines were noted, %d are missing", noted, missing)
    if missing:
        await operator.tell(tx, service, "operator-lines", once=f"lines:{noted}", count=str(missing))
    await schedule(tx, service)


async def schedule(tx: Transaction, service: Service) -> None:
    """Set the timer of the next night, unless it is set; one that is parked is tried again then."""
    timer = await tx.timers.get(KEY)
    if timer is None or timer.parked:
        _, due = next_daily(tx.now, service.zone, AT)
        tx.timers.put(Timer(KEY, KEY, due))
