"""The outbox: sends what handlers wrote, in lane order and within the limits, and records what became of it.

One loop, one writer: every round records the finished sends and leases the next ones in the same transaction.
A card is rendered when it is leased; after its send is recorded it is compared again and, if it changed meanwhile,
offered again. A send whose outcome is unknown is repeated: a double message does less harm than a missing one.
"""

import asyncio
import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.core.lanes import Sender
from bot.core.presentation import Presentation
from bot.core.traffic import Card, Outgoing
from bot.loops import results
from bot.loops.trouble import STORAGE_TROUBLE, Operator, error_name, where
from bot.messengers.errors import MessengerError, RetryLater
from bot.messengers.telegram import Telegram
from handlers import outgoing
from handlers.service import Service
from storage.database import Database
from storage.outbox import Committed, Waiting, waiting
from storage.transaction import Transaction

log = logging.getLogger(__name__)

TICK = timedelta(seconds=5)  # looks into the table even if a wake-up was lost
PER_LANE = 2_000  # rows a lane held in memory; the table keeps the rest


@dataclass(frozen=True, slots=True)
class Job:
    """A leased row with everything that its send needs."""

    item: Waiting
    chat: str
    row: Outgoing | Card
    shown: Presentation | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a job: the id of a new message, or an error."""

    job: Job
    message_id: int | None
    error: MessengerError | None


class Outbox:
    """The loop. ``boot`` marks its leases; ``idle(now)`` says that nothing is due and nothing in flight."""

    def __init__(
        self,
        database: Database,
        telegram: Telegram,
        service: Service,
        clock: Clock,
        operator: Operator,
        sender: Sender[Waiting],
        boot: str,
    ) -> None:
        self._database = database
        self._telegram = telegram
        self._service = service
        self._clock = clock
        self._operator = operator
        self.sender = sender
        self._boot = boot
        self._wake = asyncio.Event()
        self._known: set[tuple[str, int]] = set()  # offered to the sender or in flight
        self._finished: list[Result] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._rescan = True
        self._resting = False

    def on_commit(self, committed: Committed) -> None:
        """Called after every commit: the new rows go straight to the sender."""
        for item in committed.waiting:
            self._offer(item)
        if committed.waiting:
            self._wake.set()

    def idle(self, now: datetime) -> bool:
        """Whether nothing could be sent at this moment and nothing is on its way."""
        if not self._resting or self._rescan or self._tasks or self._finished or self._wake.is_set():
            return False
        upcoming = self.sender.next_time(now)
        return upcoming is None or upcoming > now

    async def run(self) -> None:
        """Send for ever."""
        last_scan = self._clock.now()
        while True:
            self._wake.clear()
            now = self._clock.now()
            try:
                if self._rescan or now - last_scan >= TICK or now < last_scan:
                    last_scan, self._rescan = now, False
                    await self._scan(now)
                worked = await self._round(now)
            except STORAGE_TROUBLE as error:
                log.error("the outbox cannot reach the database: %s; next try in 1 s", error_name(error))
                self._rescan = True
                await self._clock.wait(asyncio.Event(), now + timedelta(seconds=1))
                continue
            if not worked:
                upcoming = self.sender.next_time(now)
                self._resting = True
                await self._clock.wait(self._wake, min(now + TICK, upcoming or now + TICK))
                self._resting = False

    async def _scan(self, now: datetime) -> None:
        async with self._database.read(now) as tx:
            for item in await waiting(tx, PER_LANE):
                self._offer(item)

    def _offer(self, item: Waiting) -> None:
        key = (item.kind, item.id)
        if key not in self._known:
            self._known.add(key)
            self.sender.offer(item)

    async def _round(self, now: datetime) -> bool:
        """Record what is finished, lease what may go. False when there was neither."""
        done, self._finished = self._finished, []
        picked: list[Waiting] = []
        while (item := self.sender.pick(now)) is not None:
            picked.append(item)
        if not done and not picked:
            return False
        try:
            async with self._database.write(now) as tx:
                again = [waits for result in done if (waits := await self._record(tx, result, now))]
                jobs = [job for item in picked if (job := await self._lease(tx, item, now))]
        except STORAGE_TROUBLE:
            # Nothing was written: the results wait for the next round, the picked rows are found by the next scan.
            self._finished = done + self._finished
            for item in picked:
                self._forget(item, now)
            raise
        for result in done:
            self._forget(result.job.item, now)
        for item in again:
            self._offer(item)
        leased = {(job.item.kind, job.item.id) for job in jobs}
        for item in picked:
            if (item.kind, item.id) not in leased:
                self._forget(item, now)
        for job in jobs:
            self.sender.started(job.item, now)
            task = asyncio.create_task(self._send(job))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return True

    def _forget(self, item: Waiting, now: datetime) -> None:
        self._known.discard((item.kind, item.id))
        self.sender.finished(item, now)

    async def _lease(self, tx: Transaction, item: Waiting, now: datetime) -> Job | None:
        """Read the row, decide whether it is still wanted, and mark it as being sent."""
        if item.kind == "message":
            row = await tx.outgoing.get(item.id)
            if row is None or row.state != "waiting":
                return None
            address = await tx.addresses.get(row.address_id)
            if address is None or not outgoing.may_send(address, row):
                tx.outgoing.put(replace(row, state="failed", failed="the chat is silenced or unreachable"))
                return None
            row = tx.outgoing.put(replace(row, state="leased", lease=self._boot))
            return Job(item, address.chat, row, outgoing.presentation(row))
        card = await tx.cards.get(item.id)
        if card is None or card.wanted <= card.shown or card.failed:
            return None
        address = await tx.addresses.get(card.address_id)
        if address is None or not outgoing.may_show(address):
            tx.cards.put(replace(card, shown=card.wanted))
            return None
        try:
            shown = await outgoing.render(tx, self._service, card)
        except Exception as error:  # noqa: BLE001 - one card that cannot be drawn must not stop all the others
            log.error(
                "card %d (%s) cannot be drawn: %s at %s",
                card.id,
                card.subject,
                error_name(error),
                where(error),
            )
            tx.cards.put(replace(card, failed=f"render: {error_name(error)}"))
            await outgoing.on_undrawable(tx, self._service, card)
            return None
        content = tx.keyed_hash("card", outgoing.fingerprint(shown))
        if content == card.content:
            tx.cards.put(replace(card, shown=card.wanted))
            return None
        card = tx.cards.put(replace(card, lease=self._boot))
        return Job(item, address.chat, card, shown)

    async def _send(self, job: Job) -> None:
        message_id: int | None = None
        error: MessengerError | None = None
        try:
            message_id = await results.perform(self._telegram, job.chat, job.row, job.shown)
        except MessengerError as failure:
            error = failure
        except Exception as failure:  # noqa: BLE001 - the row must not stay leased for ever
            log.error("row %d could not be sent: %s at %s", job.row.id, error_name(failure), where(failure))
            error = results.broken(failure)
        self._finished.append(Result(job, message_id, error))
        self._wake.set()

    async def _record(self, tx: Transaction, result: Result, now: datetime) -> Waiting | None:
        """Write down the outcome; the same row again if there is more to send."""
        error = result.error
        if isinstance(error, RetryLater) and error.chat_only and error.seconds:
            self.sender.pause_chat(result.job.item.address_id, now + timedelta(seconds=error.seconds), now)
        if isinstance(result.job.row, Card):
            return await results.record_card(tx, self._service, result.job.row, result.job.shown, result)
        return await results.record_message(tx, self._service, result.job.row, result)
