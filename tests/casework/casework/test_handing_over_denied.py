"""Who began to hand a case over, and may not do so any more when the reason is written."""

import pytest

from tests.casework.alerting.test_second_lawyer import two
from tests.casework.casework.test_handing_over import asks, held
from tests.casework.story_desk import Desk, Person


async def begun(desk: Desk) -> tuple[Person, Person]:
    """A coordinator has written to whom, and Saule would be asked."""
    _, saule, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await olga.presses("Hand over")
    await olga.writes("Saule Invented")
    olga.sees("Why?")
    return olga, saule


@pytest.mark.slow
async def test_a_coordinator_whose_copy_is_closed_meanwhile_hands_nothing_over(desk: Desk) -> None:
    olga, saule = await begun(desk)
    there = await desk.address(olga)
    async with desk.writing() as tx:
        for card in await tx.cards.by(subject="case", address_id=there.id):
            tx.cards.remove(card.id)
    await olga.writes("he is ill")
    olga.sees("This case is not shown to you.")
    saule.sees_nothing_of("asks you to take over")


@pytest.mark.slow
async def test_a_coordinator_whose_membership_ends_meanwhile_hands_nothing_over(desk: Desk) -> None:
    olga, saule = await begun(desk)
    await desk.suspends(olga)
    await olga.writes("he is ill")
    saule.sees_nothing_of("asks you to take over")
    assert "handing" not in [kind for kind, *_ in await desk.history()]


@pytest.mark.slow
async def test_the_second_lawyer_hands_nothing_over(desk: Desk) -> None:
    _, saule, timur, _ = await two(desk)
    await saule.presses_data(f"hand:{(await desk.case()).id}")
    await saule.writes("Timur", "he is ill")
    timur.sees_nothing_of("asks you to take over")
    assert "handing" not in [kind for kind, *_ in await desk.history()]


async def test_the_second_lawyer_is_not_asked_to_take_it_over(desk: Desk) -> None:
    marat, saule, *_ = await two(desk)
    await asks(marat, "saule")
    marat.sees("Saule is the second lawyer. Give the case back, and it is theirs.")
    assert await desk.waits_until("handing") is None
    saule.sees_nothing_of("asks you to take over")
    assert "handing" not in [kind for kind, *_ in await desk.history()]


async def test_whoever_gave_it_back_and_is_the_second_now_hands_nothing_over(desk: Desk) -> None:
    marat, saule, timur, _ = await two(desk)
    await marat.presses("Hand over")
    await marat.writes("Timur")
    await marat.presses("Give back", "I can after all")
    case, first, second = await desk.case(), await desk.membership(saule), await desk.membership(marat)
    assert (case.owner_id, case.second_id) == (first.id, second.id)
    await marat.presses("In court")
    marat.sees("This is not possible any more.")
    timur.sees_nothing_of("asks you to take over")
