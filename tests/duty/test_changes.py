"""What may be said of somebody's duty, and what is refused with its reason."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.duty import rota_changes
from core.duty.rota_changes import DutyRefusal
from core.duty.schedule import DutyReason, DutySchedule
from core.model import Member
from core.rota import DAY, Override, OverrideKind, Rota, Shift
from core.vocabulary import Role

NOW = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)  # Monday, noon in Almaty
ALMATY = ZoneInfo("Asia/Almaty")
HOUR = timedelta(hours=1)
MONDAYS = Rota((Shift(0, 540, 1080),))


def member(id: int = 1, *, suspended: bool = False, duty: Rota | None = MONDAYS) -> Member:
    return Member(
        id, id, Role.LAWYER, "", ("en",), (), False, "", False, NOW, NOW if suspended else None, duty=duty
    )


def schedule(*members: Member) -> DutySchedule:
    return DutySchedule(members, ALMATY, away=(), regions=lambda _: ())


def week(*shifts: tuple[int, int, int]) -> tuple[Shift, ...]:
    return tuple(Shift(*shift) for shift in shifts)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (week((0, 540, 1080), (0, 1000, 1200)), week((0, 540, 1200))),  # overlap
        (week((0, 540, 720), (0, 720, 1080)), week((0, 540, 1080))),  # touch
        (week((0, 540, 1080), (0, 600, 660)), week((0, 540, 1080))),  # one within the other
        (week((0, 1320, 360), (0, 1200, 1380)), week((0, 1200, 360))),  # across midnight
        (week((0, 540, 1080), (0, 540, 1080)), week((0, 540, 1080))),  # twice
        (week((0, 540, 720), (0, 780, 1080)), week((0, 540, 720), (0, 780, 1080))),  # a break between
        (week((0, 540, 1080), (1, 540, 1080)), week((0, 540, 1080), (1, 540, 1080))),
        (week((0, 0, DAY), (0, 720, 360)), week((0, 0, DAY), (0, 720, 360))),  # would be longer than a day
        (
            week((0, 1320, 360), (1, 300, 540)),
            week((0, 1320, 360), (1, 300, 540)),
        ),  # of two days: they overlap
    ],
)
def test_shifts_of_a_day_that_overlap_or_touch_become_one(
    said: tuple[Shift, ...], kept: tuple[Shift, ...]
) -> None:
    assert rota_changes.set_shifts(Rota(), said, instead=True) == Rota(kept)


def test_shifts_that_count_in_different_regions_stay_apart() -> None:
    here, there = Shift(0, 540, 1080, "almaty"), Shift(0, 600, 1200, "aktau")
    assert rota_changes.merge_shifts([there, here]) == (here, there)


def test_shifts_come_to_those_that_are_there_or_instead_of_them() -> None:
    more = week((1, 540, 1080))
    assert rota_changes.set_shifts(MONDAYS, more, instead=False) == Rota(MONDAYS.shifts + more)
    assert rota_changes.set_shifts(MONDAYS, more, instead=True) == Rota(more)


def test_a_shift_of_zero_length_is_refused() -> None:
    assert rota_changes.set_shifts(Rota(), week((0, 540, 540)), instead=True) is DutyRefusal.ZERO


def test_more_shifts_than_anybody_has_are_refused() -> None:
    many = [Shift(day, n * 120, n * 120 + 30) for day in range(7) for n in range(10)]
    assert rota_changes.set_shifts(Rota(), many, instead=True) is DutyRefusal.MANY


def said(change: OverrideKind, starts: float = 1, ends: float = 2, replaces: int | None = None) -> Override:
    return Override(change, NOW + starts * HOUR, NOW + ends * HOUR, 9, replaces)


@pytest.mark.parametrize(
    ("override", "reason"),
    [
        (said(OverrideKind.ADD, 1, 1), DutyRefusal.ZERO),
        (said(OverrideKind.ADD, 2, 1), DutyRefusal.BACKWARDS),
        (said(OverrideKind.ADD, -2, -1), DutyRefusal.PAST),
        (said(OverrideKind.ADD, 1, 24 * 90), DutyRefusal.LONG),
        (said(OverrideKind.ADD, 24 * 90, 24 * 90 + 1), DutyRefusal.LONG),
        (said(OverrideKind.REPLACE, replaces=1), DutyRefusal.HIMSELF),
    ],
)
def test_an_exception_that_makes_no_sense_is_refused(override: Override, reason: DutyRefusal) -> None:
    one = member()
    assert rota_changes.add_override(schedule(one), one, override, NOW) is reason


def test_an_exception_for_a_suspended_member_is_refused() -> None:
    gone = member(suspended=True)
    assert (
        rota_changes.add_override(schedule(gone), gone, said(OverrideKind.ADD), NOW) is DutyRefusal.SUSPENDED
    )


@pytest.mark.parametrize("first", OverrideKind)
@pytest.mark.parametrize("second", OverrideKind)
def test_the_opposite_of_what_is_said_of_a_time_is_refused(first: OverrideKind, second: OverrideKind) -> None:
    other = member(2)
    one = member(
        duty=Rota(MONDAYS.shifts, (said(first, 1, 3, 2 if first is OverrideKind.REPLACE else None),))
    )
    new = said(second, 2, 4, 2 if second is OverrideKind.REPLACE else None)
    answer = rota_changes.add_override(schedule(one, other), one, new, NOW)
    assert (answer is DutyRefusal.CONFLICT) == (
        (first is OverrideKind.REMOVE) != (second is OverrideKind.REMOVE)
    )
    after = replaced_times(new, first, second)
    assert not isinstance(rota_changes.add_override(schedule(one, other), one, after, NOW), DutyRefusal)


def replaced_times(new: Override, first: OverrideKind, second: OverrideKind) -> Override:
    """The same where nothing was said yet, while the colleague is still on duty."""
    return Override(new.change, NOW + 3 * HOUR, NOW + 4 * HOUR, 9, new.replaces)


def test_whoever_is_replaced_cannot_be_put_in_beside() -> None:
    anna, berik = member(1), member(2, duty=Rota((), (said(OverrideKind.REPLACE, 0, 5, 1),)))
    answer = rota_changes.add_override(schedule(anna, berik), anna, said(OverrideKind.ADD), NOW)
    assert answer is DutyRefusal.CONFLICT


def test_nobody_is_replaced_who_is_not_on_duty_then() -> None:
    anna, berik = member(1), member(2)
    night = said(OverrideKind.REPLACE, 12, 14, 1)
    assert rota_changes.add_override(schedule(anna, berik), berik, night, NOW) is DutyRefusal.NOT_ON_DUTY
    day = said(OverrideKind.REPLACE, 1, 2, 1)
    rota = rota_changes.add_override(schedule(anna, berik), berik, day, NOW)
    assert isinstance(rota, Rota)
    both = schedule(anna, member(2, duty=rota))
    assert both.why(anna, NOW + HOUR) is DutyReason.REPLACED
    assert both.on_duty(NOW + HOUR) == [(both.members[1], DutyReason.REPLACES)]


def test_exceptions_are_kept_for_a_month_after_their_end() -> None:
    old, recent = said(OverrideKind.ADD, -24 * 40, -24 * 31), said(OverrideKind.ADD, -24 * 40, -24 * 29)
    one = member(duty=Rota((), (old, recent)))
    rota = rota_changes.add_override(schedule(one), one, said(OverrideKind.ADD), NOW)
    assert isinstance(rota, Rota)
    assert rota.overrides == (recent, said(OverrideKind.ADD))


def test_a_tap_holds_for_twelve_hours_and_is_renewed_by_another() -> None:
    rota = rota_changes.tap_duty(MONDAYS, on=False, now=NOW)
    one = member(duty=rota)
    assert [schedule(one).why(one, NOW + n * HOUR) for n in (0, 5, 11.99, 12)] == [
        DutyReason.OFF,
        DutyReason.OFF,
        DutyReason.OFF,
        DutyReason.NO_SHIFT,
    ]
    later = rota_changes.tap_duty(rota, on=True, now=NOW + 6 * HOUR)
    one = member(duty=later)
    assert schedule(one).why(one, NOW + 17 * HOUR) is DutyReason.ON
    assert schedule(one).until(one, NOW + 6 * HOUR) == NOW + 18 * HOUR
