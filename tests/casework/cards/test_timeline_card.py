"""What was done about a case, as a coordinator reads it: who, what, when and why, page by page, in their language."""

from typing import Any

import pytest

from core.model import LANGUAGES, TimelineEntry
from core.timeline import TimelineKind
from handlers.cards import history
from tests.casework.story_desk import Desk

OVERRUN: dict[str, Any] = {
    "clock": "detention-without-court",
    "length": "48h",
    "due": "2018-09-17T06:00:00+00:00",
    "minutes": 5,
    "start": "2018-09-15T06:00:00+00:00",
    "articles": [],
    "doubts": [],
}
DETAILS: dict[TimelineKind, dict[str, Any]] = {
    TimelineKind.UNDELIVERED: {"from": "signal", "to": "telegram"},
    TimelineKind.ASKED_ELSEWHERE: {"from": "signal", "to": "telegram"},
    TimelineKind.OFFERED: {"ask": "region", "why": {"near": "city", "speaks": True}, "duty": "shift"},
    TimelineKind.REASON: {"reason": "busy"},
    TimelineKind.CLOSED: {"outcome": "false_alarm"},
    TimelineKind.CODED: {"act": "arrest"},
    TimelineKind.VERIFIED: {"verification": "confirmed"},
    TimelineKind.ASSESSED: {"reliability": "highly"},
    TimelineKind.RANG_BACK: {"rang": "denies"},
    TimelineKind.JOKE: {"joke": "yes"},
    TimelineKind.FORGOTTEN: {"forgotten": "help"},
    TimelineKind.HOLD_ENDS: {"until": "2019-09-17T06:00:00+00:00"},
    TimelineKind.SILENCE: {"returns": "day"},
    TimelineKind.SECOND_WANTED: {"answer": "yes"},
    TimelineKind.PROCEEDING: {"step": "hearing"},
    TimelineKind.PROCEEDING_VOID: {"step": "hearing"},
    TimelineKind.INTERVENTION: {"written": "sent"},
    **{line: {"paper": "demand_for_release"} for line in history.PAPERS},
    TimelineKind.PLACED: {"place": "astana"},
    TimelineKind.READ_BEFORE: {"at": "2018-09-17T06:00:00+00:00"},
    TimelineKind.ANSWERED_BEFORE: {"at": "2018-09-17T06:00:00+00:00"},
    TimelineKind.CONSENT_DECIDED: {"use": "publication", "answer": "no"},
    TimelineKind.HANDING: {"given": "court"},
    TimelineKind.STATION_RUNG: {"said": "denied", "station": "Made-Up station"},
    **{line: {"case": 1, "code": "lamp river 27"} for line in history.LINKS},
    **dict.fromkeys((TimelineKind.OVERRUN, TimelineKind.OVERRUN_ENDED, TimelineKind.OVERRUN_VOID), OVERRUN),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_kind_of_line_is_told_in_every_language(desk: Desk, language: str) -> None:
    await desk.reports("police took a man in Almaty")
    case = await desk.case()
    told = {}
    for kind in TimelineKind:
        details = DETAILS.get(kind, {"reason": "made up"})
        line = TimelineEntry(1, case.id, desk.now, 0, kind, details, b"", b"")
        told[kind] = history._entry_line(desk.service, language, case, line, ["Made-Up"])
        assert told[kind].startswith("17.09 12:00 ")
        assert told[kind].endswith(" · Made-Up")
    assert len(set(told.values())) == len(TimelineKind)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_opened_it_when_and_why_and_it_follows_what_is_done(desk: Desk, language: str) -> None:
    olga, igor = await desk.coordinator(languages=(language,)), await desk.coordinator("Igor")
    await desk.reports("police took a man in Almaty")
    case = await desk.case()
    await olga.opens(case)
    await olga.presses_data(f"history:{case.id}")
    messages = len(olga.screen.messages)
    olga.sees("17.09 12:00", "the family has called · Olga")
    await desk.later(minutes=5)
    await igor.opens(case, "a journalist asks")
    olga.sees("17.09 12:05", "a journalist asks · Igor")
    assert len(olga.screen.messages) <= messages + 1


@pytest.mark.slow
async def test_a_long_history_has_pages_and_begins_with_what_was_done_last(desk: Desk) -> None:
    olga = await desk.coordinator()
    await desk.reports("police took a man in Almaty")
    case = await desk.case()
    for number in range(14):
        await olga.opens(case, f"reason {number} {'long ' * 200}")
    await olga.presses_data(f"history:{case.id}")
    olga.sees("What was done about", "reason 13", "[2/2]")
    olga.sees_nothing_of("reason 1 ")
    await olga.presses("▶")
    olga.sees("What was done about", "opened", "reason 1 ", "[1/2]")
    assert max(len(text) for text in olga.screen.texts()) < 4096


@pytest.mark.slow
async def test_whoever_has_not_the_case_open_reads_no_history(desk: Desk) -> None:
    olga, marat = await desk.coordinator(), await desk.lawyer("Marat")
    await desk.reports("police took a man in Almaty")
    case = await desk.case()
    await marat.presses("I'll take it")
    for person in (olga, marat):
        await person.presses_data(f"history:{case.id}")
        person.sees("not shown to you")
    await olga.opens(case)
    await olga.presses_data(f"history:{case.id}")
    await olga.presses_data(f"closed:{case.id}:other")
    olga.sees("What was done about 513-742: open the case to read it.")
    olga.sees_nothing_of("the family has called · Olga")
