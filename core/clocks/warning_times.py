"""When a clock warns and alarms, when coordinators hear of it, and how often a card that shows it is drawn again.

When a clock is looked at, it may warn, be over, or have ended. A mark remembers what was done about it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum, auto

from msgspec.structs import replace

from core.clocks.clock_rows import AtEnd
from core.clocks.computation import LegalClock
from core.records.holds import ClockMark

PART = 4  # it warns when this part of its length is left,
MOST = {AtEnd.OVERRUN: timedelta(hours=1), AtEnd.TERM: timedelta(days=1)}  # at most so long before
UNANSWERED = timedelta(minutes=15)  # after the alarm the coordinators hear of it
SOONEST, SLOWEST = timedelta(minutes=10), timedelta(hours=1)  # between two drawings of a card
FAR, SLOWEST_FAR = timedelta(days=1), timedelta(hours=6)  # of an end that is so far away, or so long ago
NEARER = 6  # it is drawn again when a sixth of the time that is left, or that it is over, has passed


def warns_at(clock: LegalClock) -> datetime | None:
    """When it warns; None for what only asks at its end, and for what only counts."""
    most = MOST.get(clock.row.at_end)
    if clock.due is None or most is None:
        return None
    return clock.due - min((clock.due - clock.start.at) / PART, most)


def telling_moments(clock: LegalClock) -> tuple[datetime, ...]:
    """When somebody hears of it while it runs."""
    return tuple(moment for moment in (warns_at(clock), clock.due) if moment is not None)


def next_look(clocks: Iterable[LegalClock], now: datetime) -> datetime | None:
    """When clocks that have just moved have to be looked at: now, if a moment has passed of which somebody may not
    have heard, or an overrun has ended; None if there is nothing to wait for.
    """
    found: list[datetime] = []
    for clock in clocks:
        if clock.stop is None:
            found += telling_moments(clock)
        elif clock.is_over(now):
            found.append(now)
    return max(now, min(found)) if found else None


def next_redraw(clocks: Iterable[LegalClock], now: datetime) -> datetime | None:
    """When a card that shows these clocks says something else: the nearer the end, the sooner."""
    away = [abs(clock.due - now) for clock in clocks if clock.due is not None and clock.stop is None]
    if not away:
        return None
    slowest = SLOWEST if min(away) < FAR else SLOWEST_FAR
    return now + min(max(min(away) / NEARER, SOONEST), slowest)


MINUTE = timedelta(minutes=1)


class ClockStep(StrEnum):
    """What has just happened to a clock."""

    NOTHING = auto()
    WARNED = auto()
    PASSED = auto()  # it is over
    ENDED = auto()  # it was over, and has stopped


def look_at_clock(clock: LegalClock, mark: ClockMark, now: datetime) -> tuple[ClockMark, ClockStep]:
    """The mark as it is now, and what has just happened. ``clock`` has an end (``due``)."""
    assert clock.due is not None
    over = clock.over(now) // MINUTE
    if clock.stop is not None:
        if mark.ended_at is not None or not (clock.is_over(now) or mark.passed_at):
            return mark, ClockStep.NOTHING
        passed = mark.passed_at or now
        return replace(mark, passed_at=passed, ended_at=clock.stop.at, minutes=over), ClockStep.ENDED
    if mark.ended_at is not None:  # what had stopped it was taken back
        mark = replace(mark, ended_at=None)
    if clock.due <= now:
        first = mark.passed_at is None
        passed = mark.passed_at or now
        return replace(mark, passed_at=passed, minutes=over), ClockStep.PASSED if first else ClockStep.NOTHING
    warns = warns_at(clock)
    if warns is not None and warns <= now and mark.warned_at is None:
        return replace(mark, warned_at=now), ClockStep.WARNED
    return mark, ClockStep.NOTHING


def coordinators_told_at(clock: LegalClock, mark: ClockMark, *, owned: bool) -> datetime | None:
    """When coordinators hear of it: at once if nobody has the case, otherwise if its owner does not answer; None if they do
    not hear of it. A clock that only asks a question is for the owner alone.
    """
    passed = mark.passed_at
    if (
        not mark.goes_on
        or passed is None
        or mark.told_at
        or mark.answered_at
        or clock.row.at_end is AtEnd.ASK
    ):
        return None
    return passed + UNANSWERED if owned else passed
