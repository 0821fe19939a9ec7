"""The kinds of value that settings have: how each is read from TOML, and what is expected of it.

A validator's ValueError is the sentence an operator reads after the key and the value.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import phonenumbers
from babel.core import get_global
from phonenumbers import PhoneMetadata
from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from bot.config.mistakes import nearest
from bot.config.speech import spoken
from core.alerting.policy import HoursOfDay
from core.digest.recurrence import checked_weekdays
from core.resources.jurisdictions import known_jurisdictions
from storage.engine import parse_url
from storage.errors import StorageError

_CHANNEL = re.compile(r"@[A-Za-z][A-Za-z0-9_]{3,31}|-100\d{5,}")
SHORT = 6  # digits of a short code at most: 112, 1414, 116 111
REGIONS = "regions"  # in the context of a validation: the ids of the jurisdiction's regions
_OFFSET = re.compile(r"(?:GMT|UTC)?\s*([+-])\s*0?(\d{1,2})(?::?00)?", re.IGNORECASE)
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def _zone(value: Any) -> ZoneInfo:
    if isinstance(value, ZoneInfo):
        return value
    names = available_timezones()
    if isinstance(value, str) and value in names:
        return ZoneInfo(value)
    meant = _meant_zone(value, names) if isinstance(value, str) else None
    raise ValueError(f"{spoken('expected-zone')}{_perhaps(meant)}")


def _meant_zone(value: str, names: Iterable[str]) -> str | None:
    """Of a difference such as GMT+5: the zones that have it now in the countries that the program knows."""
    offset = _OFFSET.fullmatch(value.strip())
    if offset is None:
        return nearest(value, names)
    wanted, now = timedelta(hours=int(offset[1] + offset[2])), datetime.now(UTC)
    zones = [
        zone
        for country in known_jurisdictions()
        for zone in get_global("territory_zones").get(country.upper(), ())
    ]
    return (
        " / ".join(sorted(zone for zone in zones if now.astimezone(ZoneInfo(zone)).utcoffset() == wanted))
        or None
    )


def _jurisdiction(value: str) -> str:
    known = known_jurisdictions()
    if value not in known:
        raise ValueError(spoken("expected-country", known=", ".join(known)))
    return value


def _line(value: str) -> str:
    if not value.strip() or not value.isprintable() or len(value) > 80:
        raise ValueError(spoken("expected-line"))
    return value.strip()


def _line_or_none(value: str) -> str:
    if not value.isprintable() or len(value) > 200:
        raise ValueError(spoken("expected-line-or-none"))
    return value.strip()


def _hotline(value: str) -> str:
    digits = sum(c.isdigit() for c in value)
    if value and (not re.fullmatch(r"\+?[0-9 ()-]+", value) or not 3 <= digits <= 15):
        raise ValueError(spoken("expected-hotline"))
    return value.strip()


def can_be_dialled(hotline: str, country: str) -> bool:
    """Whether it is whole, or a short code; not the beginning of a number, nor one that only a city's own phones know."""
    metadata = PhoneMetadata.metadata_for_region(country.upper())
    begins = (str(metadata.country_code), metadata.national_prefix) if metadata is not None else ()
    if re.split(r"\D+", hotline)[0] in begins and sum(c.isdigit() for c in hotline) <= SHORT:
        return False
    if 3 <= len(re.sub(r"\D", "", hotline)) <= SHORT and "+" not in hotline:
        return True
    try:
        number = phonenumbers.parse(hotline, country.upper())
    except phonenumbers.NumberParseException:
        return False
    return bool(
        phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE
    )


def _api_url(value: str) -> str:
    """The server alone, without a slash at the end: the client adds ``/bot<token>`` itself."""
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:  # a port that is not a number, brackets that do not close
        good = False
    if not good or parts.query or parts.fragment or re.search(r"/bot\d*", parts.path):
        raise ValueError(spoken("expected-api-url"))
    return value.rstrip("/")


def _bot_name(value: str) -> str:
    if value and not re.fullmatch(r"@?[A-Za-z][A-Za-z0-9_]{3,31}", value):
        raise ValueError(spoken("expected-bot-name"))
    return value.removeprefix("@")


def _channel(value: Any) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if isinstance(text, str) and (text == "" or _CHANNEL.fullmatch(text)):
        return text
    raise ValueError(spoken("expected-channel"))


def _named_channel(value: Any) -> str:
    if value == "":
        raise ValueError("expected @name of a channel, or its id such as -1001234567890")
    return _channel(value)


def _weekdays(value: str) -> str:
    try:
        return value and checked_weekdays(value)
    except ValueError:
        raise ValueError(spoken("expected-weekdays")) from None


def _clock(value: Any) -> time:
    if isinstance(value, time):  # TOML has a type for it: time = 20:00:00
        return value
    found = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise ValueError(spoken("expected-clock-time"))
    return time(int(found[1]), int(found[2]))


def _hours(value: Any) -> HoursOfDay | None:
    if isinstance(value, HoursOfDay) or value in (None, ""):
        return value or None
    begin, dash, end = value.partition("-") if isinstance(value, str) else ("", "", "")
    if not dash or not _CLOCK.fullmatch(begin) or not _CLOCK.fullmatch(end) or begin == end:
        raise ValueError(spoken("expected-hours"))
    return HoursOfDay(_clock(begin), _clock(end))


def _regions(value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    """Ids of regions; which there are tells the context of the validation, where the jurisdiction is known."""
    known = (info.context or {}).get(REGIONS, ())
    for region in value if known else ():
        if region not in known:
            meant = nearest(region, known, least=50)
            there = f"did you mean {meant}?" if meant else f"there are {', '.join(known)}"
            raise ValueError(f"expected ids of regions, and {region!r} is not one; {there}")
    return value


def _storage_url(value: str) -> str:
    try:
        named = parse_url(value).database
    except StorageError:
        named = None
    if not named:
        raise ValueError(spoken("expected-storage-url"))
    return value


def _distinct(value: tuple[int, ...]) -> tuple[int, ...]:
    twice = sorted({item for item in value if value.count(item) > 1})
    if twice:
        raise ValueError(f"expected each id once, found twice: {', '.join(map(str, twice))}")
    return value


def _perhaps(meant: str | None) -> str:
    return spoken("expected-meant", meant=meant) if meant else ""


Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Jurisdiction = Annotated[str, AfterValidator(_jurisdiction)]
Line = Annotated[str, AfterValidator(_line)]
LineOrNone = Annotated[str, AfterValidator(_line_or_none)]
BotName = Annotated[str, AfterValidator(_bot_name)]
Hotline = Annotated[str, AfterValidator(_hotline)]
ApiUrl = Annotated[str, AfterValidator(_api_url)]
Channel = Annotated[str, BeforeValidator(_channel)]
NamedChannel = Annotated[str, BeforeValidator(_named_channel)]
Weekdays = Annotated[str, AfterValidator(_weekdays)]
LocalTime = Annotated[time, BeforeValidator(_clock)]
DayHours = Annotated[HoursOfDay | None, BeforeValidator(_hours)]
RegionIds = Annotated[tuple[str, ...], AfterValidator(_regions)]
StorageUrl = Annotated[str, AfterValidator(_storage_url)]
Ids = Annotated[tuple[int, ...], AfterValidator(_distinct)]
