"""A lawyer answers an offer, or gives a case back, in words that stand on no button: others must not wait for nothing."""

import pytest

from core.vocabulary import CaseState
from tests.casework.story_desk import Desk

HELD = "police took Dana Made-Up in Almaty"
TAKE = [
    ("en", "take it"), ("en", "I will take the case."), ("en", "ok, i'll take it"), ("ru", "беру дело"), ("ru", "я возьму!"),
    ("ru", "beru"), ("kk", "істі аламын"), ("kk", "мен алам"), ("ru", "ладно беру"), ("ru", "ну хорошо, давайте возьму"),
    ("en", "ok taking it"), ("kk", "жарайды, мен аламын"),
]  # fmt: skip
DECLINE = [
    ("en", "no"), ("en", "I cannot, I am in court"), ("en", "can't"), ("ru", "не могу, я в суде до вечера"), ("ru", "занят"),
    ("ru", "не возьму"), ("kk", "қазір ала алмаймын, соттамын"), ("kk", "бос емеспін"), ("ru", "не могу сплю"),
    ("ru", "не могу я за рулём"), ("en", "can't, sleeping"), ("en", "cant sleeping"),
]  # fmt: skip
BACK = [
    ("en", "I give it back, I am ill"), ("en", "i cannot continue"), ("ru", "возвращаю дело, заболел"),
    ("ru", "больше не могу вести дело"), ("kk", "істі қайтарамын, ауырып қалдым"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words"), TAKE)
async def test_it_is_taken(desk: Desk, language: str, words: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    await desk.reports(HELD)
    await marat.writes(words)
    assert await desk.states() == {"Marat": "accepted"}


@pytest.mark.parametrize(("language", "words"), DECLINE)
async def test_it_is_declined_and_the_next_are_asked_at_once(desk: Desk, language: str, words: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    igor = await desk.lawyer("Igor", cities=("konaev",))
    await desk.reports(HELD)
    await marat.writes(words)
    assert (await desk.states())["Marat"] == "declined"
    assert igor.rang() == 1


@pytest.mark.parametrize(("language", "words"), BACK)
async def test_it_is_given_back_and_others_are_asked(desk: Desk, language: str, words: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    await desk.reports(HELD)
    await marat.writes(desk.service.words.say(language, "button-accept").removeprefix("✅ "))
    saule = await desk.lawyer("Saule")
    await marat.writes(words)
    assert (await desk.case()).state is CaseState.OPEN
    assert saule.rang() == 1


@pytest.mark.parametrize(
    "words", ["take it?", "can I take it tomorrow", "беру такси", "не могу понять, где это", "ok"]
)
async def test_what_says_neither_answers_nothing(desk: Desk, words: str) -> None:
    marat = await desk.lawyer()
    await desk.reports(HELD)
    await marat.writes(words)
    assert await desk.states() == {"Marat": "offered"}
    marat.sees("To answer an offer, write “take it” or “can't”")


@pytest.mark.parametrize(("words", "state"), [("no", "offered"), ("can't", "declined")])
async def test_a_bare_no_is_the_answer_to_the_form_that_is_open(desk: Desk, words: str, state: str) -> None:
    marat = await desk.lawyer()
    await marat.writes("/report", "police took Ruslan Made-Up in Astana")
    await desk.later(minutes=1)
    await desk.reports(HELD)
    await marat.writes(words)
    assert (await desk.offers())["Marat"].state == state


async def test_where_nothing_can_be_pressed_it_is_the_same(desk: Desk) -> None:
    desk.without_buttons()
    marat, saule = await desk.lawyer("Marat"), await desk.lawyer("Saule")
    await desk.reports(HELD)
    await marat.writes("can't, I am in court")
    await saule.writes("i will take it")
    assert await desk.states() == {"Marat": "declined", "Saule": "accepted"}
    await saule.writes("give it back")
    assert (await desk.case()).state is CaseState.OPEN
