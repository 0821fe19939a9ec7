"""A paper on the wire: made through a crash and a messenger that fails, once, protected, sealed, and gone a day later."""

import pytest

from core.records.papers import PaperState
from handlers.papers.paper_making import content_hash
from tests.stories.citizens import later
from tests.stories.sent_files import shown, stored
from tests.stories.staff import PATIENT, says, taps, the_case
from tests.stories.test_joining import in_the_clear
from tests.stories.test_proceedings import has_the_case
from tests.world.world import World

pytestmark = pytest.mark.slow


@pytest.mark.world(config=PATIENT)
async def test_a_demand_arrives_once_through_a_crash_and_failures_and_is_taken_back_a_day_later(
    world: World,
) -> None:
    lawyer, _ = await has_the_case(world, "en")
    case = await the_case(world)
    await says(world, lawyer, f"/paper {case.code}")
    await taps(world, lawyer, "Demand for release", "Not verified", "All of them", "This paper")
    await world.playground.fails("close_before", times=1, methods=("sendDocument",))
    await lawyer.taps("Make")
    await world.crash()
    await world.start_bot()
    await world.settle()
    await later(world, 1)
    (document,) = await shown(lawyer)
    assert document.raw["has_protected_content"]
    await lawyer.expects("Требование об освобождении", "Made-Up")
    await lawyer.expects("Where each sentence comes from")
    async with world.app.database.read(world.clock.now()) as tx:
        (paper,) = await tx.papers.select()
        given = [(number.text, number.paper_id) for number in await tx.outgoing_numbers.select()]
    assert given == [("1/2018", paper.id)]  # one line, whatever died meanwhile
    assert paper.state is PaperState.MADE
    assert paper.file_hash == content_hash(stored(world, document).content)
    assert in_the_clear(world, "Made-Up") == []
    await later(world, 24)
    assert await shown(lawyer) == []
    await lawyer.expects_nothing("Where each sentence comes from")
