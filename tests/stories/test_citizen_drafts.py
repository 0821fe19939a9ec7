"""What was begun and left: offered back once, then shown to a coordinator or wiped; an open report just stands."""

import pytest

from core.vocabulary import CaseState
from tests.stories.citizens import all_cases, all_entries, all_reports, count, does, later, reporter
from tests.world.world import World

pytestmark = pytest.mark.slow


async def test_a_draft_of_buttons_alone_is_offered_back_once_and_then_really_wiped(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Rita", "en")
    await does(world, "/report", "[A trial]", by=citizen)
    await world.fast_forward(minutes=31)
    await citizen.expects("You have an unfinished message")
    await world.fast_forward(hours=5)
    assert await count(citizen, "unfinished message") == 1
    assert await all_entries(world) == []
    await coordinator.expects_nothing("unfinished report")
    await does(world, "[Go on]", by=citizen)
    await citizen.expects("no longer here")


async def test_a_draft_that_names_somebody_is_shown_to_a_coordinator_and_wiped_a_day_after_it_was_read(
    world: World,
) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Rita", "en")
    await does(world, "/report", "[A trial]", "Dana Made-Up", by=citizen)
    await world.fast_forward(hours=3)
    card = await coordinator.expects("An unfinished report")
    assert "Made-Up" not in card.text
    assert await count(coordinator, "unfinished report") == 1
    await later(world, 25)
    assert await all_entries(world) != []
    await does(world, "[Read]", by=coordinator)
    await coordinator.expects("Dana Made-Up")
    await later(world, 25)
    assert await all_entries(world) == []
    await coordinator.expects("was wiped")


async def test_a_draft_is_gone_on_with(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await does(world, "/report", "[It is me]", by=citizen)
    await world.fast_forward(minutes=31)
    await does(world, "[Go on]", by=citizen)
    assert "In which city" in (await citizen.last()).text
    await does(world, "Almaty", by=citizen)
    await later(world, 30)
    [case] = await all_cases(world)
    assert case.state is CaseState.OPEN
    assert len(await all_entries(world)) == 2


async def test_a_draft_is_deleted_when_the_person_says_so(world: World) -> None:
    citizen = await world.person("Rita", "en")
    await does(world, "/report", "[A trial]", "Dana Made-Up", by=citizen)
    await world.fast_forward(minutes=31)
    await does(world, "[Delete it]", "[Delete it]", by=citizen)
    await citizen.expects("Deleted.")
    await citizen.expects("no longer here")
    assert await all_entries(world) == []


async def test_a_draft_set_aside_for_another_report_is_not_forgotten(world: World) -> None:
    coordinator = await world.member("Coord", role="coordinator", languages=("en",))
    citizen = await world.person("Rita", "en")
    await does(world, "/report", "[A trial]", "Dana Made-Up", "/report", "[It is me]", "Almaty", by=citizen)
    await world.fast_forward(hours=1)
    await coordinator.expects("An unfinished report")
    assert await count(citizen, "unfinished message") == 0
    assert [report.state for report in await all_reports(world)] == ["draft", "open"]


async def test_the_dialogue_of_an_open_report_ends_by_itself_and_later_words_join(world: World) -> None:
    citizen = await reporter(world)
    await later(world, 13)
    await citizen.expects_nothing("unfinished message")
    await does(world, "he is 16 years old", by=citizen)
    await citizen.expects("Added to your report.")
    assert [case.priority for case in await all_cases(world)] == ["urgent"]
    await later(world, 60)
    assert sum(entry.kind == "words" for entry in await all_entries(world)) == 2
