"""Where somebody reads that a coordinator is told of their wish to have all deleted, a coordinator is."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"
DELETE = {
    "en": "delete everything I told you",
    "ru": "удалите всё, что я рассказал",
    "kk": "айтқанымның бәрін өшіріңіз",
}
BESIDE = {
    "en": "can you delete everything I told you? they are beating him",
    "ru": "можете удалить всё, что я рассказал? его бьют",
    "kk": "айтқанымның бәрін өшіресіздер ме? оны ұрып жатыр",
}
ASKED = "The reporter asks to have deleted what they told"


@pytest.mark.parametrize("words", [DELETE, BESIDE])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_wish_to_have_all_deleted_reaches_a_coordinator_also_beside_other_words(
    desk: Desk, language: str, words: dict[str, str]
) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(HELD, language=language)
    await rita.writes(words[language])
    answered = desk.service.words.say(language, "everyday-delete")[:20] in rita.screen.text()
    assert (ASKED in olga.screen.text()) or not answered


@pytest.mark.parametrize("language", LANGUAGES)
async def test_after_the_case_is_closed_it_does_too(desk: Desk, language: str) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(HELD, language=language)
    await marat.presses("I'll take it", "Close…", "Fine")
    await desk.later(hours=1)
    await rita.writes(DELETE[language])
    olga.sees(ASKED)
