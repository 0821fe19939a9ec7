"""When a clock warns and alarms, when coordinators hear of it, and how often a card that shows it is drawn anew."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.clocks.rows import AtEnd
from bot.core.clocks.running import Clock

PART = 4  # it warns when this part of its length is left,
MOST = {AtEnd.OVERRUN: timedelta(hours=1), AtEnd.TERM: timedelta(days=1)}  # at most so long before
UNANSWERED = timedelta(minutes=15)  # after the alarm the coordinators hear of it
SOONEST, SLOWEST = timedelta(minutes=10), timedelta(hours=1)  # between two drawings of a card
NEARER = 6  # it is drawn anew when a sixth of what is left, or of what it is over, has passed


def warns_at(clock: Clock) -> datetime | None:
    """When it warns; None for what only asks at its end, and for what only counts."""
    most = MOST.get(clock.row.at_end)
    if clock.due is None or most is None:
        return None
    return clock.due - min((clock.due - clock.start.at) / PART, most)


def moments(clock: Clock) -> tuple[datetime, ...]:
    """When somebody hears of it while it runs."""
    return tuple(moment for moment in (warns_at(clock), clock.due) if moment is not None)


def looked_at(clocks: Iterable[Clock], now: datetime) -> datetime | None:
    """When clocks that have just moved have to be looked at: now, if a moment has passed of which somebody may not
    have heard, or an overrun has ended; None if there is nothing to wait for.
    """
    found: list[datetime] = []
    for clock in clocks:
        if clock.stop is None:
            found += moments(clock)
        elif clock.is_over(now):
            found.append(now)
    return max(now, min(found)) if found else None


def drawn_again(clocks: Iterable[Clock], now: datetime) -> datetime | None:
    """When a card that shows these clocks says something else: the nearer the end, the sooner."""
    away = [abs(clock.due - now) for clock in clocks if clock.due is not None and clock.stop is None]
    return now + min(max(min(away) / NEARER, SOONEST), SLOWEST) if away else None
