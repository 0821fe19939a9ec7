"""The writer's phone is being looked through: that hides the chat as if it were taken."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took my brother in Almaty",
    "ru": "полиция задержала моего брата в Алматы",
    "kk": "Алматыда ағамды полиция ұстап кетті",
}
LOOKED = {
    "en": [
        "they are going through my phone",
        "THEY'RE CHECKING MY PHONE",
        "my phone is being searched",
        "cops are looking at my phone now",
        "checking our phones",
        "phone being searched",
        "they are taking my phone",
        "they're taking my ph",
    ],
    "ru": [
        "телефон смотрят",
        "у меня телефон проверяют",
        "ПРОВЕРЯЮТ МОЙ ТЕЛЕФОН",
        "листают мой телефон",
        "роются в моем телефоне",
        "читают мою переписку",
        "телефон досматривают",
        "у меня отжимают телефон",
        "отбирают телефо",
    ],
    "kk": [
        "телефонымды тексеріп жатыр",
        "ТЕЛЕФОНЫМДЫ ҚАРАП ЖАТЫР",
        "менің телефонымды ақтарып жатыр",
        "телефонды тексеріп жатыр",
        "телефонымызды жинап жатыр",
        "полиция телефонымды тексеріп отыр",
        "хаттарымды оқып жатыр",
        "телефонымды алып жа",
    ],
}
NOT_MINE = {
    "en": [
        "they are checking her phone",
        "they checked my phone yesterday",
        "he says they are checking my phone",
        "I am looking at my phone all day",
        "are they allowed to check my phone?",
    ],
    "ru": [
        "у мужа проверяют телефон",
        "вчера проверяли мой телефон",
        "он пишет: телефон смотрят",
        "имеют право проверять мой телефон?",
        "я смотрю в телефон каждую минуту",
    ],
    "kk": [
        "оның телефонын тексеріп жатыр",
        "кеше телефонымды тексерді",
        "телефонымды тексеріп жатыр дейді",
        "телефонымды тексеруге құқығы бар ма?",
        "мен телефонымды қарап отырмын",
    ],
}
NEXT = {"en": "who are you?", "ru": "кто вы?", "kk": "сіздер кімсіздер?"}


def each(told: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language in LANGUAGES for text in told[language]]


@pytest.mark.parametrize(("language", "text"), each(LOOKED))
async def test_the_chat_is_hidden_and_says_nothing_any_more(desk: Desk, language: str, text: str) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    assert (await desk.address(rita)).silenced_at is not None
    (left,) = rita.screen.texts()
    await rita.writes(NEXT[language], "Abay 10")
    words = desk.service.words
    assert all("Abay" not in shown and "Алматы" not in shown for shown in rita.screen.texts())
    rita.sees_nothing_of(words.say(language, "report-joined"), words.say(language, "button-back"))
    assert left in rita.screen.texts()


@pytest.mark.parametrize(("language", "text"), each(NOT_MINE))
async def test_another_phone_or_another_time_hides_nothing(desk: Desk, language: str, text: str) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    assert (await desk.address(rita)).silenced_at is None
