"""A complaint on the wire: typed through a crash, due while the machine slept, answered from the reminder."""

import pytest

from tests.stories.staff import says, taps
from tests.stories.test_proceedings import SAY, has_the_case, presses
from tests.world.world import World

pytestmark = pytest.mark.slow


async def test_an_answer_that_is_due_is_asked_for_through_crashes(world: World) -> None:
    lawyer, _ = await has_the_case(world, "en")
    await presses(
        world, lawyer, "en", "button-proceedings", "button-interventions", "button-new-intervention"
    )
    await presses(world, lawyer, "en", "sent-complaint")
    await says(world, lawyer, "Prosecutor of Made-Up")
    await world.crash()
    await world.start_bot()
    await presses(world, lawyer, "en", "intervention-by-us", "intervention-moment-now")
    await says(world, lawyer, "12/3")
    await lawyer.expects("complaint about the detention · Prosecutor of Made-Up", "12/3", "answer due 20.09")
    await world.crash()
    await world.sleeps_through(hours=73)
    await world.start_bot()
    await world.settle()
    await lawyer.expects("the answer should have come", "Prosecutor of Made-Up")
    await taps(world, lawyer, SAY("en", "button-no-answer"))
    await lawyer.expects("no answer 20.09", "over")
