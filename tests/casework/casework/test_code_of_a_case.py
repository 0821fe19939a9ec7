"""The code that stands on every card names the case, typed alone as behind ``/case``."""

import pytest

from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"
NO_CODE = "There is no such code"


@pytest.mark.parametrize("written", ["{code}", "/case {code}"])
async def test_a_case_that_is_offered_comes_with_its_buttons(desk: Desk, written: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    before = set(marat.screen.messages)
    await marat.writes(written.format(code=(await desk.case()).code))
    assert before.isdisjoint(marat.screen.messages)
    await marat.presses("I'll take it")
    marat.sees("yours", "Dana Made-Up")


async def test_ones_own_case_opens_by_its_code_alone(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    before = set(marat.screen.messages)
    await marat.writes((await desk.case()).code.upper())
    assert before.isdisjoint(marat.screen.messages)
    marat.sees("yours", "Dana Made-Up")


async def test_a_coordinator_is_asked_why(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.lawyer()
    await desk.reports(HELD)
    await olga.writes((await desk.case()).code)
    olga.sees("Why do you need to see this case?")


async def test_a_colleague_reads_that_it_is_not_shown(desk: Desk) -> None:
    marat, asel = await desk.lawyer(), await desk.lawyer("Asel")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await asel.writes((await desk.case()).code)
    asel.sees("This case is not shown to you.")


async def test_for_anybody_else_it_is_no_code(desk: Desk) -> None:
    await desk.lawyer()
    await desk.reports(HELD)
    stranger = desk.person("Stranger")
    await stranger.writes((await desk.case()).code)
    stranger.sees_nothing_of("Almaty", "Case")
