"""The notes of members in a case, oldest first: for whoever sees it whole."""

from bot.core.casework.describe import CaseView
from bot.core.folding import inert
from bot.core.model import Case
from bot.core.presentation import units
from handlers.cards import case_lines
from handlers.cards.fact_lines import cut
from handlers.service import Service
from storage.transaction import Transaction

NOTES_SHOWN = 600  # UTF-16 units on the card


async def note_lines(
    tx: Transaction, service: Service, language: str, case: Case, view: CaseView, limit: int | None = None
) -> list[str]:
    """Each with its time and who wrote it, until that is forgotten; beyond ``limit`` units the oldest are left out, the
    newest is cut.
    """
    zone = case_lines.zone_of(service, case)
    lines = []
    for fact in view.history("note"):
        member = await tx.members.get(fact.claim.source_id)
        name = member.name if member is not None else ""
        at = case_lines.local(fact.claim.noted_at, zone, service.zone)
        lines.append(f"{' '.join(filter(None, (at, name)))}: «{inert(str(fact.value))}»")
    while limit is not None and len(lines) > 1 and sum(map(units, lines)) > limit:
        lines.pop(0)
    if limit is not None and lines:
        lines[0] = cut(lines[0], limit)
    return ["", service.words.say(language, "case-notes"), *lines] if lines else []
