"""When something is claimed that moves a clock, the case is looked at: it has one timer, for its next moment.

After a start the clocks of all open cases are computed again: the law may have other rows than before.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claim_kinds import ALARM
from core.casework.claims import Claim
from core.clocks.computation import LegalClock, legal_clocks
from core.clocks.warning_times import next_look, next_redraw
from core.model import Case
from core.traffic import Timer
from core.vocabulary import STILL, CaseState
from handlers.cards import case_lines
from handlers.cards.case_loading import view_from, view_of
from handlers.service import Service
from storage.schema import cases
from storage.transaction import Transaction

CLOCK_TIMER = "clock"
HEARD = frozenset({ALARM, "says_over"})  # kinds of claims by which somebody is woken, or not


def follow_claims(
    tx: Transaction, service: Service, case: Case, claims: Sequence[Claim], view: CaseView
) -> None:
    """Something was just noted or taken back. Nothing more is read; where no clock moves, nothing is written."""
    new = {claim.kind for claim in claims if tx.now in (claim.noted_at, claim.withdrawn_at)}
    if not new & service.clock_kinds or not wakes_anybody(case):
        return
    zone = case_lines.zone_of(service, case)
    clocks = legal_clocks(service.law, view, zone)
    if case.opened_at == tx.now:
        _set_next_timer(tx, case, clocks)
    elif new & HEARD or clocks != legal_clocks(service.law, view_from(_claims_before(tx, claims)), zone):
        look_now(tx, case)


def _claims_before(tx: Transaction, claims: Sequence[Claim]) -> list[Claim]:
    """What was said before this transaction."""
    return [
        replace(claim, withdrawn_at=None) if claim.withdrawn_at == tx.now else claim
        for claim in claims
        if claim.noted_at != tx.now
    ]


def set_timer(tx: Transaction, service: Service, case: Case, view: CaseView) -> None:
    """The timer of a case about which nothing was just said."""
    if wakes_anybody(case):
        _set_next_timer(tx, case, legal_clocks(service.law, view, case_lines.zone_of(service, case)))


def _set_next_timer(tx: Transaction, case: Case, clocks: Sequence[LegalClock]) -> None:
    due = next_look(clocks, tx.now)
    if due is not None:
        again = next_redraw(clocks, tx.now) if case.state is CaseState.ACCEPTED else None
        tx.timers.put(Timer(clock_timer_key(case.id), CLOCK_TIMER, min(due, again or due), case.id))


def wakes_anybody(case: Case) -> bool:
    """Whether anybody is woken by it: not while coordinators have only to read what may be nothing."""
    return case.alerting or case.state is not CaseState.OPEN


def look_now(tx: Transaction, case: Case) -> None:
    """Its clocks have moved, or it has a new owner whose card must be drawn again as time passes."""
    tx.timers.put(Timer(clock_timer_key(case.id), CLOCK_TIMER, tx.now, case.id))


def clock_timer_key(case_id: int) -> str:
    """The timer of a case."""
    return f"{CLOCK_TIMER}:case-{case_id}"


RECOMPUTE_TIMER = "recounting"
PORTION = 100  # cases in one transaction


async def schedule(tx: Transaction, service: Service) -> None:
    """At a start, and when the clock was put back. Not when it was given up: it would be given up again."""
    if service.law and await tx.timers.get(RECOMPUTE_TIMER) is None:
        tx.timers.put(Timer(RECOMPUTE_TIMER, RECOMPUTE_TIMER, tx.now))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Some more cases, and then the next."""
    found = await tx.cases.select(
        cases.c.id > timer.subject_id,
        cases.c.state.in_(STILL),
        order_by=cases.c.id,
        limit=PORTION,
    )
    ids = [case.id for case in found]
    await tx.reports.prefetch("case_id", ids)
    await tx.claims.prefetch("case_id", ids)
    reports = [report.id for id in ids for report in await tx.reports.by(case_id=id)]
    await tx.claims.prefetch("report_id", reports)
    for case in found:
        set_timer(tx, service, case, await view_of(tx, case))
    if len(found) == PORTION:
        tx.timers.put(Timer(RECOMPUTE_TIMER, RECOMPUTE_TIMER, tx.now, found[-1].id))
