"""Whatever coordinators are told reaches them at their other address when the first one is closed."""

import pytest

from handlers.emergency import bot_replacement
from handlers.forgetting import erasure_requests
from tests.casework.joining.test_joining import invites, joins
from tests.casework.story_desk import Desk, Person

TOLD = "police took Dana Made-Up in Almaty"


async def olga_on_signal(desk: Desk) -> Person:
    """A coordinator who has blocked us on Telegram and has Signal too."""
    olga = await desk.coordinator("Olga")
    signal = await desk.also_on_signal(olga)
    await desk.blocks(olga)
    return signal


async def test_that_a_members_phone_is_in_other_hands(desk: Desk) -> None:
    olga, marat = await olga_on_signal(desk), await desk.lawyer("Marat")
    await marat.writes("/hide")
    await marat.presses_data("hide:sure")
    olga.sees("Marat hid their chat", "+7701")


@pytest.mark.slow
async def test_that_somebody_asks_to_join_and_the_invitation_itself(desk: Desk) -> None:
    olga, lena = await olga_on_signal(desk), desk.person("Lena")
    await joins(desk, lena, await invites(desk, olga))
    olga.sees("Aida Made-Up")


async def test_that_a_colleague_is_gone(desk: Desk) -> None:
    olga, dina = await olga_on_signal(desk), await desk.coordinator("Dina")
    marat = await desk.lawyer("Marat")
    number = (await desk.membership(marat)).id
    await dina.presses_data(f"suspended:{number}")
    olga.sees("Marat")


async def test_that_a_draft_is_there_to_be_looked_at(desk: Desk) -> None:
    olga, rita = await olga_on_signal(desk), desk.person()
    await rita.writes("/start", "/hide")
    await rita.presses_data("hide:sure")
    before = olga.screen.came
    await rita.writes("what do I do now")
    assert olga.screen.came == before + 1


async def test_who_does_not_know_of_the_successor(desk: Desk) -> None:
    olga = await olga_on_signal(desk)
    await desk.lawyer("Marat")
    async with desk.writing() as tx:
        await bot_replacement.announce(tx, desk.service)
    await desk.later(hours=24)
    olga.sees("Marat")


async def test_that_a_case_which_was_to_be_forgotten_is_not(desk: Desk) -> None:
    olga = await olga_on_signal(desk)
    await desk.reports(TOLD)
    case, before = await desk.case(), olga.screen.came
    async with desk.writing() as tx:
        await erasure_requests._tell_stopped(tx, desk.service, case)
    assert olga.screen.came == before + 1
