"""On the wire: two reports of one arrest become one case by a tap, also after a restart, and two again by another."""

import pytest

from core.vocabulary import CaseState, RecordKind
from tests.stories.staff import history, reports, taps, the_case
from tests.world.world import World

pytestmark = pytest.mark.slow

HELD = "police took Erlan Pridumanny in Almaty an hour ago"


async def test_two_reports_become_one_case_and_two_again_whatever_restarts_between(world: World) -> None:
    coordinator = await world.member("Olga", role="coordinator", languages=("en",), on_duty=False)
    lawyer = await world.member("Marat", languages=("en",))
    await reports(world, HELD)
    await taps(world, lawyer, "I'll take it")
    await reports(world, f"{HELD}, he needs insulin", name="Vera")
    await world.fast_forward(minutes=1)
    await coordinator.expects("The same case?", "the city agrees, the day fits")
    await coordinator.expects_nothing("Pridumanny")
    await world.restart()
    held, stub = await the_case(world), await the_case(world, 1)
    await taps(world, coordinator, "1: the same")
    await lawyer.expects(f"{held.code}: one more source. New: Needs medicine")
    await lawyer.expects(held.code, "2 sources")
    assert (await the_case(world, 1)).record is RecordKind.STUB
    await taps(world, coordinator, f"Undo: {stub.code}")
    await lawyer.expects(f"It is {stub.code} again")
    assert [(await the_case(world, n)).state for n in (0, 1)] == [CaseState.ACCEPTED, CaseState.OPEN]
    assert {"linked_away", "unlinked"} <= set(await history(world, stub))
