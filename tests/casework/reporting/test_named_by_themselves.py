"""Whoever is held says their own name, and a city is no first name of its district."""

import pytest

from tests.casework.story_desk import Desk

OWN = [
    ("en", "I am held in a police bus in Almaty", "my name is Dana Made-Up", "Dana Made-Up"),
    ("ru", "меня задержали в Алматы", "меня зовут Тимур Беков", "Тимур Беков"),
    ("kk", "мені Алматыда ұстап алды", "менің атым Ерлан Мақсатов", "Ерлан Мақсатов"),
]


@pytest.mark.parametrize(("language", "told", "answer", "name"), OWN)
async def test_asked_for_their_name_they_may_say_that_it_is_theirs(
    desk: Desk, language: str, told: str, answer: str, name: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(told, language=language)
    await rita.writes(answer)
    await marat.presses("I'll take it")
    marat.sees("yours", name)


async def test_who_reports_of_somebody_else_is_not_held_when_they_say_their_name(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("police took a man in Almaty")
    await rita.writes("my name is Dana Made-Up")
    await marat.presses("I'll take it")
    marat.sees("yours")
    marat.sees_nothing_of("Who: Dana Made-Up")


async def test_a_city_and_its_district_are_a_place_and_no_person(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports("Алматы Ауэзовский, задержали Тимура Бекова", language="ru")
    assert marat.rang() == 1
    await marat.presses("I'll take it")
    marat.sees("yours", "Who: Тимура Бекова", "1 person")
