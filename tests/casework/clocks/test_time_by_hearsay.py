"""When it began, as others say, is only perhaps: it answers the question and starts no clock."""

import pytest

from core.conversation.forms import answers_from_data
from core.model import LANGUAGES
from tests.casework.story_desk import Desk

HELD = {
    "en": "police took my brother in Almaty",
    "ru": "в Алматы полиция забрала брата",
    "kk": "Алматыда полиция інімді алып кетті",
}
SAID = {
    "en": "neighbours say at 9 in the morning",
    "ru": "говорят, в 9 утра",
    "kk": "таңғы 9-да дейді",
}
KNOWN = {"en": "at 9 in the morning", "ru": "в 9 утра", "kk": "таңғы 9-да"}


async def when(desk: Desk, name: str) -> object:
    async with desk.reading() as tx:
        (dialogue,) = await tx.dialogues.select()
    answer = answers_from_data(dialogue.answers).get(name)
    return getattr(answer.value, "at", None) if answer is not None else None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_hour_that_others_tell_is_perhaps_and_is_not_asked_again(desk: Desk, language: str) -> None:
    marat = await desk.lawyer(languages=(language,))
    rita = await desk.reports(HELD[language], language=language)
    await marat.presses_data(f"accept:{(await desk.offers())['Marat'].id}")
    await rita.presses_data("report/when:!edit")
    await rita.writes(SAID[language])
    assert await when(desk, "when") is None
    assert await when(desk, "perhaps-when") is not None
    asked = (desk.service.words.say(language, "report-when-again"),)
    rita.sees_nothing_of(*asked)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_hour_that_the_writer_tells_is_a_fact(desk: Desk, language: str) -> None:
    rita = await desk.reports(HELD[language], language=language)
    await rita.presses_data("report/when:!edit")
    await rita.writes(KNOWN[language])
    assert await when(desk, "when") is not None
