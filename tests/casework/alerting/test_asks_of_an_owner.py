"""What coordinators were asked about whoever had a case is over when somebody else has it, and is not said of them."""

import pytest

from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
ASKED = {
    "gone": "has blocked the bot",
    "silent": "whether it is still theirs",
    "handing": "wants to hand it over",
    "lapsed": "no first step",
}


async def asked(desk: Desk, why: str) -> tuple[Person, Person, Person]:
    """Coordinators (Olga) were asked about Marat, who has the case or had it; Saule can take it."""
    marat, saule, olga = await desk.lawyer("Marat"), await desk.lawyer("Saule"), await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses("I'll take it", *(["Contacted"] if why != "lapsed" else []))
    if why == "gone":
        await desk.blocks(marat)
    elif why == "silent":
        await desk.later(hours=5.1)
    elif why == "handing":
        await marat.presses("Hand over")
        await marat.writes("Nobody Invented", "I am ill")
    else:
        await desk.later(minutes=31)
    olga.sees(ASKED[why])
    return marat, saule, olga


@pytest.mark.slow
@pytest.mark.parametrize("why", ASKED)
async def test_it_is_not_said_of_the_next(desk: Desk, why: str) -> None:
    _, saule, olga = await asked(desk, why)
    if why != "lapsed":
        await olga.opens(await desk.case())
        await olga.presses_data(f"back:{(await desk.case()).id}")
    await saule.presses("I'll take it", "Contacted")
    olga.sees_nothing_of(ASKED[why])
    await saule.presses("Give back")
    olga.sees_nothing_of(ASKED[why])


async def test_it_is_not_said_of_the_second_who_has_it_now(desk: Desk) -> None:
    marat, saule, olga = await asked(desk, "handing")
    await marat.presses("A second lawyer")
    await saule.presses("I'll take it")
    await marat.presses("Give back")
    saule.sees("yours")
    olga.sees_nothing_of(ASKED["handing"])


async def test_who_does_not_want_to_hand_it_over_any_more_is_not_rung(desk: Desk) -> None:
    marat, _, olga = await asked(desk, "handing")
    await marat.presses("Do not hand over")
    olga.sees_nothing_of(ASKED["handing"])
    olga.sees("Settled")


async def test_a_name_that_is_found_takes_the_place_of_one_that_was_not(desk: Desk) -> None:
    marat, _, olga = await asked(desk, "handing")
    await marat.presses("Do not hand over", "Hand over")
    await marat.writes("Saule", "I am ill")
    olga.sees_nothing_of(ASKED["handing"])


@pytest.mark.slow
async def test_whose_chat_is_closed_once_more_is_asked_about_once_more(desk: Desk) -> None:
    marat, _, olga = await asked(desk, "gone")
    marat.screen.blocked = False
    await marat.writes("/start")
    olga.rang()
    await desk.blocks(marat)
    assert olga.rang() == 1
    assert olga.count(ASKED["gone"]) == 1
