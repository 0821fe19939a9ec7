"""Receipt codes: by which a reporter comes back. Two words and two digits, found by a keyed hash; code_said reads them."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.core.model import Report
from bot.core.receipt_codes import make_code, normalise_code
from handlers.cards import case_lines
from handlers.turn import Turn


async def give(turn: Turn, report: Report) -> tuple[Report, str]:
    """A code that nobody has, in the reporter's language."""
    words = turn.service.receipt_words[turn.language]
    while True:
        code = make_code(words, turn.service.pick)
        lookup = lookup_of(turn, normalise_code(code) or code)
        if not await turn.tx.reports.by(receipt_lookup=lookup):
            return turn.tx.reports.put(replace(report, receipt_lookup=lookup)), code


async def label(turn: Turn, report: Report) -> str:
    """How a person tells their own reports apart: the city and when."""
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    time = case_lines.local(report.created_at, turn.service.zone, turn.service.zone)
    place = case_lines.place_name(turn.service, turn.language, case) if case is not None else ""
    return f"{place} {time}".strip()


async def labels(turn: Turn, reports: Sequence[Report]) -> list[str]:
    """The same of several, no two alike: those of one place and minute have what was told, else a number."""
    found = [await label(turn, report) for report in reports]
    told = [
        one + await _situation(turn, report) if found.count(one) > 1 else one
        for one, report in zip(found, reports, strict=True)
    ]
    return [
        f"{one} ({told[: place + 1].count(one)})" if told.count(one) > 1 else one
        for place, one in enumerate(told)
    ]


async def _situation(turn: Turn, report: Report) -> str:
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    return f", {turn.say(f'report-situation-{case.situation}')}" if case is not None else ""


def lookup_of(turn: Turn, code: str) -> bytes:
    """By which the report of a code is found: see normalise_code."""
    return turn.tx.keyed_hash("receipt", code)
