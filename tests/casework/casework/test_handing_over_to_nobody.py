"""A case is to be handed over to somebody who cannot be asked: coordinators read of it each time, and it is kept."""

import pytest

from core.vocabulary import Role
from tests.casework.casework.test_handing_over import asks, held
from tests.casework.story_desk import Desk


@pytest.mark.slow
async def test_a_lawyers_request_to_nobody_is_kept_with_its_reason_and_read_anew_each_time(
    desk: Desk,
) -> None:
    marat, _, olga, _ = await held(desk)
    await asks(marat, "Nobody Such")
    await marat.presses_data(f"hand:{(await desk.case()).id}")
    await marat.writes("Nobody Else", "I am ill")
    told = [(who, details) for kind, who, details in await desk.history() if kind == "handing"]
    assert told == [("Marat Made-Up", {"given": "court"}), ("Marat Made-Up", {"reason": "I am ill"})]
    assert olga.rang() == 2
    await desk.later(minutes=10)
    assert (await desk.history())[-1] == ("not_handed", "", {})
    marat.sees("nobody has taken it over")


async def test_a_membership_that_has_ended_since_it_was_chosen_is_nobodys(desk: Desk) -> None:
    _, saule, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await olga.presses("Hand over", "Saule Invented")
    await desk.suspends(saule)
    await olga.presses("In court")
    olga.sees("nobody of this name can be asked")
    assert await desk.waits_until("handing") is None


@pytest.mark.parametrize("name", ["Boss Made-Up", "Marat Made-Up"])
async def test_neither_an_administrator_nor_whoever_has_it_can_be_asked(desk: Desk, name: str) -> None:
    _, _, olga, _ = await held(desk)
    await desk.member("Boss Made-Up", Role.ADMINISTRATOR)
    await olga.opens(await desk.case())
    await olga.presses("Hand over")
    await olga.writes(name, "he is ill")
    olga.sees("nobody of this name can be asked")
    assert await desk.waits_until("handing") is None


@pytest.mark.parametrize("then", ["another", "keep"])
async def test_coordinators_read_no_more_of_it_when_another_is_asked_or_nobody(desk: Desk, then: str) -> None:
    marat, _, olga, _ = await held(desk)
    await asks(marat, "Nobody Such")
    olga.sees("to a name that we cannot place")
    if then == "keep":
        await marat.presses("Do not hand over")
    else:
        await marat.presses_data(f"hand:{(await desk.case()).id}")
        await marat.writes("Saule Invented", "I am ill")
    olga.sees_nothing_of("to a name that we cannot place")
