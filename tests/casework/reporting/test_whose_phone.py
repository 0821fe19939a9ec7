""" "Is it your phone that is being taken?" and other questions with a yes or a no on their buttons, answered by one word."""

import pytest

from tests.casework.story_desk import Desk, Person

HELD = {
    "en": "police took two people in Almaty",
    "ru": "в Алматы задержали двоих",
    "kk": "Алматыда екі адамды ұстады",
}
TAKEN = {
    "en": "they are collecting phones",
    "ru": "сейчас отберут телефоны",
    "kk": "олар телефондарды жинап жатыр",
}
ANSWERS = {"en": ("yes", "no"), "ru": ("да", "нет"), "kk": ("иә", "жоқ")}


async def is_hidden(desk: Desk, person: Person) -> bool:
    return (await desk.address(person)).silenced_at is not None


async def asked(desk: Desk, language: str) -> Person:
    rita = await desk.reports(HELD[language], language=language)
    await rita.writes(TAKEN[language])
    rita.sees(desk.service.words.say(language, "hide-offered"))
    return rita


@pytest.mark.parametrize("language", HELD)
async def test_a_typed_yes_hides_at_once_and_allows_no_news(desk: Desk, language: str) -> None:
    rita = await asked(desk, language)
    await rita.writes(ANSWERS[language][0])
    assert await is_hidden(desk, rita)
    assert (await desk.report()).consent is None


@pytest.mark.parametrize("language", HELD)
async def test_a_typed_no_is_no_answer_to_who_was_detained(desk: Desk, language: str) -> None:
    marat = await desk.lawyer()
    rita = await asked(desk, language)
    await rita.writes(ANSWERS[language][1])
    assert not await is_hidden(desk, rita)
    marat.sees("2 persons")
    rita.sees(desk.service.words.say(language, "report-who-one", situation="other"))


async def test_the_question_stands_until_it_is_answered_whatever_is_written_meanwhile(desk: Desk) -> None:
    rita = await asked(desk, "en")
    await desk.later(hours=3)
    await rita.writes("at the square", "yes")
    assert await is_hidden(desk, rita)


@pytest.mark.parametrize("word", ["no", "нет", "жоқ"])
async def test_a_member_types_the_word_with_which_one_button_begins(desk: Desk, word: str) -> None:
    marat = await desk.lawyer()
    await marat.writes("/hide", word)
    marat.sees("Nothing has changed.")
    assert not await is_hidden(desk, marat)


async def test_a_member_types_yes(desk: Desk) -> None:
    marat = await desk.lawyer()
    await marat.writes("/hide", "yes")
    assert await is_hidden(desk, marat)
