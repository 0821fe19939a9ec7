"""[digest]: when it is posted, and in which channels, one a language."""

from collections import Counter
from datetime import time
from typing import Literal

from pydantic import Field, field_validator

from bot.config.fields import LocalTime, NamedChannel, Weekdays
from bot.config.mistakes import Mistake
from bot.config.sections import Organisation, Section, Telegram

HALF_A_DAY = 12 * 60  # minutes


class DigestChannel(Section):
    """One [[digest.channels]]"""

    id: NamedChannel = Field(description="A channel of its own: its id such as -1001234567890, or @name.")
    language: Literal["kk", "ru", "en"] = Field(description="In which language the digest is written there.")


class Digest(Section):
    """[digest]"""

    time: LocalTime = Field(
        default=time(20, 0), description="When the digest is posted, in the organisation's zone."
    )
    preview_minutes: int = Field(
        default=30,
        ge=0,
        le=HALF_A_DAY,
        description="So long before it coordinators see it, and may hold it; never if 0.",
    )
    weekly: Weekdays = Field(
        default="",
        description="The days on which the week's edition follows the day's, as in sun; never if empty.",
    )
    channels: tuple[DigestChannel, ...] = Field(
        default=(), description="Channels beside telegram.channel, one a language."
    )

    @field_validator("channels")
    @classmethod
    def _one_a_language(cls, value: tuple[DigestChannel, ...]) -> tuple[DigestChannel, ...]:
        for what, given in (("language", [one.language for one in value]), ("id", [one.id for one in value])):
            if twice := sorted(one for one, count in Counter(given).items() if count > 1):
                raise ValueError(f"expected each {what} once, found twice: {', '.join(twice)}")
        return value


def channels_of(organisation: Organisation, telegram: Telegram, digest: Digest) -> dict[str, str]:
    """In which channel which language is posted; telegram.channel has the organisation's, and comes first."""
    found: dict[str, str] = {one.language: one.id for one in digest.channels}
    return {organisation.language: telegram.channel, **found} if telegram.channel else found


def clashes(organisation: Organisation, telegram: Telegram, digest: Digest) -> list[Mistake]:
    """What [[digest.channels]] says otherwise than telegram.channel."""
    found = []
    for number, one in enumerate(digest.channels if telegram.channel else (), 1):
        key = f"digest.channels no. {number}"
        if one.language == organisation.language:
            said = "telegram.channel is the channel of this language already (organisation.language); keep one of the two"
            found.append(Mistake(f"{key} language", repr(one.language), said))
        elif one.id == telegram.channel:
            said = f"this is telegram.channel, which is written in {organisation.language}; a channel has one language"
            found.append(Mistake(f"{key} id", repr(one.id), said))
    return found
