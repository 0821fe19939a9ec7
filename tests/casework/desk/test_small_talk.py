"""Jokes and links make no sound; greetings, laughter and questions about nothing two an hour; a cry among them is heard."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

SILENT = {
    "en": [
        "haha look at this meme",
        "https://made-up.example.org/xyz",
        "watch this https://made-up.example.org/a",
        "joke of the day: a cop walks into a bar",
    ],
    "ru": [
        "https://made-up.example.org/xyz",
        "гляньте https://made-up.example.org/a",
        "зацени видео https://made-up.example.org/b",
        "анекдот: приходит мент к врачу лол",
        "прикол смотри",
    ],
    "kk": [
        "https://made-up.example.org/xyz",
        "мына видеоны қара https://made-up.example.org/b",
        "анекдот: полицей дәрігерге келіпті хаха",
        "әзіл: полиция барға кіріпті",
    ],
}
TALK = {
    "en": [
        "what's up bot",
        "nice weather today",
        "lol",
        "do you like pizza",
        "good night everyone",
        "my cat is funny",
        "2+2?",
    ],
    "ru": ["че как бот", "погода сегодня хорошая", "лол", "ты робот?", "ахаха смотри какой мем", "2+2?"],
    "kk": [
        "бүгін ауа райы жақсы",
        "лол",
        "сен роботсың ба?",
        "пицца ұнай ма саған",
        "қайырлы түн бәріңе",
        "2+2?",
    ],
}
CRY = {
    "en": ["blood everywhere", "door is breaking", "police here https://made-up.example.org/a"],
    "ru": ["ломятся", "кровь везде", "полиция тут https://made-up.example.org/a"],
    "kk": ["қан ағып жатыр", "есікті бұзып жатыр", "полиция осында https://made-up.example.org/a"],
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_jokes_and_links_make_no_sound(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    rita = desk.person("Rita", language)
    for text in SILENT[language]:
        await rita.writes(text)
        await desk.later(minutes=4)
    await desk.later(minutes=40)
    assert olga.rang() == 0


@pytest.mark.parametrize("language", LANGUAGES)
async def test_small_talk_makes_two_sounds_an_hour_at_most(desk: Desk, language: str) -> None:
    olga = await desk.coordinator()
    rita = desk.person("Rita", language)
    for text in (*TALK[language], *SILENT[language]):
        await rita.writes(text)
        await desk.later(minutes=4)
    assert olga.rang() <= 2


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in CRY[of]])
async def test_a_cry_among_them_rings_within_a_minute(desk: Desk, language: str, text: str) -> None:
    olga = await desk.coordinator()
    rita = desk.person("Rita", language)
    await rita.writes(*SILENT[language])
    await desk.later(minutes=4)
    assert olga.rang() == 0
    await rita.writes(text)
    await desk.later(minutes=1)
    assert olga.rang() >= 1
