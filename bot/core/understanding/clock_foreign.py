"""The last resort for Russian and English dates that our own grammar lacks: dateparser, on a short cut of the text.

It has no clock of its own here (``RELATIVE_BASE``), the language is fixed, and it is asked only where a word for a
month, a week or a weekday stands beside a number. Kazakh is never given to it: it gets Kazakh dates wrong.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.understanding.clock_facts import Line
from bot.core.understanding.clock_resolve import When
from bot.core.values import Precision

_LANGUAGES = ("ru", "en")
_REACH = 2  # tokens on each side of the telling word
_PRECISION = {"time": Precision.MINUTE, "day": Precision.DAY, "week": Precision.DAY, "month": Precision.MONTH}


def other_moment(
    line: Line, now: datetime, zone: ZoneInfo, language: str | None
) -> tuple[When, int, int] | None:
    """The moment and the tokens it was read from, or None."""
    if language not in _LANGUAGES:
        return None
    for i, word in enumerate(line.words):
        if word in line.said.foreign or (word,) in line.said.short_months or (word,) in line.said.months:
            start, end = max(0, i - _REACH), min(len(line.tokens), i + _REACH + 1)
            window = line.tokens[start:end]
            if any(t.kind == "number" and len(t.text) <= 4 for t in window):
                found = _ask(" ".join(t.text for t in window if t.kind != "line")[:60], now, zone, language)
                return (found, start, end) if found else None
    return None


def _ask(text: str, now: datetime, zone: ZoneInfo, language: str) -> When | None:
    from dateparser.date import DateDataParser  # slow to import, seldom needed

    settings = {
        "RELATIVE_BASE": now.astimezone(zone).replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "RETURN_TIME_AS_PERIOD": True,
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PARSERS": ["relative-time", "absolute-time"],
        "DATE_ORDER": "DMY",
    }
    try:
        data = DateDataParser(languages=[language], settings=settings).get_date_data(text)
    except (ValueError, OverflowError):  # a date that the calendar lacks
        return None
    found, precision = data.date_obj, _PRECISION.get(data.period)
    if found is None or precision is None or not 1900 <= found.year < 3000:
        return None
    if precision is Precision.DAY:
        found = found.replace(hour=0, minute=0)
    if precision is Precision.MONTH:
        found = found.replace(day=1, hour=0, minute=0)
    return When(found.replace(second=0, microsecond=0, tzinfo=None), precision)
