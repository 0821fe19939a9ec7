"""A moment as it is typed on a command line or in a chat."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


def moment_of(typed: str, zone: ZoneInfo, *, end: bool = False) -> datetime | None:
    """A day, or a moment with or without an offset (without: in the zone). ``end``: of a day its end. None: neither."""
    try:
        return (
            datetime.combine(day + DAY if end else day, time(), zone)
            if (day := _day(typed))
            else _exact(typed, zone)
        )
    except (ValueError, OverflowError):
        return None


def _day(typed: str) -> date | None:
    return date.fromisoformat(typed) if len(typed) == len("2018-09-18") else None


def _exact(typed: str, zone: ZoneInfo) -> datetime:
    found = datetime.fromisoformat(typed)
    return found if found.tzinfo is not None else found.replace(tzinfo=zone)
