"""A check-in in one message: who says what silence will mean, by when, and what has not happened."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from core.resources.word_files import load_heard
from core.understanding import AheadProblem, ahead
from core.values import Moment

HEARD = load_heard()
NOW = datetime(2026, 11, 26, 6, 20, tzinfo=UTC)  # 11:20 in Almaty
ALMATY = ZoneInfo("Asia/Almaty")
BY_THREE = [
    "иду в акимат, если до 15:00 не напишу, значит забрали",
    "если не отпишусь до трех, ищите меня",
    "Иду на допрос к 12. Если к 15:00 не выйду - звоните адвокату",
    "в 12 зайду, если в три не вернусь, меня задержали",
    "going to the akimat, if i don't write by 3pm they took me",
    "I go in at 12. If you don't hear from me by 15:00, call a lawyer",
    "unless I text by 3pm I am arrested",
    "әкімдікке барамын, сағат 15:00-ге дейін жазбасам, алып кетті деген сөз",
    "сағат үшке дейін хабарласпасам, іздеңіздер",
    "akimdikke baramyn, 15:00-ge deyin jazbasam, alyp ketti degen soz",
]
IN_AN_HOUR = [
    "если через час не позвоню, считайте что забрали",
    "if i do not call in an hour, something is wrong",
    "бір сағаттан кейін жауап бермесем, іздеңіз",
]
WRONG = {
    AheadProblem.PASSED: [
        "если до 10:00 не напишу, значит забрали",
        "if i don't write by 10:00 i am arrested",
    ],
    AheadProblem.FAR: [
        "если до 1 марта 2027 не напишу, ищите",
        "if i don't write by 1 March 2027, look for me",
    ],
    AheadProblem.DAY: ["если завтра не напишу, ищите"],
    None: ["если не вернусь, значит забрали", "қайтпасам, іздеңіз", "if i don't come back, look for me"],
}
NO_PROMISES = [
    "брата забрали, если не трудно, напишите",
    "он не вернулся домой",
    "брат сказал если не вернусь к 6 значит меня взяли. не вернулся",
    "my brother said if I don't write by 6 they took me. it's 9 now",
    "інім айтты 6 ға дейін жазбасам ұстады деп. жазбады",
    "police took my son, if you can, call me by 15:00",
    "ағам үйге келмеді",
    "if they don't let him go by 15:00 what can we do",
    "не напишу заявление",
]


@pytest.mark.parametrize("text", BY_THREE)
def test_the_hour_of_the_promise_is_the_time(text: str) -> None:
    assert ahead.promises(text, HEARD)
    found = ahead.until(text, HEARD, NOW, ALMATY)
    assert isinstance(found, Moment)
    assert found.at is not None
    assert f"{found.at.astimezone(ALMATY):%d %H:%M}" == "26 15:00"


@pytest.mark.parametrize("text", IN_AN_HOUR)
def test_a_length_of_time_counts_from_now(text: str) -> None:
    found = ahead.until(text, HEARD, NOW, ALMATY)
    assert isinstance(found, Moment)
    assert found.at is not None
    assert f"{found.at.astimezone(ALMATY):%d %H:%M}" == "26 12:20"


@pytest.mark.parametrize(("problem", "text"), [(problem, t) for problem, of in WRONG.items() for t in of])
def test_a_time_that_cannot_be_or_is_missing_is_asked_about(problem: AheadProblem | None, text: str) -> None:
    assert ahead.promises(text, HEARD)
    assert ahead.until(text, HEARD, NOW, ALMATY) is problem


@pytest.mark.parametrize("text", NO_PROMISES)
def test_other_words_with_an_if_are_no_promise(text: str) -> None:
    assert not ahead.promises(text, HEARD)


def test_what_stands_before_the_promise_has_happened_and_what_stands_behind_is_feared() -> None:
    text = "they took my brother, if I do not write by 15:00, they took me too"
    assert ahead.said_before(text, HEARD) == "they took my brother"
    assert ahead.said_before(BY_THREE[1], HEARD) == ""
