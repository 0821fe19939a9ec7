"""What may be said of somebody's duty: the rota as it is then, or why not.

Shifts of one day that overlap or touch become one, if they count in the same places; what stays apart may overlap, and
counts once. Of exceptions and taps nothing is merged: the order of core.duty.schedule decides.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec.structs import replace

from core.duty.schedule import NOTHING, DutySchedule, Interval
from core.model import Member
from core.rota import DAY, DutyMark, Override, OverrideKind, Rota, Shift

TAPPED = timedelta(hours=12)  # so long a tap holds
KEPT = timedelta(days=30)  # so long an exception is known after its end: who was on duty then
LONGEST = timedelta(days=60)
MOST = 42  # shifts a week, and exceptions


class DutyRefusal(StrEnum):
    """Why something cannot be said; the words are ``duty-refused-…``."""

    ZERO = "zero"  # it begins and ends at one time
    BACKWARDS = "backwards"
    PAST = "past"
    LONG = "long"
    MANY = "many"
    SUSPENDED = "suspended"
    CONFLICT = "conflict"  # the opposite is said of a part of this time
    HIMSELF = "himself"
    NOT_ON_DUTY = "not_on_duty"  # whom it would replace


def set_shifts(rota: Rota, new: Sequence[Shift], *, instead: bool) -> Rota | DutyRefusal:
    """The week with these too, or with only these."""
    if any(shift.starts == shift.ends for shift in new):
        return DutyRefusal.ZERO
    week = merge_shifts([*(() if instead else rota.shifts), *new])
    return DutyRefusal.MANY if len(week) > MOST else replace(rota, shifts=week)


def merge_shifts(several: Iterable[Shift]) -> tuple[Shift, ...]:
    """Shifts of one day that overlap or touch as one, in the order of the week; never longer than a day."""
    week: list[Shift] = []
    for shift in sorted(
        set(several), key=lambda shift: (shift.weekday, shift.region or "", shift.starts, _end_minute(shift))
    ):
        before = week[-1] if week else None
        if before is not None and (before.weekday, before.region) == (shift.weekday, shift.region):
            end = max(_end_minute(before), _end_minute(shift))
            if shift.starts <= _end_minute(before) and end - before.starts <= DAY:
                week[-1] = before._replace(ends=end if end <= DAY else end - DAY)
                continue
        week.append(shift)
    return tuple(
        sorted(week, key=lambda shift: (shift.weekday, shift.starts, shift.ends, shift.region or ""))
    )


def _end_minute(shift: Shift) -> int:
    return shift.ends if shift.ends > shift.starts else shift.ends + DAY


def add_override(
    schedule: DutySchedule,
    member: Member,
    new: Override,
    now: datetime,
    *,
    given: bool = False,
    cannot: bool = False,
) -> Rota | DutyRefusal:
    """The member's rota with one more exception. ``schedule`` knows everybody's rota as it is now.

    ``given``: the member who is replaced has said before that they cannot come. ``cannot``: the member says it themselves,
    which counts more than the duties that others have given them.
    """
    rota = member.duty or NOTHING
    if member.suspended_at is not None:
        return DutyRefusal.SUSPENDED
    if new.ends == new.starts:
        return DutyRefusal.ZERO
    if new.ends < new.starts:
        return DutyRefusal.BACKWARDS
    if new.ends <= now:
        return DutyRefusal.PAST
    if new.ends - new.starts > LONGEST or new.starts - now > LONGEST:
        return DutyRefusal.LONG
    if new.replaces == member.id:
        return DutyRefusal.HIMSELF
    if not cannot and any(
        _overlap(new, (override.starts, override.ends))
        for override in _opposite_overrides(schedule, member, new)
    ):
        return DutyRefusal.CONFLICT
    replaced = next((member for member in schedule.members if member.id == new.replaces), None)
    if replaced is not None and not given and not schedule.stints(replaced, new.starts, new.ends):
        return DutyRefusal.NOT_ON_DUTY
    kept = tuple(override for override in rota.overrides if override.ends > now - KEPT and override != new)
    return DutyRefusal.MANY if len(kept) >= MOST else replace(rota, overrides=(*kept, new))


def _opposite_overrides(schedule: DutySchedule, member: Member, new: Override) -> list[Override]:
    """What says the contrary of the same member: out where this puts in, in where this takes out."""
    theirs = (member.duty or NOTHING).overrides
    if new.change is OverrideKind.REMOVE:
        return [override for override in theirs if override.change is not OverrideKind.REMOVE]
    others = [(other.duty or NOTHING).overrides for other in schedule.members if other.id != member.id]
    replacing = [override for overrides in others for override in overrides if override.replaces == member.id]
    return [*(override for override in theirs if override.change is OverrideKind.REMOVE), *replacing]


def _overlap(override: Override, interval: Interval) -> bool:
    return override.starts < interval[1] and interval[0] < override.ends


def without_override(rota: Rota, gone: Override) -> Rota:
    """The rota without one of its exceptions."""
    return replace(rota, overrides=tuple(override for override in rota.overrides if override != gone))


def tap_duty(rota: Rota, *, on: bool, now: datetime) -> Rota:
    """On or off by hand, for so long as a tap holds; said again it is renewed."""
    return replace(rota, mark=DutyMark(on, now, now + TAPPED))
