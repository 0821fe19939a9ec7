"""That there is no lawyer is told of a court only where a court is told of: at a station it is a cry."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

TAKEN = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
NO_LAWYER = {
    "en": ["no lawyer no phone no nothing", "send a lawyer", "we don't have a lawyer"],
    "ru": ["ни адвоката ни телефона, ничего", "пришлите адвоката", "адвоката нет"],
    "kk": ["адвокат та жоқ телефон да жоқ", "адвокат жіберіңіз", "адвокат жоқ"],
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_lawyer_at_a_station_is_no_word_of_a_court(desk: Desk, language: str) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    rita = await desk.reports(TAKEN[language], language=language)
    await rita.writes(*NO_LAWYER[language])
    line = desk.service.words.say("en", "offer-no-lawyer")
    marat.sees_nothing_of(line)
    await marat.presses("I'll take it", "Contacted")
    marat.sees_nothing_of(line)
