"""How a case finds its lawyer when nobody accepts at once, and how it is not lost after somebody did."""

import pytest

from core.vocabulary import CaseState
from tests.stories.staff import (
    NEVER_LISTED,
    history,
    offers_of,
    offers_shown,
    reports,
    says,
    taps,
    the_case,
)
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took a man in Almaty"


async def states(world: World) -> list[str]:
    """Of the offers of the first case."""
    return [offer.state for offer in await offers_of(world, await the_case(world))]


async def test_a_step_ends_at_once_when_all_have_declined_and_an_empty_one_is_skipped(world: World) -> None:
    first = await world.member("Marat", languages=("en",))
    second = await world.member("Saule", languages=("en",))
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    await reports(world, HELD)
    await taps(world, first, "I can't")
    assert await offers_shown(coordinator) == 0
    await taps(world, second, "I can't")
    assert await offers_shown(coordinator) == 1  # no lawyer in a neighbouring region
    assert await states(world) == ["declined", "declined", "offered"]


async def test_a_member_who_cannot_be_reached_is_passed_over_now(world: World) -> None:
    await world.member("Marat", languages=("en",), started=False)
    neighbour = await world.member("Saule", languages=("en",), cities=("konaev",))
    await reports(world, HELD)
    assert await states(world) == ["unreachable", "offered"]
    assert await offers_shown(neighbour) == 1
    assert "unreachable" in await history(world, await the_case(world))


async def test_who_blocks_the_bot_with_an_open_offer_loses_it_now(world: World) -> None:
    gone = await world.member("Marat", languages=("en",))
    neighbour = await world.member("Saule", languages=("en",), cities=("konaev",))
    await reports(world, HELD)
    await gone.blocks()
    await world.settle()
    assert await states(world) == ["unreachable", "offered"]
    assert await offers_shown(neighbour) == 1


async def test_the_coordinators_are_asked_when_the_owner_of_a_case_blocks_the_bot(world: World) -> None:
    owner = await world.member("Marat", languages=("en",), phone="+77015550177")
    other = await world.member("Saule", languages=("en",))
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    citizen = await reports(world, HELD)
    await taps(world, owner, "I'll take it", "Contacted")
    await owner.blocks()
    await says(world, citizen, "he is at the station now")
    await coordinator.expects("blocked the bot", "Marat: +77015550177")
    await taps(world, coordinator, "Offer to others")
    assert await offers_shown(other) == 1
    await coordinator.expects("Settled")


@pytest.mark.world(config=NEVER_LISTED)
async def test_an_empty_last_step_alarms_the_administrators_and_everything_is_tried_again(
    world: World,
) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), phone="")
    await reports(world, HELD)
    await world.fast_forward(minutes=6)
    case = await the_case(world)
    await world.administrator.expects("Nobody is left to ask about case", case.code)
    await coordinator.expects("No lawyer has taken this case", "Marat: +77015550100")
    await world.administrator.expects_nothing("Marat")
    before = (await lawyer.last()).id
    await world.fast_forward(minutes=40)
    assert (await lawyer.last()).id > before
    await taps(world, lawyer, "I'll take it")
    await coordinator.expects("Settled")


@pytest.mark.world(config=NEVER_LISTED)
async def test_an_administrator_is_never_asked_because_they_would_see_names(world: World) -> None:
    administrator = await world.member("Ivan", role="administrator", languages=("en",), escalation=True)
    await reports(world, HELD)
    assert await offers_shown(administrator) == 0
    assert await states(world) == []


@pytest.mark.world(config=NEVER_LISTED)
async def test_the_last_step_repeats_until_somebody_acts_and_a_coordinator_can_ring(world: World) -> None:
    await world.member("Marat", languages=("en",))
    listed = await world.member("Zarina", languages=("en",), cities=("pavlodar",), escalation=True)
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    citizen = await reports(world, HELD)
    await world.fast_forward(minutes=6)
    seen = [(await listed.last()).id]
    for minutes in (40, 80):  # ever more rarely
        await world.fast_forward(minutes=minutes)
        seen.append((await listed.last()).id)
    assert seen == sorted(set(seen))
    assert sum("No lawyer has taken" in m.text for m in await coordinator.shown()) == 1
    assert sum("still looking" in m.text for m in await citizen.shown()) == 1
    await taps(world, coordinator, "Zarina takes it")
    await listed.expects("yours", HELD)
    case = await the_case(world)
    assert case.state is CaseState.ACCEPTED
    assert (await history(world, case))[-1] == "accepted"
    await coordinator.expects("Settled: nobody needs a call from you")


