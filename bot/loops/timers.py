"""Timers: rows that come due. A timer is one more input; its handler writes in one transaction, as for a message.

After downtime all overdue timers run, oldest first, with the true time. When one fails, all of its batch run singly, each
attempt counted on disk first; so do those that were due at a start, since one of them may have killed the process. A timer
that fails three times, or met six deaths, is parked and the administrators are told; it never stops the others. Setting it
again makes it a new one. A clock that has jumped ahead is noticed before anything runs by it.
"""

import asyncio
import logging
from datetime import datetime, timedelta

from msgspec.structs import replace
from sqlalchemy import Integer, bindparam, case, func, select

from bot.clock.clock import Clock
from bot.loops.trouble import STORAGE_TROUBLE, Operator, code_line, error_name
from core.traffic import Timer
from handlers import routes, timing
from handlers.daily.runs import JUMP_NOTICED
from handlers.service import Service
from storage.database import Database
from storage.outbox import Committed
from storage.schema import timer_waits, timers
from storage.statements import Prepared
from storage.transaction import Transaction

log = logging.getLogger(__name__)

BATCH = 50
ATTEMPTS = 3  # that end with an error
DEATHS = 6  # that end with the process, as in the inbox
COUNTS = "forget"  # the kind that only remembers a number until then: attempts are its own
TICK = timedelta(seconds=30)  # looks even if a wake-up was lost


class Timers:
    """The loop."""

    def __init__(self, database: Database, service: Service, clock: Clock, operator: Operator) -> None:
        self._database = database
        self._service = service
        self._clock = clock
        self._operator = operator
        self._changed = asyncio.Event()
        self._next: datetime | None = None
        self._known = False
        self._ahead = clock.ahead()
        self._started: datetime | None = None  # when the first look was

    def on_commit(self, committed: Committed) -> None:
        """Called after every commit: look again only if one of its timers may be the first to come due."""
        due = committed.next_timer
        if due is not None and (not self._known or self._next is None or due < self._next):
            self._known = False
            self._changed.set()

    def idle(self, now: datetime) -> bool:
        """Whether no timer is due at this moment."""
        return self._known and (self._next is None or self._next > now)

    async def run(self) -> None:
        """Run what is due, for ever."""
        while True:
            self._changed.clear()
            now = self._clock.now()
            try:
                worked = await self._look(now)
            except STORAGE_TROUBLE as error:
                await self._operator.tell("storage", error=error_name(error))
                await self._clock.wait(asyncio.Event(), now + timedelta(seconds=1))
                continue
            except Exception as error:  # noqa: BLE001 - rows that cannot be read; the other loops go on
                log.error("timers cannot be run: %s at %s", error_name(error), code_line(error))
                await self._operator.tell("storage", error=error_name(error))
                await self._clock.wait(asyncio.Event(), now + timedelta(seconds=5))
                continue
            if not worked:
                await self._clock.wait(self._changed, min(self._next or now + TICK, now + TICK))

    async def _look(self, now: datetime) -> bool:
        """Run a batch of what is due; False when nothing is."""
        self._known = False  # a commit that this look does not see yet asks for another
        await self._look_at_the_clock(now)
        async with self._database.read(now) as tx:
            due = await _first(tx, BATCH)
        self._next = due[0].due_at if due else None
        self._known = not self._changed.is_set()
        due = [timer for timer in due if timer.due_at <= now]
        if not due:
            return False
        self._known = False
        self._started = self._started or now
        left = [timer for timer in due if timer.due_at <= self._started and timer.kind != COUNTS]
        if (
            left
        ):  # what was tried most often comes last: the first finds everything cold, and is killed most easily
            for timer in sorted(left, key=lambda timer: timer.attempts):
                await self._run_alone(timer, now)
            return True
        try:
            async with self._database.write(now) as tx:
                await tx.timers.prefetch("key", [timer.key for timer in due])
                for timer in due:
                    await self._run(tx, timer)
        except STORAGE_TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001 - one bad timer must not stop the others
            log.warning(
                "timers failed together (%s at %s); they run singly", error_name(error), code_line(error)
            )
            for timer in due:
                await self._run_alone(timer, now)
        return True

    async def _look_at_the_clock(self, now: datetime) -> None:
        """Before anything runs: what a wrong time makes due may be deleted by it."""
        ahead = self._clock.ahead()
        if ahead - self._ahead >= JUMP_NOTICED:
            async with self._database.write(now) as tx:
                await timing.on_clock_jumped(tx, self._service, ahead - self._ahead)
        self._ahead = ahead

    async def _run(self, tx: Transaction, timer: Timer) -> None:
        """Run it, unless it was moved or removed since it was seen, perhaps by the timer before it."""
        current = await tx.timers.get(timer.key)
        if current is not None and current.due_at == timer.due_at and not current.parked:
            await timing.on_timer(tx, self._service, current)

    async def _run_alone(self, timer: Timer, now: datetime) -> None:
        attempts = await self._counted(timer, now)  # first: it may kill the process
        if attempts > DEATHS:
            await self._park(timer, now)
            return
        try:
            async with self._database.write(now) as tx:
                await self._run(tx, timer)
        except STORAGE_TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001 - counted above, parked after the third time
            name, place = error_name(error), code_line(error)
            log.warning("timer %s failed, attempt %d: %s at %s", timer.key, attempts, name, place)
            if attempts >= ATTEMPTS and timer.kind != COUNTS:
                await self._park(timer, now)

    async def _counted(self, timer: Timer, now: datetime) -> int:
        """How often it was tried, this time among them; 0 where it is another one by now, or counts something of its own."""
        async with self._database.write(now) as tx:
            current = await tx.timers.get(timer.key)
            if current is None or current.due_at != timer.due_at or timer.kind == COUNTS:
                return 0
            return tx.timers.put(replace(current, attempts=current.attempts + 1)).attempts

    async def _park(self, timer: Timer, now: datetime) -> None:
        """It is tried no more, and the administrators are told."""
        log.error("timer %s is parked", timer.key)
        async with self._database.write(now) as tx:
            current = await tx.timers.get(timer.key)
            if current is None or current.due_at != timer.due_at:
                return
            tx.timers.put(replace(current, parked=True))
            about = f"{timer.kind} {timer.key}"
            await routes.EVENTS.trouble(tx, self._service, "operator-timer", error=about)
        try:
            async with self._database.write(now) as tx:
                await timing.on_timer_parked(tx, self._service, timer)
        except STORAGE_TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001 - it is parked even if nobody could be told
            log.error("timer %s: nobody was told: %s at %s", timer.key, error_name(error), code_line(error))


def _due_or_next() -> Prepared:
    now = bindparam("now", type_=timers.c.due_at.type)
    first = select(func.min(timers.c.due_at)).where(timer_waits).scalar_subquery()
    asked = select(timers).where(timer_waits, timers.c.due_at <= case((first > now, first), else_=now))
    return Prepared(
        asked.order_by(timers.c.due_at, timers.c.key).limit(bindparam("limit", type_=Integer)), timers.c
    )


FIRST = _due_or_next()  # asked after every commit that sets a timer


async def _first(tx: Transaction, limit: int) -> list[Timer]:
    """The timers that are due, the first of them first; where none is, the next one. No others are opened."""
    return await tx.timers.answers(FIRST, {"now": tx.now, "limit": limit})
