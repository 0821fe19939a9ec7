"""Whatever whoever has a case does in it is a sign of them: they are not asked whether it is still theirs."""

import pytest

from tests.casework.story_desk import Desk, Person

pytestmark = pytest.mark.slow

HELD = "police took Dana Made-Up in Almaty"
ASKED = "Is it still yours?"


async def held(desk: Desk) -> tuple[Person, Person]:
    """Marat has the case and is inside since noon; Olga coordinates."""
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", "At the door", "Let in")
    return marat, olga


SIGNS = {
    "still inside": ("Still inside",),
    "what they saw": ("📋 What I saw", "Met in private", "yes"),
    "proceedings": ("⚖️ Proceedings", "➕ New", "criminal"),
    "the law's clock": ("👁 Seen",),
}


@pytest.mark.parametrize("sign", SIGNS)
async def test_whatever_they_press_is_a_sign(desk: Desk, sign: str) -> None:
    marat, olga = await held(desk)
    await desk.later(hours=3)
    await marat.presses(*(label.lstrip("📋 ") for label in SIGNS[sign]))
    await desk.later(hours=2, minutes=50)  # four after he went in, and more
    marat.sees_nothing_of(ASKED)
    olga.sees_nothing_of("whether it is still theirs")
    await desk.later(hours=1, minutes=20)
    marat.sees(ASKED)


@pytest.mark.parametrize("sign", SIGNS)
async def test_whatever_they_press_is_an_answer(desk: Desk, sign: str) -> None:
    marat, olga = await held(desk)
    await desk.later(hours=4, minutes=10)
    marat.sees(ASKED)
    await marat.presses(*(label.lstrip("📋 ") for label in SIGNS[sign]))
    marat.sees_nothing_of(ASKED)
    await desk.later(hours=1.5)
    olga.sees_nothing_of("whether it is still theirs")
