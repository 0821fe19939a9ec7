"""Timers: rows that come due. A timer is one more input; its handler writes in one transaction, as for a message.

After downtime all overdue timers run, oldest first, with the true time. A timer whose handler fails three times is
parked and the administrators are told; it never stops the others.
"""

import asyncio
import logging
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.core.traffic import Timer
from bot.loops.trouble import STORAGE_TROUBLE, Operator, error_name, where
from handlers import routes
from handlers.service import Service
from storage.database import Database
from storage.outbox import Committed
from storage.schema import timers

log = logging.getLogger(__name__)

BATCH = 50
ATTEMPTS = 3
TICK = timedelta(seconds=30)


class Timers:
    """The loop. ``idle`` is True when no timer is due."""

    def __init__(self, database: Database, service: Service, clock: Clock, operator: Operator) -> None:
        self._database = database
        self._service = service
        self._clock = clock
        self._operator = operator
        self._changed = asyncio.Event()
        self._next: datetime | None = None
        self._known = False

    def on_commit(self, committed: Committed) -> None:
        """Called after every commit."""
        if committed.timers:
            self._known = False
            self._changed.set()

    def idle(self, now: datetime) -> bool:
        """Whether no timer is due at this moment."""
        return self._known and (self._next is None or self._next > now)

    async def next_due(self) -> datetime | None:
        """When the first timer that is not parked is due."""
        async with self._database.read(self._clock.now()) as tx:
            first = await tx.timers.select(timers.c.parked.is_(False), order_by=timers.c.due_at, limit=1)
        return first[0].due_at if first else None

    async def run(self) -> None:
        """Run what is due, for ever."""
        while True:
            self._changed.clear()
            try:
                self._next = await self.next_due()
                self._known = True
                now = self._clock.now()
                if self._next is not None and self._next <= now:
                    self._known = False
                    await self._run_due(now)
                    continue
            except STORAGE_TROUBLE as error:
                await self._operator.tell("storage", error_name(error))
                await self._clock.wait(asyncio.Event(), self._clock.now() + timedelta(seconds=1))
                continue
            await self._clock.wait(self._changed, min(self._next or now + TICK, now + TICK))

    async def _run_due(self, now: datetime) -> None:
        """All due timers, oldest first: together; if one fails, each in a transaction of its own."""
        try:
            async with self._database.write(now) as tx:
                due = await tx.timers.select(
                    timers.c.parked.is_(False), timers.c.due_at <= now, order_by=timers.c.due_at, limit=BATCH
                )
                for timer in due:
                    await routes.on_timer(tx, self._service, timer)
        except STORAGE_TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001 - one bad timer must not stop the others
            log.warning("timers failed together (%s at %s); they run singly", error_name(error), where(error))
            for timer in due:
                await self._run_alone(timer, now)

    async def _run_alone(self, timer: Timer, now: datetime) -> None:
        async with self._database.write(now) as tx:  # counted first: it may kill the process
            attempts = timer.attempts + 1
            tx.timers.put(replace(timer, attempts=attempts, parked=attempts > ATTEMPTS))
        if attempts > ATTEMPTS:
            await self._operator.tell("timer", f"{timer.kind} {timer.key}")
            return
        try:
            async with self._database.write(now) as tx:
                current = await tx.timers.get(timer.key)
                if current is not None and current.due_at <= now:
                    await routes.on_timer(tx, self._service, current)
        except STORAGE_TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001 - counted above, parked after the third time
            log.warning(
                "timer %s failed, attempt %d: %s at %s", timer.key, attempts, error_name(error), where(error)
            )
