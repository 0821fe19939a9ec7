"""Two who report one event within an hour, in one city, with one name or station: coordinators see "the same case?"."""

import pytest

from tests.casework.story_desk import Desk

PAIRS = [
    ("en", "police took Erlan Madeup in Almaty", "Erlan was detained in Almaty by the police"),
    ("ru", "в Алматы задержали Ерлана Выдуманова", "мужа Ерлана забрали в Алматы"),
    ("kk", "Алматыда Ерлан Ойдандыұлын ұстады", "күйеуім Ерланды Алматыда алып кетті"),
    (
        "en",
        "my son is held in Turksib police station in Almaty",
        "they hold my brother in Turksib police station",
    ),
    ("ru", "сына держат в Турксибском РОВД в Алматы", "брата увезли в Турксибский РОВД, Алматы"),
]


async def shown(desk: Desk, texts: tuple[str, str], language: str, minutes: int) -> int:
    olga = await desk.coordinator()
    await desk.reports(texts[0], language=language)
    await desk.later(minutes=minutes)
    await desk.reports(texts[1], name="Sara", language=language)
    await desk.later(minutes=10)
    return olga.count("The same case?")


@pytest.mark.parametrize(("language", "first", "second"), PAIRS)
async def test_coordinators_are_asked_if_it_is_the_same_case(
    desk: Desk, language: str, first: str, second: str
) -> None:
    assert await shown(desk, (first, second), language, 20) == 1


@pytest.mark.parametrize(("language", "first", "second"), [PAIRS[3], PAIRS[4]])
async def test_one_station_hours_later_is_not_one_event(
    desk: Desk, language: str, first: str, second: str
) -> None:
    assert await shown(desk, (first, second), language, 300) == 0
