"""A lawyer with several cases names a station, or says that they are out: it is the case of that station, or the one in
which they were inside, though the last talk was of another.
"""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

AT_MEDEU = "полиция задержала Дану Выдуманову, она в Медеуском РОВД, Алматы"
AT_ALMALY = "полиция задержала Тима Выдумана, он в Алмалинском РОВД, Алматы"
REFUSED = {
    "en": "they do not let me in at the Medeu police station",
    "ru": "приехал в Медеуский РОВД, не пускают ни к кому",
    "kk": "Медеу РОВД-ға келдім, кіргізбейді",
}
MOVED = {
    "en": "he was moved to the Medeu police station",
    "ru": "его перевели в Медеуский РОВД",
    "kk": "оны Медеу РОВД-ға ауыстырды",
}
OUT = {"en": "I am out", "ru": "я снаружи", "kk": "шықтым"}


async def at_two_stations(desk: Desk, language: str) -> Person:
    """Marat has Dana's in Medeu and Tim's in Almaly, of which he has just written."""
    marat = await desk.lawyer("Marat", languages=(language,))
    for number, told in enumerate((AT_MEDEU, AT_ALMALY)):
        await desk.reports(told, name=f"Rita {number}", language="ru")
        await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case())).id}")
        await marat.presses_data(f"first:{(await desk.case()).id}:on_my_way")
    return marat


async def acts(desk: Desk, number: int) -> list[str]:
    return [kind for kind, *_ in await desk.history(number)]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_refusal_at_a_named_station_is_of_the_case_held_there(desk: Desk, language: str) -> None:
    marat, olga = await at_two_stations(desk, language), await desk.coordinator(languages=(language,))
    await marat.writes(REFUSED[language])
    assert "refused" in await acts(desk, 0)
    assert "refused" not in await acts(desk, 1)
    olga.sees((await desk.case(0)).code, desk.service.words.say(language, "ask-refused"))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_was_moved_to_a_station_is_not_of_the_case_held_there_before(
    desk: Desk, language: str
) -> None:
    marat = await at_two_stations(desk, language)
    before = await acts(desk, 0)
    await marat.writes(MOVED[language])
    assert await acts(desk, 0) == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_out_is_out_of_where_they_were_inside(desk: Desk, language: str) -> None:
    marat = await at_two_stations(desk, language)
    await marat.presses_data(f"first:{(await desk.case(0)).id}:at_station")
    await marat.presses_data(f"first:{(await desk.case(0)).id}:admitted")
    await desk.later(minutes=31)  # no talk tells which
    await marat.writes(OUT[language])
    assert "out" in await acts(desk, 0)
    assert "out" not in await acts(desk, 1)
