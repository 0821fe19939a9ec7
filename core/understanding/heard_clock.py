"""The vocabulary of the clock and the calendar: a part of :mod:`heard`, read by the modules ``clock_*``.

All words are :func:`plain.loose` here.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from core.understanding.kinds import (
    Beginnings,
    Endings,
    Numbers,
    Sayings,
    VocabularySection,
    Words,
    by_first_letter,
)
from core.understanding.plain import loose

SHORTEST_MENDED = 6  # letters from which a word is long enough to be sure of it with a slip of the finger

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_PARTS = ("night", "morning", "afternoon", "evening")
_UNITS = ("minute", "hour", "day", "week", "month", "year")
_ZONES = {"moscow": "Europe/Moscow", "utc": "UTC", "astana": "Asia/Almaty"}
_DAYS = {"two_days_ago": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "in_two_days": 2}

ToNumber = Mapping[tuple[str, ...], int]
ToName = Mapping[tuple[str, ...], str]


def _numbered(ids: tuple[str, ...], first: int) -> Sayings:
    return Sayings({name: number for number, name in enumerate(ids, first)})


def _named(*ids: str) -> Sayings:
    return Sayings({name: name for name in ids})


class ClockWords(VocabularySection):
    """Days from today, weekdays (Monday is 0), months, minutes; and the small words beside them."""

    fold = staticmethod(loose)

    days: Annotated[ToNumber, Sayings(_DAYS)]
    nights: Annotated[ToNumber, Sayings({"last": -1, "before_last": -2})]  # the day before the night
    weekdays: Annotated[ToNumber, _numbered(_WEEKDAYS, 0)]
    months: Annotated[ToNumber, _numbered(_MONTHS, 1)]
    short_months: Annotated[ToNumber, _numbered(_MONTHS, 1)]
    parts: Annotated[ToName, _named(*_PARTS)]
    hour_parts: Annotated[ToName, _named(*_PARTS, "pm")]
    named_hours: Annotated[ToNumber, Sayings({"noon": 12, "midnight": 0})]
    units: Annotated[ToName, _named(*_UNITS)]
    spans: Annotated[ToNumber, Sayings({"half_an_hour": 30, "hour_and_a_half": 90, "a_day": 1440})]  # minutes
    now: Annotated[ToName, _named("surely", "perhaps")]
    zones: Annotated[ToName, Sayings(_ZONES)]

    # A length of time, and since when.
    few: Numbers
    nth: Numbers
    bare_plurals: Words
    ago: Words
    still: Words
    already: Words
    present: Words
    released: Beginnings
    about: Words
    until: Words
    until_behind: Words
    # Dates.
    ordinals: Numbers
    ordinal_endings: Words
    of: Words
    of_this_month: Words
    year_words: Words
    year_prepositions: Words
    birth: Beginnings
    birth_letters: Words
    birth_behind_year: Beginnings
    edges: Words
    month_prepositions: Words
    month_endings: Endings
    month_words: Words
    genitive: Endings
    # Weekdays and nights.
    weekday_words: Words
    last: Words
    next: Words
    no_weekdays: Words
    night: Words
    night_from: Words
    night_to: Words
    towards: Words
    night_behind: Beginnings
    # Hours.
    hour_prepositions: Words
    oclock: Words
    hour_words: Words
    surely_oclock: Words
    minute_words: Words
    one_oclock: Words
    nth_hour: Numbers
    half: Words
    half_joined: Words
    quarter: Words
    and_a_half: Beginnings
    less: Words
    minutes_less: Numbers
    minutes_past: Numbers
    past: Words
    to: Words
    at_or_since: Endings
    no_hours: Words
    no_slips: Words
    after_hour: Words
    verb_ends: Endings
    day_or_afternoon: Words
    adverbs: Words
    vague_hours: Words
    greetings: Beginnings
    hearings: Beginnings
    places: Words

    @cached_property
    def begins(self) -> frozenset[str]:
        """The words with which the sayings begin."""
        tables = (value for value in self.__dict__.values() if isinstance(value, dict))
        return frozenset(saying[0] for table in tables for saying in table if isinstance(saying, tuple))

    @cached_property
    def everything(self) -> frozenset[str]:
        """Every whole word of every table."""
        tables = (value for value in self.__dict__.values() if isinstance(value, dict | frozenset))
        keys = (key for table in tables for key in table)
        return frozenset(word for key in keys for word in (key if isinstance(key, tuple) else (key,)))

    @cached_property
    def zone_words(self) -> frozenset[str]:
        """The words with which zones begin."""
        return frozenset(saying[0] for saying in self.zones)

    @cached_property
    def known(self) -> frozenset[str]:
        """All words of the calendar."""
        seldom = (self.short_months, self.hour_parts, self.named_hours, self.now, self.spans)
        return self._often.union(
            (word for table in seldom for saying in table for word in saying), self.no_slips
        )

    @cached_property
    def mended(self) -> Mapping[str, tuple[str, ...]]:
        """Those that are found behind a slip of the finger, because they are said often and long enough; by first letter."""
        return by_first_letter(word for word in self._often if len(word) >= SHORTEST_MENDED)

    @cached_property
    def _often(self) -> frozenset[str]:
        tables = (self.days, self.weekdays, self.months, self.parts, self.units)
        return frozenset(word for table in tables for saying in table for word in saying)
