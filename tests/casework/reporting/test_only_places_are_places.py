"""While "where exactly?" stands, only words that can be a place answer it; all others are words for the case."""

import pytest

from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took Erlan Madeup in Almaty",
    "ru": "полиция увезла Ерлана Выдуманова в Алматы",
    "kk": "Алматыда Ерлан Ойдандыұлын полиция алып кетті",
}
NO_PLACES = {
    "en": [
        "he has a fever, 39",
        "her temperature is 39 already",
        "blood pressure 180",
        "the neighbours are all scared",
        "he is a quiet boy",
        "my battery is 4",
        "all of this is a nightmare",
        "he weighs 50",
    ],
    "ru": [
        "у него температура 39",
        "температура 38 и 5",
        "у неё давление 180",
        "он хороший парень",
        "мы все в шоке",
        "зарядки 4 процента",
        "у него двое детей",
        "такой добрый человек",
    ],
    "kk": [
        "температурасы 39",
        "қысымы 180",
        "көршілердің бәрі қорқып отыр",
        "ол жақсы бала",
        "біз бәріміз шоктамыз",
        "оның екі баласы бар",
        "зарядым 4 пайыз",
    ],
}
PLACES = {
    "en": [
        "near the green market",
        "Abai 10",
        "the bus depot",
        "at his office on Satpaev street",
        "mega park",
    ],
    "ru": [
        "около рынка Барахолка",
        "Абая 10",
        "возле его дома",
        "рынок Барахолка",
        "старый автопарк",
        "он стоит у входа в ТЦ Мега",
    ],
    "kk": ["базардың жанында", "Абай көшесі 10", "үйінің алдында", "ескі автопарк", "Сайран жақта"],
}


async def where_after(desk: Desk, language: str, text: str) -> str | None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    async with desk.reading() as tx:
        found = (await view_of(tx, await desk.case())).value("where")
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in NO_PLACES.items() for text in texts]
)
async def test_what_is_no_place_does_not_become_one(desk: Desk, language: str, text: str) -> None:
    assert await where_after(desk, language, text) is None


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in PLACES.items() for text in texts]
)
async def test_a_place_in_a_few_words_is_taken(desk: Desk, language: str, text: str) -> None:
    assert await where_after(desk, language, text) == text
