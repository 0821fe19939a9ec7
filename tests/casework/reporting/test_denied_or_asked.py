"""A denial takes no ring back: unless all of it is surely denied, a person reads what speaks of a detention."""

import pytest

from tests.casework.story_desk import Desk

SURELY_NOTHING = {
    "en": "nobody was detained",
    "ru": "никого не задержали",
    "kk": "ешкімді ұстаған жоқ",
}
DOUBTFUL = {
    "en": "detained at Almaty airport they say there is a criminal case",
    "ru": "говорят что задержали людей",
    "kk": "адамдарды ұстапты деп естідім",
}


async def rung(desk: Desk, text: str, language: str) -> int:
    """How many sounds a coordinator heard within some minutes."""
    olga, rita = await desk.coordinator(), desk.person(language=language)
    await rita.writes(text)
    await desk.later(minutes=3)
    return olga.rang()


@pytest.mark.parametrize(("language", "text"), DOUBTFUL.items())
async def test_what_is_not_surely_denied_is_read_by_somebody(desk: Desk, language: str, text: str) -> None:
    assert await rung(desk, text, language) > 0


@pytest.mark.parametrize(("language", "text"), SURELY_NOTHING.items())
async def test_what_is_surely_denied_rings_nobody(desk: Desk, language: str, text: str) -> None:
    assert await rung(desk, text, language) == 0
