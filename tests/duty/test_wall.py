"""Times on the wall are moments, also in a night that has no half past two, or has it twice."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from core.duty.schedule import shift_interval
from core.rota import Shift

BERLIN, ALMATY = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Almaty")
SPRING, AUTUMN = date(2018, 3, 25), date(2018, 10, 28)


def utc(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "starts", "ends", "begins", "over"),
    [
        (ALMATY, date(2018, 9, 17), 9 * 60, 18 * 60, utc(date(2018, 9, 17), 3), utc(date(2018, 9, 17), 12)),
        (ALMATY, date(2018, 9, 17), 22 * 60, 6 * 60, utc(date(2018, 9, 17), 16), utc(date(2018, 9, 18), 0)),
        (ALMATY, date(2018, 9, 17), 0, 1440, utc(date(2018, 9, 16), 18), utc(date(2018, 9, 17), 18)),
        # 22:00 to 06:00 is seven hours in spring and nine in autumn, and no hour is missing
        (BERLIN, date(2018, 3, 24), 22 * 60, 6 * 60, utc(date(2018, 3, 24), 21), utc(SPRING, 4)),
        (BERLIN, date(2018, 10, 27), 22 * 60, 6 * 60, utc(date(2018, 10, 27), 20), utc(AUTUMN, 5)),
        # there is no half past two: it is the moment of the jump
        (BERLIN, SPRING, 150, 360, utc(SPRING, 1), utc(SPRING, 4)),
        (BERLIN, SPRING, 0, 150, utc(date(2018, 3, 24), 23), utc(SPRING, 1)),
        (BERLIN, SPRING, 130, 170, utc(SPRING, 1), utc(SPRING, 1)),
        # there is one twice: it begins with the first and ends with the second
        (BERLIN, AUTUMN, 150, 360, utc(AUTUMN, 0, 30), utc(AUTUMN, 5)),
        (BERLIN, AUTUMN, 0, 150, utc(date(2018, 10, 27), 22), utc(AUTUMN, 1, 30)),
    ],
)
def test_a_shift_as_moments(
    zone: ZoneInfo, day: date, starts: int, ends: int, begins: datetime, over: datetime
) -> None:
    assert shift_interval(Shift(day.weekday(), starts, ends), day, zone) == (begins, over)


def test_shifts_that_follow_each_other_leave_nobody_out_whatever_clocks_do() -> None:
    for day in (SPRING, AUTUMN):
        night = shift_interval(Shift(day.weekday(), 0, 150), day, BERLIN)
        morning = shift_interval(Shift(day.weekday(), 150, 480), day, BERLIN)
        assert night[1] >= morning[0]
