"""The sections of the configuration about casework.

[digest]   when it is posted, and in which channels, one for each language
[papers]   the organisation's own templates; ``dabyl check`` looks at them, and a wrong one does not keep the bot from
           starting
[calls]    the round of calls, and the organisation's own file of stations, which is read with the settings

Also here: how many detentions in one city become one alert for coordinators.
"""

from collections import Counter
from datetime import time, timedelta
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from bot.config.fields import LineOrNone, LocalTime, NamedChannel, Weekdays
from bot.config.mistakes import Mistake
from bot.config.sections import Minutes, Organisation, Section, Telegram
from core.casework.same_event import MassThreshold
from core.resources.place_files import load_gazetteer
from core.resources.station_files import load_stations
from core.stations import BadStations

HALF_A_DAY = 12 * 60  # minutes
LARGEST_LOGO = 300_000  # bytes: it is in each paper


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
    partners: tuple[NamedChannel, ...] = Field(
        default=(),
        description="Channels or groups of partner organisations, where the day's line is posted, and nothing else.",
    )

    @field_validator("channels")
    @classmethod
    def _one_a_language(cls, value: tuple[DigestChannel, ...]) -> tuple[DigestChannel, ...]:
        for what, given in (
            ("language", [channel.language for channel in value]),
            ("id", [channel.id for channel in value]),
        ):
            if twice := sorted(entry for entry, count in Counter(given).items() if count > 1):
                raise ValueError(f"expected each {what} once, found twice: {', '.join(twice)}")
        return value


def channels_of(organisation: Organisation, telegram: Telegram, digest: Digest) -> dict[str, str]:
    """In which channel which language is posted; telegram.channel has the organisation's, and comes first."""
    found: dict[str, str] = {channel.language: channel.id for channel in digest.channels}
    return {organisation.language: telegram.channel, **found} if telegram.channel else found


def clashes(organisation: Organisation, telegram: Telegram, digest: Digest) -> list[Mistake]:
    """What [[digest.channels]] says otherwise than telegram.channel."""
    found = []
    for number, channel in enumerate(digest.channels if telegram.channel else (), 1):
        key = f"digest.channels no. {number}"
        if channel.language == organisation.language:
            said = "telegram.channel is the channel of this language already (organisation.language); keep one of the two"
            found.append(Mistake(f"{key} language", repr(channel.language), said))
        elif channel.id == telegram.channel:
            said = f"this is telegram.channel, which is written in {organisation.language}; a channel has one language"
            found.append(Mistake(f"{key} id", repr(channel.id), said))
    return found


_MASS = MassThreshold()


class Incidents(Section):
    """[incidents]"""

    mass: int = Field(
        default=_MASS.count,
        ge=3,
        le=100,
        description="From so many detained people on who are told of in one city, coordinators get one alert for all.",
    )
    within_minutes: Minutes = Field(
        default=_MASS.within.total_seconds() / 60,
        description="Within how many minutes these were reported.",
    )

    def rule(self) -> MassThreshold:
        """The core's value."""
        return MassThreshold(self.mass, timedelta(minutes=self.within_minutes))


class PaperHead(Section):
    """One [[papers.heads]]"""

    language: Literal["kk", "ru", "en"] = Field(description="Papers in this language begin so.")
    name: LineOrNone = Field(
        default="", description="The organisation's full name; organisation.name if empty."
    )
    address: LineOrNone = Field(default="", description="Its postal address; organisation.address if empty.")
    signatory: LineOrNone = Field(
        default="", description="Who signs its letters; a line to sign on if empty."
    )
    office: LineOrNone = Field(default="", description="The office of the person who signs its letters.")


class OwnPapers(Section):
    """[papers]"""

    templates: str = Field(
        default="",
        description="A folder of templates that you have changed in Word, and of sheets of your own "
        "(docs/law/jurisdiction.md); the shipped ones if empty.",
    )

    logo: str = Field(
        default="", description="A picture at the head of papers, a file in PNG or JPEG; none if empty."
    )
    heads: tuple[PaperHead, ...] = Field(
        default=(), description="How the organisation stands at the head of papers, one a language."
    )

    @field_validator("logo")
    @classmethod
    def _picture(cls, value: str) -> str:
        if value and not _picture_in(value).startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
            raise ValueError(f"expected a file in PNG or JPEG of at most {LARGEST_LOGO // 1000} kB")
        return value

    @field_validator("heads")
    @classmethod
    def _one_a_language(cls, value: tuple[PaperHead, ...]) -> tuple[PaperHead, ...]:
        if len({head.language for head in value}) < len(value):
            raise ValueError("expected one for each language")
        return value

    @property
    def picture(self) -> bytes:
        """What ``logo`` names; empty without one."""
        return _picture_in(self.logo) if self.logo else b""

    @property
    def folder(self) -> Path | None:
        """What ``templates`` names."""
        return Path(self.templates) if self.templates else None


def _picture_in(file: str) -> bytes:
    """Empty where it is too large, or cannot be read."""
    try:
        with Path(file).open("rb") as content:
            found = content.read(LARGEST_LOGO + 1)
    except OSError:
        return b""
    return found if len(found) <= LARGEST_LOGO else b""


class Calls(Section):
    """[calls]"""

    stations: str = Field(
        default="", description="A file of stations with numbers that you know, as stations.example.csv."
    )
    denials: int = Field(
        default=3, ge=1, le=50, description="How many stations deny before the holding counts as denied."
    )


def stations_of(calls: Calls, jurisdiction: str) -> list[Mistake]:
    """What is wrong with the file, each with its line."""
    if not calls.stations:
        return []
    try:
        load_stations(jurisdiction, load_gazetteer(jurisdiction), calls.stations)
    except BadStations as error:
        return [Mistake("calls.stations", repr(calls.stations), mistake) for mistake in error.mistakes]
    return []
