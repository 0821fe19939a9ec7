"""Offers of one place on the wire: their button fits what a messenger carries, and what follows a press makes no sound."""

import pytest

from tests.stories.staff import reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took a man in Almaty"


async def test_a_lawyer_takes_all_five_of_one_address_with_one_press(world: World) -> None:
    marat = await world.member("Marat", languages=("en",))
    for number in range(5):
        rita = await reports(world, HELD, name=f"Rita {number}")
        await says(world, rita, "Abay street 10")
    await marat.expects("📌 5 offers of one place", "📍 Almaty")
    await taps(world, marat, "Take all (5)")
    answered = await marat.expects("5 cases are yours")
    card = await marat.expects(f"Case {(await the_case(world)).code}", "Abay street 10")
    assert (answered.silent, card.silent) == (True, True)
