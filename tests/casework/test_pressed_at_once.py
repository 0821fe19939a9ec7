"""Whoever presses sees at once what became of it: lists and boards that are only kept up to date leave after it."""

from tests.casework.desk import Desk

HELD = "police took Dana Made-Up in Almaty"


async def test_the_next_question_after_a_press_goes_before_boards(desk: Desk) -> None:
    olga, rita = await desk.coordinator(), desk.person()
    await olga.writes("/cases")
    await rita.writes("/start")
    await rita.presses("It is someone else", "Almaty", "One person", "Skip", "Just now")
    rita.lanes()
    olga.lanes()
    await rita.presses("Yes, still going on")
    rita.sees("Where were they taken?")
    assert rita.lanes() == ["reply"]
    assert set(olga.lanes()) <= {"edit"}


async def test_a_member_who_presses_on_a_card_sees_it_change_before_others_see_it(desk: Desk) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    await olga.writes("/cases")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    marat.lanes()
    olga.lanes()
    await marat.presses("Contacted")
    marat.sees("📞 contacted")
    assert marat.lanes()[0] == "reply"
    assert set(olga.lanes()) <= {"edit"}


async def test_what_changes_because_of_somebody_else_is_only_kept_up_to_date(desk: Desk) -> None:
    marat, rita = await desk.lawyer(), await desk.reports(HELD)
    rita.lanes()
    await marat.presses("I'll take it")
    rita.sees("A lawyer")
    assert "reply" not in rita.lanes()
