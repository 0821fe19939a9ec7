"""Days ahead that are counted, or named by their number alone, as dates: "in two days", "через неделю", "20-го".

For answers in which a time stands, and nothing else: elsewhere the same words may tell of what was.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.understanding.clock_facts import Line
from bot.core.understanding.clock_words import line_of
from bot.core.understanding.heard import Heard
from bot.core.understanding.language import guess_language
from bot.core.understanding.plain import readable

DAYS = {"day": 1, "week": 7}
FARTHEST = 366  # days ahead; what is farther is no day that anybody counts
Counted = tuple[date, int, int]  # the day, and where the words for it begin and end


def with_dates(text: str, heard: Heard, now: datetime, zone: ZoneInfo, language: str | None = None) -> str:
    """The text with a date in place of such words; as it is, if there are none. ``now`` is UTC, "today" is the zone's."""
    shown = readable(text)
    line = line_of(shown, heard, guess_language(shown, heard) or language)
    today = now.astimezone(zone).date()
    for i in range(len(line.words)):
        found = _counted(line, i, today) or _numbered(line, i, today)
        if found is not None:
            day, first, end = found
            start, behind = line.tokens[first].start, line.tokens[end - 1].end
            return f"{shown[:start]}{day:%d.%m.%Y}{shown[behind:]}"
    return text


def _counted(line: Line, i: int, today: date) -> Counted | None:
    """ "two days", "3 күннен", "неделю": counted from today. Not what is counted back."""
    amount, j = line.number(i) or (1, i)
    unit = line.phrase(line.said.units, j)
    if unit is None or unit[0] not in DAYS or (j == i and not _is_one_week(line, i, unit[0])):
        return None
    if line.word(unit[1]) in line.said.ago or not 0 < amount * DAYS[unit[0]] <= FARTHEST:
        return None
    return today + timedelta(days=amount * DAYS[unit[0]]), i, unit[1]


def _is_one_week(line: Line, i: int, unit: str) -> bool:
    """Whether a week without a number is one from now: not "next week, on Monday"."""
    weekday = any(line.phrase(line.said.weekdays, at) for at in range(len(line.words)))
    return unit == "week" and not weekday and line.word(i - 1) not in line.said.last | line.said.next


def _numbered(line: Line, i: int, today: date) -> Counted | None:
    """ "20-го", "the 20th", without a month behind it: the next day of this number."""
    j = i + 1 + (line.word(i + 1) == "-")
    joined = line.kind(i) == "number" and line.word(j) in line.said.ordinal_endings
    if not joined or not 0 < int(line.word(i)) <= 31 or _is_month(line, j + 1) or _is_month(line, i - 1):
        return None
    ahead = (today + timedelta(days=shift) for shift in range(FARTHEST))
    day = next((day for day in ahead if day.day == int(line.word(i))), None)
    return (day, i, j + 1) if day is not None else None


def _is_month(line: Line, i: int) -> bool:
    of = i + (line.word(i) in line.said.of)
    return any(line.phrase(table, of) for table in (line.said.months, line.said.short_months))
