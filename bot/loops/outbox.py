"""The outbox: sends what handlers wrote, in lane order and within the limits, and records what became of it.

One loop, one writer: every round records the finished sends and leases the next ones in the same transaction.
A card is rendered when it is leased; after its send is recorded it is compared again and, if it changed meanwhile,
offered again. A send whose outcome is unknown is repeated: a double message does less harm than a missing one.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from math import ceil

from bot.clock.clock import Clock
from bot.loops.send_jobs import Job, Result, lease, perform, prefetch
from bot.loops.send_results import record, write_off
from bot.loops.trouble import STORAGE_TROUBLE, Operator, code_line, error_name
from bot.messengers.errors import RetryLater
from bot.messengers.messenger import Messenger
from core.sending.senders import Senders
from core.traffic import Lane
from handlers.emergency import silence
from handlers.service import Service
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Committed, Waiting, drop, waiting

log = logging.getLogger(__name__)

TICK = timedelta(seconds=5)  # looks into the table even if a wake-up was lost
AWAY = 2.0  # seconds between attempts while Telegram cannot be reached at all
LONG = timedelta(minutes=1)  # everything waits so long: it is told
ROUND = 32  # that are leased together: an alert written meanwhile waits for no more
PER_LANE = 2_000  # rows a lane that a look takes into memory
GLANCE = 100  # rows a lane that the look of a tick takes: one that was forgotten is soon among the oldest


Portion = tuple[Sequence[Result], Sequence[Waiting]]


class Outbox:
    """The loop. ``boot`` marks its leases; ``idle(now)`` says that nothing is due and nothing in flight."""

    def __init__(
        self,
        database: Database,
        messengers: Mapping[str, Messenger],
        service: Service,
        clock: Clock,
        operator: Operator,
        sender: Senders[Waiting],
        boot: str,
    ) -> None:
        self._database = database
        self._messengers = messengers
        self._service = service
        self._clock = clock
        self._operator = operator
        self.sender = sender
        self._boot = boot
        self._wake = asyncio.Event()
        self._known: set[tuple[str, int]] = set()  # wait in the sender, or are in flight
        self._finished: list[Result] = []  # not recorded yet
        self._replaced: list[int] = []  # need not be sent, and still wait in the table
        self._tasks: set[asyncio.Task[None]] = set()
        self._rescan = True
        self._cut_off: set[Lane] = set()  # lanes of which a look could not take all that waits in the table
        self._resting = False
        self._silent = False  # as the last look found it; what is leased asks the database itself

    def on_commit(self, committed: Committed) -> None:
        """Called after every commit: what it wrote goes straight to the sender, in place of what it changed."""
        for item in committed.waiting:
            self._offer(item)
        if committed.waiting:
            self._wake.set()

    def idle(self, now: datetime) -> bool:
        """Whether nothing could be sent at this moment and nothing is on its way."""
        at_work = self._tasks or self._finished or self._replaced
        if not self._resting or self._rescan or at_work or self._wake.is_set():
            return False
        upcoming = self.sender.next_time(now)
        return upcoming is None or upcoming > now

    async def run(self) -> None:
        """Send until it is cancelled."""
        last_scan = self._clock.now()
        while True:
            self._wake.clear()
            now = self._clock.now()
            try:
                if self._rescan or any(self.sender.waiting(lane) < PER_LANE // 2 for lane in self._cut_off):
                    self._cut_off = await self._scan(now, PER_LANE)
                    last_scan, self._rescan = now, False
                elif now - last_scan >= TICK or now < last_scan:
                    self._cut_off |= await self._scan(now, GLANCE)
                    last_scan = now
                now = self._clock.now()  # what was answered while it looked came no later
                worked = await self._round(now)
                await self._tell_of_pauses(now)
            except STORAGE_TROUBLE as error:
                self._rescan = True
                await self._operator.tell("storage", error=error_name(error))
                await self._clock.wait(asyncio.Event(), now + timedelta(seconds=1))
                continue
            if worked:
                await asyncio.sleep(0)  # what was leased leaves before more is looked for
            else:
                upcoming = self.sender.next_time(now)
                self._resting = True
                await self._clock.wait(self._wake, min(now + TICK, upcoming or now + TICK))
                self._resting = False

    async def _tell_of_pauses(self, now: datetime) -> None:
        """Administrators hear of a messenger that takes nothing from us for minutes, and that it does again."""
        for name in self._messengers:
            until = self.sender.of(name).paused_until if self.sender.has(name) else None
            called = name.capitalize()
            if until is None:
                await self._operator.mended("paused", about=name, messenger=called)
            elif until - now > LONG:
                minutes = str(ceil((until - now) / timedelta(minutes=1)))
                await self._operator.tell("paused", about=name, messenger=called, minutes=minutes)

    async def finish(self, patience: float) -> None:
        """After :meth:`run` was cancelled: record what is on its way within ``patience`` real seconds, so that the next
        start need not repeat it.
        """
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=patience)
        try:
            await self._work(list(self._finished), [], self._clock.now())
        except StorageError as error:
            log.warning("what was on its way will be repeated: %s", error_name(error))

    async def _scan(self, now: datetime, per_lane: int) -> set[Lane]:
        """Take what waits in the table, the oldest of each lane. The lanes of which more may be left there: a glance that
        brings nothing new has only seen what waits here.
        """
        async with self._database.read(now) as tx:
            found = await waiting(tx, per_lane)
            was, self._silent = self._silent, await silence.current_silence(tx) is not None
        if self._silent:  # what is held back waits in the table, not here
            found = [item for item in found if silence.leaves_anyway(item.lane)]
        elif was:
            self._rescan = True
        new = [item for item in found if (item.kind, item.id) not in self._known]
        for item in new:  # what a commit told meanwhile is newer
            self._offer(item)
        full = {lane for lane, number in Counter(item.lane for item in found).items() if number == per_lane}
        return full & {item.lane for item in new} if per_lane == GLANCE else full

    def _offer(self, item: Waiting) -> None:
        if self._silent and not silence.leaves_anyway(item.lane):
            return
        if not self.sender.has(item.messenger):  # not configured any more: it waits in the table
            return
        sender = self.sender.of(item.messenger)
        if (older := sender.replaced_by(item)) is not None:
            self._known.discard((older.kind, older.id))
            self._replaced.append(older.id)
        self._known.add((item.kind, item.id))
        sender.offer(item)

    def _forget(self, item: Waiting, now: datetime) -> None:
        self._known.discard((item.kind, item.id))
        self.sender.of(item.messenger).finished(item, now)

    async def _round(self, now: datetime) -> bool:
        """Record what is finished, lease what may go; False when there was neither. All in one transaction; if something in
        it breaks, each in one of its own, and what breaks again is given up.
        """
        done = list(self._finished)
        picked: list[Waiting] = []
        while len(picked) < ROUND and (item := self.sender.pick(now)) is not None:
            picked.append(item)
        if not done and not picked and not self._replaced:
            return False
        portions: list[Portion] = [(done, picked)]
        while portions:
            try:
                portions[:1] = await self._left_of(portions[0], now)
            except STORAGE_TROUBLE:
                for item in (item for _, items in portions for item in items):  # nobody knows: tried again
                    self._forget(item, now)
                    self._offer(item)
                raise
        return True

    async def _left_of(self, portion: Portion, now: datetime) -> list[Portion]:
        """Work on it. What broke together is left, each alone; what breaks alone is given up."""
        results, items = portion
        try:
            await self._work(results, items, now)
        except STORAGE_TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001 - one bad row must not stop all alerts
            log.warning("an outbox round broke: %s at %s", error_name(error), code_line(error))
            if len(results) + len(items) > 1:
                return [*(([result], []) for result in results), *(([], [item]) for item in items)]
            await self._write_off(results, items, error, now)
        return []

    async def _work(self, results: Sequence[Result], items: Sequence[Waiting], now: datetime) -> None:
        """One transaction; after its commit memory follows, without a pause in between."""
        replaced = self._replaced[:PER_LANE]
        async with self._database.write(now) as tx:
            await drop(tx, replaced)
            await prefetch(tx, self._service, items, results)
            again = [more for result in results if (more := await record(tx, self._service, result))]
            jobs = [job for item in items if (job := await lease(tx, self._service, item, self._boot))]
        del self._replaced[: len(replaced)]
        self._settle(results, now)
        for item in again:
            self._offer(item)
        leased = {(job.item.kind, job.item.id) for job in jobs}
        for item in items:
            if (item.kind, item.id) not in leased:
                self._forget(item, now)
        for job in jobs:
            self.sender.of(job.item.messenger).started(job.item, now)
            task = asyncio.create_task(self._send(job))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _settle(self, results: Sequence[Result], now: datetime) -> None:
        for result in results:
            self._finished.remove(result)
            item, error = result.job.item, result.error
            sender = self.sender.of(item.messenger)
            if isinstance(error, RetryLater) and error.sent is False:
                until = now + timedelta(seconds=error.seconds or AWAY)
                if error.chat_only:
                    sender.pause_chat(item.address_id, until, now)
                else:
                    sender.pause(until)
            elif error is None:
                sender.served()
            self._forget(item, now)

    async def _write_off(
        self, results: Sequence[Result], items: Sequence[Waiting], error: Exception, now: datetime
    ) -> None:
        item = items[0] if items else results[0].job.item
        why, lost = f"{error_name(error)} at {code_line(error)}", set[tuple[str, int]]()
        try:
            async with self._database.write(now) as tx:
                await write_off(tx, item, why)
        except STORAGE_TROUBLE:
            raise
        except StorageError as failure:  # it cannot even be read: out of the way until the next start
            log.error("%s %d cannot be given up: %s", item.kind, item.id, error_name(failure))
            lost = {(item.kind, item.id)}
        self._settle(results, now)
        for written_off in items:
            self._forget(written_off, now)
        self._known |= lost
        await self._operator.tell("rejected", about=why, error=f"{item.kind} {item.id}: {why}")

    async def _send(self, job: Job) -> None:
        self._finished.append(await perform(self._messengers[job.item.messenger], job))
        self._wake.set()
