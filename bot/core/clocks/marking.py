"""What follows when a clock is looked at: it warns, it is over, it has ended. A mark remembers what has followed."""

from datetime import datetime, timedelta
from enum import StrEnum, auto

from msgspec.structs import replace

from bot.core.clocks.pace import UNANSWERED, warns_at
from bot.core.clocks.rows import AtEnd
from bot.core.clocks.running import Clock
from bot.core.law_kept import ClockMark

MINUTE = timedelta(minutes=1)


class Step(StrEnum):
    """What has just happened to a clock."""

    NOTHING = auto()
    WARNED = auto()
    PASSED = auto()  # it is over
    ENDED = auto()  # it was over, and has stopped


def looked(clock: Clock, mark: ClockMark, now: datetime) -> tuple[ClockMark, Step]:
    """The mark as it is now, and what has just happened. ``clock`` has an end (``due``)."""
    assert clock.due is not None
    over = clock.over(now) // MINUTE
    if clock.stop is not None:
        if mark.ended_at is not None or not (clock.is_over(now) or mark.passed_at):
            return mark, Step.NOTHING
        passed = mark.passed_at or now
        return replace(mark, passed_at=passed, ended_at=clock.stop.at, minutes=over), Step.ENDED
    if mark.ended_at is not None:  # what had stopped it was taken back
        mark = replace(mark, ended_at=None)
    if clock.due <= now:
        first = mark.passed_at is None
        passed = mark.passed_at or now
        return replace(mark, passed_at=passed, minutes=over), Step.PASSED if first else Step.NOTHING
    warns = warns_at(clock)
    if warns is not None and warns <= now and mark.warned_at is None:
        return replace(mark, warned_at=now), Step.WARNED
    return mark, Step.NOTHING


def told_at(clock: Clock, mark: ClockMark, *, owned: bool) -> datetime | None:
    """When coordinators hear of it: at once if nobody has the case, else when whoever has it does not answer; None
    if they do not. What only asks is for whoever has the case.
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
