"""People are beaten, and nobody is said to be held: coordinators hear it by a sound, and one tap makes it an alarm."""

import pytest

from bot.core.model import LANGUAGES
from tests.casework.desk import Desk

BEATEN = {
    "en": "people are bleeding in the square in Almaty",
    "ru": "бьют людей в Алматы",
    "kk": "Алматыда адамдарды ұрып жатыр",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_coordinators_are_asked_with_a_sound_and_one_tap_of_the_reporter_asks_lawyers(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(BEATEN[language], language=language)
    await desk.later(minutes=1)
    assert (olga.rang(), marat.rang()) == (1, 0)
    olga.sees("if somebody is held, have lawyers asked")
    await rita.presses(desk.service.words.say(language, "report-situation-other"))
    assert marat.rang() == 1
