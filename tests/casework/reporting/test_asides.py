"""What somebody writes before they report is kept: it goes along with the report, or is erased with the drafts."""

import pytest

from core.model import LANGUAGES
from core.vocabulary import ReportState
from tests.casework.story_desk import Desk

ASKED = {"en": "are you the police?", "ru": "вы не из полиции?", "kk": "сіздер полиция емессіздер ме?"}
TAKEN = {
    "en": "police took my brother in Almaty",
    "ru": "полиция забрала моего брата в Алматы",
    "kk": "Алматыда ағамды полиция алып кетті",
}


async def said(desk: Desk) -> list[str]:
    """What is kept of it, in order."""
    async with desk.reading() as tx:
        return [str(entry.payload.get("text", "")) for entry in await tx.entries.select()]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_question_before_a_report_is_kept_with_it(desk: Desk, language: str) -> None:
    rita = desk.person(language=language)
    await rita.writes(ASKED[language])
    assert await said(desk) == [ASKED[language]]
    await rita.writes(TAKEN[language])
    assert (await desk.case()).city == "almaty"
    report = await desk.report()
    async with desk.reading() as tx:
        kept = await tx.entries.by(report_id=report.id)
    assert [entry.payload["text"] for entry in kept] == [ASKED[language], TAKEN[language]]


async def test_a_question_is_no_report_and_is_erased_with_the_drafts(desk: Desk) -> None:
    olga, rita = await desk.coordinator(), desk.person()
    await rita.writes(ASKED["en"], "is it free?")
    assert (await desk.report()).state is ReportState.ASIDE
    await desk.later(hours=23)
    assert len(await said(desk)) == 2
    await desk.later(hours=2)
    assert await said(desk) == []
    async with desk.reading() as tx:
        assert await tx.reports.select() == []
    assert olga.rang() == 0


async def test_whoever_asks_how_it_stands_before_a_report_has_none(desk: Desk) -> None:
    rita = desk.person()
    await rita.writes(ASKED["en"], "/status")
    rita.sees(desk.service.words.say("en", "stands-nothing"))
