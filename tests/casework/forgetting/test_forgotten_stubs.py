"""Two cases that are one are forgotten together, and kept together."""

import pytest

from core.records.holds import Hold
from tests.casework.forgotten import nights
from tests.casework.linking.test_same_case import SAME, cases, two
from tests.casework.story_desk import Desk

pytestmark = pytest.mark.slow


async def linked(desk: Desk) -> None:
    """The first is a stub of the second, which is closed."""
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await two(desk)
    case = await desk.case(1)
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    await olga.presses(SAME)
    await marat.presses("Close…", "Released")


async def test_a_stub_is_forgotten_with_the_case_that_its_report_feeds(desk: Desk) -> None:
    await linked(desk)
    await nights(desk, 361)
    for case in await cases(desk):
        assert case.forgotten_at is not None


async def test_a_hold_of_the_stub_keeps_the_case_that_its_report_feeds(desk: Desk) -> None:
    await linked(desk)
    stub, _ = await cases(desk)
    async with desk.writing() as tx:
        (olga,) = [one for one in await tx.members.select() if one.name == "Olga"]
        tx.holds.add(Hold(tx.new_id(), stub.id, olga.id, desk.now, "a complaint"))
    await nights(desk, 4000)
    assert [one.forgotten for one in await cases(desk)] == [(), ()]
