"""How many came, a birth, a call and how somebody is now are no count of who is held, and no time of their arrest."""

import pytest

from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took my son in Almaty",
    "ru": "в Алматы увезли сына",
    "kk": "Алматыда ұлымды алып кетті",
}
NAMED = {
    "en": "police took my brother Erlan Madeup in Almaty",
    "ru": "в Алматы задержали брата Ерлана Выдуманова",
    "kk": "Алматыда ағам Ерлан Ойдандыұлын ұстады",
}
MALL = {"en": "Mega mall", "ru": "ТЦ Мега", "kk": "Мега сауда үйі"}
TAKERS = [
    ("en", "they were 3"),
    ("en", "there were four of them, in masks"),
    ("ru", "их было трое в масках"),
    ("ru", "они были впятером, их было 5"),
    ("kk", "олар үшеу еді"),
    ("kk", "олар төртеу болды"),
]
NO_TIMES = [
    ("en", "he was born in March 2001"),
    ("en", "a missed call from him at 05:20"),
    ("en", "he called me at 5"),
    ("en", "he is fine now"),
    ("en", "they are coming now"),
    ("ru", "он родился в марте 2001"),
    ("ru", "пропущенный от него в 05:20"),
    ("ru", "он сейчас в порядке"),
    ("ru", "они сейчас приедут"),
    ("kk", "ол 2001 жылы наурызда туған"),
    ("kk", "05:20-да одан өткізіп алған қоңырау"),
    ("kk", "олар қазір келеді"),
]
TIMES = [
    ("en", "they took him at 9 am"),
    ("en", "just now"),
    ("ru", "сегодня в 9 утра пришли"),
    ("ru", "только что"),
    ("kk", "бүгін таңғы 9-да"),
    ("kk", "жаңа ғана"),
]


@pytest.mark.parametrize(("language", "text"), TAKERS)
async def test_how_many_came_is_not_how_many_are_held(desk: Desk, language: str, text: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(text)
    case = await desk.case()
    assert case.identified + case.unidentified_min == 1


async def began(desk: Desk, language: str, text: str) -> object:
    rita = await desk.reports(NAMED[language], language=language)
    await rita.writes(MALL[language])
    await rita.writes(text)
    async with desk.reading() as tx:
        view = await view_of(tx, await desk.case())
    return view.value("started") or view.guesses.get("started")


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
async def test_a_time_of_something_else_is_no_beginning(desk: Desk, language: str, text: str) -> None:
    assert not await began(desk, language, text)


@pytest.mark.parametrize(("language", "text"), TIMES)
async def test_a_time_when_somebody_was_taken_is_one(desk: Desk, language: str, text: str) -> None:
    assert await began(desk, language, text)


SOMEBODY = {
    "en": ("police took somebody in Almaty", "near Mega"),
    "ru": ("в Алматы у Меги людей забирают", "у Меги"),
    "kk": ("Алматыда Мега жанында адамдарды алып жатыр", "Мега жанында"),
}
MEASURES = [
    ("en", "his temperature is 38 and 5"),
    ("en", "38 and 5"),
    ("en", "bus 32, flat 40"),
    ("ru", "у неё 38 и 5"),
    ("ru", "39 и 2"),
    ("ru", "200 тысяч, до 6 вечера"),
    ("kk", "қызуы 39"),
    ("kk", "38 де 5"),
    ("kk", "алтауы маска киген"),
]


@pytest.mark.parametrize(("language", "text"), MEASURES)
async def test_a_fever_is_no_number_of_people_where_it_is_asked_who(
    desk: Desk, language: str, text: str
) -> None:
    told, spot = SOMEBODY[language]
    rita = await desk.reports(told, language=language)
    await rita.writes(spot)
    before = await desk.case()
    await rita.writes(text)
    case = await desk.case()
    assert (case.identified, case.unidentified_min) == (before.identified, before.unidentified_min)


async def test_a_number_alone_still_answers_how_many(desk: Desk) -> None:
    told, spot = SOMEBODY["ru"]
    rita = await desk.reports(told, language="ru")
    await rita.writes(spot, "5")
    assert (await desk.case()).unidentified_min == 5
