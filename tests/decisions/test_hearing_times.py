"""Reminders of a hearing: times of day where it is, also across a night on which clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from core.casework.proceedings import HearingReminder, hearing_reminders, next_reminder_at, reminder_due
from core.values import Hearing, Precision

ALMATY, AKTAU, BERLIN = (ZoneInfo(name) for name in ("Asia/Almaty", "Asia/Aqtau", "Europe/Berlin"))
TEN = datetime(2018, 9, 19, 4, 0, tzinfo=UTC)  # 10:00 in Almaty
HEARING = Hearing(1, TEN, Precision.MINUTE)


def utc(day: int, hour: int, minute: int = 0, month: int = 9) -> datetime:
    return datetime(2018, month, day, hour, minute, tzinfo=UTC)


def test_the_evening_before_an_hour_before_and_afterwards() -> None:
    assert hearing_reminders(HEARING, ALMATY) == [
        (utc(18, 13), HearingReminder.EVENING),
        (utc(19, 3), HearingReminder.HOUR),
        (utc(19, 6), HearingReminder.OUTCOME),
    ]


def test_the_evening_is_that_of_the_place() -> None:
    assert hearing_reminders(HEARING, AKTAU)[0] == (utc(18, 14), HearingReminder.EVENING)


def test_the_evening_before_a_night_on_which_clocks_change_is_at_seven_too() -> None:
    sunday = Hearing(1, datetime(2018, 10, 28, 10, 0, tzinfo=BERLIN), Precision.MINUTE)
    assert hearing_reminders(sunday, BERLIN)[0][0] == utc(27, 17, month=10)
    assert sunday.at.astimezone(UTC) == utc(28, 9, month=10)


def test_of_a_day_alone_there_is_no_hour_before() -> None:
    day = Hearing(1, utc(18, 18), Precision.DAY)  # midnight of the 19th in Almaty
    assert hearing_reminders(day, ALMATY) == [
        (utc(18, 13), HearingReminder.EVENING),
        (utc(19, 12), HearingReminder.OUTCOME),
    ]


@pytest.mark.parametrize("ended", [replace(HEARING, off=True), replace(HEARING, outcome="fine")])
def test_what_is_cancelled_or_decided_reminds_of_nothing(ended: Hearing) -> None:
    assert hearing_reminders(ended, ALMATY) == []
    assert next_reminder_at(ended, ALMATY, utc(17, 0)) is None


@pytest.mark.parametrize(
    ("now", "due", "said"),
    [
        (utc(17, 0), utc(18, 13), None),
        (utc(18, 13), utc(19, 3), HearingReminder.EVENING),
        (utc(19, 3), utc(19, 6), HearingReminder.HOUR),
        (utc(19, 3, 50), utc(19, 6), HearingReminder.HOUR),  # the machine was away, and it is still to come
        (utc(19, 5), utc(19, 6), None),  # and now it is being held
        (utc(19, 6), None, HearingReminder.OUTCOME),
        (utc(25, 0), None, HearingReminder.OUTCOME),
    ],
)
def test_what_is_said_now_and_what_comes_next(
    now: datetime, due: datetime | None, said: HearingReminder | None
) -> None:
    assert (next_reminder_at(HEARING, ALMATY, now), reminder_due(HEARING, ALMATY, now)) == (due, said)


def test_every_reminder_is_said_once_whenever_the_timer_runs() -> None:
    now, said = utc(17, 0), []
    while (due := next_reminder_at(HEARING, ALMATY, now)) is not None:
        now = due + timedelta(seconds=20)
        said.append(reminder_due(HEARING, ALMATY, now))
    assert said == list(HearingReminder)
