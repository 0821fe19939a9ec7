"""When the daily digest is due, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.digest.recurrence import next_occurrence

ALMATY = ZoneInfo("Asia/Almaty")
KYIV = ZoneInfo("Europe/Kyiv")


def days(after: datetime, zone: ZoneInfo, at: time, count: int) -> list[tuple[date, str]]:
    """The next firings: the date, and what the zone's clock shows."""
    result = []
    for _ in range(count):
        day, after = next_occurrence(after, zone, at)
        result.append((day, after.astimezone(zone).isoformat()))
    return result


def test_almaty_keeps_its_hour_through_the_change_of_zone_of_march_2024() -> None:
    assert days(datetime(2024, 2, 29, 0, tzinfo=UTC), ALMATY, time(20, 0), 3) == [
        (date(2024, 2, 29), "2024-02-29T20:00:00+06:00"),
        (date(2024, 3, 1), "2024-03-01T20:00:00+05:00"),
        (date(2024, 3, 2), "2024-03-02T20:00:00+05:00"),
    ]


def test_an_hour_that_comes_twice_in_almaty_counts_once() -> None:
    assert [day.day for day, _ in days(datetime(2024, 2, 29, 0, tzinfo=UTC), ALMATY, time(23, 30), 3)] == [
        29,
        1,
        2,
    ]


def test_the_night_when_clocks_go_back_has_one_digest_at_the_first_of_the_two_times() -> None:
    assert days(datetime(2026, 10, 24, 12, tzinfo=UTC), KYIV, time(3, 30), 2) == [
        (date(2026, 10, 25), "2026-10-25T03:30:00+03:00"),
        (date(2026, 10, 26), "2026-10-26T03:30:00+02:00"),
    ]


def test_a_start_between_the_two_times_does_not_repeat_the_date() -> None:
    assert next_occurrence(datetime(2026, 10, 25, 1, tzinfo=UTC), KYIV, time(3, 30))[0] == date(2026, 10, 26)


def test_a_time_that_the_clocks_skip_is_moved_on() -> None:
    assert days(datetime(2026, 3, 28, 12, tzinfo=UTC), KYIV, time(3, 30), 2) == [
        (date(2026, 3, 29), "2026-03-29T04:30:00+03:00"),
        (date(2026, 3, 30), "2026-03-30T03:30:00+03:00"),
    ]


def test_a_date_whose_midnight_does_not_exist_is_not_left_out() -> None:
    found = days(datetime(2026, 9, 5, 12, tzinfo=UTC), ZoneInfo("America/Santiago"), time(0, 0), 2)
    assert found == [
        (date(2026, 9, 6), "2026-09-06T01:00:00-03:00"),
        (date(2026, 9, 7), "2026-09-07T00:00:00-03:00"),
    ]


def test_a_date_that_has_its_digest_is_skipped() -> None:
    now = datetime(2018, 9, 18, 1, tzinfo=UTC)
    assert next_occurrence(now, ALMATY, time(21, 0), done={date(2018, 9, 18)})[0] == date(2018, 9, 19)


def test_the_very_moment_is_over() -> None:
    due = datetime(2018, 9, 18, 15, 0, tzinfo=UTC)
    assert next_occurrence(due - timedelta(seconds=1), ALMATY, time(21, 0)) == (date(2018, 9, 18), due)
    assert next_occurrence(due, ALMATY, time(21, 0))[0] == date(2018, 9, 19)


def test_weekdays_are_named() -> None:
    friday_night = datetime(2018, 9, 21, 20, tzinfo=UTC)
    assert next_occurrence(friday_night, ALMATY, time(21, 0), weekdays="mon-fri")[0] == date(2018, 9, 24)
    with pytest.raises(ValueError, match="by name"):
        next_occurrence(friday_night, ALMATY, time(21, 0), weekdays="0-4")


@pytest.mark.slow
@given(
    st.sampled_from(sorted(available_timezones() - {"localtime"})),
    st.times().map(lambda t: t.replace(microsecond=0)),
    st.integers(0, 17_000).map(lambda hours: datetime(2010, 1, 3, tzinfo=UTC) + timedelta(hours=hours)),
)
def test_every_date_has_exactly_one_moment_in_every_zone(zone: str, at: time, start: datetime) -> None:
    after, dates = start, []
    for _ in range(4):
        day, due = next_occurrence(after, ZoneInfo(zone), at)
        assert due > after
        dates.append(day)
        after = due
    assert dates == [dates[0] + timedelta(days=n) for n in range(4)]
