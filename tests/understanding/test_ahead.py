"""By when: times that are ahead, in the three languages, and what is wrong with those that cannot be taken."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.word_files import load_heard
from core.understanding import AheadProblem, understand_ahead

HEARD = load_heard()
NOW = datetime(2026, 11, 26, 6, 20, tzinfo=UTC)  # 11:20 in Almaty
ALMATY = ZoneInfo("Asia/Almaty")

TIMES = {
    "26 15:00": [
        "до трёх", "трех", "үшке дейін", "15:00", "в 15:00", "до 15", "до 15:00", "к трем", "by 3",
        "by 3pm", "в три", "сағат 15-ке дейін", "сағат үште",
        "15", "3", "until 3pm", "15 00", "15-00", "1500",
    ],
    "26 12:20": ["час", "через час", "бір сағаттан соң", "in an hour", "60 минут"],
    "26 13:20": ["через 2 часа", "2 hours", "2ч", "екі сағаттан кейін", "часа через два", "in a couple of hours"],
    "26 12:00": ["in 40 minutes", "через 40 минут", "минут сорок", "40 минуттан кейін"],
    "26 11:50": ["half an hour", "полчаса", "жарты сағаттан кейін", "30 мин"],
    "26 13:00": ["в час дня"],
    "26 12:50": ["полтора часа"],
    "26 21:00": ["9", "в 9 вечера"],
    "26 23:00": ["в 11 вечера"],
    "27 00:00": ["до полуночи", "until midnight"],
    "27 09:00": ["завтра в 9", "ертең 9-да", "tomorrow 9am"],
}  # fmt: skip
WRONG = {
    AheadProblem.PASSED: [
        "10:00",
        "сағат 10:00-ге дейін",
        "сағат 10:00",
        "вчера в 5",
        "0 минут",
        "yesterday at 5",
    ],
    AheadProblem.FAR: ["2027-03-01", "1 марта 2027", "500 часов", "9999999 days", "5 дней"],
    AheadProblem.DAY: ["завтра", "tomorrow", "вечером"],
    AheadProblem.IMPOSSIBLE: ["25:00", "31.02"],
    None: ["hello", "", "не знаю", "Абая", "…"],
}


@pytest.mark.parametrize(("told", "text"), [(told, text) for told, texts in TIMES.items() for text in texts])
def test_a_time_that_is_ahead_is_the_next_one(told: str, text: str) -> None:
    found = understand_ahead(text, HEARD, NOW, ALMATY)
    assert found is not None
    assert not isinstance(found, AheadProblem)
    assert found.at is not None
    assert f"{found.at.astimezone(ALMATY):%d %H:%M}" == told


@pytest.mark.parametrize(
    ("problem", "text"), [(problem, text) for problem, of in WRONG.items() for text in of]
)
def test_what_is_no_time_ahead_is_asked_about(problem: AheadProblem | None, text: str) -> None:
    assert understand_ahead(text, HEARD, NOW, ALMATY) is problem


def test_an_hour_said_at_night_is_that_of_the_morning() -> None:
    at_night = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)  # 23:30
    found = understand_ahead("в 7", HEARD, at_night, ALMATY)
    assert not isinstance(found, AheadProblem)
    assert found is not None
    assert found.at == datetime(2026, 11, 27, 2, 0, tzinfo=UTC)
