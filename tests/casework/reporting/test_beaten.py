"""People are hurt, and nobody is said to be held. Beaten in a known place: lawyers are asked, and the offer says that it is
a guess. Only hurt: coordinators hear it by a sound, and one tap makes it an alarm.
"""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

BEATEN = {
    "en": ["they are beating people in Almaty", "police are beating everyone on the square in Almaty"],
    "ru": [
        "бьют людей в Алматы",
        "омон избивает людей на площади в Алматы",
        "это полиция бьёт людей на площади в Алматы",
    ],
    "kk": ["Алматыда адамдарды ұрып жатыр", "Алматыда алаңда омон халықты сабап жатыр"],
}
BLEEDING = {
    "en": "people are bleeding in the square in Almaty",
    "ru": "в Алматы на площади люди все в крови",
    "kk": "Алматыда алаңда адамдардың басынан қан кетіп жатыр",
}


@pytest.mark.parametrize(("language", "text"), [(one, text) for one in LANGUAGES for text in BEATEN[one]])
async def test_where_people_are_beaten_lawyers_are_asked_at_once_in_every_language(
    desk: Desk, language: str, text: str
) -> None:
    marat = await desk.lawyer()
    await desk.reports(text, language=language)
    assert marat.rang() == 1
    marat.sees("perhaps: somebody is detained")
    assert (await desk.case()).record == "unclear"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_beaten_without_a_place_is_read_by_coordinators(desk: Desk, language: str) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    text = {"en": "they are beating people", "ru": "бьют людей", "kk": "адамдарды ұрып жатыр"}[language]
    await desk.reports(text, language=language)
    await desk.later(minutes=2)
    assert (olga.rang(), marat.rang()) == (1, 0)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_where_people_are_only_hurt_coordinators_are_asked_and_one_tap_of_the_reporter_asks_lawyers(
    desk: Desk, language: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(BLEEDING[language], language=language)
    await desk.later(minutes=1)
    assert (olga.rang(), marat.rang()) == (1, 0)
    olga.sees("if somebody is held, have lawyers asked")
    await rita.presses(desk.service.words.say(language, "report-situation-other"))
    assert marat.rang() == 1
