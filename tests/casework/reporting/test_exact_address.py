"""A street and a house are the exact place where the city is known, whatever question is open."""

import pytest

from tests.casework.story_desk import Desk

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "ул. Абая 12"), ("ru", "Кенесары 40"), ("kk", "Абай көшесі 12"), ("en", "Kenesary street 40")],
)
async def test_an_address_is_taken_while_something_else_is_asked(
    desk: Desk, language: str, text: str
) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("police took Dana Made-Up in Almaty", language=language)
    await desk.later(hours=13)  # no form is open any more
    await rita.writes(text)
    await marat.presses("I'll take it")
    marat.sees(f"Where: {text}")


async def test_a_count_is_no_address(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("police took people in Almaty")
    await desk.later(hours=13)
    await rita.writes("about 20")
    await marat.presses("I'll take it")
    marat.sees_nothing_of("Where: ")
