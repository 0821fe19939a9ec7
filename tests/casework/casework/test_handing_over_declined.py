"""What is kept when a colleague declines to take a case over, or lets the time pass."""

import pytest

from core.traffic import Timer
from handlers import timing
from handlers.casework import case_handover
from tests.casework.casework.test_handing_over import MINUTES, asks, held
from tests.casework.story_desk import Desk


async def test_who_declines_is_kept_with_the_reason(desk: Desk) -> None:
    marat, saule, *_ = await held(desk)
    await asks(marat)
    await desk.later(minutes=1)
    await saule.presses("Too far")
    offer = (await desk.offers())["Saule Invented"]
    assert (offer.state, offer.reason, offer.answered_at) == ("declined", "far", desk.now)
    line = ("not_handed", "Saule Invented", {"member": "Saule Invented", "reason": "far"})
    assert (await desk.history())[-1] == line
    assert await desk.waits_until("handing") is None


async def test_who_lets_the_time_pass_is_kept_without_one(desk: Desk) -> None:
    marat, *_ = await held(desk)
    await asks(marat)
    await desk.later(minutes=MINUTES)
    offer = (await desk.offers())["Saule Invented"]
    assert (offer.state, offer.reason, offer.answered_at) == ("expired", None, desk.now)
    assert (await desk.history())[-1] == ("not_handed", "", {"member": "Saule Invented"})
    marat.sees("nobody has taken it over")


async def test_a_coordinator_whose_membership_has_ended_hears_no_more_of_it(desk: Desk) -> None:
    _, saule, olga, _ = await held(desk)
    await olga.opens(await desk.case())
    await olga.presses("Hand over", "Saule Invented", "In court")
    await desk.suspends(olga)
    olga.rang()
    await saule.presses("Too far")
    assert olga.rang() == 0
    olga.sees_nothing_of("cannot take it over")


async def test_a_timer_that_comes_too_late_says_nothing(desk: Desk) -> None:
    marat, *_ = await held(desk)
    await asks(marat)
    await marat.presses("Released", "Released")
    before = await desk.history()
    async with desk.writing() as tx:
        for number in ((await desk.case()).id, 77):
            await timing.on_timer(tx, desk.service, Timer("handing:x", "handing", desk.now, number))
    assert await desk.history() == before
    marat.sees_nothing_of("nobody has taken it over")


@pytest.mark.slow
async def test_who_declines_without_a_reason_is_told_of_without_one(desk: Desk) -> None:
    marat, *_ = await held(desk)
    await asks(marat)
    case, offer = await desk.case(), (await desk.offers())["Saule Invented"]
    async with desk.writing() as tx:
        await case_handover.tell_declined(tx, desk.service, case, offer, None)
    marat.sees("Saule Invented cannot take it over. It is still yours.")
