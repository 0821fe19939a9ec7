"""The work of every night: the histories of all cases and what is said of them are verified, a portion at a time; old copies
shrink; files that belong to nothing are deleted. What is over its term is forgotten by handlers.forgetting.

When all cases are verified, the lines are counted and compared with the number written. That number also goes into the
log, which is kept elsewhere.

Messengers shut out an old program between us and them without a word, so administrators are reminded by a timer. It counts
from the release, if its date is known, else from the day on which the version was first seen, which a restart does not
forget.
"""

import asyncio
import logging
from datetime import datetime, time, timedelta

from core.digest.recurrence import next_occurrence as next_daily
from core.traffic import Timer
from handlers.casework import opened_cases
from handlers.outbox import administrators
from handlers.service import Service
from storage import files, verifying
from storage.evidence import Counts
from storage.schema import cases
from storage.transaction import Transaction

log = logging.getLogger(__name__)

CHAINS = "chains"
CHAINS_AT = time(4, 0)
PORTION = 100  # cases: some 40 ms of work
PAUSE = timedelta(seconds=1)


async def on_chains_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The next portion; ``subject_id`` is the last case that was verified, 0 at the beginning of a night."""
    portion = await tx.cases.select(cases.c.id > timer.subject_id, order_by=cases.c.id, limit=PORTION)
    for found in await verifying.verify_cases(tx, portion, Counts()):
        await administrators.tell(tx, service, found.key, once=found.once, **found.details)
    if len(portion) == PORTION:
        tx.timers.put(Timer(CHAINS, CHAINS, tx.now + PAUSE, portion[-1].id))
        return
    noted, counts = tx.noted_lines(), Counts()
    for found in await verifying.verify_whole(tx, noted, counts):
        await administrators.tell(tx, service, found.key, once=found.once, **found.details)
    if noted is None:
        log.info(
            "histories: %d lines; nothing is noted beside the database of how many there were", counts.lines
        )
    else:
        log.info("histories: %d lines were noted, %d are missing", noted, max(0, noted - counts.lines))
    await schedule_chains(tx, service)


async def schedule_chains(tx: Transaction, service: Service) -> None:
    """Set the timer of the next night, unless it is set; one that is parked is tried again then."""
    timer = await tx.timers.get(CHAINS)
    if timer is None or timer.parked:
        _, due = next_daily(tx.now, service.zone, CHAINS_AT)
        tx.timers.put(Timer(CHAINS, CHAINS, due))


HOUSEKEEPING = "housekeeping"
HOUSEKEEPING_AT = time(3, 30)
DAY = timedelta(days=1)


async def on_housekeeping_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Copies of cases that were opened long ago, and files of nobody."""
    await opened_cases.shrink_old_copies(tx, service)
    await _sweep_files(tx, service)
    await schedule_housekeeping(tx, service)


async def _sweep_files(tx: Transaction, service: Service) -> None:
    """Files that no row has, left by a crash: a file that is on its way has a row, and is younger than a day besides.

    A folder that cannot be read is told, and does not keep the night's other work from being done.
    """
    if tx.folder is None or not tx.folder.path.is_dir():
        return
    try:
        await asyncio.to_thread(tx.folder.sweep, await files.all_ids(tx), tx.now - DAY)
    except OSError as error:
        await administrators.tell(tx, service, "operator-files", error=error.strerror or type(error).__name__)


async def schedule_housekeeping(tx: Transaction, service: Service) -> None:
    """Set the timer of the next night, unless it is set; one that is parked is tried again then."""
    timer = await tx.timers.get(HOUSEKEEPING)
    if timer is None or timer.parked:
        _, due = next_daily(tx.now, service.zone, HOUSEKEEPING_AT)
        tx.timers.put(Timer(HOUSEKEEPING, "housekeeping", due))


AGED_PROGRAM = "aged-program"
OLD, AGAIN = timedelta(days=90), timedelta(days=7)


async def note_version(tx: Transaction, messenger: str, version: str, released: datetime | None) -> None:
    """This one runs at the moment."""
    key, ours = f"{AGED_PROGRAM}:{messenger}:{version}", f"{AGED_PROGRAM}:{messenger}:"
    for timer in await tx.timers.by(kind=AGED_PROGRAM):
        if timer.key.startswith(ours) and timer.key != key:
            tx.timers.remove(timer.key)
    if await tx.timers.get(key) is None:
        tx.timers.put(Timer(key, AGED_PROGRAM, max(tx.now, (released or tx.now) + OLD)))


async def on_program_aged(tx: Transaction, service: Service, timer: Timer) -> None:
    """It is old; said again every week."""
    version = timer.key.rpartition(":")[2]
    await administrators.tell(
        tx, service, "operator-aged", once=f"{timer.key}:{tx.now:%Y-%m-%d}", version=version
    )
    tx.timers.put(Timer(timer.key, AGED_PROGRAM, tx.now + AGAIN))
