"""Somebody who could not be found is at a station: that is told later, and rings the member who has the case."""

import pytest

from core.model import LANGUAGES
from tests.casework.reporting.test_turns_for_the_worse import passed_on, taken
from tests.casework.story_desk import Desk
from tests.casework.told_stations import CALLED

MISSING = {
    "en": "my husband Erlan Made-Up has been missing since yesterday, Almaty",
    "ru": "муж Ерлан Выдуманный пропал со вчерашнего дня, Алматы",
    "kk": "күйеуім Ерлан Ойдан кешеден бері жоғалып кетті, Алматы",
}
THERE = {
    "en": "he is at the Almaly police station",
    "ru": "он в Алмалинском РОВД",
    "kk": "ол Алмалы ПБ-да отыр",
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_missing_person_who_is_at_a_station_is_in_other_hands(desk: Desk, language: str) -> None:
    rita, marat, olga = await taken(desk, MISSING[language], language)
    await rita.writes(THERE[language])
    assert marat.rang() == 1
    marat.sees(desk.service.words.say(language, "fact-taken"))
    rita.sees(passed_on(desk, language, "lawyer", "no"))
    case = await desk.case()
    for act in ("on_my_way", "at_station", "refused"):
        await marat.presses_data(f"first:{case.id}:{act}")
    olga.sees(desk.service.words.say(language, "ask-refused-where", where=f"{CALLED[language]} «"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "he is not at the Almaly police station"),
        ("ru", "он не в Алмалинском РОВД"),
        ("kk", "Алмалы ПБ-ға барамын"),
    ],
)
async def test_a_station_that_is_denied_or_gone_to_takes_nobody(desk: Desk, language: str, text: str) -> None:
    rita, marat, _ = await taken(desk, MISSING[language], language)
    await rita.writes(text)
    marat.sees_nothing_of(desk.service.words.say(language, "fact-taken"))
