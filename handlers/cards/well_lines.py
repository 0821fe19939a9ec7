"""What somebody who missed a check-in has written since: that they are well, confirmed or not."""

from core.casework.claim_kinds import KINDS
from core.model import Case
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.cards.fact_lines import CaseReading, fact_line
from handlers.service import Service
from storage.transaction import Transaction


async def said_well(tx: Transaction, service: Service, language: str, case: Case) -> list[str]:
    """For coordinators, and for lawyers before they accept: no word of theirs."""
    if case.situation != "missing":
        return []
    zone = case_lines.zone_of(service, case)
    said = fact_line(CaseReading(service, language, case, await view_of(tx, case), zone), KINDS["says_well"])
    return [said] if said else []
