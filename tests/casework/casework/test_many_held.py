"""One lawyer takes very many cases and sets out to none: coordinators hear of every fourth."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person


async def takes(desk: Desk, marat: Person, *numbers: int) -> None:
    """These cases."""
    for number in numbers:
        await desk.reports("police took a man in Almaty", name=f"Rita {number}")
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case())).id}")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_fourth_that_one_lawyer_holds_without_a_visit_is_told(desk: Desk, language: str) -> None:
    say = desk.service.words.say
    olga, marat = await desk.coordinator(languages=(language,)), await desk.lawyer()
    await takes(desk, marat, 1, 2, 3)
    before = say(language, "holds-unvisited", name="Marat", count=4, codes="").split(":")[0]
    assert olga.count(before) == 0
    olga.rang()
    await takes(desk, marat, 4)
    olga.sees(before, *[(await desk.case(number)).code for number in range(4)])
    assert olga.rang() == 1
    await takes(desk, marat, 5, 6, 7)
    assert olga.count("Marat") == 1
    await takes(desk, marat, 8)
    olga.sees(say(language, "holds-unvisited", name="Marat", count=8, codes="").split(":")[0])


async def test_who_is_on_the_way_to_them_holds_as_many_as_they_like(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    for number in range(5):
        await takes(desk, marat, number)
        await marat.presses_data(f"first:{(await desk.case()).id}:on_my_way")
    olga.sees_nothing_of("has not set out")


async def test_a_coordinator_who_takes_many_is_not_told_of(desk: Desk) -> None:
    olga, vera = await desk.coordinator(), await desk.coordinator("Vera")
    for number in range(4):
        await desk.reports("police took a man in Almaty", name=f"Rita {number}")
        await vera.presses_data(f"take:{(await desk.case()).id}")
    olga.sees_nothing_of("has not set out")


async def test_who_gives_one_back_and_takes_another_has_it_and_coordinators_hear_of_the_fourth_once_a_day(
    desk: Desk,
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    told = desk.service.words.say("en", "holds-unvisited", name="Marat", count=4, codes="").split(":")[0]
    for number in range(5):
        await desk.reports("police took a man in Almaty", name=f"Rita {number}")
    for number in range(4):
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(number))).id}")
    await marat.presses_data(f"back:{(await desk.case(0)).id}")
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case(4))).id}")
    assert (await desk.case(4)).state == "accepted"
    assert olga.count(told) == 1
