"""Coordinators hear of one thing by one sound, and what is only guessed stands on cards as a guess."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

GUESSED = {"en": "perhaps: yes", "ru": "возможно: да", "kk": "мүмкін: иә"}


async def test_a_case_without_a_place_and_without_lawyers_is_one_sound(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.writes("/sos")
    await rita.presses_data("report/place:unknown")
    assert olga.rang() == 1
    olga.sees("The place of this case is unknown")
    olga.sees("No lawyer has taken this case")


async def test_the_first_word_that_a_phone_is_taken_is_one_sound(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = desk.person()
    await rita.writes("they are taking my phone")
    await desk.later(minutes=4)
    assert olga.rang() == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_guess_is_marked_on_the_card_of_a_lawyer(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = desk.person()
    await rita.writes("/sos")
    await rita.presses_data("report/place:almaty")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    assert GUESSED[language].split(":")[0] in marat.screen.text()
