"""Where buttons can be pressed and somebody types their words instead: the same work."""

import pytest

from core.vocabulary import CaseState
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"
AGAIN = "police took Ruslan Made-Up in Almaty, at the square"


async def test_a_lawyer_accepts_works_and_closes_by_the_words_on_the_buttons(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes("i'll take it")
    marat.sees("yours", "Dana Made-Up")
    await marat.writes("contacted", "Close", "released", "Released")
    assert (await desk.case()).state is CaseState.CLOSED


@pytest.mark.parametrize(("language", "take"), [("ru", "беру"), ("kk", "аламын")])
async def test_it_is_done_in_their_language(desk: Desk, language: str, take: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    await desk.reports(HELD)
    await marat.writes(take)
    assert await desk.states() == {"Marat": "accepted"}


async def test_what_was_changed_by_typing_stands_at_the_end_of_the_chat(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    before = set(marat.screen.messages)
    await marat.writes("contacted")
    assert before.isdisjoint(marat.screen.messages)
    assert marat.count("yours") == 1


async def test_a_press_leaves_the_card_where_it_is(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    before = set(marat.screen.messages)
    await marat.presses("Contacted")
    assert before <= set(marat.screen.messages)


async def test_words_that_two_offers_have_are_asked_about_and_a_quote_says_which(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await desk.reports(AGAIN)
    await marat.writes("I'll take it")
    marat.sees("Which one")
    assert await desk.states() == {"Marat": "offered"}
    number, _ = marat.screen.button("I'll take it")
    await marat.writes("I'll take it", answers=number)
    assert marat.count("yours") == 1


async def test_while_something_is_asked_the_words_are_its_answer_unless_they_quote(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(AGAIN, name="Asel")
    number, _ = marat.screen.button("I'll take it")
    await marat.writes("/report", HELD)
    marat.sees("Where exactly?")
    await marat.writes("I'll take it")
    assert (await desk.case(0)).state is CaseState.OPEN
    await marat.writes("I'll take it", answers=number)
    assert (await desk.case(0)).state is CaseState.ACCEPTED


@pytest.mark.slow
async def test_a_question_of_long_ago_is_not_answered_by_a_word(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes("I'll take it", "Close")
    await desk.later(minutes=11)
    await marat.writes("released")
    assert (await desk.case()).state is CaseState.ACCEPTED


async def test_a_reporter_who_says_such_words_says_them(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.writes("I'll take it")
    assert (await desk.case()).state is not CaseState.ACCEPTED


async def test_a_question_that_is_answered_takes_no_words_any_more(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes("I'll take it")
    await desk.reports(AGAIN, name="Asel")
    await marat.writes("I'll take it")
    await marat.writes(f"close {(await desk.case(0)).code}", "released")
    assert (await desk.case(0)).state is CaseState.CLOSED
    await marat.writes("released")
    marat.sees_nothing_of("This case is closed.")
    marat.sees((await desk.case(1)).code, "close it?")


async def test_the_only_offer_is_taken_where_it_stands_in_a_list(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes("I'll take it", "/cases")
    await desk.reports(AGAIN, name="Asel")
    marat.sees("1 open offer")
    await marat.writes("I'll take it")
    assert (await desk.case(1)).state is CaseState.ACCEPTED


@pytest.mark.parametrize("written", ["{code} I'll take it", "беру {code}"])
async def test_a_code_beside_the_words_says_which_offer_is_meant(desk: Desk, written: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await desk.reports(AGAIN, name="Asel")
    await marat.writes("I'll take it")
    first, second = (await desk.case(0)).code, (await desk.case(1)).code
    marat.sees("Which one", first, second)
    await marat.writes(written.format(code=second))
    assert [(await desk.case(n)).state for n in (0, 1)] == [CaseState.OPEN, CaseState.ACCEPTED]


async def test_a_code_takes_no_offer_that_is_none(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await desk.reports(AGAIN, name="Asel")
    await marat.writes(f"I can't {(await desk.case(0)).code}")
    assert (await desk.states()) == {"Marat": "offered"}


@pytest.mark.parametrize("text", ["I'll take it", "беру", "аламын"])
async def test_whoever_takes_what_is_not_offered_any_more_is_told_so_and_notes_nothing(
    desk: Desk, text: str
) -> None:
    marat, asel = await desk.lawyer(), await desk.lawyer("Asel")
    await desk.reports(HELD)
    await marat.presses("I'll take it")
    await desk.reports(AGAIN, name="Dana")
    await asel.writes("I'll take it")
    await marat.writes(text)
    marat.sees("Nothing is offered to you now")
    marat.sees_nothing_of("noted")


async def test_an_offer_that_came_after_a_question_is_taken_by_its_words(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/report", "police took my neighbour in Almaty")
    await desk.later(minutes=1)
    await desk.reports(AGAIN, name="Asel")
    await marat.writes("I'll take it")
    assert (await desk.case()).state is CaseState.ACCEPTED


async def test_it_is_taken_so_also_in_a_list_that_was_there_before(desk: Desk) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes("I'll take it", "/cases", "/report", "police took my neighbour in Almaty")
    await desk.later(minutes=1)
    await desk.reports(AGAIN, name="Asel")
    await marat.writes("I'll take it")
    assert (await desk.case()).state is CaseState.ACCEPTED


@pytest.mark.parametrize("buttons", [True, False])
async def test_a_coordinator_takes_a_case_that_nobody_has_in_any_language(desk: Desk, buttons: bool) -> None:
    if not buttons:
        desk.without_buttons()
    await desk.lawyer()
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await olga.opens(await desk.case())
    await olga.writes("беру")
    olga.sees("yours", "Dana Made-Up")
    assert (await desk.case()).state is CaseState.ACCEPTED
