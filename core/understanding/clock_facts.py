"""What clock words say, fact by fact: a day, a date, an hour, a part of the day, so long ago.

A reader looks at one position of a line and answers with the facts that begin there and the index after them, or None.
The readers are listed in :data:`clock_hours.READERS`; what the facts mean together is :mod:`clock_words`. The readers of
days are here: dates of the calendar, weekdays, "yesterday", nights between two days.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from core.understanding.heard import Heard
from core.understanding.heard_clock import SHORTEST_MENDED, ClockWords
from core.understanding.numbers import number_at, skip_ending
from core.understanding.plain import Token, loosened

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
    """A part of the day on its own. ``exact``: of exactly that calendar day, no matter how the day was named."""

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


def day(line: Line, i: int) -> Found | None:
    """ "вчера", "алдыңғы күні", "last night"."""
    if night := line.phrase(line.said.nights, i):
        return (Day(night[0]), Part("night")), night[1]
    found = line.phrase(line.said.days, i)
    return ((Day(found[0]),), found[1]) if found else None


def weekday(line: Line, i: int) -> Found | None:
    """ "в понедельник", "дүйсенбі күні", "last Friday", "next Friday"."""
    found = line.phrase(line.said.weekdays, i)
    if found is None or line.tokens[i].text in line.said.no_weekdays:
        return None
    end = found[1] + (line.word(found[1]) in line.said.weekday_words)
    before, after = line.word(i - 1) in line.said.last, line.word(i - 1) in line.said.next
    return (Weekday(found[0], before, after),), end


def night_between(line: Line, i: int) -> Found | None:
    """ "в ночь с субботы на воскресенье", "сенбіден жексенбіге қараған түні", "the night from Saturday to Sunday"."""
    said, night = line.said, line.word(i) in line.said.night
    j = i + 1 if night else i
    j += line.word(j) in said.night_from
    first = _named_day(line, j)
    if first is None:
        return None
    j = first[1] + (line.word(first[1]) in said.night_to)
    second = _named_day(line, j)
    if second is None:
        return None
    end = second[1]
    if line.word(end) in said.towards:
        night, end = True, end + 1 + line.word(end + 1).startswith(said.night_behind)
    elif line.word(end) in said.night:
        night, end = True, end + 1
    return ((second[0], Part("night", exact=True)), end) if night else None


def _named_day(line: Line, i: int) -> tuple[Fact, int] | None:
    if found := line.phrase(line.said.weekdays, i):
        return Weekday(found[0]), found[1]
    if (date := day_and_month(line, i)) and date[0] and isinstance(date[0][0], Date):
        return date[0][0], date[1]
    if number := line.number(i):
        return Date(number[0], None), after_number(line, number[1])
    return None


def written_date(line: Line, i: int) -> Found | None:
    """ "18.09.2018", "2018-09-18", "18/09/18", and "18.09" where no hour is meant."""
    text = line.word(i)
    if line.kind(i) == "dotted":
        first, month = (int(part) for part in text.split("."))
        hour = _is_before_hour(line, i - 1) and month < 60 and first < 24
        plain_hour = month > 12 and month < 60 and first < 24
        return None if hour or plain_hour else ((Date(first, month),), i + 1)
    if line.kind(i) != "date":
        return None
    day, month, year = (int(part) for part in text.replace("/", "-").replace(".", "-").split("-"))
    if day > 999:
        day, year = year, day
    end = _year_word(line, i + 1)
    return _unless_birth(line, i, Date(day, month, year if year > 99 else 2000 + year), end)


def _is_before_hour(line: Line, i: int) -> bool:
    return line.word(i) in line.said.hour_prepositions or line.word(i) in line.said.oclock


def day_and_month(line: Line, i: int) -> Found | None:
    """ "17 сентября 2018 года", "18 қыркүйекте", "қыркүйектің 18-інде", "Sep 18th", "2018 жылғы 18 қыркүйек", "18 числа"."""
    if line.kind(i) == "number" and len(line.word(i)) == 4 and line.word(i + 1) in line.said.year_words:
        rest = day_and_month(line, i + 2)
        if rest and rest[0] and isinstance(date := rest[0][0], Date):
            return (Date(date.day, date.month, int(line.word(i))),), rest[1]
    if number := _day_number(line, i):
        n, j = number
        j += line.word(j) in line.said.of
        if line.word(j) in line.said.of_this_month:
            return (Date(n, None),), j + 1
        if month := line.phrase(line.said.months, j) or line.phrase(line.said.short_months, j):
            year, end = _year(line, month[1])
            return _unless_birth(line, i, Date(n, month[0], year), end)
        return None
    month = line.phrase(line.said.months, i) or line.phrase(line.said.short_months, i)
    if month and (number := _day_number(line, month[1])) and _names_a_day(line, i, month[1], number[1]):
        year, end = _year(line, number[1])
        return _unless_birth(line, i, Date(number[0], month[0], year), end)
    return None


def _day_number(line: Line, i: int) -> tuple[int, int] | None:
    """The number of a day with its ending; above 31 it is kept, so that it can be called impossible."""
    if line.word(i) in line.said.ordinals:
        return line.said.ordinals[line.word(i)], i + 1
    number = line.number(i)
    if number is None or not 0 < number[0] < 100:
        return None
    if number[0] in (20, 30) and line.said.ordinals.get(line.word(number[1]), 10) < 10:
        return number[0] + line.said.ordinals[line.word(number[1])], number[1] + 1
    return number[0], after_number(line, number[1])


def after_number(line: Line, i: int) -> int:
    """The index behind the ending of a day's number at ``i``: "5-го", "18th"."""
    j = i + 1 if line.word(i) == "-" else i
    if line.word(j) in line.said.ordinal_endings and line.tokens[j].start <= line.tokens[j - 1].end:
        return j + 1
    return line.after_ending(i)[1]


