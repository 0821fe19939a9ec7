"""The inbox: raw updates are on disk before they are confirmed; then handled in order, a batch a transaction.

    poll    fetch → store and commit → only then confirm (the offset of the next fetch)
    work    open rows, oldest first → parse → handlers → mark done: one transaction a batch

When a row fails, its batch rolls back and the rows run again singly, each attempt counted on disk first (a row that
kills the process is counted too). After three attempts it is parked; the rows of the same person wait until then.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.clock import Clock
from bot.core.incoming import Incoming
from bot.core.traffic import Received
from bot.loops.trouble import STORAGE_TROUBLE, Operator, error_name, where
from bot.messengers.errors import AccessLost, MessengerError, RetryLater, Unreadable
from bot.messengers.parsing import MESSENGER, parse
from bot.messengers.telegram import Telegram
from handlers import dispatch
from handlers.service import Service
from storage import inbox
from storage.database import Database
from storage.transaction import Transaction

log = logging.getLogger(__name__)

BATCH = 32
ATTEMPTS = 3
TICK = timedelta(seconds=5)  # looks even if a wake-up was lost
PAUSES = (1, 2, 5, 10, 30)  # seconds between failing polls


class Inbox:
    """Both halves of the inbox. ``idle`` is for tests and the playground: nothing fetched is unhandled."""

    def __init__(
        self, database: Database, telegram: Telegram, service: Service, clock: Clock, operator: Operator
    ) -> None:
        self._database = database
        self._telegram = telegram
        self._service = service
        self._clock = clock
        self._operator = operator
        self._arrived = asyncio.Event()
        self._courtesies: set[asyncio.Task[None]] = set()
        self.idle = False
        self.on_idle: Callable[[], None] = lambda: None

    async def poll(self) -> None:
        """Fetch for ever. No error ends it: a deaf bot is worse than a complaining one."""
        offset: int | None = None
        failures = 0
        while True:
            try:
                updates = await self._telegram.fetch(offset)
                if updates:
                    self.idle = False
                    await self._store(updates)
                    offset = max(update_id for update_id, _ in updates) + 1
                if failures:
                    await self._operator.mended("poll")
                failures = 0
            except (MessengerError, *STORAGE_TROUBLE) as error:
                pause = PAUSES[min(failures, len(PAUSES) - 1)]
                if isinstance(error, RetryLater) and error.seconds:
                    pause = max(pause, int(error.seconds))
                failures += 1
                log.warning("poll failed %d times: %s; next try in %d s", failures, error_name(error), pause)
                if failures == ATTEMPTS or isinstance(error, AccessLost):
                    await self._operator.tell("poll", error_name(error))
                await self._clock.wait(asyncio.Event(), self._clock.now() + timedelta(seconds=pause))

    async def _store(self, updates: list[tuple[int, bytes]]) -> None:
        async with self._database.write(self._clock.now()) as tx:
            await inbox.store(tx, MESSENGER, updates)
        self._arrived.set()
        for _, raw in updates:
            self._answer(raw)

    def _answer(self, raw: bytes) -> None:
        """Stop the waiting sign on a pressed button: a courtesy, best effort, outside the flow."""
        if b'"callback_query"' not in raw:
            return
        try:
            tap = parse(raw).tap_id
        except Unreadable:
            return
        if tap is not None:
            task = asyncio.create_task(_courtesy(self._telegram.answer(tap)))
            self._courtesies.add(task)
            task.add_done_callback(self._courtesies.discard)

    async def work(self) -> None:
        """Handle open rows for ever. The first batch after a start runs singly: one of its rows may be the killer."""
        singly = True
        while True:
            self._arrived.clear()
            try:
                handled = await (self._one_by_one() if singly else self._batch())
                singly = False
                await self._operator.mended("storage")
            except STORAGE_TROUBLE as error:
                await self._operator.tell("storage", error_name(error))
                await self._clock.wait(asyncio.Event(), self._clock.now() + timedelta(seconds=1))
                continue
            except Exception as error:  # noqa: BLE001 - one bad row must not stop the others: see below
                log.warning("a batch failed (%s at %s); its rows run singly", error_name(error), where(error))
                singly = True
                continue
            if not handled:
                self.idle = not self._arrived.is_set()
                self.on_idle()
                await self._clock.wait(self._arrived, self._clock.now() + TICK)
                self.idle = False

    async def _batch(self) -> int:
        async with self._database.write(self._clock.now()) as tx:
            rows = await inbox.next_open(tx, BATCH)
            await self._handle(tx, rows)
            return len(rows)

    async def _handle(self, tx: Transaction, rows: list[Received]) -> None:
        readable: list[tuple[Received, Incoming]] = []
        for row in rows:
            try:
                readable.append((row, parse(row.raw)))
            except Unreadable as error:
                await inbox.park(tx, row.id, f"Unreadable: {error}")
                await dispatch.on_parked(tx, self._service, None, row.id)
        await dispatch.prefetch(tx, [incoming for _, incoming in readable])
        for row, incoming in readable:
            await dispatch.handle(tx, self._service, incoming, row.received_at)
        await inbox.mark_done(tx, [row.id for row, _ in readable])

    async def _one_by_one(self) -> int:
        """One pass over a batch's rows, each in a transaction of its own."""
        async with self._database.read(self._clock.now()) as tx:
            rows = await inbox.next_open(tx, BATCH)
        waiting: set[str] = set()  # people whose earlier row is still failing
        for row in rows:
            incoming = readable(row)
            if incoming is not None and incoming.sender in waiting:
                continue
            async with self._database.write(self._clock.now()) as tx:
                await inbox.count_attempt(tx, [row.id])
            if row.attempts >= ATTEMPTS:
                await self._park(row, incoming, "Killed: the process died while handling it")
                continue
            try:
                async with self._database.write(self._clock.now()) as tx:
                    await self._handle(tx, [row])
            except STORAGE_TROUBLE:
                raise
            except Exception as error:  # noqa: BLE001 - whatever a handler raises, the row is counted and parked
                log.warning(
                    "row %d failed, attempt %d: %s at %s",
                    row.id,
                    row.attempts + 1,
                    error_name(error),
                    where(error),
                )
                if incoming is not None:
                    waiting.add(incoming.sender)
                if row.attempts + 1 >= ATTEMPTS:
                    await self._park(row, incoming, error_name(error))
        return len(rows)

    async def _park(self, row: Received, incoming: Incoming | None, error: str) -> None:
        async with self._database.write(self._clock.now()) as tx:
            await inbox.park(tx, row.id, error)
            await dispatch.on_parked(tx, self._service, incoming, row.id)


def readable(row: Received) -> Incoming | None:
    """The row's meaning, or None."""
    try:
        return parse(row.raw)
    except Unreadable:
        return None


async def _courtesy(call: Awaitable[None]) -> None:
    try:
        await call
    except MessengerError as error:
        log.debug("a pressed button was not answered: %s", error)
