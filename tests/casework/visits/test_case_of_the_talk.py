"""A lawyer with several cases: of which they wrote, or on whose card they pressed, stays meant for half an hour. It is asked
once, one answer files all that was written since, and what went to the wrong case is taken back whole.
"""

import pytest

from core.casework.proceedings import tracked_hearings
from core.model import LANGUAGES
from handlers.cards.case_loading import view_of
from tests.casework.story_desk import Desk, Person

HELD = ("police took Dana Made-Up in Almaty", "police took Tim Made-Up in Almaty")
HEARING = {
    "en": "hearing tomorrow at 10:00",
    "ru": "завтра суд в 10:00",
    "kk": "ертең сағат 10:00-де сот",
}
BEATEN = {"en": "he was beaten", "ru": "его избили", "kk": "оны ұрып тастаған"}
FREE = {"en": "he was released", "ru": "его отпустили", "kk": "оны босатты"}
RULING = {"en": "the court gave 10 days", "ru": "суд дал 10 суток", "kk": "сот 10 тәулік берді"}
CALM = {
    "en": "the investigator is captain Wolfe",
    "ru": "следователь капитан Волков",
    "kk": "тергеуші – капитан Асанов",
}


async def with_two_cases(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """Marat has Dana's and Tim's; Olga coordinates."""
    olga = await desk.coordinator(languages=(language,))
    marat = await desk.lawyer("Marat", languages=(language,))
    for number, told in enumerate(HELD):
        await desk.reports(told, name=f"Rita {number}")
        await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
        await marat.presses_data(f"first:{(await desk.case()).id}:contacted")
    await desk.later(minutes=31)  # nothing is meant any more
    olga.rang(), marat.rang()
    return marat, olga


async def told(desk: Desk, number: int, kind: str) -> list[str]:
    async with desk.reading() as tx:
        return [str(fact.value) for fact in (await view_of(tx, await desk.case(number))).history(kind)]


async def hearings(desk: Desk, number: int) -> int:
    async with desk.reading() as tx:
        return len(tracked_hearings(await view_of(tx, await desk.case(number))))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_asked_once_and_one_answer_files_all(desk: Desk, language: str) -> None:
    marat, olga = await with_two_cases(desk, language)
    say = desk.service.words.say
    await marat.writes(HEARING[language], FREE[language], CALM[language])
    assert marat.count(say(language, "visit-which")) == 1
    await marat.writes(BEATEN[language])
    olga.sees(say(language, "ask-harmed"), (await desk.case(1)).code)
    message, dana = marat.button_of(await desk.case(0), "visit:")
    await marat.presses_data(dana.data, message)
    assert (await hearings(desk, 0), await hearings(desk, 1)) == (1, 0)
    assert await told(desk, 0, "note") == [
        HEARING[language],
        FREE[language],
        CALM[language],
        BEATEN[language],
    ]
    assert await told(desk, 1, "note") == []
    marat.sees(say(language, "free-asked", code=(await desk.case(0)).code, names="none"))
    olga.sees(say(language, "ask-harmed"), (await desk.case(0)).code)
    assert olga.count(say(language, "ask-harmed")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_case_of_the_talk_is_meant_until_another_is_named(desk: Desk, language: str) -> None:
    marat, _ = await with_two_cases(desk, language)
    say = desk.service.words.say
    await marat.writes(f"Dana: {HEARING[language]}")
    await marat.writes(RULING[language])
    assert marat.count(say(language, "visit-which")) == 0
    marat.sees("Dana Made-Up", say(language, "button-not-this-case"))
    await marat.writes(f"Tim: {HEARING[language]}")
    await marat.writes(BEATEN[language])
    assert BEATEN[language] in await told(desk, 1, "note")
    assert BEATEN[language] not in await told(desk, 0, "note")
    await desk.later(minutes=31)
    await marat.writes(HEARING[language])
    assert marat.count(say(language, "visit-which")) == 1


async def test_the_card_that_was_pressed_is_meant(desk: Desk) -> None:
    marat, olga = await with_two_cases(desk)
    await marat.presses_data(f"first:{(await desk.case(0)).id}:at_station")
    await marat.writes("they do not let me in")
    assert (await told(desk, 0, "visit"))[-1:] == ["refused"]
    assert "refused" not in await told(desk, 1, "visit")
    olga.sees("The lawyer is not let in", (await desk.case(0)).code)


async def test_a_case_more_and_it_is_asked_again(desk: Desk) -> None:
    marat, _ = await with_two_cases(desk)
    await marat.writes("Dana was released")
    await desk.reports("police took Zoya Made-Up in Almaty", name="Zina")
    await marat.presses_data(f"accept:{(await desk.offer_to('Marat', await desk.case())).id}")
    await marat.writes("hearing tomorrow at 10:00")
    marat.sees("Which case is that about?")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_not_this_case_takes_all_of_it_back_and_asks(desk: Desk, language: str) -> None:
    marat, olga = await with_two_cases(desk, language)
    say = desk.service.words.say
    await marat.writes(f"Dana: {CALM[language]}")
    await marat.writes(f"{BEATEN[language]}. {HEARING[language]}")
    assert await hearings(desk, 0) == 1
    olga.sees(say(language, "ask-harmed"), (await desk.case(0)).code)
    await marat.presses(say(language, "button-not-this-case"))
    assert (await hearings(desk, 0), await told(desk, 0, "note")) == (0, [f"Dana: {CALM[language]}"])
    assert olga.count(say(language, "ask-harmed")) == 0
    message, tim = marat.button_of(await desk.case(1), "visit:")
    await marat.presses_data(tim.data, message)
    assert await hearings(desk, 1) == 1
    olga.sees(say(language, "ask-harmed"), (await desk.case(1)).code)


async def test_a_note_of_the_wrong_case_goes_to_another(desk: Desk) -> None:
    marat, _ = await with_two_cases(desk)
    await marat.writes("Dana has a son", "room 12 on the second floor")
    await marat.presses("Not this case")
    message, tim = marat.button_of(await desk.case(1), "note:")
    await marat.presses_data(tim.data, message)
    assert await told(desk, 0, "note") == ["Dana has a son"]
    assert await told(desk, 1, "note") == ["room 12 on the second floor"]


async def test_a_step_of_the_wrong_case_is_waited_for_again(desk: Desk) -> None:
    marat = await desk.lawyer("Marat")
    for number, reported in enumerate(HELD):
        await desk.reports(reported, name=f"Rita {number}")
        await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await marat.writes("Dana has a son", "on my way there")
    assert (await desk.case(0)).first_action_at is not None
    await marat.presses("Not this case")
    assert (await desk.case(0)).first_action_at is None
    await desk.later(minutes=90)
    assert (await desk.case(0)).state == "open"  # nothing followed in time: it is offered to others


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_is_not_answered_reaches_coordinators_with_the_words_at_once_and_together(
    desk: Desk, language: str
) -> None:
    marat, olga = await with_two_cases(desk, language)
    await marat.writes(HEARING[language], RULING[language])
    await desk.later(minutes=11)
    assert olga.rang() == 1
    olga.sees(HEARING[language], RULING[language], "Marat", "+7701", (await desk.case(0)).code)
    message, dana = marat.button_of(await desk.case(0), "visit:")
    await marat.presses_data(dana.data, message)
    assert (await hearings(desk, 0), await told(desk, 1, "note")) == (2, [])
