"""The reporter's side is one card: edited while they write, new only when something new is to be heard."""

import pytest

from tests.casework.story_desk import Desk, Person

HAVE = {"en": "Noted:", "ru": "Записано:", "kk": "Жазылды:"}
AGAIN = {
    "en": "at least the city or the district",
    "ru": "хотя бы город или район",
    "kk": "Ең болмаса қаланы немесе ауданды",
}
LISTENING = {"en": "Write whatever you can", "ru": "Пишите, что можете", "kk": "Не жаза алсаңыз"}
ASK_ME = {"en": "Ask me", "ru": "Спросите меня", "kk": "Маған сұрақ қойыңыз"}
PLACE = {"en": "In which city is it?", "ru": "В каком это городе?", "kk": "Бұл қай қалада?"}
OTHER = {"en": "Another city…", "ru": "Другой город…", "kk": "Басқа қала…"}
SITUATION = "report/situation:other"
HELD = "police took a man in Almaty"


def labels(person: Person) -> list[str]:
    """The buttons of the newest message."""
    *_, newest = person.screen.messages.values()
    return [button.label for row in newest.rows for button in row]


@pytest.mark.slow
async def test_forty_messages_in_one_second_are_answered_by_one(desk: Desk) -> None:
    rita = desk.person()
    await rita.presses_data(SITUATION)
    rita.rang()
    await rita.writes(*(f"blue bus {n}, nobody says anything" for n in range(40)))
    assert rita.rang() == 0
    assert len(rita.screen.texts()) == 1
    rita.sees(LISTENING["en"])


@pytest.mark.parametrize("language", HAVE)
async def test_a_question_is_put_twice_and_then_the_person_is_only_listened_to(
    desk: Desk, language: str
) -> None:
    rita = desk.person(language=language)
    await rita.presses_data(SITUATION)
    rita.sees(PLACE[language])
    await desk.later(minutes=1)
    await rita.writes("🙂 ааа ооо ыыы эээ ууу")
    assert PLACE[language] not in rita.sees(AGAIN[language])
    await desk.later(minutes=1)
    await rita.writes("🙂 ооо эээ ууу ыыы ааа")
    rita.sees_nothing_of(PLACE[language], AGAIN[language])
    assert ASK_ME[language] in labels(rita)
    rita.sees(LISTENING[language])
    await desk.later(minutes=1)
    await rita.writes("🙂 эээ ыыы ооо ааа ууу")
    rita.sees_nothing_of(PLACE[language], AGAIN[language])
    await rita.presses(ASK_ME[language])
    rita.sees(PLACE[language])


async def test_whoever_is_only_listened_to_is_understood_all_the_same(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = desk.person()
    await rita.presses_data(SITUATION)
    await rita.writes("they shout", "nobody explains", "it is cold")
    rita.sees(LISTENING["en"])
    await rita.writes("Almaty")
    marat.sees("Almaty")
    rita.sees("Received")


async def test_an_answer_begins_to_count_anew(desk: Desk) -> None:
    rita = await desk.reports(HELD)
    await rita.writes("it is cold", "Dana Made-Up", "it is dark")
    assert "Write whatever" not in rita.screen.text()


@pytest.mark.parametrize("language", HAVE)
async def test_six_cities_are_offered_first_and_the_others_when_they_are_asked_for(
    desk: Desk, language: str
) -> None:
    rita = desk.person(language=language)
    await rita.presses_data(SITUATION)
    assert labels(rita)[7] == OTHER[language]  # after six cities and "I do not know where"
    await rita.presses(OTHER[language])
    assert len(labels(rita)) > 20
    assert OTHER[language] not in labels(rita)
    assert len(rita.screen.texts()) == 1


async def test_the_card_shows_what_was_understood_and_follows_the_case(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports("police took two people in Almaty")
    rita.sees("Noted: Almaty; 2 people.", "1 lawyer contacted")
    rita.rang()
    await marat.presses("I'll take it")
    rita.sees("Noted: Almaty; 2 people.", "A lawyer is on it")
    assert rita.rang() == 1  # the news; an edit makes no sound


async def test_whoever_wants_no_news_here_reads_of_no_lawyer(desk: Desk) -> None:
    marat = await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.presses("No, do not write")
    await marat.presses("I'll take it")
    assert "lawyer is on it" not in rita.sees("Noted: Almaty")


async def test_the_code_stands_above_the_card_and_who_is_held_is_asked_about_news(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports("police detained me in Almaty")
    code, card = rita.screen.texts()[-2:]
    assert "Your code:" in code
    assert "May we write news to you here?" in code
    assert "Noted: Almaty" in card
    await rita.presses("Yes, you may")
    rita.sees("Noted: Almaty", "Write here: Yes, you may")


async def test_a_tapped_answer_is_shown_in_the_same_message(desk: Desk) -> None:
    rita = desk.person()
    await rita.presses_data(SITUATION)
    shown = len(rita.screen.texts())
    await rita.presses_data("report/who:three", message=list(rita.screen.messages)[-1])
    assert len(rita.screen.texts()) == shown
    rita.sees("3 people", PLACE["en"])


async def test_another_question_after_a_silence_takes_the_place_of_the_card_at_the_end_of_the_chat(
    desk: Desk,
) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD)
    await desk.later(minutes=1)
    before = list(rita.screen.messages)
    rita.rang()
    await rita.writes("Dana Made-Up")
    after = list(rita.screen.messages)
    assert len(after) == len(before)
    assert after[-1] != before[-1]
    assert rita.rang() == 1
    rita.sees("1 name", "Where exactly?")


async def test_the_card_leaves_the_chat_that_the_report_has_left(desk: Desk) -> None:
    await desk.lawyer()
    rita, other = await desk.reports(HELD), desk.person("Sister")
    code = rita.sees("Your code: ").split("Your code: ")[1].split(".")[0]
    await other.writes(code)
    await other.writes("Almaty", "yes")
    assert "Noted: Almaty" not in rita.screen.text()


async def test_a_cancelled_draft_leaves_no_card(desk: Desk) -> None:
    rita = desk.person()
    await rita.presses_data(SITUATION)
    await rita.writes("/cancel")
    assert PLACE["en"] not in rita.screen.text()
    rita.sees("Stopped")


async def test_what_is_wrong_is_said_beside_the_card_and_the_question_stands(desk: Desk) -> None:
    await desk.lawyer()
    rita = await desk.reports(HELD)
    await rita.writes("Dana Made-Up", "Abay street 10", "31.02")
    rita.sees("no such day")
    rita.sees("About when?")
