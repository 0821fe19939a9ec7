"""A case becomes a stub, because all its reports were linked to another, and comes back when that is undone.

As in lifecycle, core.casework.transitions decides what each event does.
"""

from msgspec.structs import replace

from core.casework.linking import GO_ALONG
from core.casework.ownership import has_case
from core.casework.transitions import CaseEvent, ringing_key
from core.model import Case, Member
from core.timeline import TimelineKind
from core.traffic import Lane
from core.vocabulary import CaseState, OfferState, TaskKind
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.casework import lifecycle
from handlers.clocks import recompute
from handlers.people.membership import home_address
from handlers.service import Service
from storage.transaction import Transaction


async def merge_away(
    tx: Transaction,
    service: Service,
    case: Case,
    into: Case,
    by: Member,
    *,
    rule: str,
    score: float | None,
) -> None:
    """Its offers, timers and clocks end, its owner hears where it is now; what its reporters gave to ask is asked there."""
    asked = await tasks.settle_all(tx, service, case)
    along = [kind for kind in sorted(asked & GO_ALONG) if not await _is_asked(tx, into, kind)]
    details = {"case": into.id, "code": into.code, "rule": rule, "score": score}
    details |= {"state": case.state.value, "asks": sorted(asked), "along": along}
    await lifecycle.apply_event(tx, service, case, CaseEvent.LINKED_AWAY, by.id, details)
    tx.timers.remove(recompute.clock_timer_key(case.id))
    tx.timers.remove(ringing_key(case.id))
    if case.state is CaseState.ACCEPTED:
        await _tell_holders(tx, case)
    for kind in along:
        await tasks.ask_coordinators(tx, service, into, kind)


async def restore(tx: Transaction, service: Service, case: Case, from_case: Case, by: Member) -> None:
    """It is what it was before: looked for, somebody's again if they still take cases, or closed."""
    line = [
        entry for entry in await tx.timeline.by(case_id=case.id) if entry.kind is TimelineKind.LINKED_AWAY
    ][-1]
    was = CaseState(line.details["state"])
    if was is CaseState.ACCEPTED and not await _still_there(tx, case):
        was, case = CaseState.OPEN, await _without_offers(tx, case)
    details = {"case": from_case.id, "code": from_case.code}
    await lifecycle.apply_event(tx, service, case, CaseEvent.UNLINKED, by.id, details, was=was)
    if was is CaseState.ACCEPTED:
        await _tell_holders(tx, case)
    for kind in line.details["asks"]:
        await tasks.ask_coordinators(tx, service, case, kind)
    for kind in line.details["along"]:
        await tasks.settle(tx, service, from_case, TaskKind(kind))
    recompute.look_now(tx, case)


async def _is_asked(tx: Transaction, case: Case, kind: TaskKind) -> bool:
    return bool(await tx.cards.by(subject=f"ask-{kind}", subject_id=case.id))


async def _still_there(tx: Transaction, case: Case) -> bool:
    owner = await tx.members.get(case.owner_id or 0)
    return owner is not None and owner.suspended_at is None


async def _without_offers(tx: Transaction, case: Case) -> Case:
    for alert in await tx.alerts.by(case_id=case.id, state=OfferState.ACCEPTED):
        tx.alerts.put(replace(alert, state=OfferState.EXPIRED, answered_at=tx.now))
    return replace(case, owner_id=None, second_id=None, first_action_at=None)


async def _tell_holders(tx: Transaction, case: Case) -> None:
    """The member who has, or had, the case hears of it: their card comes again."""
    for alert in await tx.alerts.by(case_id=case.id):
        member = await tx.members.get(alert.member_id) if has_case(case, alert.member_id) else None
        if member is not None:
            await live_cards.renew(
                tx, "alert", alert.id, await home_address(tx, member), Lane.ALERT, case_id=case.id
            )