def _names_a_day(line: Line, i: int, number: int, end: int) -> bool:
    """Whether a number behind a month is a day: in English, or with a Kazakh genitive or ending."""
    word = line.word(i)
    return word.isascii() or word.endswith(line.said.genitive) or end > number + 1


def month(line: Line, i: int) -> Found | None:
    """ "в конце августа", "тамыздың соңында", "in August 2018", "2015 жылы"."""
    if year := _bare_year(line, i):
        later = month(line, year[1])
        if later and later[0] and isinstance(date := later[0][0], Date):
            return (Date(None, date.month, year[0]),), later[1]
        return _unless_birth(line, i, Date(None, None, year[0]), year[1])
    found = line.phrase(line.said.months, i)
    if found is None:
        return None
    said, named = line.said, line.word(found[1]) in line.said.month_words
    last = found[1] + named
    before, word, after = line.word(i - 1), line.word(i), line.word(last)
    placed = before in said.month_prepositions or before in said.edges or after in said.edges
    if not (placed or named or word.endswith(said.month_endings)):
        return None
    value, end = _year(line, last + (after in said.edges))
    return (Date(None, found[0], value),), end


def _bare_year(line: Line, i: int) -> tuple[int, int] | None:
    text = line.word(i)
    if line.kind(i) != "number" or len(text) != 4 or not 1900 <= int(text) < 2100:
        return None
    named = line.word(i + 1) in line.said.year_words
    return (int(text), i + 1 + named) if named or line.word(i - 1) in line.said.year_prepositions else None


def _year(line: Line, i: int) -> tuple[int | None, int]:
    j = i + (line.word(i) == ",")
    text = line.word(j)
    if line.kind(j) == "number" and len(text) == 4 and 1900 <= int(text) < 2100:
        return int(text), _year_word(line, j + 1)
    return None, i


def _year_word(line: Line, i: int) -> int:
    is_year = line.word(i) in line.said.year_words
    born = line.word(i + 2).startswith(line.said.birth_behind_year)  # "1980 г. р."
    return i + 1 if is_year and not born else i


def _unless_birth(line: Line, i: int, date: Date, end: int) -> Found:
    """The date, or no fact at all where it is somebody's birth date."""
    said, around = line.said, {line.word(k) for k in (*range(i - 3, i), *range(end, end + 4))}
    birth = any(word.startswith(said.birth) for word in around) or (
        said.birth_letters and said.birth_letters <= around
    )
    return ((), end) if birth else ((date,), end)
