"""Whether somebody lives or is well is answered as far as it is known, passed on, and rings who can find it out."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took my brother in Almaty",
    "ru": "полиция задержала моего брата в Алматы",
    "kk": "Алматыда ағамды полиция ұстап кетті",
}
ASKED = {
    "en": [
        "is he alive?",
        "is he even alive",
        "do you know if he is alive",
        "is my brother well?",
        "how is he feeling",
        "IS HE OK??",
    ],
    "ru": [
        "он живой вообще?",
        "он хоть живой там",
        "жив ли он",
        "брат живой?",
        "с ним все в порядке?",
        "как он себя чувствует",
        "ЗДОРОВ ЛИ ОН",
    ],
    "kk": [
        "тірі ме өзі?",
        "ағам тірі ме екен",
        "аман ба?",
        "ол аман ма өзі",
        "денсаулығы қалай",
        "ТІРІ МЕ",
        "тірі ғой ия?",
    ],
}
ALL = [(language, text) for language in LANGUAGES for text in ASKED[language]]


@pytest.mark.parametrize(("language", "text"), ALL)
async def test_who_has_the_case_is_rung_and_the_reporter_reads_what_is_known(
    desk: Desk, language: str, text: str
) -> None:
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=12)
    marat.rang(), rita.rang()
    await rita.writes(text)
    assert marat.rang() == 1
    assert rita.rang() == 1
    words = desk.service.words
    rita.sees(
        words.say(language, "everyday-condition").splitlines()[0],
        words.say(language, "asked-passed", to="lawyer", answered="yes").split(".")[0],
    )
    rita.sees_nothing_of(words.say(language, "out-all"))
    well = words.say(
        language, "fact-new", code=(await desk.case()).code, facts=words.say(language, "fact-well")
    )
    marat.sees_nothing_of(well)


@pytest.mark.parametrize(("language", "text"), ALL)
async def test_coordinators_are_rung_while_nobody_has_it(desk: Desk, language: str, text: str) -> None:
    olga = await desk.coordinator()
    await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await desk.later(minutes=2)
    olga.rang(), rita.rang()
    await rita.writes(text)
    assert olga.rang() == 1
    assert rita.rang() == 1
    rita.sees(desk.service.words.say(language, "everyday-condition").splitlines()[0])
