"""An organisation whose digest has channels, on the desk: its first digest is due at eight in the evening."""

from typing import Any

from msgspec.structs import replace

from handlers.daily import digest
from tests.casework.phones import Screen
from tests.casework.story_desk import Desk, Person

RUSSIAN, KAZAKH, ENGLISH = "-1001", "-1002", "-1003"
DAY = 736954  # 17 September 2018, on which the desk begins


async def posts(desk: Desk, **more: Any) -> None:
    """It posts in two channels, and in those of ``more``."""
    channels = {"ru": RUSSIAN, "kk": KAZAKH}
    desk.service = replace(desk.service, **{"channels": channels, **more})
    desk.staff |= set(desk.service.channels.values())  # whose texts may be longer than a screen
    async with desk.writing() as tx:
        await digest.schedule(tx, desk.service)


async def evening(desk: Desk, *, hours: float = 8) -> None:
    """From noon it is so many hours later: the preview at 19:30, the digest at 20:00."""
    await desk.later(hours=hours)


def channel(desk: Desk, chat: str = RUSSIAN) -> Screen:
    """What is to be read there."""
    return desk.phones.of(chat)


def texts(desk: Desk, chat: str = RUSSIAN) -> list[str]:
    """The words there, message by message; of a picture what stands below it."""
    return [shown.text for shown in channel(desk, chat).messages.values()]


def say(desk: Desk, language: str, key: str, **values: Any) -> str:
    """Our words."""
    return desk.service.words.say(language, key, **values)


async def coordinator(desk: Desk, language: str = "en", name: str = "Olga") -> Person:
    """Somebody who sees the digest before it is posted."""
    return await desk.coordinator(name, languages=(language,))
