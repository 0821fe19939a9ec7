"""The inbox: raw updates are on disk before they are confirmed; then handled, people in turn, a batch a transaction.

    poll    bot.loops.receiving for each messenger, or bot.loops.webhook
    work    the next open rows (bot.loops.inbox_queue) → parse → handlers → mark done: one transaction a batch

When a row fails, its batch rolls back and the rows run again singly, each attempt counted on disk first (a row that
kills the process is counted too). After three errors or six deaths it is parked; the rows of the same person wait until
then. What was open at a start may hold a killer: batches of it are counted first, and what was counted is tried first,
singly, with others.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType

from bot.clock.clock import Clock
from bot.loops.inbox_queue import Arrivals, Meaning, Reader
from bot.loops.receiving import Polling, Receiving
from bot.loops.trouble import STORAGE_TROUBLE, Operator, code_line, error_name
from bot.messengers.messenger import Messenger
from core.incoming import Incoming
from core.traffic import InboxUpdate
from handlers import dispatch, routes
from handlers.service import Service
from storage import inbox
from storage.database import Database
from storage.transaction import Transaction

log = logging.getLogger(__name__)

ATTEMPTS = 3  # that end with an error
DEATHS = 6  # that end with the process: power cuts and the kernel kill too, and meet what a start tries first
POLLS = 10  # in a row before a batch
TICK = timedelta(seconds=5)  # looks even if a wake-up was lost

Made = Callable[[Database, Messenger, Service, Clock, Operator, Callable[[], None]], Receiving]


class Inbox:
    """Both halves of the inbox. ``idle``: nothing fetched is unhandled; for those who wait until all is quiet.

    ``polls``: the half that fetches or is brought, a messenger each; ``made``: by its name what makes it, where that is not
    polling.
    """

    def __init__(
        self,
        database: Database,
        messengers: Sequence[Messenger],
        service: Service,
        clock: Clock,
        operator: Operator,
        made: Mapping[str, Made] = MappingProxyType({}),
    ) -> None:
        self._database = database
        self._read = Reader(messengers)
        self._service = service
        self._clock = clock
        self._operator = operator
        self._arrivals = Arrivals(self._read)
        self._arrived = asyncio.Event()
        self.idle = False
        self.polls = [
            made.get(messenger.name, Polling)(database, messenger, service, clock, operator, self._on_stored)
            for messenger in messengers
        ]

    def unheard(self) -> timedelta:
        """How long nothing has reached the database from the messenger that keeps presses for the shortest time."""
        return min(self.polls, key=lambda poll: poll.messenger.abilities.presses_kept).unheard()

    @property
    def refused(self) -> Counter[str]:
        """Of what was brought, how much was refused, by the reason."""
        return sum((poll.refused for poll in self.polls), Counter[str]())

    def _on_stored(self) -> None:
        self.idle = False
        self._arrived.set()

    async def _pause(self, seconds: float) -> None:
        await self._clock.wait(asyncio.Event(), self._clock.now() + timedelta(seconds=seconds))

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
                log.warning(
                    "a batch failed (%s at %s); its rows run singly", error_name(error), code_line(error)
                )
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
        """In a flood, until everything that waits is fetched: only then do we see who wrote last."""
        for polling in self.polls:
            for _ in range(POLLS):
                if polling.flood:
                    polling.polled.clear()
                    await polling.polled.wait()

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

    async def _handle(self, tx: Transaction, meanings: Sequence[tuple[InboxUpdate, Meaning]]) -> None:
        """Handle rows in their order; those that cannot be read are parked in theirs."""
        await dispatch.prefetch(
            tx, self._service, [meaning for _, meaning in meanings if isinstance(meaning, Incoming)]
        )
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
        senders = {number: "" if meaning is None else meaning.sender for number, meaning in meanings.items()}
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
            if row.attempts >= DEATHS:
                await self._park(row, incoming, "Killed")
            elif not await self._alone(row, incoming):
                waiting.add(sender)
                failing.append(row.id)
        self._arrivals.done(but=sorted(failing))
        return bool(failing)

    async def _alone(self, row: InboxUpdate, incoming: Incoming | None) -> bool:
        """One row; False if it failed and will be tried again."""
        try:
            async with self._database.write(self._clock.now()) as tx:
                await self._handle(tx, [(row, self._read(row))])
        except STORAGE_TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001 - a handler may raise anything: the row is counted and parked
            number, name, place = row.attempts + 1, error_name(error), code_line(error)
            log.warning("row %d failed, attempt %d: %s at %s", row.id, number, name, place)
            if number < ATTEMPTS:
                return False
            await self._park(row, incoming, name)
        return True

    async def _park(self, row: InboxUpdate, incoming: Incoming | None, error: str) -> None:
        try:
            async with self._database.write(self._clock.now()) as tx:
                await self._park_in(tx, row, incoming, error)
        except STORAGE_TROUBLE:
            raise
        except Exception as failure:  # noqa: BLE001 - parked it must be, even if nobody can be told
            log.error("row %d: nobody was told: %s at %s", row.id, error_name(failure), code_line(failure))
            async with self._database.write(self._clock.now()) as tx:
                await inbox.park(tx, row.id, error)

    async def _park_in(
        self, tx: Transaction, row: InboxUpdate, incoming: Incoming | None, error: str
    ) -> None:
        log.error("row %d is parked: %s", row.id, error)
        await inbox.park(tx, row.id, error)
        kind = self._read.kind_of(row)
        await routes.EVENTS.parked(tx, self._service, incoming, row.id, kind, row.received_at, error)
