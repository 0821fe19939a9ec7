"""Somebody on the second messenger: they type, and their phone tells when something has reached it."""

import pytest

from tests.casework.story_desk import Desk


@pytest.mark.slow
async def test_who_reports_on_one_messenger_is_helped_by_a_lawyer_on_the_other(desk: Desk) -> None:
    rita, marat = desk.on_signal("Rita"), await desk.lawyer("Marat")
    await rita.writes("police took Dana Made-Up in Almaty")
    await marat.presses("I'll take it")
    marat.sees("Dana Made-Up")
    assert (await desk.address(rita)).messenger == "signal"


async def test_a_phone_that_is_on_tells_of_all_that_has_reached_it_and_one_that_is_off_does_so_later(
    desk: Desk,
) -> None:
    rita = desk.on_signal("Rita")
    rita.screen.off = True
    await rita.writes("/help")
    assert rita.screen.unconfirmed == list(rita.screen.messages)
    await rita.gets()
    assert not rita.screen.unconfirmed
