"""The place was wrong: lawyers of the right region are rung at once, and those of the wrong one hear why."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took a man in Almaty",
    "ru": "полиция задержала мужчину в Алматы",
    "kk": "Алматыда полиция бір адамды ұстады",
}
NOT_THERE = {
    "en": "not Almaty, I was wrong, it is Astana",
    "ru": "не Алматы, я ошибся, это Астана",
    "kk": "Алматы емес, қателестім, Астана",
}


async def told(desk: Desk, language: str) -> tuple[Person, Person, Person]:
    marat = await desk.lawyer("Marat", languages=(language,))
    aida = await desk.lawyer("Aida", languages=(language,), cities=("astana",))
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=1)
    return rita, marat, aida


@pytest.mark.parametrize("language", LANGUAGES)
async def test_while_nobody_has_it_lawyers_there_are_asked_and_the_first_ones_hear_why(
    desk: Desk, language: str
) -> None:
    rita, marat, aida = await told(desk, language)
    marat.rang(), aida.rang()
    await rita.writes(NOT_THERE[language])
    assert (await desk.case()).city == "astana"
    assert aida.rang() == 1
    place = desk.service.gazetteer.name("astana", language)
    marat.sees(desk.service.words.say(language, "offer-elsewhere", place=place))
    assert (await desk.states())["Marat"] == "expired"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hours", [0, 11])
async def test_when_somebody_has_it_lawyers_there_are_asked_at_once_day_or_night(
    desk: Desk, language: str, hours: int
) -> None:
    await desk.later(hours=hours)
    olga = await desk.coordinator(languages=(language,))
    rita, marat, aida = await told(desk, language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    marat.rang(), aida.rang(), olga.rang()
    await rita.writes(NOT_THERE[language])
    assert aida.rang() == 1
    assert marat.rang() == 1
    marat.sees(desk.service.gazetteer.name("astana", language))
    olga.sees(desk.service.words.say(language, "ask-moved"))
    await aida.presses_data(f"accept:{(await desk.offers())['Aida'].id}")
    case = await desk.case()
    assert (case.owner_id, case.second_id) == (
        (await desk.membership(marat)).id,
        (await desk.membership(aida)).id,
    )
    await marat.presses_data(f"back:{case.id}")
    assert (await desk.case()).owner_id == (await desk.membership(aida)).id


async def test_another_district_of_the_same_region_rings_nobody_anew(desk: Desk) -> None:
    rita, marat, _ = await told(desk, "en")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    igor = await desk.lawyer("Igor")
    await rita.writes("it is in Medeu district of Almaty")
    assert igor.rang() == 0
    assert not (await desk.case()).wants_second


async def test_a_lawyer_who_wants_no_second_one_ends_the_search_there(desk: Desk) -> None:
    rita, marat, aida = await told(desk, "en")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await rita.writes(NOT_THERE["en"])
    assert (await desk.states())["Aida"] == "offered"
    await marat.presses("One is enough")
    assert (await desk.states())["Aida"] == "withdrawn"
    assert not aida.count("I'll take it")
