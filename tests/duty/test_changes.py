"""What may be said of somebody's duty, and what is refused with its reason."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.duty import changes
from bot.core.duty.changes import Refused
from bot.core.duty.schedule import Schedule, Why
from bot.core.model import Member
from bot.core.rota import DAY, Change, Override, Rota, Shift
from bot.core.vocabulary import Role

NOW = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)  # Monday, noon in Almaty
ALMATY = ZoneInfo("Asia/Almaty")
HOUR = timedelta(hours=1)
MONDAYS = Rota((Shift(0, 540, 1080),))


def member(id: int = 1, *, suspended: bool = False, duty: Rota | None = MONDAYS) -> Member:
    return Member(
        id, id, Role.LAWYER, "", ("en",), (), False, "", False, NOW, NOW if suspended else None, duty=duty
    )


def schedule(*members: Member) -> Schedule:
    return Schedule(members, ALMATY, away=(), regions=lambda _: ())


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
    assert changes.shifts(Rota(), said, instead=True) == Rota(kept)


def test_shifts_that_count_in_different_regions_stay_apart() -> None:
    here, there = Shift(0, 540, 1080, "almaty"), Shift(0, 600, 1200, "aktau")
    assert changes.merged([there, here]) == (here, there)


def test_shifts_come_to_those_that_are_there_or_instead_of_them() -> None:
    more = week((1, 540, 1080))
    assert changes.shifts(MONDAYS, more, instead=False) == Rota(MONDAYS.shifts + more)
    assert changes.shifts(MONDAYS, more, instead=True) == Rota(more)


def test_a_shift_of_zero_length_is_refused() -> None:
    assert changes.shifts(Rota(), week((0, 540, 540)), instead=True) is Refused.ZERO


def test_more_shifts_than_anybody_has_are_refused() -> None:
    many = [Shift(day, n * 120, n * 120 + 30) for day in range(7) for n in range(10)]
    assert changes.shifts(Rota(), many, instead=True) is Refused.MANY


def said(change: Change, starts: float = 1, ends: float = 2, replaces: int | None = None) -> Override:
    return Override(change, NOW + starts * HOUR, NOW + ends * HOUR, 9, replaces)


@pytest.mark.parametrize(
    ("override", "reason"),
    [
        (said(Change.ADD, 1, 1), Refused.ZERO),
        (said(Change.ADD, 2, 1), Refused.BACKWARDS),
        (said(Change.ADD, -2, -1), Refused.PAST),
        (said(Change.ADD, 1, 24 * 90), Refused.LONG),
        (said(Change.ADD, 24 * 90, 24 * 90 + 1), Refused.LONG),
        (said(Change.REPLACE, replaces=1), Refused.HIMSELF),
    ],
)
def test_an_exception_that_makes_no_sense_is_refused(override: Override, reason: Refused) -> None:
    one = member()
    assert changes.override(schedule(one), one, override, NOW) is reason


def test_an_exception_for_a_suspended_member_is_refused() -> None:
    gone = member(suspended=True)
    assert changes.override(schedule(gone), gone, said(Change.ADD), NOW) is Refused.SUSPENDED


@pytest.mark.parametrize("first", Change)
@pytest.mark.parametrize("second", Change)
def test_the_opposite_of_what_is_said_of_a_time_is_refused(first: Change, second: Change) -> None:
    other = member(2)
    one = member(duty=Rota(MONDAYS.shifts, (said(first, 1, 3, 2 if first is Change.REPLACE else None),)))
    new = said(second, 2, 4, 2 if second is Change.REPLACE else None)
    answer = changes.override(schedule(one, other), one, new, NOW)
    assert (answer is Refused.CONFLICT) == ((first is Change.REMOVE) != (second is Change.REMOVE))
    after = replaced_times(new, first, second)
    assert not isinstance(changes.override(schedule(one, other), one, after, NOW), Refused)


def replaced_times(new: Override, first: Change, second: Change) -> Override:
    """The same where nothing was said yet, while the colleague is still on duty."""
    return Override(new.change, NOW + 3 * HOUR, NOW + 4 * HOUR, 9, new.replaces)


def test_whoever_is_replaced_cannot_be_put_in_beside() -> None:
    anna, berik = member(1), member(2, duty=Rota((), (said(Change.REPLACE, 0, 5, 1),)))
    answer = changes.override(schedule(anna, berik), anna, said(Change.ADD), NOW)
    assert answer is Refused.CONFLICT


def test_nobody_is_replaced_who_is_not_on_duty_then() -> None:
    anna, berik = member(1), member(2)
    night = said(Change.REPLACE, 12, 14, 1)
    assert changes.override(schedule(anna, berik), berik, night, NOW) is Refused.NOT_ON_DUTY
    day = said(Change.REPLACE, 1, 2, 1)
    rota = changes.override(schedule(anna, berik), berik, day, NOW)
    assert isinstance(rota, Rota)
    both = schedule(anna, member(2, duty=rota))
    assert both.why(anna, NOW + HOUR) is Why.REPLACED
    assert both.on_duty(NOW + HOUR) == [(both.members[1], Why.REPLACES)]


def test_exceptions_are_kept_for_a_month_after_their_end() -> None:
    old, recent = said(Change.ADD, -24 * 40, -24 * 31), said(Change.ADD, -24 * 40, -24 * 29)
    one = member(duty=Rota((), (old, recent)))
    rota = changes.override(schedule(one), one, said(Change.ADD), NOW)
    assert isinstance(rota, Rota)
    assert rota.overrides == (recent, said(Change.ADD))


def test_a_tap_holds_for_twelve_hours_and_is_renewed_by_another() -> None:
    rota = changes.tapped(MONDAYS, on=False, now=NOW)
    one = member(duty=rota)
    assert [schedule(one).why(one, NOW + n * HOUR) for n in (0, 5, 11.99, 12)] == [
        Why.OFF,
        Why.OFF,
        Why.OFF,
        Why.NO_SHIFT,
    ]
    later = changes.tapped(rota, on=True, now=NOW + 6 * HOUR)
    one = member(duty=later)
    assert schedule(one).why(one, NOW + 17 * HOUR) is Why.ON
    assert schedule(one).until(one, NOW + 6 * HOUR) == NOW + 18 * HOUR
