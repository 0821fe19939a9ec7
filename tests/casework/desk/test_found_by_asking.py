"""A member types whom they look for: the case is found, and it is no note of another and no reason for opening one."""

import pytest

from core.model import LANGUAGES
from tests.casework.desk.test_board_by_station import ASKED, MEDEU, evening
from tests.casework.story_desk import Desk

FIND = {
    "en": ("find Dana Made-Up", "where is Dana Made-Up?"),
    "ru": ("найди Дану Выдуманову", "где Дана Выдуманова?"),
    "kk": ("Дана Выдуманова деген істі тап", "Дана Выдуманова қайда?"),
}
TOLD = "полиция задержала Дану Выдуманову в Алматы"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_is_looked_for_is_found_and_nothing_is_noted(desk: Desk, language: str) -> None:
    olga = await desk.coordinator(languages=(language,))
    await desk.reports("police took Dana Made-Up in Almaty" if language == "en" else TOLD)
    dana = await desk.case()
    await desk.reports("police took Tim Example in Almaty", name="Sara")
    tim = await desk.case()
    await olga.opens(tim)
    before = await desk.history()
    for asked in FIND[language]:
        olga.screen.messages.clear()
        await olga.writes(asked)
        olga.sees(desk.service.words.say(language, "search-found", count=1), dana.code)
    assert await desk.history() == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_asked_while_a_reason_is_waited_for_is_answered_and_the_reason_asked_again(
    desk: Desk, language: str
) -> None:
    olga, _ = await evening(desk, language)
    case = await desk.case(0)
    await olga.presses_data(f"open:{case.id}")
    olga.screen.messages.clear()
    await olga.writes(ASKED[language][0])
    olga.sees(MEDEU[language])
    olga.sees(desk.service.words.say(language, "opening-reason"))
    assert "viewed" not in [kind for kind, *_ in await desk.history(0)]
    await olga.writes("the family has called")
    assert [kind for kind, *_ in await desk.history(0)].count("viewed") == 1


async def test_a_question_is_not_said_to_be_recorded_as_the_reason(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took Dana Made-Up in Almaty")
    await olga.presses_data(f"open:{(await desk.case()).id}")
    await olga.writes("how old is he?")
    say = desk.service.words.say
    olga.sees_nothing_of(say("en", "prompt-took", what=say("en", "opening-reason-short")))


async def test_a_note_about_somebody_stays_a_note(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports("police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it")
    await marat.writes("find a doctor for her before noon")
    assert "noted" in [kind for kind, *_ in await desk.history()] or marat.count("noted")
