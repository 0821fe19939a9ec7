"""Shifts and exceptions as people type them: ``пн-пт 9-18``, ``жм 22-6``, ``mon-fri 9:00-18:00, sat 10-14``, ``28.11 22-6``.

Days of the week are shifts; dates are exceptions. The words of days and the like are given by the caller, of all languages
at once. What is neither, perhaps a name, is left over.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from core.folding import fold_text
from core.rota import DAY, Shift

WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GROUPS = {"weekdays": range(5), "weekend": range(5, 7), "daily": range(7)}
SIGNS = ("around", "today", "tomorrow", "instead", "replaced", "not", "noise")  # what else words may mean
MEANINGS = (*WEEK, *GROUPS, *SIGNS)
LONGEST = 200  # characters that are read

_TIME = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?"
_FROM = r"(?:-?[днт][ае]н\s+|\s*(?:[-–—]|до|to|till|until)\s*)"  # 9-дан 18-ге
_CLOCK = re.compile(
    rf"(?<![0-9.]){_TIME}(?:\s*(am|pm))?{_FROM}{_TIME}(?:\s*(am|pm))?(?:-?[гк][ае])?(?![0-9.:])"
)
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})|([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{4}))?(?![0-9])")
_WORD = re.compile(r"[^\W\d_]+")
_ABLATIVE = re.compile(r"-?[днт][ае]н\s")  # дүйсенбіден жұмаға
_TO = re.compile(r"-?[днт][ае]н\s+|\s*(?:[-–—]|по|to)\s*")


class TypingMistake(StrEnum):
    """Why typed words are no shifts; the words are ``duty-refused-…``."""

    ZERO = "zero"
    TIME = "time"  # no such time of day
    DATE = "date"  # no such day
    NO_HOURS = "no_hours"
    NO_DAYS = "no_days"
    NEVER = "never"  # when somebody is not on duty is said of dates, not of a week


class DatedHours(Struct, frozen=True):
    """The days from one date to another, and the hours on each; without hours all of it, in one piece."""

    first: date
    last: date
    hours: tuple[int, int] | None


class TypedDuty(Struct, frozen=True):
    """What was read. ``names``: what is left over, and what stands after a word for *instead of*."""

    shifts: tuple[Shift, ...] = ()
    days: tuple[DatedHours, ...] = ()
    takes_out: bool = False
    name: str = ""
    instead_of: str = ""


class _Reader:
    """Goes through a text once, from the left."""

    def __init__(self, text: str, meanings: Mapping[str, str], today: date) -> None:
        self._text = text
        self._phrases = sorted(meanings, key=lambda phrase: (-len(phrase), phrase))
        self._meanings = meanings
        self._today = today
        self._at = 0
        self._weekdays: list[int] = []
        self._dates: list[tuple[date, date]] = []
        self._fresh = True  # no hours were said of these days yet
        self.shifts: list[Shift] = []
        self.days: list[DatedHours] = []
        self.signs: set[str] = set()
        self.left: list[list[str]] = [[], []]

    def read(self) -> TypingMistake | None:
        while self._at < len(self._text):
            problem = self._next()
            if problem is not None:
                return problem
        if self._weekdays and self._fresh:
            if "not" not in self.signs:
                return TypingMistake.NO_HOURS
            if self.shifts:  # mon-fri 9-18, except wed
                self.shifts = [shift for shift in self.shifts if shift.weekday not in self._weekdays]
                self.signs.remove("not")
                return None
            self.days += [DatedHours(day, day, None) for day in map(self._next_one, self._weekdays)]
        if self._fresh:
            self.days += [DatedHours(first, last, None) for first, last in self._dates]
        return None

    def _next(self) -> TypingMistake | None:
        """One day, date, pair of hours or word."""
        found = self._date()
        if isinstance(found, TypingMistake):
            return found
        if found is not None:
            last = self._date() if self._follows() else None
            if isinstance(last, TypingMistake):
                return last
            if last is not None and last < found:
                return TypingMistake.DATE
            self._begin()
            self._dates.append((found, last or found))
            return None
        if (clock := _CLOCK.match(self._text, self._at)) is not None:
            self._at = clock.end()
            return self._hours(_minutes(*clock.group(1, 2, 3)), _minutes(*clock.group(4, 5, 6)))
        if self._text[self._at] in "+-" and self._text[self._at + 1 : self._at + 2].isdigit():
            self.signs |= {"not"} if self._text[self._at] == "-" else set()
            self._at += 1
            return None
        if (meaning := self._meaning()) is not None:
            return self._means(meaning)
        word = _WORD.match(self._text, self._at)
        if word is not None:
            self.left[not self.signs.isdisjoint(("instead", "replaced"))].append(word.group())
            self._at = word.end()
            return None
        if self._text[self._at].isdigit():
            return TypingMistake.TIME
        self._at += 1
        return None

    def _means(self, meaning: str) -> TypingMistake | None:
        if meaning == "around":
            return self._hours(0, DAY)
        if meaning in ("today", "tomorrow"):
            day = self._today + timedelta(days=meaning == "tomorrow")
            self._begin()
            self._dates.append((day, day))
        elif meaning in GROUPS:
            self._begin()
            self._weekdays += GROUPS[meaning]
        elif meaning in WEEK:
            first = last = WEEK.index(meaning)
            if self._follows() and (other := self._meaning()) is not None:
                if other not in WEEK:
                    return TypingMistake.NO_DAYS
                last = WEEK.index(other)
            self._begin()
            self._weekdays += [(first + n) % 7 for n in range((last - first) % 7 + 1)]
        else:
            self.signs.add(meaning)
        return None

    def _next_one(self, weekday: int) -> date:
        """The day that is meant by "not on Friday"."""
        return self._today + timedelta(days=(weekday - self._today.weekday()) % 7)

    def _begin(self) -> None:
        """Days after hours are other days."""
        if not self._fresh:
            self._weekdays, self._dates, self._fresh = [], [], True

    def _hours(self, starts: int | None, ends: int | None) -> TypingMistake | None:
        if starts is None or ends is None or starts == DAY:
            return TypingMistake.TIME
        if starts == ends:
            return TypingMistake.ZERO
        if not self._weekdays and not self._dates:
            return TypingMistake.NO_DAYS
        self._fresh = False
        self.shifts += [Shift(weekday, starts, ends or DAY) for weekday in self._weekdays]
        self.days += [DatedHours(first, last, (starts, ends or DAY)) for first, last in self._dates]
        return None

    def _follows(self) -> bool:
        """Whether a sign for *up to* stands here; it is passed over."""
        to = _TO.match(self._text, self._at)
        if to is None or not self._text[to.end() :]:
            return False
        self._at = to.end()
        return True

    def _meaning(self) -> str | None:
        """What the word or words here mean; they are passed over."""
        for phrase in self._phrases:
            end = self._at + len(phrase)
            whole = end >= len(self._text) or not self._text[end].isalpha()
            if (whole or _ABLATIVE.match(self._text, end)) and self._text.startswith(phrase, self._at):
                self._at = end
                return self._meanings[phrase]
        return None

    def _date(self) -> date | TypingMistake | None:
        """The date that stands here; of one without a year, the next."""
        match = _DATE.match(self._text, self._at)
        if match is None:
            return None
        year, month, day, day2, month2, year2 = match.groups()
        if month2 is not None and not 1 <= int(month2) <= 12:
            return None  # 9.00 or 18.30
        try:
            if year is not None:
                found = date(int(year), int(month), int(day))
            elif year2 is not None:
                found = date(int(year2), int(month2), int(day2))
            else:
                found = date(self._today.year, int(month2), int(day2))
                if found < self._today - timedelta(days=60):
                    found = found.replace(year=found.year + 1)
        except ValueError:
            return TypingMistake.DATE
        self._at = match.end()
        return found


def read_typed_duty(text: str, meanings: Mapping[str, str], today: date) -> TypedDuty | TypingMistake | None:
    """What was typed; None: nothing of this kind. ``meanings``: folded word or words → one of ``MEANINGS``."""
    reader = _Reader(fold_text(text[:LONGEST]).strip(), meanings, today)
    problem = reader.read()
    if problem is not None:
        return problem
    if not reader.shifts and not reader.days:
        return None
    if reader.shifts and "not" in reader.signs:
        return TypingMistake.NEVER
    name, instead_of = (" ".join(words) for words in reader.left)
    if "replaced" in reader.signs:
        name, instead_of = instead_of, name
    return TypedDuty(tuple(reader.shifts), tuple(reader.days), "not" in reader.signs, name, instead_of)


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    """The minute of the day; None for no such time."""
    hours, minutes = int(hour), int(minute or 0)
    if half is not None and not 1 <= hours <= 12:
        return None
    if half is not None:
        hours = hours % 12 + 12 * (half == "pm")
    whole = hours * 60 + minutes
    return whole if minutes < 60 and whole <= DAY else None
