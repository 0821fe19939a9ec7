"""When somebody is reminded of a hearing, and asked what came of it: times of day where it is. Pure.

the evening before   at 19:00
an hour before       where the hour is known
afterwards           two hours after it began; where only the day is known, at 18:00: what came of it?
"""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.core.values import Hearing, Precision

EVENING, DAY_IS_OVER = time(19), time(18)
BEFORE, AFTER = timedelta(hours=1), timedelta(hours=2)


class Reminder(StrEnum):
    """What is said."""

    EVENING = "evening"
    HOUR = "hour"
    OUTCOME = "outcome"


def reminders(hearing: Hearing, zone: ZoneInfo) -> list[tuple[datetime, Reminder]]:
    """All of a hearing, with their moments (UTC), in their order; none of one that is cancelled or has an outcome."""
    if hearing.off or hearing.outcome:
        return []
    day = hearing.at.astimezone(zone).date()
    evening = _at(day - timedelta(days=1), EVENING, zone)
    if hearing.precision is Precision.DAY:
        return [(evening, Reminder.EVENING), (_at(day, DAY_IS_OVER, zone), Reminder.OUTCOME)]
    return [
        (evening, Reminder.EVENING),
        (hearing.at - BEFORE, Reminder.HOUR),
        (hearing.at + AFTER, Reminder.OUTCOME),
    ]


def next_due(hearing: Hearing, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When the next one comes; None: none any more. Of a hearing in the past none: what came of it is asked at once."""
    return next((due for due, _ in reminders(hearing, zone) if due > now), None)


def due_now(hearing: Hearing, zone: ZoneInfo, now: datetime) -> Reminder | None:
    """What is to be said at this moment: of several that were due while nobody was there the last; None: not any yet."""
    passed = [reminder for due, reminder in reminders(hearing, zone) if due <= now]
    if passed and passed[-1] is not Reminder.OUTCOME and hearing.at <= now:
        return None  # it is being held: what came of it is asked later
    return passed[-1] if passed else None


def _at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
