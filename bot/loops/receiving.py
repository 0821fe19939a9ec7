"""What comes from one messenger, by polling or otherwise: stored first, then confirmed; and what is done when that fails.

gap     after 150 s in which nothing got as far as the database, open offers are shown again (the timer "returned")
press   the waiting sign on a pressed button is stopped after the commit and outside the flow, as a courtesy: few at a
        time, and not all in a flood, so that a slow courtesy does not take the connections of alerts
poll    fetch → store and commit → only then confirm (the offset of the next fetch); in a flood polls come before batches
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.clock.clock import Clock
from bot.loops.trouble import Operator, error_name
from bot.messengers.errors import AccessLost, Limited, MessengerError, RetryLater
from bot.messengers.messenger import Messenger
from handlers import timing
from handlers.service import Service
from storage import inbox
from storage.database import Database
from storage.errors import StorageError

log = logging.getLogger(__name__)

AT_A_TIME = 4
WAITING = 100


class Courtesy:
    """Answers presses. ``close`` drops those that wait."""

    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger
        self._free = asyncio.Semaphore(AT_A_TIME)
        self._tasks: set[asyncio.Task[None]] = set()

    def answer(self, raw: bytes) -> None:
        """If this update is a press, answer it soon."""
        tap = self._messenger.tap_id(raw) if len(self._tasks) < WAITING else None
        if tap is not None:
            task = asyncio.create_task(self._answer(tap))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Give up the courtesies that are still under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _answer(self, tap: str) -> None:
        async with self._free:
            try:
                await self._messenger.answer(tap)
            except MessengerError as error:
                log.debug("a pressed button was not answered: %s", error)


FAILURES = 3  # in a row until it is told
PAUSES = (1, 2, 5, 10, 30)  # seconds between failures, the last repeated

# Seconds. A longer wait is obeyed by sends, because somebody else can be asked; nobody else can hear who cries for help.
DEAF = 60.0


class Receiving:
    """The half that both ways share.

    ``flood``: more waits at the messenger than came at once. ``polled``: set after each try.
    ``answered_at``: when it last ended well; ``received_at``: when the last updates were stored (UTC, else the start).
    """

    def __init__(
        self,
        database: Database,
        messenger: Messenger,
        service: Service,
        clock: Clock,
        operator: Operator,
        on_stored: Callable[[], None],
    ) -> None:
        self._database = database
        self.messenger = messenger
        self._service = service
        self._clock = clock
        self._operator = operator
        self._on_stored = on_stored
        self._courtesy = Courtesy(messenger)
        self.polled = asyncio.Event()
        self.flood = False
        self.answered_at = self.received_at = clock.now()
        self.refused: Counter[str] = Counter()  # of what was brought, by the reason
        self._heard = clock.elapsed()  # when all that the messenger had was last in the database

    async def run(self) -> None:
        """Receive until it is cancelled."""
        raise NotImplementedError

    def unheard(self) -> timedelta:
        """How long nothing that the messenger had for us has reached the database. Offers rely on presses that do."""
        return self._clock.elapsed() - self._heard

    async def _answered(self) -> None:
        """The messenger has answered. After a gap open offers are shown again."""
        self.answered_at = self._clock.now()
        if self.unheard() > self.messenger.abilities.presses_kept:
            async with self._database.write(self._clock.now()) as tx:
                timing.on_heard_again(tx)

    async def _store(self, updates: Sequence[tuple[int, bytes]]) -> int:
        """Keep what came; how much of it was new."""
        async with self._database.write(self._clock.now()) as tx:
            new = await inbox.store(tx, self.messenger.name, updates)
        self._heard = self._clock.elapsed()
        self.received_at = self._clock.now()
        self._on_stored()
        for _, raw in updates:
            self._courtesy.answer(raw)
        return new

    async def _complain(self, error: MessengerError | StorageError, failures: int) -> None:
        pause: float = PAUSES[min(failures, len(PAUSES)) - 1]
        if isinstance(error, RetryLater) and error.seconds:
            pause = max(pause, min(error.seconds, DEAF))
        log.warning("poll failed %d times: %s; next try in %d s", failures, error_name(error), pause)
        if isinstance(error, StorageError):
            await self._operator.tell("storage", error=error_name(error))
        elif failures == FAILURES or isinstance(error, (AccessLost, Limited)):
            name = self.messenger.name
            await self._operator.tell(
                "poll", about=name, messenger=name.capitalize(), error=error_name(error)
            )
        await self._pause(pause)

    async def _works(self) -> None:
        name = self.messenger.name
        await self._operator.mended("poll", about=name, messenger=name.capitalize())

    async def _pause(self, seconds: float) -> None:
        await self._clock.wait(asyncio.Event(), self._clock.now() + timedelta(seconds=seconds))


FULL = 100  # updates of one poll: then more wait there, perhaps behind them somebody else's


class Polling(Receiving):
    """The loop."""

    async def run(self) -> None:
        """Fetch for ever. No error ends it: a deaf bot is worse than a complaining one."""
        offset: int | None = None
        failures = 0
        try:
            while True:
                try:
                    offset = await self._fetch(offset)
                    await self._works()
                    failures = 0
                    self.polled.set()
                except (MessengerError, StorageError) as error:
                    failures += 1
                    self.flood = False
                    self.polled.set()
                    await self._complain(error, failures)
        finally:
            await self._courtesy.close()

    async def _fetch(self, offset: int | None) -> int | None:
        """One poll; what the next one confirms."""
        updates = await (self.messenger.fetch(offset, 0) if self.flood else self.messenger.fetch(offset))
        self.flood = len(updates) >= FULL
        await self._answered()
        if not updates:
            self._heard = self._clock.elapsed()
            return offset
        new = await self._store(updates)
        confirmed = max(number for number, _ in updates) + 1
        if not new and confirmed == offset:  # the messenger gives the same again, although we confirm it
            await self._pause(1)
        return confirmed
