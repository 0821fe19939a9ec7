"""Somebody else came home, "mom is home now": of whoever is held, nothing is over."""

from msgspec.structs import replace

from bot.core.model import Report
from bot.core.understanding.later import speaks_of_other_kin
from handlers.forms.told import readable, told
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def came_home(tx: Transaction, service: Service, report: Report, text: str) -> bool:
    """Whether whom the words name cannot be whom the report has named, a woman and a man."""
    said = [
        str(entry.payload.get("text", "")) for entry in readable(await tx.entries.by(report_id=report.id))
    ]
    before = " . ".join(one for one in said if one != text)
    return speaks_of_other_kin(text, before, service.heard)


async def unheard(turn: Turn, report: Report) -> None:
    """What they say is over is no more than words about the case."""
    heard = told(turn)
    if report.case_id is None or heard.situation != "over":
        return
    if await came_home(turn.tx, turn.service, report, turn.incoming.text):
        turn.told = turn.incoming, replace(heard, situation=None, ongoing=None)
