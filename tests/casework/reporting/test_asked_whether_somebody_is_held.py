"""Whoever wrote what the bot does not understand: they are told that it will be read, and asked whether somebody is held."""

import pytest

from tests.casework.reporting.test_unclear_words import GIVES, UNREAD, VAGUE, cases, shown
from tests.casework.story_desk import Desk

ASKED = {
    "en": ("Is somebody being held or not let out now?", "Me", "Somebody else", "No, a question"),
    "ru": ("Кого-то сейчас держат или не выпускают?", "Меня", "Другого человека", "Нет, это вопрос"),
    "kk": ("Қазір біреуді ұстап отыр ма", "Мені", "Басқа адамды", "Жоқ, бұл сұрақ"),
}
THEIRS = {"en": VAGUE, "ru": GIVES, "kk": "осы құжаттар туралы айтайын деп едім"}


@pytest.mark.parametrize("language", ASKED)
async def test_its_writer_is_told_that_it_will_be_read_and_asked_by_three_buttons(
    desk: Desk, language: str
) -> None:
    rita = await desk.reports(THEIRS[language], language=language)
    asked = rita.sees(*ASKED[language])
    labels = {b.label for m in rita.screen.messages.values() for row in m.rows for b in row}
    assert set(ASKED[language][1:]) <= labels
    assert len(labels) == 4  # and the one that hides the chat
    for old in ("What has happened?", "Что случилось?", "Не болды?"):
        assert old not in asked


@pytest.mark.parametrize(("label", "situation"), [("Me", "me"), ("Somebody else", "other")])
async def test_who_is_held_is_asked_about_as_in_any_report_and_the_words_are_in_it(
    desk: Desk, label: str, situation: str
) -> None:
    marat, olga = await desk.lawyer(), await desk.coordinator()
    rita = await desk.reports(VAGUE)
    await rita.presses(label)
    rita.sees("In which city")
    await rita.presses("Almaty")
    assert marat.rang() == 1
    case = await desk.case()
    assert case.situation == situation
    await olga.opens(case)
    olga.sees(VAGUE)
    await desk.later(hours=1)
    assert olga.count(UNREAD) == 0


async def test_who_is_held_and_says_no_place_is_a_case_a_minute_later_also_after_it_was_shown(
    desk: Desk,
) -> None:
    rita, olga = await shown(desk)
    await desk.later(minutes=3)
    olga.rang()
    await rita.presses("Me")
    await desk.later(minutes=1)
    assert olga.rang() == 1
    olga.sees("nobody has said where")
    olga.sees_nothing_of(UNREAD)
    assert (await desk.case()).situation == "me"


async def test_a_question_is_kept_with_the_words_and_takes_no_sound_back(desk: Desk) -> None:
    olga = await desk.coordinator()
    rita = await desk.reports(GIVES, language="ru")
    await rita.presses("Нет, это вопрос")
    rita.sees("возможно, ответит здесь", "Меня")
    rita.sees_nothing_of("Нет, это вопрос]")
    await desk.later(minutes=1)
    assert olga.rang() == 1
    olga.sees("a question, nobody is held", "[Read]")
    await olga.presses("Read")
    olga.sees(GIVES, "a question, nobody is held")
    await desk.later(hours=4)
    assert rita.count("незаконченное") == 0
    assert await cases(desk) == 0


async def test_a_draft_of_somebody_else_is_no_question_of_mine(desk: Desk) -> None:
    await shown(desk)
    number, vera = (await desk.report()).id, desk.person("Vera")
    await vera.presses_data(f"question:{number}")
    async with desk.reading() as tx:
        assert [entry.kind for entry in await tx.entries.by(report_id=number)] == ["words"]


async def test_a_word_that_nobody_will_read_soon_is_asked_about_as_before(desk: Desk) -> None:
    await desk.coordinator()
    rita = await desk.reports("hmm")
    rita.sees_nothing_of("A coordinator will read this")
