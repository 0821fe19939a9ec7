"""Where the reporter's own phone is taken nobody is to ring it by a slip: its number stands on no card whole, nor beside
what another source tells otherwise.
"""

import pytest

from core.incoming import SharedContact
from handlers.casework import case_pairs
from tests.casework.story_desk import Desk

FIRST = "police took my husband Erlan Pridumanny in Almaty an hour ago"
SECOND = "police took my brother Erlan Pridumanny in Almaty an hour ago"


@pytest.mark.parametrize("hides", ["Wife", "Brother"])
async def test_the_number_of_a_taken_phone_does_not_show_beside_a_second_source(
    desk: Desk, hides: str
) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer()
    wife = await desk.reports(FIRST, name="Wife")
    await wife.writes("", contact=SharedContact("+77015550177", "Wife", wife.chat))
    await desk.later(minutes=2)
    brother = await desk.reports(SECOND, name="Brother")
    await brother.writes("", contact=SharedContact("+77025550288", "Brother", brother.chat))
    await desk.later(minutes=1)
    async with desk.reading() as tx:
        ((pair, _, _),) = await case_pairs.waiting_pairs(tx)
    await olga.presses_data(f"linked:{pair.id}:same")
    async with desk.reading() as tx:
        case = await tx.cases.get((await tx.reports.select())[0].case_id or 0)
    assert case is not None
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', case)).id}")
    marat.sees("2 sources", "+77015550177")
    await {"Wife": wife, "Brother": brother}[hides].writes("/hide")
    await desk.later(minutes=1)
    marat.sees("2 sources")
    marat.sees_nothing_of("5550177", "5550288")
