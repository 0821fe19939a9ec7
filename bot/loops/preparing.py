"""At a start: the command menus, and how we look. Tried until the messenger answers; nothing waits for it."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta

from bot.clock.clock import Clock
from bot.core.model import LANGUAGES
from bot.messengers.errors import MessengerError, RetryLater
from bot.messengers.messenger import Messenger
from handlers.emergency import silence
from handlers.service import Service
from storage.database import Database
from storage.errors import StorageError

AGAIN = timedelta(seconds=30)
log = logging.getLogger(__name__)

MENU = ("report", "checkin", "status", "language", "settings", "hide", "help")  # offered to everybody


NEUTRAL = ("help",)  # offered in a hidden chat: any bot has it


def menus(service: Service, names: Sequence[str]) -> list[tuple[str, str, str]]:
    """These commands in all languages, as (language, name, meaning); the organisation's is for all other languages too."""
    return [
        (language if language != service.language else "", name, service.words.say(language, f"menu-{name}"))
        for language in LANGUAGES
        for name in names
    ]


async def prepare(messenger: Messenger, database: Database, service: Service, clock: Clock) -> None:
    """Once, and in no silence; whoever has no language of ours reads the organisation's."""
    while True:
        if await _is_silent(database, clock):
            await clock.wait(asyncio.Event(), clock.now() + AGAIN)
            continue
        try:
            await messenger.prepare(menus(service, MENU))
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
            return await silence.since(tx) is not None
    except StorageError:
        return True
