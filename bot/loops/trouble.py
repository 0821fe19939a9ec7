"""Trouble that the technician must hear of, told once until it is over. Never a person's words."""

import logging
import traceback
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.messengers.errors import MessengerError
from handlers import operator
from handlers.service import Service
from storage.database import Database
from storage.errors import StorageError, Unavailable

log = logging.getLogger(__name__)

# The database does not answer or has no room: wait and try again; nothing is wrong with the row at hand.
STORAGE_TROUBLE = (Unavailable,)
AGAIN = timedelta(hours=1)


class Operator:
    """Tells the administrators what broke and when it is mended, through the outbox."""

    def __init__(self, database: Database, service: Service, clock: Clock) -> None:
        self._database = database
        self._service = service
        self._clock = clock
        self._told: dict[tuple[str, str], datetime] = {}

    async def tell(self, what: str, *, about: str = "", **details: str) -> None:
        """Say it, unless it was said within the hour. ``what`` names the words ``operator-<what>``; ``about`` tells
        troubles of one sort apart. What cannot be written (the database itself is the trouble) is in the log only.
        """
        now = self._clock.now()
        told = self._told.get((what, about))
        if told is not None and now - told < AGAIN:
            return
        self._told[what, about] = now
        log.error("%s: %s", what, ", ".join(details.values()))
        try:
            async with self._database.write(now) as tx:
                await operator.tell(tx, self._service, f"operator-{what}", **details)
        except StorageError as error:
            log.error("the administrators could not be told: %s", error_name(error))

    async def mended(self, what: str) -> None:
        """Say that it works again, if its breaking was told. Raises StorageError, and is then to be said again."""
        if (what, "") in self._told:
            async with self._database.write(self._clock.now()) as tx:
                await operator.tell(tx, self._service, f"operator-{what}-mended")
            self._told.pop((what, ""), None)


def error_name(error: BaseException) -> str:
    """What may be said of an error: messengers' own sentences, of all others the class alone."""
    return str(error) if isinstance(error, MessengerError) else type(error).__name__


def where(error: BaseException) -> str:
    """File, line and function of the innermost frame: enough to find it, and no person's words."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "unknown"
    last = frames[-1]
    return f"{'/'.join(last.filename.split('/')[-2:])}:{last.lineno} in {last.name}"
