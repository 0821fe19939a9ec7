"""Two lawyers have one case: each of them has a way of their own, and it is the one at the door who is rung."""

import pytest

from tests.casework.story_desk import Desk, Person

CHILD = "police took Dana Made-Up in Almaty, she is 15 years old"
NUMBER = {"Marat": "+77010000001", "Saule": "+77010000002"}


async def two(desk: Desk) -> tuple[Person, Person, Person]:
    """Marat has the case, Saule is the second, Olga coordinates."""
    marat, saule = [await desk.lawyer(name, phone=phone) for name, phone in NUMBER.items()]
    olga = await desk.coordinator()
    await desk.reports(CHILD)
    await marat.presses("I'll take it", "On my way")
    await saule.presses("I'll take it", "At the door")
    return marat, saule, olga


async def test_whoever_is_refused_is_rung_and_not_the_other(desk: Desk) -> None:
    _, saule, olga = await two(desk)
    await desk.later(minutes=5)
    await saule.presses("Not let in")
    shown = olga.sees("The lawyer is not let in", "Not let in: 17.09 12:05.", f"• Saule: {NUMBER['Saule']}")
    assert NUMBER["Marat"] not in shown


async def test_a_refusal_stands_until_whoever_was_refused_is_let_in(desk: Desk) -> None:
    marat, saule, olga = await two(desk)
    await saule.presses("Not let in")
    await marat.presses("At the door", "Let in")
    olga.sees("The lawyer is not let in", "• Saule")
    await saule.presses("Let in")
    olga.sees_nothing_of("The lawyer is not let in")


async def test_of_two_who_are_refused_both_are_rung(desk: Desk) -> None:
    marat, saule, olga = await two(desk)
    await saule.presses("Not let in")
    await marat.presses("At the door", "Not let in")
    olga.sees("The lawyer is not let in", "• Saule", "• Marat")


@pytest.mark.slow
async def test_a_refusal_ends_with_whoever_was_refused(desk: Desk) -> None:
    marat, saule, olga = await two(desk)
    await saule.presses("Not let in", "Give back")
    olga.sees_nothing_of("The lawyer is not let in")
    await marat.presses("At the door", "Not let in", "Give back")
    await saule.presses("I can after all")
    olga.sees_nothing_of("The lawyer is not let in")


@pytest.mark.slow
async def test_whoever_is_silent_inside_is_rung_though_the_other_answers(desk: Desk) -> None:
    marat, saule, olga = await two(desk)
    await saule.presses("Let in")
    await desk.later(minutes=10)
    await marat.presses("At the door", "Let in")
    await desk.later(hours=3)
    await marat.presses("Still inside")
    await desk.later(minutes=25)
    shown = olga.sees("more than three hours ago", f"• Saule: {NUMBER['Saule']}")
    assert NUMBER["Marat"] not in shown
    await saule.presses("I am out")
    olga.sees_nothing_of("more than three hours ago")
    assert marat.count("Are you out?") == 0
    await desk.later(hours=3)
    assert (marat.count("Are you out?"), saule.count("Are you out?")) == (1, 1)


@pytest.mark.slow
async def test_whoever_comes_later_does_not_end_the_wait_for_the_first(desk: Desk) -> None:
    marat, saule, olga = await two(desk)
    await saule.presses("Let in")
    await desk.later(hours=3, minutes=10)
    saule.sees("Are you out?")
    await marat.presses("At the door", "Let in")
    await desk.later(minutes=20)
    shown = olga.sees("more than three hours ago", "• Saule")
    assert NUMBER["Marat"] not in shown


@pytest.mark.slow
async def test_nobody_is_rung_in_the_place_of_somebody_who_has_it_no_more(desk: Desk) -> None:
    marat, saule, olga = await two(desk)
    await marat.presses("At the door", "Let in")
    await desk.later(hours=3, minutes=30)
    olga.sees("more than three hours ago", "• Marat")
    await marat.presses("Give back")
    saule.sees("yours")
    olga.sees_nothing_of("more than three hours ago")


async def test_the_second_finds_the_case_by_name_as_the_first_does(desk: Desk) -> None:
    marat, saule, _ = await two(desk)
    for person in (marat, saule):
        await person.writes("/case Dana")
        person.sees("Found: 1", "Dana Made-Up · 513-742")
