"""A lawyer who has taken a case and only types: no step is marked, and yet somebody is there."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

HELD = "police took Dana Made-Up in Almaty"
NOTE = {
    "en": "spoke to the duty officer, he writes a protocol",
    "ru": "поговорил с дежурным, он составляет протокол",
    "kk": "кезекшімен сөйлестім, хаттама жазып жатыр",
}
QUESTION = {
    "en": "does anybody know the investigator's name?",
    "ru": "кто-нибудь знает фамилию следователя?",
    "kk": "тергеушінің тегін білетін бар ма?",
}
TYPED = [(language, told[language]) for language in LANGUAGES for told in (NOTE, QUESTION)]


async def taken(desk: Desk, language: str = "en") -> tuple[Person, Person, Person]:
    marat, saule = await desk.lawyer("Marat", languages=(language,)), await desk.lawyer("Saule")
    olga = await desk.coordinator()
    await desk.reports(HELD)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    for person in (marat, saule, olga):
        person.rang()
    return marat, saule, olga


@pytest.mark.parametrize(("language", "text"), TYPED)
async def test_who_typed_is_asked_when_the_time_is_over_and_keeps_the_case_by_an_answer(
    desk: Desk, language: str, text: str
) -> None:
    marat, saule, _ = await taken(desk, language)
    await desk.later(minutes=12)
    await marat.writes(text)
    await desk.later(minutes=17)
    marat.rang()
    await desk.later(minutes=2)
    assert (await desk.case()).state == "accepted"
    assert marat.rang() == 1
    marat.sees(desk.service.words.say(language, "holding-still-first"))
    await marat.presses_data(f"mine:{(await desk.case()).id}")
    await desk.later(minutes=20)
    assert ((await desk.case()).state, saule.rang()) == ("accepted", 0)
    assert await desk.waits_until("first-action") is not None  # it is still waited for


async def test_a_second_note_is_an_answer_and_nothing_typed_is_lost(desk: Desk) -> None:
    marat, saule, _ = await taken(desk)
    await desk.later(minutes=12)
    await marat.writes(NOTE["en"])
    await desk.later(minutes=20)
    await marat.writes("he is in room 14 of the station")
    await desk.later(minutes=20)
    assert ((await desk.case()).state, saule.rang()) == ("accepted", 0)
    marat.sees(NOTE["en"], "he is in room 14 of the station")
    await marat.presses("On my way")
    assert await desk.waits_until("first-action") is None


async def test_without_an_answer_it_is_offered_to_others(desk: Desk) -> None:
    marat, saule, olga = await taken(desk)
    await desk.later(minutes=12)
    await marat.writes(NOTE["en"])
    await desk.later(minutes=35)
    assert (await desk.case()).state == "open"
    assert saule.rang() >= 1
    assert olga.rang() >= 1
    await saule.presses("I'll take it")
    saule.sees(NOTE["en"])  # what he found out is there for the next


async def test_who_types_nothing_loses_it_as_before(desk: Desk) -> None:
    _, saule, _ = await taken(desk)
    await desk.later(minutes=31)
    assert ((await desk.case()).state, saule.rang() >= 1) == ("open", True)


async def test_words_that_wait_for_which_case_are_a_sign_too(desk: Desk) -> None:
    marat, _, _ = await taken(desk)
    await desk.reports("police took Aliya Made-Up in Almaty")
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await desk.later(minutes=12)
    await marat.writes(NOTE["en"])
    await desk.later(minutes=20)
    assert {(await desk.case(number)).state for number in (0, 1)} == {"accepted"}