async def test_without_a_first_action_it_is_offered_again_and_coordinators_ring(world: World) -> None:
    silent = await world.member("Marat", languages=("en",), phone="+77015550177")
    other = await world.member("Saule", languages=("en",))
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    await reports(world, HELD)
    await taps(world, silent, "I'll take it")
    await silent.expects("Say", "by 17.09 12:30")
    await world.fast_forward(minutes=29)
    assert await offers_shown(other) == 0
    await world.fast_forward(minutes=2)
    assert await offers_shown(other, "30 min since the report") == 1
    await coordinator.expects("no first step", "Marat: +77015550177")
    await other.expects_nothing("+77015550177")
    await silent.expects_nothing(HELD)
    await taps(world, other, "I'll take it", "On my way")
    await coordinator.expects("Settled", "with Saule")


@pytest.mark.parametrize("act", ["Contacted", "On my way"])
async def test_a_first_action_stops_the_clock(world: World, act: str) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    other = await world.member("Saule", languages=("en",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it", act)
    await world.fast_forward(minutes=40)
    assert await offers_shown(other) == 0
    card = await lawyer.expects("yours", HELD)
    assert 'Say "Contacted"' not in card.text


async def test_a_first_action_that_comes_late_keeps_the_case_if_nobody_else_took_it(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it")
    card = await lawyer.last()
    contacted = next(b.data for row in card.buttons for b in row if "Contacted" in b.label)
    await world.fast_forward(minutes=31)
    await lawyer.taps_data(card.id, contacted)
    await world.settle()
    case = await the_case(world)
    assert (case.state, case.first_action_at is not None) == ("accepted", True)
    await lawyer.expects("yours", HELD)


async def test_higher_urgency_asks_anew_and_other_news_change_the_card_silently(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    first = (await lawyer.last()).id
    await says(world, citizen, "near the opera")
    assert (await lawyer.last()).id == first
    await says(world, citizen, "he is injured")
    assert (await lawyer.expects("URGENT")).id > first
    assert (await history(world, await the_case(world))).count("asked_anew") == 1


async def test_another_region_asks_the_lawyers_there(world: World) -> None:
    await world.member("Marat", languages=("en",))
    there = await world.member("Saule", languages=("en",), cities=("pavlodar",))
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    said = await citizen.writes(HELD)
    await world.settle()
    assert await offers_shown(there) == 0
    await citizen.edits(said, "police took a man in Pavlodar")
    await world.settle()
    assert await offers_shown(there, "Pavlodar") == 1


async def test_an_unknown_place_asks_the_coordinators_at_once(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",), cities=())
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await world.settle()
    await taps(world, citizen, "someone else", "do not know where")
    await coordinator.expects("place of this case is unknown", "place unknown")
    assert await offers_shown(lawyer, "place unknown") == 1


async def test_a_lawyer_who_does_not_speak_the_language_is_asked_after_those_who_do_but_is_asked(
    world: World,
) -> None:
    foreign = await world.member("Marat", languages=("ru",))
    speakers = [await world.member(f"Saule{n}", languages=("kk",)) for n in range(3)]
    await reports(world, "Алматыда бір адамды полиция ұстап әкетті", language="kk")
    assert [await offers_shown(lawyer) for lawyer in speakers] == [1, 1, 1]
    assert await offers_shown(foreign) == 0
    await world.fast_forward(minutes=6)
    assert await offers_shown(foreign, "казахский") == 1


async def test_unanswered_alerts_are_shown_again_once_after_an_outage(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    shown = (await lawyer.last()).id
    await world.crash()
    await world.sleeps_through(minutes=2)
    await world.start_bot()
    await world.settle()
    assert (await lawyer.last()).id == shown  # presses of two minutes ago still arrive
    await world.crash()
    await world.sleeps_through(minutes=4)
    await world.start_bot()
    await world.settle()
    again = await lawyer.last()
    assert again.id > shown
    assert await offers_shown(lawyer) == 1
    await world.restart()
    await world.settle()
    assert (await lawyer.last()).id == again.id
    await taps(world, lawyer, "I'll take it")
    await lawyer.expects("yours", HELD)


async def test_a_roster_entry_with_a_place_that_is_no_longer_known_stops_no_escalation(world: World) -> None:
    await world.member("Elsewhere", cities=("a-town-of-an-earlier-version",))
    lawyer = await world.member("Here", cities=("almaty",))
    citizen = await world.person("Witness", "ru")
    await citizen.writes("в алматы задержали человека")
    await world.settle()
    await lawyer.expects("Алматы")
