"""Where stations have said that the people of a case are, for its reporters: the place and since when, without a name."""

from bot.core.casework.describe import CaseView
from bot.core.casework.rounds import is_found, people_of
from bot.core.folding import inert
from bot.core.model import Case
from handlers.cards import case_lines
from handlers.cards.case_view import view_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction


async def sentence(turn: Turn, case: Case) -> str:
    """Of each place once; empty where nobody was found."""
    told = await said(turn.tx, turn.service, case)
    return turn.say("stands-found", **told) if told else ""


async def said(tx: Transaction, service: Service, case: Case) -> dict[str, str | int]:
    """What stands in that sentence."""
    zone = case_lines.zone_of(service, case)
    where: dict[str, str] = {}
    view = await view_of(tx, case)
    for person in people_of(view):
        taken = view.of(person, "taken")
        if taken is not None and is_found(view, person):
            at = taken.time or taken.claim.noted_at
            where[inert(str(taken.value))] = case_lines.local(at, zone, service.zone)
    told = "; ".join(f"{place}, {time}" for place, time in where.items())
    return {"several": int(case.identified + case.unidentified_min > 1), "where": told} if told else {}


def anybody(view: CaseView) -> bool:
    """Whether somebody of the case was found."""
    return any(is_found(view, person) for person in people_of(view))
