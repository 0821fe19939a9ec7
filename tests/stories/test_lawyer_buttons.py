"""What a lawyer's presses do: first wins, late, twice, after the end, forged, and by somebody who may not."""

import pytest

from handlers.casework import roster
from tests.stories.staff import history, member_at, offers_of, offers_shown, reports, says, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took a man in Almaty"


async def test_of_two_accepts_in_one_batch_the_first_wins_and_the_other_is_thanked(world: World) -> None:
    first = await world.member("Marat", languages=("en",))
    second = await world.member("Saule", languages=("en",))
    await reports(world, HELD)
    await first.taps("I'll take it")
    await second.taps("I'll take it")
    await world.settle()
    await first.expects("yours", HELD)
    await second.expects("A colleague has taken this case already")
    await second.expects_nothing(HELD)
    assert sorted(a.state for a in await offers_of(world, await the_case(world))) == ["accepted", "withdrawn"]


async def test_a_double_tap_does_nothing_twice(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    card = await lawyer.last()
    accept = card.buttons[0][0].data
    await lawyer.taps_data(card.id, accept)
    await lawyer.taps_data(card.id, accept)
    await world.settle()
    await lawyer.taps_data(card.id, accept)
    await world.settle()
    case = await the_case(world)
    assert (await history(world, case)).count("accepted") == 1
    assert sum("yours" in message.text for message in await lawyer.shown()) == 1
    await lawyer.expects_nothing("colleague")


async def test_a_late_accept_of_a_lapsed_offer_wins_if_nobody_has_the_case(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await world.member("Olga", role="coordinator")
    await reports(world, HELD)
    await world.fast_forward(minutes=11)
    assert "expired" in [offer.state for offer in await offers_of(world, await the_case(world))]
    await lawyer.expects("Nobody has taken it yet. You still can.")
    await taps(world, lawyer, "I'll take it")
    await lawyer.expects("yours", HELD)


async def test_an_accept_after_the_end_is_told_so(world: World) -> None:
    first = await world.member("Marat", languages=("en",))
    second = await world.member("Saule", languages=("en",))
    await reports(world, HELD)
    card = await second.last()
    await taps(world, first, "I'll take it", "On my way", "Close…", "Fine")
    await second.expects("closed (Fine)")
    await second.taps_data(card.id, card.buttons[0][0].data)
    await world.settle()
    await second.expects("This case is closed")


async def test_a_decline_asks_why_afterwards_and_can_be_taken_back(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await world.member("Saule", languages=("ru",))
    await reports(world, HELD)
    await taps(world, lawyer, "I can't")
    await lawyer.expects("declined, others are being asked. Why?")
    await taps(world, lawyer, "Too far")
    await lawyer.expects("declined, too far")
    case = await the_case(world)
    assert [o.reason for o in await offers_of(world, case) if o.state == "declined"] == ["far"]
    await taps(world, lawyer, "I can after all")
    await lawyer.expects("yours", HELD)
    assert (await history(world, case))[-3:] == ["declined", "reason", "accepted"]


async def test_the_words_of_a_button_in_answer_to_an_offer_accept_that_one(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    first = await lawyer.last()
    await reports(world, "police took Ruslan Made-Up in Almaty, at the square", name="Asel")
    await lawyer.writes("I'll take it")
    await world.settle()
    await lawyer.expects("Which one")
    await lawyer.writes("i'll take it", reply_to=first.id)
    await world.settle()
    assert [(await the_case(world, number)).state for number in (0, 1)] == ["accepted", "open"]


async def test_closing_is_confirmed_and_can_be_left(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it", "False alarm", "No, go on")
    assert (await the_case(world)).state == "accepted"
    await lawyer.expects("Not closed")
    await taps(world, lawyer, "Close…", "House arrest")
    case = await the_case(world)
    assert (case.state, case.outcome) == ("closed", "house_arrest")
    await lawyer.expects("closed (House arrest)")
    await lawyer.expects_nothing(HELD)


async def test_a_false_alarm_and_a_release_are_read_in_words_on_every_card(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    other = await world.member("Alma", languages=("kk",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it", "False alarm", "False alarm")
    await other.expects("жабылды (Жалған дабыл)")
    await reports(world, HELD, name="Vera")
    await taps(world, lawyer, "I'll take it", "Released", "Released")
    await lawyer.expects("closed (Released)")
    assert [(await the_case(world, n)).outcome for n in (0, 1)] == ["false_alarm", "released"]


async def test_a_lawyer_cannot_open_or_close_the_case_of_another(world: World) -> None:
    owner = await world.member("Marat", languages=("en",))
    other = await world.member("Saule", languages=("en",))
    await reports(world, HELD)
    await taps(world, owner, "I'll take it")
    case = await the_case(world)
    await says(world, other, f"/case {case.code}")
    await other.expects("not shown to you")
    card = await other.last()
    for data in ("open", "words", "files", "coding", "closing", "back", "take", "ask", "mute", "still"):
        await other.taps_data(card.id, f"{data}:{case.id}")
    await other.taps_data(card.id, f"closed:{case.id}:released")
    await other.taps_data(card.id, f"first:{case.id}:contacted")
    await other.taps_data(card.id, f"coded:{case.id}:arrest")
    await other.taps_data(card.id, f"rung:{(await offers_of(world, case))[0].id}")
    await world.settle()
    assert await the_case(world) == case
    await other.expects_nothing(HELD)


@pytest.mark.parametrize("who", ["lawyer", "coordinator", "stranger"])
async def test_forged_buttons_do_nothing_harmful(world: World, who: str) -> None:
    owner = await world.member("Marat", languages=("en",))
    forger = await world.person("Vera", "en")
    if who != "stranger":
        forger = await world.member("Vera", role=who, languages=("en",))
    await forger.starts()
    await reports(world, HELD)
    await taps(world, owner, "I'll take it")
    case = await the_case(world)
    screen = await forger.last()
    for action in ("accept", "decline", "why", "back", "first", "closing", "closed", "open", "take", "rung"):
        for argument in ("", "0", "-1", "9" * 50, "٣", f"{case.id}:", "x:y:z", f"{case.id + 1}:released"):
            await forger.taps_data(screen.id, f"{action}:{argument}"[:60])
    for data in (
        f"closing:{case.id}:nonsense",
        f"coded:{case.id}:nonsense",
        "nothing",
        ":",
        "opening/reason:x",
    ):
        await forger.taps_data(screen.id, data)
    await world.settle()
    assert await the_case(world) == case
    await forger.expects_nothing(HELD)
    await world.administrator.expects_nothing("parked")
    await world.administrator.expects_nothing("defect")


async def test_a_suspended_member_is_told_so_and_what_they_held_is_offered_to_others(world: World) -> None:
    suspended = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await taps(world, suspended, "I'll take it")
    other = await world.member("Saule", languages=("en",))
    coordinator = await world.member("Olga", role="coordinator", languages=("en",))
    card = await suspended.last()
    async with world.app.database.write(world.clock.now()) as tx:
        assert await roster.suspend(tx, world.app.service, await member_at(tx, suspended.id))
    await world.settle()
    assert await offers_shown(other) == 1
    await suspended.expects("membership is suspended")
    await suspended.expects_nothing(HELD)
    await coordinator.expects_nothing("blocked the bot")
    case = await the_case(world)
    for data in (f"first:{case.id}:contacted", card.buttons[-1][0].data, f"closing:{case.id}"):
        await suspended.taps_data(card.id, data)
        await world.settle()
    await says(world, suspended, "/cases", f"/case {case.code}")
    assert (await the_case(world)).state == "open"
    texts = [m.text for m in await suspended.shown() if m.from_bot]
    assert sum("membership is suspended" in text for text in texts) == 6


async def test_four_open_offers_become_one_live_list_that_shrinks(world: World) -> None:
    lawyer = await world.member("Marat", languages=("en",))
    other = await world.member("Saule", languages=("en",), cities=("konaev",))
    for n in range(5):
        await reports(world, HELD, name=f"Rita{n}")
    assert sum(len(m.buttons) == 1 for m in await lawyer.shown() if "somebody is detained" in m.text) == 3
    live = await lawyer.expects("5 open offers")
    assert sum("open offers" in message.text for message in await lawyer.shown()) == 1
    assert "✅ Take 5 · Almaty" in [button.label for row in live.buttons for button in row]
    await lawyer.taps("Take 5", live)
    await world.settle()
    await lawyer.expects("4 open offers", "Your cases (1)")
    await lawyer.expects("yours", HELD)
    live = await lawyer.expects("4 open offers")
    await lawyer.taps("1: I can't", live)
    await world.settle()
    await lawyer.expects("3 open offers")
    assert await offers_shown(other) == 1  # nobody else serves Almaty: the neighbours are asked at once


async def test_a_list_follows_the_cases_its_lawyer_was_asked_about_and_rests_otherwise(world: World) -> None:
    marat = await world.member("Marat", languages=("en",))
    saule = await world.member("Saule", languages=("en",))
    far = await world.member("Igor", languages=("en",), cities=("aktau",))
    await says(world, marat, "/cases")
    await says(world, saule, "/cases")
    await says(world, far, "/cases")
    await reports(world, HELD)
    await taps(world, marat, "Take 1")
    await marat.expects("Your cases (1)")
    await saule.expects("No open offers")
    async with world.app.database.read(world.clock.now()) as tx:
        wanted = [card.wanted for card in await tx.cards.by(subject="list")]
    assert wanted[0] > wanted[2] == 1
    assert wanted[1] > 1
