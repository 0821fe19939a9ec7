"""A messenger takes nothing more from us for somebody: others are asked, and the technician hears how it ends."""

from datetime import timedelta

import pytest

from bot.messengers.errors import Challenged, Limited
from handlers.alerting import messenger_limits
from tests.casework.story_desk import Desk

TAKEN = "Police took my brother Made-Up Sanzhar in Almaty, he is at the station"
RIDDLE = Challenged("prove it", "made-up-token", seconds=60)


async def test_an_offer_that_a_riddle_keeps_back_goes_to_the_next_at_once_and_the_way_out_is_told(
    desk: Desk,
) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    marat.screen.refuses = RIDDLE
    await desk.reports(TAKEN)
    aida = await desk.lawyer("Aida")
    offer = (await desk.offers())["Marat"]
    assert (offer.state, offer.answered_at) == ("unreachable", desk.now)
    assert ("unreachable", "", {"member": "Marat"}) in await desk.history()
    await desk.later(seconds=1)
    aida.sees("Almaty")
    desk.administrator.sees("dabyl signal challenge made-up-token")


@pytest.mark.slow
async def test_nobody_is_asked_there_before_it_is_over(desk: Desk) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    marat.screen.refuses = RIDDLE
    await desk.reports(TAKEN)
    await desk.reports("Police took Made-Up Dana in Almaty", name="Zoya")
    assert "Marat" not in await desk.states()
    assert desk.administrator.count("dabyl signal challenge") == 1  # one riddle
    await desk.later(hours=23.9)
    marat.screen.refuses = None
    await desk.later(hours=0.2)
    await desk.reports("Police took Made-Up Aliya in Almaty", name="Galya")
    assert (await desk.states())["Marat"] == "offered"
    desk.administrator.sees_nothing_of("takes our messages again")  # it has ended by its time


async def test_a_riddle_keeps_back_for_a_day_and_not_for_minutes(desk: Desk) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    marat.screen.refuses = RIDDLE
    await desk.reports(TAKEN)
    until = (await desk.address(marat)).limited_until
    assert until == desk.now + timedelta(days=1)
    await desk.later(hours=1)
    await desk.reports("Police took Made-Up Dana in Almaty", name="Zoya")
    assert "Marat" not in await desk.states()


async def test_with_the_first_message_that_arrives_it_is_over(desk: Desk) -> None:
    await desk.coordinator()
    marat = await desk.lawyer()
    marat.screen.refuses = RIDDLE
    await desk.reports(TAKEN)
    marat.screen.refuses = None
    await desk.later(minutes=2)
    await marat.writes("/help")
    desk.administrator.sees("Telegram takes our messages again")
    await desk.reports("Police took Made-Up Dana in Almaty", name="Zoya")
    assert (await desk.states())["Marat"] == "offered"


async def test_it_is_over_when_nobody_is_kept_back_any_more(desk: Desk) -> None:
    marat, aida = await desk.lawyer(), await desk.lawyer("Aida")
    marat.screen.refuses = aida.screen.refuses = RIDDLE
    await desk.reports(TAKEN)
    marat.screen.refuses = None
    await marat.writes("/help")
    desk.administrator.sees_nothing_of("takes our messages again")
    aida.screen.refuses = None
    await aida.writes("/help")
    assert desk.administrator.count("takes our messages again") == 1


@pytest.mark.parametrize("minutes", [10, 15])
async def test_a_limit_that_comes_again_after_its_time_lasts_as_long_again(desk: Desk, minutes: int) -> None:
    marat = await desk.lawyer()
    marat.screen.refuses = Limited("too many", seconds=30)
    await desk.reports(TAKEN)
    desk.now += timedelta(minutes=minutes)
    await marat.writes("/help")
    until = (await desk.address(marat)).limited_until
    assert until is not None
    assert until > desk.now


async def test_a_solved_riddle_holds_for_everybody(desk: Desk) -> None:
    marat, aida = await desk.lawyer(), await desk.lawyer("Aida")
    marat.screen.refuses = aida.screen.refuses = RIDDLE
    await desk.reports(TAKEN)
    marat.screen.refuses = aida.screen.refuses = None
    async with desk.writing() as tx:
        await messenger_limits.on_solved(tx, desk.service, marat.messenger)
    assert (await desk.address(marat)).limited_until is None
    assert (await desk.address(aida)).limited_until is None
    assert desk.administrator.count("Telegram takes our messages again") == 1


async def test_a_limit_without_a_riddle_is_told_once_an_hour_and_lasts_minutes(desk: Desk) -> None:
    marat = await desk.lawyer()
    marat.screen.refuses = Limited("too many", seconds=30)
    await desk.reports(TAKEN)
    await desk.reports("Police took Made-Up Dana in Almaty", name="Zoya")
    assert desk.administrator.count("Telegram takes no more messages from us") == 1
    marat.screen.refuses = None
    await desk.later(minutes=11)
    await desk.reports("Police took Made-Up Aliya in Almaty", name="Galya")
    assert (await desk.states())["Marat"] == "offered"


async def test_of_a_list_that_is_kept_back_only_what_was_not_shown_goes_on_and_only_theirs(
    desk: Desk,
) -> None:
    await desk.coordinator()
    marat, saule = await desk.lawyer(), await desk.lawyer("Saule")
    for number in range(4):
        if number == 3:
            marat.screen.refuses = RIDDLE
        await desk.reports(TAKEN, name=f"Rita {number}")
    states = [(await desk.offer_to("Marat", await desk.case(number))).state for number in range(4)]
    assert states == [*["offered"] * 3, "unreachable"]
    assert (await desk.offer_to("Saule", await desk.case(3))).state == "offered"
    saule.sees("4 open offers")


async def test_who_has_seen_an_offer_keeps_it(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(TAKEN)
    marat.screen.refuses = RIDDLE
    await marat.writes("/help")
    assert (await desk.states())["Marat"] == "offered"
