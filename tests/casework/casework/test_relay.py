"""A member asks the reporter back through the bot, and the answer finds the case."""

import pytest

from bot.messengers.errors import Untrusted
from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

TOLD = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция задержала Дану в Алматы",
    "kk": "Алматыда Дананы полиция ұстады",
}
QUESTION = "What colour were the uniforms?"
SPOKEN = {"en": "", "ru": " (английский)", "kk": " (ағылшынша)"}


async def at_work(desk: Desk, language: str = "en") -> tuple[Person, Person]:
    """A lawyer who has the case of a reporter."""
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(TOLD[language], language=language)
    await marat.presses(desk.service.words.say(language, "button-accept").lstrip("✅ "))
    await marat.presses(desk.service.words.say(language, "button-on-my-way").lstrip("🚗 "))
    await rita.allows_news()
    rita.rang()
    return marat, rita


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_question_comes_without_a_name_and_the_answer_is_told(desk: Desk, language: str) -> None:
    marat, rita = await at_work(desk, language)
    say = desk.service.words.say
    await marat.writes(QUESTION)
    await marat.presses(say(language, "button-relay"))
    rita.sees(
        QUESTION,
        say(language, "relay-message", role="lawyer", words=QUESTION, spoken=SPOKEN[language]).split("\n")[0],
    )
    rita.sees_nothing_of("Marat", marat.chat)
    assert rita.rang() == 1
    marat.rang()
    await rita.writes("black and yellow")
    case = await desk.case()
    marat.sees(say(language, "relay-answered", code=case.code))
    marat.sees("black and yellow")
    assert marat.rang() == 1
    await rita.writes("and one in green")
    assert marat.rang() == 0  # the card has it


async def test_a_coordinator_asks_of_a_case_that_was_opened_to_them(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(TOLD["en"])
    await rita.allows_news()
    await olga.opens(await desk.case())
    await olga.writes(QUESTION)
    await olga.presses("Send it to the reporter")
    rita.sees("A coordinator asks", QUESTION)
    await rita.writes("blue")
    olga.sees("the reporter has answered")
    assert ("asked_back", "Olga", {}) in await desk.history()


@pytest.mark.slow
async def test_of_several_reports_the_answer_goes_to_the_one_that_was_asked_about(desk: Desk) -> None:
    marat, rita = await at_work(desk)
    await marat.writes(QUESTION)
    first = await desk.case()
    await rita.writes("/report", "they detained my neighbour in Taraz")
    await marat.presses("Send it to the reporter")
    marat.rang()
    await desk.later(minutes=40)
    await rita.writes("black and yellow")
    marat.sees(first.code, "the reporter has answered")


@pytest.mark.parametrize("how", ["hidden", "refuses", "muted", "blocked", "another phone"])
async def test_a_chat_that_must_not_be_written_to_gets_nothing_and_the_member_hears_so(
    desk: Desk, how: str
) -> None:
    olga = await desk.coordinator()
    marat, rita = await at_work(desk)
    if how == "hidden":
        await rita.writes("/hide")
    elif how == "refuses":
        await rita.allows_news("no")
    elif how == "blocked":
        await desk.blocks(rita)
    elif how == "another phone":
        rita.screen.refuses = Untrusted("another key")
        await rita.writes("/status")
        rita.screen.refuses = None
    else:
        await olga.opens(await desk.case())
        await olga.presses("Mute the reporter for 24 h")
    rita.rang()
    await marat.writes(QUESTION)
    await marat.presses("Send it to the reporter")
    marat.sees("not sent")
    assert rita.rang() == 0
    rita.sees_nothing_of(QUESTION)


async def test_pressed_twice_it_is_sent_once(desk: Desk) -> None:
    marat, rita = await at_work(desk)
    await marat.writes(QUESTION)
    message, button = marat.screen.button("Send it to the reporter")
    await marat.presses_data(button.data, message)
    await marat.presses_data(button.data, message)
    assert rita.count(QUESTION) == 1


async def test_after_closing_nothing_is_sent_and_a_late_answer_is_words_after_closing(desk: Desk) -> None:
    olga = await desk.coordinator()
    marat, rita = await at_work(desk)
    await marat.writes(QUESTION)
    await marat.presses("Send it to the reporter")
    await marat.presses_data(f"closed:{(await desk.case()).id}:released")
    await marat.writes("one more question")
    marat.sees_nothing_of("[Send it to the reporter]\n[Send")
    marat.rang()
    await rita.writes("black and yellow, as I said before")
    assert marat.rang() == 0
    olga.sees("has written")


async def test_whoever_lost_the_case_hears_of_no_answer(desk: Desk) -> None:
    marat, rita = await at_work(desk)
    await marat.writes(QUESTION)
    await marat.presses("Send it to the reporter")
    await marat.presses_data(f"back:{(await desk.case()).id}")
    marat.rang()
    await rita.writes("black and yellow")
    marat.sees_nothing_of("has answered", "black and yellow")


QUESTIONS = {
    "en": QUESTION,
    "ru": "Какого цвета была форма у полиции?",
    "kk": "Полицияның киімі қандай түсті болды?",
}


@pytest.mark.parametrize("of_lawyer", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_in_another_language_say_which_and_who_cannot_read_them_asks_a_coordinator(
    desk: Desk, language: str, of_lawyer: str
) -> None:
    say = desk.service.words.say
    olga = await desk.coordinator()
    marat, rita = await at_work(desk, language)
    olga.rang()
    await marat.writes(QUESTIONS[of_lawyer])
    await marat.presses(say(language, "button-relay"))
    label, named = say(language, "button-unreadable"), say(language, f"spoken-{of_lawyer}")
    if of_lawyer == language:
        rita.sees_nothing_of(label, f"({named})")
        return
    rita.sees(f"({named}):", f"[{label}]")
    marat.rang()
    await rita.presses(label)
    rita.sees(say(language, "unreadable-noted"))
    olga.sees("or does not read ours")
    marat.sees(say(language, "relay-unread", code=f"{(await desk.case()).code} · "))
    assert (marat.rang(), olga.rang()) == (1, 1)
    await rita.presses(label)
    assert (marat.rang(), olga.rang()) == (0, 0)  # nobody is asked twice
