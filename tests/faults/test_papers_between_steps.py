"""The process dies between any two steps of making a paper: each paper is made once, and the register has no hole."""

from collections.abc import AsyncIterator

import pytest

from core.records.papers import PaperState
from tests.conftest import DIALECTS
from tests.faults.failpoints import MAKING, Point
from tests.faults.test_failpoints import Story, points
from tests.stories.citizens import later
from tests.stories.staff import PATIENT, says, taps, the_case
from tests.stories.test_proceedings import has_the_case
from tests.world.world import World

pytestmark = pytest.mark.slow


@pytest.fixture
async def story(world: World) -> AsyncIterator[Story]:
    made = Story(world)
    await world.restart()  # with what was just wrapped
    yield made
    made.deadly.undo()


@pytest.mark.world(config=PATIENT)
async def test_no_number_is_given_twice_and_none_is_missing(story: Story, dialect: str) -> None:
    world = story.world
    lawyer, _ = await has_the_case(world, "en")
    case = await the_case(world)
    wanted: list[Point] = points(MAKING, DIALECTS[0]) + points(MAKING, DIALECTS[1])
    for point in dict.fromkeys(wanted):
        await says(world, lawyer, f"/paper {case.code}")
        await taps(world, lawyer, f"draft:{case.id}:demand_for_release:1")
        await taps(world, lawyer, "Not verified", "All of them", "This paper")
        story.in_flight = 0
        story.deadly.arm(point)
        await lawyer.taps("Make")
        await story.dies(point)
        await story.comes_back()
        await later(world, 1)
        async with world.app.database.read(world.clock.now()) as tx:
            papers = sorted(await tx.papers.select(), key=lambda paper: paper.id)
            given = sorted(await tx.outgoing_numbers.select(), key=lambda number: number.number)
        assert {paper.state for paper in papers} == {PaperState.MADE}, point
        assert [number.number for number in given] == [*range(1, len(papers) + 1)], point
        assert [(number.text, number.paper_id) for number in given] == [
            (paper.number, paper.id) for paper in papers
        ], point
    assert story.deadly.struck == [*dict.fromkeys(wanted)]
