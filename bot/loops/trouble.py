"""Trouble that the technician must hear of, told once until it is over. Never a person's words.

It goes through the outbox, like everything else. If the database is the trouble, it goes straight to the messenger: on a
full disk a small row may still fit, but not what has to be written to send it. A person not reached in one way is told in
the other.
"""

import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from bot.clock.clock import Clock
from bot.loops.error_summary import code_line, error_name
from bot.messengers.errors import MessengerError
from bot.messengers.messenger import Messenger
from core.presentation import Presentation
from handlers import routes
from handlers.emergency import silence
from handlers.service import Service
from storage.database import Database
from storage.errors import StorageError, Unavailable

__all__ = ["STORAGE_TROUBLE", "Operator", "code_line", "error_name"]

log = logging.getLogger(__name__)

# The database does not answer or has no room: wait and try again; nothing is wrong with the row at hand.
STORAGE_TROUBLE = (Unavailable,)
AGAIN = timedelta(hours=1)
CALM = timedelta(minutes=1)  # so long without trouble, and it is over: what comes and goes is told once


class Operator:
    """Tells the administrators what broke and when it is mended."""

    def __init__(self, database: Database, messenger: Messenger, service: Service, clock: Clock) -> None:
        self._database = database
        self._messenger = messenger
        self._service = service
        self._clock = clock
        self.chats: Sequence[str] = sorted(
            service.administrators
        )  # to whom it is said where nothing can be read
        self._told: dict[tuple[str, str], datetime] = {}
        self._last: dict[tuple[str, str], datetime] = {}
        self._silent = False

    async def tell(self, what: str, *, about: str = "", **details: str) -> None:
        """Say it, unless it was said within the hour. ``what`` names the words ``operator-<what>``; ``about`` tells
        troubles of one sort apart.
        """
        now = self._clock.now()
        self._last[what, about] = now
        if _within(AGAIN, self._told.get((what, about)), now):
            return
        self._told[what, about] = now
        log.error("%s: %s", what, ", ".join(details.values()))
        ways = (self._say, self._write) if what == "storage" else (self._write, self._say)
        for way in ways:
            if await way(f"operator-{what}", details):
                return
        self._told[what, about] = now - AGAIN + CALM  # nobody knows: soon once more

    def knows(self, what: str) -> bool:
        """Whether this trouble lasts."""
        return (what, "") in self._told

    async def mended(self, what: str, *, about: str = "", **details: str) -> None:
        """Say that it works again, if its breaking was told and has not come back since a minute. To be said whenever it
        works. Raises StorageError.
        """
        now = self._clock.now()
        if (what, about) in self._told and not _within(CALM, self._last.get((what, about)), now):
            async with self._database.write(now) as tx:
                await routes.EVENTS.trouble(tx, self._service, f"operator-{what}-mended", **details)
            self._told.pop((what, about), None)

    async def _write(self, key: str, details: dict[str, str]) -> bool:
        try:
            async with self._database.write(self._clock.now()) as tx:
                await routes.EVENTS.trouble(tx, self._service, key, **details)
        except StorageError as error:
            log.error("not written for the administrators: %s", error_name(error))
            return False
        return True

    async def _say(self, key: str, details: dict[str, str]) -> bool:
        """Without the outbox. Whether all administrators were reached: in silence nobody is, the log has it."""
        if await self._is_silent():
            return False
        text = self._service.words.say(self._service.language, key, **details)
        reached = True
        for chat in self.chats:
            try:
                await self._messenger.send(chat, Presentation(text))
            except MessengerError as error:
                log.error("an administrator could not be told: %s", error)
                reached = False
        return reached

    async def _is_silent(self) -> bool:
        """As it stands in the database; while that does not answer, as it stood last."""
        with suppress(StorageError):
            async with self._database.read(self._clock.now()) as tx:
                self._silent = await silence.current_silence(tx) is not None
        return self._silent


def _within(span: timedelta, then: datetime | None, now: datetime) -> bool:
    """Whether ``then`` was so shortly before. A clock that went back since then makes it long ago."""
    return then is not None and timedelta() <= now - then < span
