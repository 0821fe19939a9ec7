"""What clock words say, fact by fact: a day, a date, an hour, a part of the day, so long ago.

A reader looks at one position of a line and answers with the facts that begin there and the index after them, or None.
The readers stand in :data:`clock_hours.READERS`; what the facts mean together is :mod:`clock_words`.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.understanding.heard import Heard
from bot.core.understanding.heard_clock import SHORTEST_MENDED, ClockWords
from bot.core.understanding.numbers import number_at, skip_ending
from bot.core.understanding.plain import Token, loosened

T = TypeVar("T")
LONGEST = 4  # words of a phrase


class Day(Struct, frozen=True):
    """Days from today."""

    shift: int
    about: bool = False


class Weekday(Struct, frozen=True):
    """Monday is 0. ``before``: strictly before today ("last Monday"); ``after``: strictly after it."""

    number: int
    before: bool = False
    after: bool = False


class Date(Struct, frozen=True):
    """Of the calendar. Without a day it is a month; without a month, a year or a day of the latest month."""

    day: int | None
    month: int | None
    year: int | None = None


class Before(Struct, frozen=True):
    """So many months or years ago."""

    amount: int
    unit: str


class Clock(Struct, frozen=True):
    """An hour of the day as said. ``part`` was said with it; ``vague``: an estimate by its very word.

    ``dial``: of a clock with twelve hours, as all are that are told by halves and quarters. ``zone``: that was named.
    """

    hour: int
    minute: int | None = None
    part: str = ""
    vague: bool = False
    dial: bool = False
    zone: str = ""


class Part(Struct, frozen=True):
    """A part of the day on its own. ``exact``: of that very calendar day, whatever the day was called."""

    name: str
    exact: bool = False


class Ago(Struct, frozen=True):
    """Minutes before now."""

    minutes: int
    coarse: bool  # counted in hours


class Now(Struct, frozen=True):
    """Just now. ``sure`` is False where the words more often tell what goes on than when it began."""

    sure: bool


Fact = Day | Weekday | Date | Before | Clock | Part | Ago | Now
Found = tuple[tuple[Fact, ...], int]


class Line(Struct, frozen=True, dict=True):
    """The tokens of a text and the loose word at each of them ("" for what is no word). ``hearing``: it is asked when a
    hearing is; else the hour of one tells nothing.
    """

    tokens: tuple[Token, ...]
    heard: Heard
    kazakh: bool
    hearing: bool = False

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Spelled words; numbers and marks as they are."""
        return tuple(spelled(t.text, self.said) if t.kind == "word" else t.text for t in self.tokens)

    @cached_property
    def said(self) -> ClockWords:
        """The clock's vocabulary."""
        return self.heard.clock

    def word(self, i: int) -> str:
        """The word at ``i``, or "" outside the line."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def kind(self, i: int) -> str:
        """The kind of the token at ``i``, or "line" outside the line."""
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else "line"

    def is_word(self, i: int) -> bool:
        """Whether there is a word at ``i``."""
        return self.kind(i) == "word"

    def may_tell(self, i: int) -> bool:
        """Whether a fact may begin at ``i``: most words have nothing to do with the clock."""
        word = self.words[i]
        known = self.kind(i) not in ("word", "line", "mark") or word in self.said.everything
        return known or any(map(word.startswith, self.said.half_joined)) or self.number(i) is not None

    def number(self, i: int) -> tuple[int, int] | None:
        """The number that begins at ``i`` and the index after it."""
        return number_at(self.tokens, i, self.heard.numbers, self.kazakh)

    def after_ending(self, i: int) -> tuple[str, int]:
        """The ending of digits that stands at ``i`` or "", and the index after it."""
        return skip_ending(self.tokens, i, self.heard.numbers)

    def phrase(self, table: Mapping[tuple[str, ...], T], i: int) -> tuple[T, int] | None:
        """The longest phrase of the table that stands at ``i``: its value and the index after it."""
        if i >= len(self.words) or self.words[i] not in self.said.begins:
            return None
        for length in range(min(LONGEST, len(self.words) - i), 0, -1):
            value = table.get(self.words[i : i + length])
            if value is not None:
                return value, i + length
        return None


def spelled(word: str, said: ClockWords) -> str:
    """The plain word as the clock's vocabulary has it, one slip of the finger mended if it is long ("сенятбря")."""
    key = loosened(word)
    if len(key) < SHORTEST_MENDED or key in said.known:
        return key
    near = process.extractOne(key, said.mended.get(key[0], ()), scorer=OSA.distance, score_cutoff=1)
    return key if near is None else near[0]


def hour_and_minute(text: str) -> tuple[int, int]:
    """Of a time token, or a dotted one."""
    hour, minute = text.replace(".", ":").split(":")[:2]
    return int(hour), int(minute)
