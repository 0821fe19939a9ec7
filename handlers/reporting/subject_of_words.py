"""Of several reports of one person, the one that words are about (core.intake.subject).

Words may also be about somebody else, "mom is home now": then nothing is over for the person held.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from core.intake import subject
from core.model import Report
from handlers.forms import input_reading
from handlers.forms.input_reading import read_turn
from handlers.forms.message_reading import message_of
from handlers.reporting.known_reports import known_report
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def is_somebody_else_home(tx: Transaction, service: Service, report: Report, text: str) -> bool:
    """Whether whom the words name cannot be whom the report has named, a woman and a man."""
    before = input_reading.readable(await tx.entries.by(report_id=report.id))
    said = (str(entry.payload.get("text", "")) for entry in before)
    return subject.is_of_somebody_else(text, said, service.heard)


async def ignore_end(turn: Turn, report: Report) -> None:
    """When they say that something is over, these are only words about the case."""
    heard = read_turn(turn)
    if report.case_id is None or heard.situation != "over":
        return
    if await is_somebody_else_home(turn.tx, turn.service, report, turn.incoming.text):
        turn.told = turn.incoming, replace(heard, situation=None, ongoing=None)


async def report_meant(turn: Turn, reports: Sequence[Report]) -> Report | None:
    """The one that the actor's words are about."""
    found = subject.report_meant(
        message_of(turn), [await known_report(turn, report, names=True) for report in reports]
    )
    return found.report if found is not None else None
