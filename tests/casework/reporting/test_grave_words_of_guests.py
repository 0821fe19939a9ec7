"""Somebody who has only the code tells something grave: owner and coordinators hear it at once, but no good news."""

import re

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

RELATIVE = {
    "en": "police took my husband Dan Made-Up in Almaty",
    "ru": "полиция задержала моего мужа Дана Придуманова в Алматы",
    "kk": "Алматыда күйеуім Дан Ойданшығарылғанды полиция ұстады",
}
HELLO = {"en": "hello, I am near", "ru": "здравствуйте, я рядом", "kk": "сәлем, мен жақындамын"}
GRAVE = {
    "en": ["five men put him in a car", "they are beating him", "police took him from the yard"],
    "ru": ["пятеро посадили его в машину", "его избивают", "его увезли пятеро в масках"],
    "kk": ["бес адам оны көлікке отырғызып әкетті", "оны ұрып жатыр", "оны бес адам алып кетті"],
}
GOOD = {"en": "he is out, all is well", "ru": "он вышел, всё хорошо", "kk": "ол шықты, бәрі жақсы"}


@pytest.mark.parametrize("nth", range(3))
@pytest.mark.parametrize("language", LANGUAGES)
async def test_grave_words_beside_a_code_ring_at_once_and_good_ones_do_not(
    desk: Desk, language: str, nth: int
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(RELATIVE[language], language=language)
    await marat.presses("I'll take it")
    found = re.search(r"[^\W\d_]+ [^\W\d_]+ \d\d(?!\d)", rita.screen.text())
    assert found is not None
    guest = desk.person("Timur", language)
    await guest.writes(found[0], HELLO[language])
    for person in (marat, olga):
        person.rang()
    await guest.writes(GOOD[language])
    assert (marat.rang(), olga.rang()) == (0, 0)
    await guest.writes(GRAVE[language][nth])
    assert marat.rang()
    assert olga.rang()
    marat.sees(GRAVE[language][nth])
