"""The other phone has become the first: what comes there again follows the case from then on, as the card before it did."""

from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
CHILD = "police took Dana Made-Up in Almaty, she is 15 years old"
LATER = "They are being driven to the court"


async def on_the_other(desk: Desk, person: Person) -> Person:
    return await desk.also_on_signal(person, first=True)


async def test_the_question_whether_it_is_still_theirs(desk: Desk) -> None:
    desk.without_clocks()
    marat = await desk.lawyer("Marat")
    rita = await desk.reports(HELD)
    await marat.presses("I'll take it", "Contacted")
    signal = await on_the_other(desk, marat)
    await desk.later(hours=4.1)
    signal.sees("Is it still yours?")
    await rita.writes(LATER)
    signal.sees(LATER)


async def test_that_it_is_theirs_no_more_and_then_somebodys(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    signal = await on_the_other(desk, marat)
    await desk.later(minutes=30)
    signal.sees("still mine")
    await saule.presses("I'll take it")
    signal.sees("taken")
    signal.sees_nothing_of("still mine")


async def test_the_case_of_whoever_became_its_second_lawyer(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    rita = await desk.reports(CHILD)
    await marat.presses("I'll take it")
    signal = await on_the_other(desk, saule)
    await saule.presses("I'll take it")
    await rita.writes(LATER)
    signal.sees("Dana Made-Up", LATER)


async def test_the_case_of_whoever_has_it_after_its_owner(desk: Desk) -> None:
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    rita = await desk.reports(CHILD)
    await marat.presses("I'll take it")
    await saule.presses("I'll take it")
    signal = await on_the_other(desk, saule)
    await marat.presses("Give back")
    signal.sees("yours")
    await rita.writes(LATER)
    signal.sees(LATER)


async def test_whoever_accepts_where_they_were_asked_before_has_the_case_there_and_nowhere_else(
    desk: Desk,
) -> None:
    marat = await desk.lawyer("Marat")
    await desk.reports(HELD)
    signal = await on_the_other(desk, marat)
    await marat.presses("I'll take it")
    marat.sees("yours", "Dana Made-Up")
    signal.sees_nothing_of("Dana Made-Up")
