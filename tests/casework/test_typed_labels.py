"""Where buttons can be pressed and somebody types their words instead: the same work."""

import pytest

from bot.core.vocabulary import CaseState
from tests.casework.desk import Desk

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
    marat.sees("Several messages have that")
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
