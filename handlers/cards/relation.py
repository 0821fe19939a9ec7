"""How a source is called on cards: who they are to the person, never by a name."""

from bot.core.casework.kinds import KINDS
from bot.core.model import Report
from handlers.service import Service
from storage.transaction import Transaction


async def relation(tx: Transaction, service: Service, language: str, report: Report) -> str:
    """Who the reporter is to the person; a reporter, where they have not said it."""
    said = [c for c in await tx.claims.by(report_id=report.id) if c.kind == "link" and c.withdrawn_at is None]
    if not said:
        return service.words.say(language, "source-reporter")
    return service.words.say(language, KINDS["link"].option_key(str(said[-1].value)))
