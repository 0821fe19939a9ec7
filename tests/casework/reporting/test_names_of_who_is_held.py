"""Who is held is named by those names alone that the words give them: not one that is rejected, nor the writer's own, nor a
part of a list; and a fuller name takes the place of a shorter one.
"""

import pytest

from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took my friend in Almaty",
    "ru": "в Алматы забрали друга",
    "kk": "Алматыда досымды ұстады",
}
SIX = {
    "en": ["Askhat", "Erlan", "Madina", "Aigul", "Marat", "Dana"],
    "ru": ["Асхат", "Ерлан", "Мадина", "Айгуль", "Марат", "Дана"],
    "kk": ["Асхат", "Ерлан", "Мадина", "Айгүл", "Марат", "Дана"],
}


async def named(desk: Desk) -> list[str]:
    async with desk.reading() as tx:
        return [person.names[-1] for person in (await view_of(tx, await desk.case())).persons if person.names]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "not Askar, Askhat", "Askhat"),
        ("ru", "не Аскар, а Асхат", "Асхат"),
        ("kk", "Асқар емес, Асхат", "Асхат"),
    ],
)
async def test_a_rejected_name_is_nobody(desk: Desk, language: str, text: str, name: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    assert await named(desk) == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I am his sister Aigul"),
        ("en", "I'm her older brother Marat"),
        ("ru", "я его сестра Айгуль"),
        ("ru", "я сестра его, Айгуль"),
        ("kk", "мен оның қарындасымын, атым Айгүл"),
    ],
)
async def test_the_writer_who_says_who_they_are_is_not_held(desk: Desk, language: str, text: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    assert await named(desk) == []


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "police took Askhat and Erlan in Almaty", ["Askhat", "Erlan"]),
        ("ru", "в Алматы задержали Айткали и Ерлана", ["Айткали", "Ерлана"]),
        ("kk", "Алматыда Асхат пен Ерланды ұстады", ["Асхат", "Ерланды"]),
    ],
)
async def test_two_who_are_named_are_two(desk: Desk, language: str, text: str, names: list[str]) -> None:
    await desk.reports(text, language=language)
    assert await named(desk) == names


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("between", [", ", " ", "\n"])
async def test_six_names_are_six(desk: Desk, language: str, between: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(between.join(SIX[language]))
    assert await named(desk) == SIX[language]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
async def test_a_list_behind_a_first_name_adds_to_it_and_is_no_place(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(SIX[language][0])
    await rita.writes(", ".join(SIX[language][1:5]))
    assert await named(desk) == SIX[language][:5]


@pytest.mark.parametrize(
    ("language", "first", "text", "name"),
    [
        ("en", "police took Erlan in Almaty", "his full name is Erlan Madeup", "Erlan Madeup"),
        (
            "ru",
            "в Алматы задержали Ерлана",
            "полностью Ерлан Серикович Выдуманов",
            "Ерлан Серикович Выдуманов",
        ),
        ("kk", "Алматыда Ерланды ұстады", "толық аты Ерлан Ойдандыұлы", "Ерлан Ойдандыұлы"),
    ],
)
async def test_a_fuller_name_takes_the_place_of_a_shorter(
    desk: Desk, language: str, first: str, text: str, name: str
) -> None:
    rita = await desk.reports(first, language=language)
    await rita.writes(text)
    assert await named(desk) == [name]
