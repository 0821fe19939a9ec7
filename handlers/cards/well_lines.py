"""What somebody who missed a check-in has written since: that they are well, confirmed or not."""

from bot.core.casework.kinds import KINDS
from bot.core.model import Case
from handlers.cards import case_lines
from handlers.cards.case_view import view_of
from handlers.cards.fact_lines import Reading, fact_line
from handlers.service import Service
from storage.transaction import Transaction


async def said_well(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """For coordinators, and for lawyers before they accept: no word of theirs."""
    if case.situation != "missing":
        return []
    zone = case_lines.zone_of(service, case)
    said = fact_line(Reading(service, language, case, await view_of(tx, case), zone), KINDS["says_well"])
    return [said] if said else []
