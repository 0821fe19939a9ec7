"""What has to be done for a messenger beside messages.

At a start    the command menus and the bot's profile are set; this is tried until the messenger answers, and nothing waits
Every hour    files are removed that the messenger's program has put on our disk in the clear and nobody needs any more:
              refused, forgotten, of no report, or left by a crash between sealing and deleting
Every hour    the version of the program between us and a messenger is noted; handlers decide how old is too old
Every week    (and soon after the start) the second bot is asked by its own token whether it is there; nothing else is done
              with it, and administrators hear what is wrong as long as it is wrong
"""

import asyncio
import logging
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Protocol

from pydantic import SecretStr

from bot.clock.clock import Clock
from bot.loops.trouble import Operator, error_name
from bot.messengers.errors import MessengerError, RetryLater
from bot.messengers.messenger import Messenger
from bot.messengers.telegram.account import what_is_wrong
from handlers import timing
from handlers.emergency import silence
from handlers.people import menus
from handlers.service import Service
from storage import files
from storage.database import Database
from storage.errors import StorageError

log = logging.getLogger(__name__)

SWEEP_EVERY = timedelta(hours=1)
LEFTOVERS_KEPT = timedelta(days=1)


class Sweeps(Protocol):
    """A messenger whose files lie here."""

    name: str

    async def sweep(self, wanted: Collection[str], before: datetime) -> int:
        """Remove what is there since before then and not wanted; how many. Raises OSError."""
        ...


async def sweep_leftovers(messenger: Sweeps, database: Database, clock: Clock, operator: Operator) -> None:
    """Until it is cancelled: what the messenger left in its folder is removed, time and again."""
    never = asyncio.Event()
    while True:
        now = clock.now()
        try:
            async with database.read(now) as tx:
                wanted = {file.about["id"] for file in await files.wanted_of_person(tx, messenger.name)}
            if gone := await messenger.sweep(wanted, now - LEFTOVERS_KEPT):
                log.info("%d files that %s had left lying here are gone", gone, messenger.name)
        except StorageError as error:
            log.warning("nobody knows which files are wanted: %s", error_name(error))
        except OSError as error:
            await operator.tell("leftovers", error=error.strerror or type(error).__name__)
        await clock.wait(never, now + SWEEP_EVERY)


MENU_AGAIN = timedelta(seconds=30)


async def prepare_messenger(messenger: Messenger, database: Database, service: Service, clock: Clock) -> None:
    """Once, and not while the bot is silenced. People whose language we do not have see the organisation's."""
    while True:
        if await _is_silent(database, clock):
            await clock.wait(asyncio.Event(), clock.now() + MENU_AGAIN)
            continue
        try:
            await messenger.prepare(menus.menu_of(service, menus.EVERYBODY))
            return
        except RetryLater as error:
            log.warning("%s: the command menu is not set yet: %s", messenger.name, error)
            pause = timedelta(seconds=error.seconds or 30)
            await clock.wait(asyncio.Event(), clock.now() + pause)
        except MessengerError as error:
            log.error("%s: the command menu was not set: %s", messenger.name, error)
            return


async def _is_silent(database: Database, clock: Clock) -> bool:
    """Whether nothing may leave; so it is taken to be while the database does not answer."""
    try:
        async with database.read(clock.now()) as tx:
            return await silence.current_silence(tx) is not None
    except StorageError:
        return True


SOON, WEEK = timedelta(minutes=10), timedelta(weeks=1)


async def watch_second_bot(
    token: SecretStr | None, name: str, api_url: str, clock: Clock, operator: Operator
) -> None:
    """For ever; where there is no second bot, not at all."""
    if token is None:
        return
    never, pause = asyncio.Event(), SOON
    while True:
        await clock.wait(never, clock.now() + pause)
        pause = WEEK
        if why := await what_is_wrong(token.get_secret_value(), name, api_url):
            await operator.tell("successor", error=why)


VERSIONS_EVERY = timedelta(hours=1)


class Between(Protocol):
    """A messenger behind a program of its own."""

    name: str

    async def version(self) -> str:
        """Of that program. Raises MessengerError."""
        ...

    def released(self, version: str) -> datetime | None:
        """Not later than that, as far as we know."""
        ...


async def watch_versions(messenger: Between, database: Database, clock: Clock) -> None:
    """Until it is cancelled: ask the messenger time and again which version it is."""
    never = asyncio.Event()
    while True:
        try:
            if version := await messenger.version():
                async with database.write(clock.now()) as tx:
                    await timing.on_version(tx, messenger.name, version, messenger.released(version))
        except (MessengerError, StorageError) as error:
            log.warning("the version of %s is not known: %s", messenger.name, error_name(error))
        await clock.wait(never, clock.now() + VERSIONS_EVERY)
