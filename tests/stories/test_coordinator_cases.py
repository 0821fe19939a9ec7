"""What coordinators and administrators see and do: the board, opening with a reason, records, calling back, the mute."""

import pytest

from core.casework.claims import SourceKind
from core.receipt_codes import normalise_case_code
from core.vocabulary import Role
from storage.schema import cases
from tests.stories.citizens import view
from tests.stories.staff import PATIENT, history, offers_shown, reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took Dana Made-Up in Almaty"


async def test_the_board_is_live_and_coarse_and_administrators_read_no_names_on_it(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    for person in (coordinator, world.administrator):
        await says(world, person, "/cases")
        await person.expects("without a lawyer 0")
    await reports(world, HELD)
    board = await coordinator.expects("without a lawyer 1", "Almaty", "somebody is detained")
    seen = await world.administrator.expects("without a lawyer 1", "Almaty")
    assert board.buttons
    assert not seen.buttons
    await taps(world, lawyer, "I'll take it")
    await coordinator.expects("with a lawyer 1", "with Marat")
    await world.administrator.expects("with a lawyer 1")
    await world.administrator.expects_nothing("Marat")
    await coordinator.expects_nothing("Made-Up")
    await taps(world, lawyer, "Contacted", "Released", "Released")
    await coordinator.expects("without a lawyer 0, with a lawyer 0")


@pytest.mark.parametrize(
    "typed", ["/case {0}-{1}", "/case {0} {1}", "/case {0}{1}", "/case  № {0} – {1}.", "{0}-{1}", "{0}{1}"]
)
async def test_a_case_opens_by_its_code_however_typed_for_a_reason_that_the_timeline_keeps(
    world: World, typed: str
) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    await reports(world, HELD)
    case = await the_case(world)
    await says(world, coordinator, typed.format(*case.code.split("-")))
    await coordinator.expects("Why do you need to see this case?")
    await coordinator.expects_nothing("Made-Up")
    await says(world, coordinator, "the family has called")
    await coordinator.expects(case.code, "Made-Up")
    async with world.app.database.read(world.clock.now()) as tx:
        line = (await tx.timeline.by(case_id=case.id))[-1]
        (member,) = await tx.members.by(role=Role.COORDINATOR)
    assert (line.kind, line.actor_id, line.details) == (
        "viewed",
        member.id,
        {"reason": "the family has called"},
    )
    assert "viewed" in await history(world, case)


async def test_an_opening_can_be_left_and_a_wrong_code_is_told(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    await reports(world, HELD)
    case = await the_case(world)
    await says(world, coordinator, f"/case {case.code}", "/cancel")
    await coordinator.expects("Not opened")
    other = "513-742" if case.code != "513-742" else "742-513"
    await says(world, coordinator, f"/case {other}", "/case river lamp 10", "/case", "/case ' OR 1=1 --")
    shown = [message.text for message in await coordinator.shown()]
    assert [sum(words in text for text in shown) for words in ("Nothing found", "no open case")] == [3, 1]
    await coordinator.expects_nothing("Made-Up")
    assert "viewed" not in await history(world, case)
    assert normalise_case_code(case.code) == case.code


async def test_a_coordinator_codes_the_act_takes_the_case_and_reads_all_words(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    case = await the_case(world)
    await says(world, coordinator, f"/case {case.code}", "to code it")
    await taps(world, coordinator, "Code the act", "home blockade", "All words")
    await coordinator.expects("coded as", "home blockade")
    await coordinator.expects("Their words", f"«{HELD}»")
    opened = await coordinator.expects("nobody has it yet")
    await coordinator.taps("I'll take it", opened)
    await world.settle()
    case = await the_case(world)
    assert (case.act, case.state) == ("blockade", "accepted")
    coded = (await view(world, case)).fact("act")
    assert coded is not None
    assert coded.source == (SourceKind.MEMBER, case.owner_id)
    await lawyer.expects("a colleague has taken it")


@pytest.mark.parametrize(
    ("said", "situation"),
    [
        ("A trial or case", "a trial or case"),
        ("It is over", "it is over"),
        ("Being followed", "an observation"),
    ],
)
async def test_a_record_wakes_nobody_and_coordinators_may_ask_lawyers(
    world: World, said: str, situation: str
) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await world.settle()
    await taps(world, citizen, said, "Almaty")
    assert await offers_shown(lawyer) == 0
    await coordinator.expects("A record that wakes nobody", situation)
    await world.fast_forward(hours=1)
    assert await offers_shown(lawyer) == 0
    await taps(world, coordinator, "Open the case")
    await says(world, coordinator, "to look at it")
    await coordinator.expects("a record, lawyers are not asked")
    await taps(world, coordinator, "Ask lawyers")
    assert await offers_shown(lawyer) == 1
    await coordinator.expects("Settled")


async def test_what_a_reporter_says_of_the_end_is_marked_and_called_back(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await says(world, citizen, "he has been released, it is over")
    assert (await the_case(world)).says_over is False
    await taps(world, citizen, "All are out")
    await lawyer.expects("The reporter says that it is over")
    await coordinator.expects("Please call back before closing")
    case = await the_case(world)
    assert (case.state, case.ongoing, case.says_over) == ("open", "unknown", True)
    await taps(world, coordinator, "It is not over")
    await lawyer.expects_nothing("says that it is over")
    await says(world, citizen, "near the opera")
    assert (await the_case(world)).says_over is False
    await taps(world, lawyer, "I'll take it", "Released", "Released")
    assert (await the_case(world)).ongoing == "no"


async def test_a_false_alarm_of_the_reporter_closes_nothing(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await reports(world, HELD)
    await says(world, citizen, "/cancel")
    await citizen.taps("It was a false alarm")
    await world.settle()
    await lawyer.expects("says that it was a false alarm")
    await coordinator.expects("says that it was a false alarm", "call back")
    assert (await the_case(world)).state == "open"
    assert await offers_shown(lawyer) == 1


@pytest.mark.world(config=PATIENT)
async def test_a_mute_keeps_the_words_answers_blandly_and_has_an_end(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    citizen = await reports(world, HELD)
    case = await the_case(world)
    await says(world, coordinator, f"/case {case.code}", "many false reports")
    await taps(world, coordinator, "Mute the reporter")
    await says(world, citizen, "at the corner of the market")
    bland = (await citizen.last()).text
    await says(world, citizen, "another word")
    assert (await citizen.last()).text == bland
    await coordinator.expects(case.code, "at the corner of the market")
    await world.fast_forward(hours=25)
    await says(world, citizen, "after the end")
    assert (await citizen.last()).text != bland
    opened = await coordinator.expects(case.code, "after the end")
    await coordinator.taps("Mute the reporter", opened)
    await world.settle()
    await taps(world, coordinator, "End the mute")
    await says(world, citizen, "and now")
    assert (await citizen.last()).text != bland
    assert [kind for kind in await history(world, case) if "mute" in kind] == ["muted", "muted", "unmuted"]


async def test_many_reports_by_one_person_are_slowed_and_not_swallowed(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    for n in range(4):
        await says(world, citizen, "/report", f"police took {n + 1} people in Almaty")
    async with world.app.database.read(world.clock.now()) as tx:
        found = await tx.cases.select(order_by=cases.c.id)
    assert len(found) == 4
    await coordinator.expects("4 open cases of one chat", found[3].code)
    assert await offers_shown(lawyer, "4 persons") == 0
    await world.fast_forward(minutes=6)
    await lawyer.expects("1 open offer", found[3].code, "time to answer has passed (3)", found[0].code)


async def test_an_unfinished_report_that_names_a_person_can_be_made_a_case(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await says(world, citizen, "it is about Dana Made-Up")
    await world.fast_forward(hours=3)
    await coordinator.expects("the bot does not understand")
    await coordinator.expects_nothing("Made-Up")
    await taps(world, coordinator, "Read")
    await coordinator.expects("Made-Up")
    await taps(world, coordinator, "Make a case")
    await coordinator.expects("Made-Up", "place unknown")
    assert await offers_shown(lawyer) == 0
    await taps(world, coordinator, "Ask lawyers")
    await world.fast_forward(minutes=1)
    assert (await the_case(world)).alerting


async def test_a_wiped_draft_cannot_be_made_a_case_any_more(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    citizen = await world.person("Rita", "en")
    await citizen.starts()
    await says(world, citizen, "it is about Dana Made-Up")
    await world.fast_forward(hours=3)
    await taps(world, coordinator, "Read")
    card = await coordinator.expects("Made-Up")
    (made,) = [button for row in card.buttons for button in row if button.label == "Make a case"]
    await world.fast_forward(hours=25)
    await coordinator.expects("An unfinished report was wiped")
    await coordinator.taps_data(card.id, made.data)
    await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        assert await tx.cases.count() == 0
