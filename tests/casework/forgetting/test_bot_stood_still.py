"""The bot stood still, and no timer ran: what is over goes all the same in the night or by dabyl purge; who waits, waits."""

from datetime import timedelta

import pytest

from storage.schema import timers
from tests.casework.forgotten import nights, plain
from tests.casework.joining.test_joining import all_invitations, invites
from tests.casework.story_desk import Desk

VAGUE = "my neighbour Dana Made-Up, I am not sure"


@pytest.mark.parametrize(("days", "left"), [(7 + 7 + 29, 1), (7 + 7 + 31, 0)])
async def test_an_invitation_that_nobody_settled_goes_when_its_time_is_long_over(
    desk: Desk, days: int, left: int
) -> None:
    await invites(desk, await desk.coordinator())
    await nights(desk, days)
    assert len(await all_invitations(desk)) == left
    async with desk.reading() as tx:
        assert len(await tx.timers.select(timers.c.kind == "invitation")) == left


async def test_a_draft_that_no_coordinator_has_read_is_kept_until_a_day_after_one_has(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.person("Rita").writes(VAGUE)
    await nights(desk, 3)
    assert VAGUE in await plain(desk)
    await desk.later(hours=3)  # the bot runs: it is shown
    await nights(desk, 3)
    assert VAGUE in await plain(desk)
    await olga.presses("Read")
    await nights(desk, 0.8)
    assert VAGUE in await plain(desk)
    await nights(desk, 0.2)
    assert VAGUE not in await plain(desk)


async def test_a_question_that_nobody_called_back_is_kept(desk: Desk) -> None:
    await desk.coordinator()
    rita = desk.person("Rita")
    await rita.writes("Where is Yerlan Kassymov?")
    desk.now += timedelta(days=100)
    await nights(desk, 0)
    async with desk.reading() as tx:
        assert [one.names for one in await tx.lookups.select()] == [("Yerlan Kassymov",)]
