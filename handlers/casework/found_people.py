"""Where people of a case were found, as stations, lists and lawyers say: for those of its reporters whom a member has
verified (core.casework.telling). Who is verified only later reads it then.
"""

from collections.abc import Sequence

from core.casework.call_answers import is_found, people_asked_for
from core.casework.case_view import CaseView
from core.casework.telling import may_be_told
from core.folding import inert_line
from core.model import Case, Report
from core.vocabulary import WhoIsAsked
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.outbox import news
from handlers.service import Service
from storage.transaction import Transaction

FOUND = "stands-found"


async def found_places(tx: Transaction, service: Service, case: Case) -> dict[str, str | int]:
    """What stands in the sentence that tells it: each place once; empty if nobody was found."""
    zone = case_lines.zone_of(service, case)
    where: dict[str, str] = {}
    view = await view_of(tx, case)
    for person in people_asked_for(view):
        taken = view.of(person, "taken")
        if taken is not None and is_found(view, person):
            at = taken.time or taken.claim.noted_at
            where[inert_line(str(taken.value))] = case_lines.local_time(at, zone, service.zone)
    told = "; ".join(f"{place}, {time}" for place, time in where.items())
    return {"several": int(case.identified + case.unidentified_min > 1), "where": told} if told else {}


def is_anybody_found(view: CaseView) -> bool:
    """Whether somebody of the case was found."""
    return any(is_found(view, person) for person in people_asked_for(view))


async def may_hear(tx: Transaction, report: Report) -> bool:
    """Whether the writer of this report may hear where somebody was found."""
    return may_be_told(FOUND, await tx.claims.by(report_id=report.id))


async def tell_reporters(tx: Transaction, service: Service, case: Case, reports: Sequence[Report]) -> None:
    """Those of them who may hear it read where somebody of the case was found, if anybody was."""
    if said := await found_places(tx, service, case):
        for report in reports:
            await news.tell_one(tx, service, case, report, FOUND, WhoIsAsked.LAWYERS, **said)
