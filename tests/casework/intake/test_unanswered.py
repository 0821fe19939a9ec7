"""Whatever somebody writes is answered by a new message; several in a row once, when they pause."""

import pytest

from core.model import LANGUAGES
from tests.casework.story_desk import Desk, Person

TAKEN = {
    "en": "police took Dana Made-Up in Almaty",
    "ru": "полиция забрала Дану Выдуманную в Алматы",
    "kk": "Алматыда полиция Дана Ойдан деген қызды алып кетті",
}
MORE = {
    "en": "they showed no papers",
    "ru": "бумаг никаких не показали",
    "kk": "ешқандай қағаз көрсеткен жоқ",
}


JOINED = {
    "en": "Added to your report.",
    "ru": "Добавлено к вашему сообщению.",
    "kk": "Хабарыңызға қосылды.",
}


async def listened_to(desk: Desk, language: str = "en") -> Person:
    """Somebody has reported and answers no question: they are asked nothing more, and may write anything."""
    rita = await desk.reports(TAKEN[language], language=language)
    for _ in range(3):
        await rita.writes(MORE[language])
        await desk.later(minutes=2)
    return rita


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_while_a_question_stands_bring_it_again_below_them(desk: Desk, language: str) -> None:
    rita = await desk.reports(TAKEN[language], language=language)
    await desk.later(minutes=2)
    before = max(rita.screen.messages)
    await rita.writes(MORE[language])
    assert max(rita.screen.messages) > before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_words_to_which_nothing_is_asked_are_said_to_have_arrived(desk: Desk, language: str) -> None:
    rita = await listened_to(desk, language)
    before = max(rita.screen.messages)
    await rita.writes(MORE[language])
    assert max(rita.screen.messages) > before
    rita.sees(JOINED[language])


async def test_several_in_a_row_are_answered_once_when_the_person_pauses(desk: Desk) -> None:
    rita = await listened_to(desk)
    await rita.writes("one of them wore a red cap")
    first = rita.screen.came
    await desk.later(seconds=2)
    await rita.writes("her phone is off")
    await desk.later(seconds=2)
    await rita.writes("she is 22")
    assert rita.screen.came == first
    await desk.later(seconds=6)
    last = rita.screen.came
    assert last > first
    await desk.later(seconds=60)
    assert rita.screen.came == last


async def test_a_hidden_chat_reads_nothing_of_it(desk: Desk) -> None:
    rita = await listened_to(desk)
    await rita.writes("one of them hit her")
    await desk.later(seconds=3)
    await rita.writes("her phone is off")
    await rita.writes("/hide")
    shown = len(rita.screen.messages)
    await desk.later(minutes=1)
    assert len(rita.screen.messages) == shown
