"""What comes from one messenger, in whichever way: stored first, then confirmed; and what is done when that fails.

gap     after 150 s in which nothing got as far as the database, open offers are shown again (the timer "returned")
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.clock.clock import Clock
from bot.loops.courtesy import Courtesy
from bot.loops.trouble import Operator, error_name
from bot.messengers.errors import AccessLost, Limited, MessengerError, RetryLater
from bot.messengers.messenger import Messenger
from handlers import timing
from handlers.service import Service
from storage import inbox
from storage.database import Database
from storage.errors import StorageError

log = logging.getLogger(__name__)

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
        """For ever."""
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
        """It answers again."""
        name = self.messenger.name
        await self._operator.mended("poll", about=name, messenger=name.capitalize())

    async def _pause(self, seconds: float) -> None:
        await self._clock.wait(asyncio.Event(), self._clock.now() + timedelta(seconds=seconds))
