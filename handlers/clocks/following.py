"""Whenever something is claimed that moves a clock, the case is looked at: one timer a case, for its next moment."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.core.casework.claims import Claim
from bot.core.casework.describe import CaseView
from bot.core.casework.kinds import ALARM
from bot.core.clocks.pace import drawn_again, looked_at
from bot.core.clocks.running import Clock, clocks_of
from bot.core.model import Case
from bot.core.traffic import Timer
from bot.core.vocabulary import CaseState
from handlers.cards import case_lines
from handlers.cards.case_view import view_from
from handlers.service import Service
from storage.transaction import Transaction

KIND = "clock"
HEARD = frozenset({ALARM, "says_over"})  # kinds of claims by which somebody is woken, or not


def follow(tx: Transaction, service: Service, case: Case, claims: Sequence[Claim], view: CaseView) -> None:
    """Something was just noted or taken back. Nothing more is read; where no clock moves, nothing is written."""
    new = {claim.kind for claim in claims if tx.now in (claim.noted_at, claim.withdrawn_at)}
    if not new & service.clock_kinds or not is_heard(case):
        return
    zone = case_lines.zone_of(service, case)
    clocks = clocks_of(service.law, view, zone)
    if case.opened_at == tx.now:
        _wait(tx, case, clocks)
    elif new & HEARD or clocks != clocks_of(service.law, view_from(_before(tx, claims)), zone):
        look_now(tx, case)


def _before(tx: Transaction, claims: Sequence[Claim]) -> list[Claim]:
    """What was said before this transaction."""
    return [
        replace(claim, withdrawn_at=None) if claim.withdrawn_at == tx.now else claim
        for claim in claims
        if claim.noted_at != tx.now
    ]


def wait(tx: Transaction, service: Service, case: Case, view: CaseView) -> None:
    """The timer of a case of which nothing was just said."""
    if is_heard(case):
        _wait(tx, case, clocks_of(service.law, view, case_lines.zone_of(service, case)))


def _wait(tx: Transaction, case: Case, clocks: Sequence[Clock]) -> None:
    due = looked_at(clocks, tx.now)
    if due is not None:
        again = drawn_again(clocks, tx.now) if case.state is CaseState.ACCEPTED else None
        tx.timers.put(Timer(key_of(case.id), KIND, min(due, again or due), case.id))


def is_heard(case: Case) -> bool:
    """Whether anybody is woken by it: not while coordinators have only to read what may be nothing."""
    return case.alerting or case.state is not CaseState.OPEN


def look_now(tx: Transaction, case: Case) -> None:
    """Its clocks have moved, or somebody else has it and their card is to be drawn anew as time passes."""
    tx.timers.put(Timer(key_of(case.id), KIND, tx.now, case.id))


def key_of(case_id: int) -> str:
    """The timer of a case."""
    return f"{KIND}:case-{case_id}"
