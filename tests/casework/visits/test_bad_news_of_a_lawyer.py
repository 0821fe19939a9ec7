"""A lawyer who has accepted cannot come, gives back, or does not begin: who reported reads it in a new message with a sound,
and coordinators hear.
"""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took my brother in Almaty",
    "ru": "полиция задержала моего брата в Алматы",
    "kk": "Алматыда ағамды полиция ұстап кетті",
}
CANNOT = {
    "en": ["cannot come, my car broke down", "I can't make it there"],
    "ru": ["не могу приехать, машина сломалась", "не смогу доехать"],
    "kk": ["келе алмаймын, көлігім бұзылды", "бара алмаймын"],
}
BACK = {"en": "i give the case back", "ru": "возвращаю дело", "kk": "істі қайтарамын"}


async def taken(desk: Desk, language: str) -> tuple[Person, Person, Person]:
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    await desk.later(minutes=5)
    for person in (olga, marat, rita):
        person.rang()
    return rita, marat, olga


@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in CANNOT[of]])
async def test_who_reported_hears_that_the_lawyer_does_not_get_there(
    desk: Desk, language: str, text: str
) -> None:
    rita, marat, olga = await taken(desk, language)
    await marat.writes(text)
    assert (rita.rang(), olga.rang()) == (1, 1)
    rita.sees(desk.service.words.say(language, "news-cannot-come"))
    rita.sees_nothing_of(text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_forbade_news_reads_none_of_it(desk: Desk, language: str) -> None:
    rita, marat, olga = await taken(desk, language)
    await rita.presses_data("report/consent:no")
    rita.rang()
    await marat.writes(CANNOT[language][0])
    assert (rita.rang(), olga.rang()) == (0, 1)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_case_given_back_is_told_to_both(desk: Desk, language: str) -> None:
    rita, marat, olga = await taken(desk, language)
    await desk.lawyer("Aliya", languages=(language,))
    await marat.writes(BACK[language])
    assert rita.rang() == 1
    rita.sees(desk.service.words.say(language, "news-lost", asked="lawyers").splitlines()[0])
    await desk.later(minutes=31)
    assert olga.rang() >= 1
