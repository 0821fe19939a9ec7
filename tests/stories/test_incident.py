"""An incident on the wire: the bot asks without a sound, and its board is edited where it stands, after a crash too."""

import pytest

from tests.stories.staff import reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took a man in Almaty"


async def test_a_board_is_one_message_that_follows_its_cases_through_a_crash(world: World) -> None:
    marat = await world.member("Marat", languages=("en",))
    olga = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    for number in range(3):
        rita = await reports(world, HELD, name=f"Rita {number}")
        await says(world, rita, "Abay street 10")
    await world.fast_forward(minutes=1)
    asked = await olga.expects("One incident?", "3 cases of one station or address")
    assert asked.silent
    await taps(world, olga, "One incident")
    await olga.expects("Without a lawyer: 3")
    await world.restart()
    await taps(world, marat, "I'll take it")
    board = await olga.expects("🧩", "With a lawyer: 1", (await the_case(world)).code)
    assert board.id == asked.id
