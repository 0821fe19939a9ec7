"""Wall-clock schedules: when the organisation's clock next shows a time of day, once a date.

CronTrigger knows the calendar; it is asked in wall time without a zone, and the zone comes after. Asked with the zone
it fires twice on a night when clocks go back, and leaves out a date whose midnight does not exist (Santiago).
A time that does not exist that day is moved on by what the clocks skip; of a time that comes twice the first counts.
"""

from collections.abc import Container
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger


def next_occurrence(
    after: datetime, zone: ZoneInfo, at: time, *, done: Container[date] = (), weekdays: str = "*"
) -> tuple[date, datetime]:
    """The next date to post for, with the moment (UTC, later than ``after``) when ``zone``'s clock shows ``at``.

    ``done``: dates that have their digest. ``weekdays``: names, as in ``mon-fri`` or ``mon,thu``; numbers raise
    ValueError, because crons do not agree on them.
    """
    trigger = CronTrigger(
        day_of_week=checked_weekdays(weekdays), hour=at.hour, minute=at.minute, second=at.second, timezone=UTC
    )
    wall = datetime.combine(after.astimezone(zone).date() - timedelta(days=1), time(), UTC)
    while True:
        fires = trigger.get_next_fire_time(None, wall)
        if fires is None:
            raise ValueError(f"no such weekday: {weekdays!r}")
        due = fires.replace(tzinfo=zone, fold=0).astimezone(UTC)
        if due > after and fires.date() not in done:
            return fires.date(), due
        wall = fires + timedelta(seconds=1)


def checked_weekdays(weekdays: str) -> str:
    """The names of weekdays as they were given. ValueError: by number, or no such day."""
    if any(sign.isdigit() for sign in weekdays):
        raise ValueError(f"weekdays by name, not by number: {weekdays!r}")
    CronTrigger(day_of_week=weekdays, timezone=UTC)
    return weekdays


def falls_within(weekdays: str, after: date, until: date) -> bool:
    """Whether one of these weekdays is later than ``after`` and not later than ``until``; false without weekdays."""
    if not weekdays:
        return False
    begin = datetime.combine(after + timedelta(days=1), time(), UTC)
    fires = CronTrigger(day_of_week=checked_weekdays(weekdays), hour=0, timezone=UTC).get_next_fire_time(
        None, begin
    )
    return fires is not None and fires.date() <= until


def digest_times(
    day: date, zone: ZoneInfo, at: time, preview: timedelta
) -> tuple[datetime, datetime, datetime]:
    """Of the digest of a day, in UTC: from when on it can be posted by hand, when it is due, when its day is over."""
    due, midnight, end = (
        datetime.combine(calendar_day, clock, zone).astimezone(UTC)
        for calendar_day, clock in ((day, at), (day, time()), (day + timedelta(days=1), time()))
    )
    return min(midnight, due - preview), due, end
