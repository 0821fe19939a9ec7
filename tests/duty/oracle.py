"""What is said of somebody's duty, looked at minute by minute and painted layer over layer: no interval is computed.

Written from the rule alone: a shift lasts from the first minute whose clock shows its beginning or more to the last whose
clock shows less than its end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from core.model import Member
from core.rota import OverrideKind, Shift

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Window:
    """Some days in a zone: what its clock shows at each minute."""

    zone: str
    first: date
    days: int
    start: datetime = field(init=False)
    walls: tuple[datetime, ...] = field(init=False, hash=False, compare=False)

    def __post_init__(self) -> None:
        zone = ZoneInfo(self.zone)
        start = datetime(self.first.year, self.first.month, self.first.day, tzinfo=UTC)
        moments = (start + MINUTE * n for n in range(self.days * 1440))
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "walls", tuple(one.astimezone(zone).replace(tzinfo=None) for one in moments))

    def at(self, minute: int) -> datetime:
        """The moment of a minute's beginning."""
        return self.start + MINUTE * minute

    def minute(self, moment: datetime) -> int:
        """The minute in which a moment lies."""
        return int((moment - self.start) / MINUTE)


@cache
def minutes_of(window: Window, day: date, starts: int, ends: int) -> frozenset[int]:
    """The minutes of the shift that begins on this day."""
    midnight = datetime.combine(day, time())
    begins = midnight + MINUTE * starts
    over = midnight + MINUTE * (ends if ends > starts else ends + 1440)
    from_then = [n for n, wall in enumerate(window.walls) if wall >= begins]
    before = [n for n, wall in enumerate(window.walls) if wall < over]
    return frozenset(range(from_then[0], before[-1] + 1)) if from_then and before else frozenset()


def in_a_shift(window: Window, shifts: Sequence[Shift], minute: int, region: str | None) -> bool:
    """Whether one of them covers the minute."""
    for n in range(-1, window.days + 1):
        day = window.first + timedelta(days=n)
        for shift in shifts:
            counts = region is None or shift.region is None or shift.region == region
            begins = counts and day.weekday() == shift.weekday
            if begins and minute in minutes_of(window, day, shift.starts, shift.ends):
                return True
    return False


def is_on(
    window: Window,
    member: Member,
    everybody: Sequence[Member],
    away: set[int],
    minute: int,
    region: str | None,
    works_in: set[str],
) -> bool:
    """From the weakest word to the strongest: each paints over what was there."""
    at, rota = window.at(minute), member.duty
    shifts = rota.shifts if rota else ()
    on = in_a_shift(window, shifts, minute, region) if shifts else member.on_duty
    mark = rota.mark if rota else None
    marked = mark is not None and mark.since <= at < mark.until
    if mark is not None and marked and mark.on:
        on = True
    overrides = [o for o in (rota.overrides if rota else ()) if o.starts <= at < o.ends]
    if any(o.change in (OverrideKind.ADD, OverrideKind.REPLACE) for o in overrides):
        on = True
    for other in everybody:
        for o in other.duty.overrides if other.duty and other.suspended_at is None else ():
            if o.replaces == member.id and o.starts <= at < o.ends:
                on = False
    if any(o.change is OverrideKind.REMOVE for o in overrides):
        on = False
    if mark is not None and marked and not mark.on:
        on = False
    if region is not None and works_in and region not in works_in:
        on = False
    if member.id in away or member.suspended_at is not None:
        on = False
    return on
