"""A case that ends and begins again, and what coordinators can read of its life."""

import pytest
from msgspec.structs import replace

from core.vocabulary import CaseState
from tests.stories.staff import PATIENT, history, offers_shown, reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took Dana Made-Up in Almaty"


async def test_words_after_closing_are_no_answers_any_more_but_an_alarm_of_their_own(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)  # its questions stay open on the screen
    await taps(world, lawyer, "I'll take it", "Contacted", "Released", "Released")
    await says(world, citizen, "they took him again, in Astana, he is beaten")
    second = await the_case(world, 1)
    assert (second.city, second.state, second.alerting) == ("astana", CaseState.OPEN, True)
    assert (await the_case(world)).state is CaseState.CLOSED


async def test_a_case_closed_by_mistake_is_opened_again_and_lawyers_are_asked(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await taps(world, lawyer, "I'll take it", "Contacted", "Released", "Released")
    case = await the_case(world)
    assert (case.state, case.ongoing, case.outcome) == (CaseState.CLOSED, "no", "released")
    await says(world, coordinator, f"/case {case.code}", "the family rang: he is still there")
    await taps(world, coordinator, "Open again")
    case = await the_case(world)
    assert (case.state, case.ongoing, case.outcome, case.closed_at, case.owner_id) == (
        CaseState.OPEN,
        "unknown",
        None,
        None,
        None,
    )
    assert await offers_shown(lawyer) == 1
    assert (await history(world, case))[-2:] == ["reopened", "offered"]
    await says(world, citizen, "he has been moved to another station")  # belongs to it again
    async with world.app.database.read(world.clock.now()) as tx:
        assert len(await tx.cases.select()) == 1


async def test_a_case_that_is_open_cannot_be_opened_again(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    await reports(world, HELD)
    case = await the_case(world)
    shown = (await coordinator.shown())[-1]
    await coordinator.taps_data(shown.id, f"reopen:{case.id}")
    await world.settle()
    await coordinator.expects("This case is open.")
    assert "reopened" not in await history(world, case)


async def test_a_coordinator_reads_who_did_what_when_and_why(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    case = await the_case(world)
    await taps(world, lawyer, "I can't", "Too far", "I can after all", "On my way")
    await says(world, coordinator, f"/case {case.code}", "the family has called")
    await taps(world, coordinator, "History")
    shown = await coordinator.expects(
        f"What was done about {case.code}", "asked: a lawyer of the region", "· Marat"
    )
    for line in (
        "declined · Marat",
        "why declined: Too far · Marat",
        "accepted · Marat",
        "on the way · Marat",
    ):
        assert line in shown.text
    assert "read, because: the family has called · Olga" in shown.text
    assert "Made-Up" not in shown.text


@pytest.mark.world(config=PATIENT)
async def test_a_timeline_changed_from_outside_is_told_to_administrators_within_a_night(world: World) -> None:
    await reports(world, HELD)
    case = await the_case(world)
    async with world.app.database.write(world.clock.now()) as tx:
        first = (await tx.timeline.by(case_id=case.id))[0]
        tx.timeline.put(replace(first, actor_id=7))
    await world.fast_forward(hours=24)
    await world.administrator.expects("timeline of case", case.code, "number 1 (opened, ")
    told = sum("timeline of case" in one.text for one in await world.administrator.shown())
    await world.fast_forward(hours=48)
    assert sum("timeline of case" in one.text for one in await world.administrator.shown()) == told == 1


@pytest.mark.world(config=PATIENT)
async def test_lines_cut_off_from_outside_are_told_to_administrators_within_a_night(world: World) -> None:
    await reports(world, HELD)
    case = await the_case(world)
    if world.app.database.engine.dialect.name != "sqlite":
        pytest.skip("there is no note beside a server")
    async with world.app.database.write(world.clock.now()) as tx:
        tx.timeline.remove((await tx.timeline.by(case_id=case.id))[-1].id)
    await world.fast_forward(hours=24)
    await world.administrator.expects("Lines are missing in the timelines: 1.")
