"""The silence is over: what comes then, and what has no use any more."""

import pytest

from core.model import LANGUAGES
from handlers.outbox import administrators
from tests.casework.emergency.silenced import begins, ends
from tests.casework.reporting.test_said_to_be_over import TOLD
from tests.casework.story_desk import Desk


@pytest.mark.slow
async def test_whoever_hides_in_silence_sees_the_bland_sentence_at_once_and_nothing_comes_later(
    desk: Desk,
) -> None:
    await begins(desk)
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await rita.writes("/hide")
    assert rita.screen.texts() == ["Thank you. The message has been received."]
    rita.rang()
    await desk.later(hours=20)
    await ends(desk)
    await desk.later(minutes=1)
    assert rita.rang() == 0


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_waited_for_long_comes_after_a_sentence_that_it_is_old(desk: Desk, language: str) -> None:
    over = desk.service.words.say(language, "silence-over")
    marat = await desk.lawyer()
    await begins(desk)
    rita = await desk.reports(TOLD[language], language=language)
    await desk.later(hours=20)
    await ends(desk)
    await desk.later(minutes=1)
    assert rita.screen.texts()[1] == over
    marat.sees("Almaty")
    assert marat.screen.texts()[0] != over  # offers are drawn as they leave


async def test_what_waited_for_a_minute_needs_no_such_sentence(desk: Desk) -> None:
    await begins(desk)
    rita = await desk.reports("Police took Made-Up Dana in Almaty an hour ago")
    await desk.later(minutes=1)
    await ends(desk)
    await desk.later(minutes=1)
    rita.sees_nothing_of("it may be old")


async def test_administrators_get_the_trouble_of_the_last_hour_of_a_silence_and_not_of_all(
    desk: Desk,
) -> None:
    await begins(desk)
    for _ in range(20):
        async with desk.writing() as tx:
            await administrators.tell(tx, desk.service, "operator-nobody-to-ask", code="made up 12")
        await desk.later(hours=1)
    await ends(desk)
    await desk.later(minutes=1)
    assert desk.administrator.count("made up 12") == 1


async def test_that_a_history_was_changed_is_told_however_old(desk: Desk) -> None:
    await begins(desk)
    async with desk.writing() as tx:
        await administrators.tell(tx, desk.service, "operator-owner", code="made up 12")
    await desk.later(hours=20)
    await ends(desk)
    await desk.later(minutes=1)
    desk.administrator.sees("made up 12")
