"""What a second lawyer has who joins, and what becomes of the question that coordinators were asked."""

import pytest

from tests.casework.alerting.test_second_lawyer import CHILD
from tests.casework.story_desk import Desk


async def test_a_second_who_takes_it_from_a_list_has_the_case_as_a_card_that_follows_it(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    for number in range(4):
        await desk.reports(CHILD, name=f"Rita {number}")
    saule.sees_nothing_of("Dana")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    saule.lanes()
    await saule.presses_data(f"accept:{(await desk.offers())['Saule'].id}")
    assert "alert" in saule.lanes()
    saule.sees("you are the second lawyer", "Dana Made-Up")
    await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    saule.sees("you are the second lawyer", "📞 contacted")


@pytest.mark.slow
async def test_whoever_joins_settles_that_nobody_was_found_and_who_leaves_has_it_asked_anew(
    desk: Desk,
) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    olga = await desk.coordinator(escalation=True)
    await desk.reports(CHILD)
    await marat.presses("I'll take it", "Contacted")
    await saule.presses("I can't")
    await desk.later(hours=3)
    olga.sees("Nobody was found as the second lawyer of this case.")
    await saule.presses("I can after all")
    saule.sees("you are the second lawyer")
    olga.sees_nothing_of("Nobody was found as the second")
    await olga.writes("/help")
    before = len(olga.screen.texts())
    await saule.presses("Give back")
    await desk.later(hours=3)
    assert "Nobody was found as the second lawyer" in "".join(olga.screen.texts()[before:])


async def test_who_says_once_more_that_a_second_is_wanted_stands_in_an_open_history(desk: Desk) -> None:
    marat, olga = await desk.lawyer("Marat"), await desk.coordinator()
    await desk.lawyer("Saule")
    await desk.reports(CHILD)
    await marat.presses("I'll take it")
    await olga.opens(await desk.case())
    await olga.presses("History")
    assert (await desk.states())["Saule"] == "offered"
    await marat.presses_data(f"second:{(await desk.case()).id}:yes")
    assert ("second_wanted", "Marat", {"answer": "yes"}) in await desk.history()
    olga.sees("has called", "second lawyer", "Marat")
