"""The inbox: raw updates are on disk before they are confirmed; then handled, people in turn, a batch a transaction.

    poll    fetch → store and commit → only then confirm (the offset of the next fetch); in a flood polls come before batches
    gap     after 150 s in which nothing got as far as the database, open offers are shown again (the timer "returned")
    work    the next open rows (bot.loops.arrivals) → parse → handlers → mark done: one transaction a batch

When a row fails, its batch rolls back and the rows run again singly, each attempt counted on disk first (a row that
kills the process is counted too). After three attempts it is parked; the rows of the same person wait until then. What was
open at a start may hold a killer: batches of it are counted first, and what was counted is tried first and singly.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from bot.clock.clock import Clock
from bot.core.incoming import Incoming
from bot.core.traffic import Received
from bot.loops.arrivals import Arrivals
from bot.loops.courtesy import Courtesy
from bot.loops.reading import Meaning, Reader
from bot.loops.trouble import STORAGE_TROUBLE, Operator, error_name, where
from bot.messengers.errors import AccessLost, MessengerError, RetryLater
from bot.messengers.messenger import Messenger
from handlers import dispatch, routes, timing
from handlers.service import Service
from storage import inbox
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

log = logging.getLogger(__name__)

ATTEMPTS = 3
FULL = 100  # updates of one poll: then more wait there, perhaps behind them somebody else's
POLLS = 10  # in a row before a batch
TICK = timedelta(seconds=5)  # looks even if a wake-up was lost
PAUSES = (1, 2, 5, 10, 30)  # seconds between failing polls, the last repeated


class Inbox:
    """Both halves of the inbox. ``idle``: nothing fetched is unhandled; for those who wait until all is quiet.

    ``answered_at``: when a poll last ended well; ``received_at``: when the last updates were stored (UTC, else the start).
    """

    def __init__(
        self, database: Database, messenger: Messenger, service: Service, clock: Clock, operator: Operator
    ) -> None:
        self._database = database
        self._messenger = messenger
        self._read = Reader((messenger,))
        self._service = service
        self._clock = clock
        self._operator = operator
        self._courtesy = Courtesy(messenger)
        self._arrivals = Arrivals(self._read)
        self._arrived = asyncio.Event()
        self._polled = asyncio.Event()
        self._flood = False  # the last poll was full
        self.idle = False
        self.answered_at = self.received_at = clock.now()
        self._heard = clock.elapsed()  # when all that Telegram had was last in the database

    def unheard(self) -> timedelta:
        """How long nothing that Telegram had for us has reached the database. Offers rely on presses that do."""
        return self._clock.elapsed() - self._heard

    # --- polling

    async def poll(self) -> None:
        """Fetch for ever. No error ends it: a deaf bot is worse than a complaining one."""
        offset: int | None = None
        failures = 0
        try:
            while True:
                try:
                    offset = await self._fetch(offset)
                    await self._operator.mended("poll")
                    failures = 0
                    self._polled.set()
                except (MessengerError, StorageError) as error:
                    failures += 1
                    self._flood = False
                    self._polled.set()
                    await self._complain(error, failures)
        finally:
            await self._courtesy.close()

    async def _fetch(self, offset: int | None) -> int | None:
        """One poll; what the next one confirms."""
        updates = await (self._messenger.fetch(offset, 0) if self._flood else self._messenger.fetch(offset))
        self._flood = len(updates) >= FULL
        self.answered_at = self._clock.now()
        if self.unheard() > self._service.everywhere.presses_kept:
            async with self._database.write(self._clock.now()) as tx:
                timing.on_heard_again(tx)
        if not updates:
            self._heard = self._clock.elapsed()
            return offset
        self.idle = False
        async with self._database.write(self._clock.now()) as tx:
            new = await inbox.store(tx, self._messenger.name, updates)
        self._heard = self._clock.elapsed()
        self.received_at = self._clock.now()
        self._arrived.set()
        for _, raw in updates:
            self._courtesy.answer(raw)
        confirmed = max(number for number, _ in updates) + 1
        if not new and confirmed == offset:  # the messenger gives the same again, whatever we confirm
            await self._pause(1)
        return confirmed

    async def _complain(self, error: MessengerError | StorageError, failures: int) -> None:
        pause: float = PAUSES[min(failures, len(PAUSES)) - 1]
        if isinstance(error, RetryLater) and error.seconds:
            pause = max(pause, error.seconds)
        log.warning("poll failed %d times: %s; next try in %d s", failures, error_name(error), pause)
        if isinstance(error, StorageError):
            await self._operator.tell("storage", error=error_name(error))
        elif failures == ATTEMPTS or isinstance(error, AccessLost):
            await self._operator.tell("poll", error=error_name(error))
        await self._pause(pause)

    async def _pause(self, seconds: float) -> None:
        await self._clock.wait(asyncio.Event(), self._clock.now() + timedelta(seconds=seconds))

    # --- handling

    async def work(self) -> None:
        """Handle open rows for ever. The first batch after a start runs singly: one of its rows may be the killer."""
        singly = True
        while True:
            self._arrived.clear()
            try:
                if singly:
                    singly = await self._one_by_one()
                else:
                    await self._let_poll()
                    await self._batch()
                await self._operator.mended("storage")
            except STORAGE_TROUBLE as error:
                await self._operator.tell("storage", error=error_name(error))
                await self._pause(1)
                continue
            except Exception as error:  # noqa: BLE001 - one bad row must not stop the others: see the head of the file
                log.warning("a batch failed (%s at %s); its rows run singly", error_name(error), where(error))
                if singly:  # not even singly: the rows cannot be read at all
                    await self._operator.tell("storage", error=error_name(error))
                    await self._pause(1)
                singly = True
                continue
            if (
                self._arrivals.empty and not singly
            ):  # all that was there; what came meanwhile has set the event
                self.idle = not self._arrived.is_set()
                await self._clock.wait(self._arrived, self._clock.now() + TICK)
                self.idle = False

    async def _let_poll(self) -> None:
        """In a flood, until what waits is fetched: whoever wrote at its end is seen only then."""
        for _ in range(POLLS):
            if self._flood:
                self._polled.clear()
                await self._polled.wait()

    async def _batch(self) -> int:
        if self._arrivals.left_over:
            async with self._database.write(self._clock.now()) as tx:
                untried = [row.id for row, _ in await self._arrivals.batch(tx) if not row.attempts]
                await inbox.count_attempt(tx, untried)
        async with self._database.write(self._clock.now()) as tx:
            rows = await self._arrivals.batch(tx)
            await self._handle(tx, rows)
        self._arrivals.done()
        return len(rows)

    async def _handle(self, tx: Transaction, meanings: Sequence[tuple[Received, Meaning]]) -> None:
        """Handle rows in their order; those that cannot be read are parked in theirs."""
        await dispatch.prefetch(tx, [meaning for _, meaning in meanings if isinstance(meaning, Incoming)])
        handled = []
        for row, meaning in meanings:
            if isinstance(meaning, Incoming):
                await dispatch.handle(tx, self._service, meaning, row.received_at)
                handled.append(row.id)
            else:
                await self._park_in(tx, row, None, row.error or f"Unreadable: {meaning}")
        await inbox.mark_done(tx, handled)

    async def _one_by_one(self) -> bool:
        """One pass over a batch's rows, each in a transaction of its own. Whether some are to be tried again."""
        async with self._database.read(self._clock.now()) as tx:
            found = await self._arrivals.batch(tx)
        rows = [row for row, _ in found]
        meanings = {row.id: read if isinstance(read, Incoming) else None for row, read in found}
        senders = {number: "" if one is None else one.sender for number, one in meanings.items()}
        people = set(senders.values())
        tried = {of: max(row.attempts for row in rows if senders[row.id] == of) for of in people}
        # The first row after a start finds everything cold and so takes the longest: what was tried most often comes
        # last, or kills that have nothing to do with it would hit it again and again.
        rows.sort(key=lambda row: (tried[senders[row.id]] if senders[row.id] else row.attempts, row.id))
        waiting: set[str] = set()  # people whose earlier row is still failing
        failing: list[int] = []
        for row in rows:
            incoming, sender = meanings[row.id], senders[row.id]
            if sender and sender in waiting:
                failing.append(row.id)
                continue
            async with self._database.write(self._clock.now()) as tx:
                await inbox.count_attempt(tx, [row.id])
            if row.attempts >= ATTEMPTS:
                await self._park(row, incoming, "Killed")  # it was counted three times and the process died
            elif not await self._alone(row, incoming):
                waiting.add(sender)
                failing.append(row.id)
        self._arrivals.done(but=sorted(failing))
        return bool(failing)

    async def _alone(self, row: Received, incoming: Incoming | None) -> bool:
        """One row; False if it failed and will be tried again."""
        try:
            async with self._database.write(self._clock.now()) as tx:
                await self._handle(tx, [(row, self._read(row))])
        except STORAGE_TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001 - whatever a handler raises, the row is counted and parked
            number, name, place = row.attempts + 1, error_name(error), where(error)
            log.warning("row %d failed, attempt %d: %s at %s", row.id, number, name, place)
            if number < ATTEMPTS:
                return False
            await self._park(row, incoming, name)
        return True

    async def _park(self, row: Received, incoming: Incoming | None, error: str) -> None:
        try:
            async with self._database.write(self._clock.now()) as tx:
                await self._park_in(tx, row, incoming, error)
        except STORAGE_TROUBLE:
            raise
        except Exception as failure:  # noqa: BLE001 - parked it must be, even if nobody can be told
            log.error("row %d: nobody was told: %s at %s", row.id, error_name(failure), where(failure))
            async with self._database.write(self._clock.now()) as tx:
                await inbox.park(tx, row.id, error)

    async def _park_in(self, tx: Transaction, row: Received, incoming: Incoming | None, error: str) -> None:
        log.error("row %d is parked: %s", row.id, error)
        await inbox.park(tx, row.id, error)
        kind = self._read.kind_of(row)
        await routes.EVENTS.parked(tx, self._service, incoming, row.id, kind, row.received_at, error)
