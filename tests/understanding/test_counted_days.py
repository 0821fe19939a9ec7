"""When is the hearing? "In two days", "через неделю", "20-го": no other day than that."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.word_files import load_heard
from core.understanding import understand_appointment
from core.understanding.clock_words import with_dates

HEARD = load_heard()
ZONE = ZoneInfo("Asia/Almaty")
MONDAY = datetime(2018, 9, 17, 6, 0, tzinfo=UTC)  # noon


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("in two days at 15:30", "19.09 15:30"),
        ("in 2 days, 15:30", "19.09 15:30"),
        ("in a week at 10:00", "24.09 10:00"),
        ("on the 20th at 10", "20.09 10:00"),
        ("the 5th, 12:00", "05.10 12:00"),
        ("через два дня в 15:30", "19.09 15:30"),
        ("через 3 дня в 10", "20.09 10:00"),
        ("через неделю в 10:00", "24.09 10:00"),
        ("20-го в 10:00", "20.09 10:00"),
        ("20-го сентября в 10", "20.09 10:00"),
        ("екі күннен кейін 15:30", "19.09 15:30"),
        ("2 күннен соң сағат 10-да", "19.09 10:00"),
        ("бір аптадан кейін 10:00", "24.09 10:00"),
    ],
)
def test_the_day_is_the_one_that_is_counted(text: str, said: str) -> None:
    found = understand_appointment(with_dates(text, HEARD, MONDAY, ZONE), HEARD, MONDAY, ZONE)
    assert found is not None
    assert found.at is not None
    assert f"{found.at.astimezone(ZONE):%d.%m %H:%M}" == said


@pytest.mark.parametrize(
    "text",
    [
        "tomorrow 10:00", "19.09 10:00", "20th September 10:00", "September 20th", "next week on Friday at 10",
        "two days ago at 15:30", "5 дней назад", "3 апта бұрын", "завтра в 10", "сағат 10-да", "99999999999 days", "",
    ],
)  # fmt: skip
def test_what_names_its_day_stays_as_it_is(text: str) -> None:
    assert with_dates(text, HEARD, MONDAY, ZONE) == text
