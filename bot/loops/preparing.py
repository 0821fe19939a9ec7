"""At a start: the command menus, and no webhook. Tried until Telegram answers; nothing waits for it."""

import asyncio
import logging
from datetime import timedelta

from bot.clock.clock import Clock
from bot.core.model import LANGUAGES
from bot.messengers.errors import MessengerError, RetryLater
from bot.messengers.telegram.client import Telegram
from handlers.service import Service

log = logging.getLogger(__name__)

MENU = ("report", "checkin", "status", "language", "settings", "hide", "help")  # offered to everybody


async def prepare(telegram: Telegram, service: Service, clock: Clock) -> None:
    """Once; whoever has no language of ours reads the organisation's."""
    menus = [
        (language if language != service.language else "", name, service.words.say(language, f"menu-{name}"))
        for language in LANGUAGES
        for name in MENU
    ]
    while True:
        try:
            await telegram.prepare(menus)
            return
        except RetryLater as error:
            log.warning("the command menu is not set yet: %s", error)
            pause = timedelta(seconds=error.seconds or 30)
            await clock.wait(asyncio.Event(), clock.now() + pause)
        except MessengerError as error:
            log.error("the command menu was not set: %s", error)
            return
