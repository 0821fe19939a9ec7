"""Dates, hours and spans as they are written in letters, in the paper's language and the place's zone. Pure."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from core.fluent_words import Words
from core.folding import clean_text
from core.values import Moment, Precision

_LETTER = re.compile(r"[^\W\d_]")
LONGEST = 1000  # characters of what somebody typed
_MINUTE = timedelta(minutes=1)


class PaperFormats(Struct, frozen=True):
    """``zone``: of the place; ``home``: of the organisation. Where their clocks differ a time names its own."""

    words: Words
    language: str
    zone: ZoneInfo
    home: ZoneInfo

    def say(self, key: str, **values: str | int) -> str:
        """Words in the paper's language."""
        return self.words.say(self.language, key, **values)

    def option(self, family: str, option: str) -> str:
        """The words of an option; what has none of its own in papers has those of cards, and of a newer version its id."""
        keys = (f"{start}{family}-{option}".replace("_", "-") for start in ("paper-", ""))
        key = next((key for key in keys if self.words.has(self.language, key)), None)
        return self.say(key) if key is not None else option

    def day(self, at: datetime) -> str:
        """18 September 2018."""
        here = at.astimezone(self.zone)
        month = self.say(f"paper-month-{here.month}")
        return self.say("paper-day", day=str(here.day), month=month, year=str(here.year))

    def clock(self, at: datetime) -> str:
        """15:00, with its zone where that is not the organisation's."""
        here = at.astimezone(self.zone)
        mark = "" if here.utcoffset() == at.astimezone(self.home).utcoffset() else f" ({self.zone_name(at)})"
        return self.say("paper-hour", time=f"{here:%H:%M}") + mark

    def hour(self, when: Moment) -> str:
        """The same of a moment; about so, where it is not claimed to be exact."""
        assert when.at is not None
        text = self.clock(when.at)
        return text if when.exact else self.say("paper-about", when=text)

    def minute(self, at: datetime) -> str:
        """18 September 2018, 15:00."""
        return self.say("paper-clock", day=self.day(at), time=self.clock(at))

    def zone_name(self, at: datetime) -> str:
        """UTC+6, as it was at that moment."""
        ahead = at.astimezone(self.zone).utcoffset() or timedelta()
        hours, rest = divmod(abs(ahead) // _MINUTE, 60)
        return f"UTC{'-' if ahead < timedelta() else '+'}{hours}" + (f":{rest:02}" if rest else "")

    def moment(self, when: Moment) -> str:
        """As precisely as it is known; the words for it, cleaned, where they were not understood."""
        if when.at is None or when.precision is Precision.UNKNOWN:
            return typed_line(when.words)
        here = when.at.astimezone(self.zone)
        if when.precision is Precision.YEAR:
            return self.say("paper-in-year", year=str(here.year))
        if when.precision is Precision.MONTH:
            month = self.say(f"paper-in-month-{here.month}")
            return self.say("paper-in-month", month=month, year=str(here.year))
        if when.precision is Precision.DAY:
            return self.day(when.at)
        if when.precision is Precision.PART:
            return self.say(
                "paper-part", day=self.day(when.at), part=self.say(f"paper-part-{here.hour // 6}")
            )
        return self.say("paper-clock", day=self.day(when.at), time=self.hour(when))

    def span(self, minutes: int) -> str:
        """2 hours 14 minutes; 3 days 1 hour 5 minutes."""
        hours, rest = divmod(minutes, 60)
        days, hours = divmod(hours, 24) if hours >= 72 else (0, hours)
        parts = [("days", days), ("hours", hours), ("minutes", rest)]
        return " ".join(self.say(f"paper-{unit}", count=count) for unit, count in parts if count) or self.say(
            "paper-minutes", count=0
        )


def typed_line(text: str) -> str:
    """What somebody typed, in one line, cleaned, cut where it is too long."""
    text = " ".join(clean_text(text).split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} […]"


def is_latin(text: str) -> bool:
    """Whether it has letters, and none but those of the Latin alphabet."""
    letters = _LETTER.findall(text)
    return bool(letters) and all(letter < "\u0250" for letter in letters)
