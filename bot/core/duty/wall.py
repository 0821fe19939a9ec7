"""Times on the wall as moments, also where clocks are put forward or back.

    begins   the first moment at which the clock shows the time or a later one
    ends     the moment after the last at which it showed an earlier one

A time that does not exist that day is the moment of the jump in both. Of a time that comes twice a beginning is the first
and an end the second: where one shift ends and the next begins then, two are there for an hour, and never nobody.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.core.rota import DAY, Shift

SECOND = timedelta(seconds=1)


@lru_cache(maxsize=8192)
def moment(day: date, minutes: int, zone: ZoneInfo, *, end: bool) -> datetime:
    """When the clock shows so many minutes of this day, UTC; ``DAY`` and more are of the days after."""
    shown = datetime.combine(day, time()) + timedelta(minutes=minutes)
    first = shown.replace(tzinfo=zone).astimezone(UTC)
    second = shown.replace(tzinfo=zone, fold=1).astimezone(UTC)
    if first > second:
        return _jump(second, first, zone)
    return second if end else first


def _jump(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The moment between these two from which on the clock is another."""
    was = before.astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = before + (after - before) // 2
        if middle.astimezone(zone).utcoffset() == was:
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def interval(shift: Shift, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From when until when the shift that begins on this day lasts; empty where clocks jump over all of it."""
    ends = shift.ends if shift.ends > shift.starts else shift.ends + DAY
    return moment(day, shift.starts, zone, end=False), moment(day, ends, zone, end=True)
