"""Thanks are answered as thanks, also where a word of them could be a joke or an advertisement."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took my son Dan Made-Up in Almaty",
    "ru": "полиция задержала моего сына Дана Придуманова в Алматы",
    "kk": "Алматыда ұлым Дан Ойданшығарылғанды полиция ұстады",
}
THANKS = {
    "en": ["thank you that he is home", "haha thanks he is home", "thanks, we won, he is home"],
    "ru": ["спасибо, что он дома", "ахах спасибо вам, он дома", "спасибо, в такой холодно а он дома"],
    "kk": ["үйде екеніне рахмет", "хаха рахмет, ол үйде"],
}


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize(("language", "text"), [(of, text) for of in LANGUAGES for text in THANKS[of]])
async def test_thanks_that_somebody_is_home_are_no_spam(
    desk: Desk, language: str, text: str, closed: bool
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses("I'll take it")
    if closed:
        await marat.presses("Released", "Released")
    await desk.later(minutes=2)
    olga.rang(), rita.rang()
    await rita.writes(text)
    rita.sees_nothing_of(desk.service.words.say(language, "everyday-spam"))
    assert rita.rang() >= 1
