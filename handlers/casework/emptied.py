"""A case becomes a stub, because all its reports were linked to another, and comes back when that is undone.

As in lifecycle: what each does stands in bot.core.casework.life.
"""

from msgspec.structs import replace

from bot.core.casework.holding import has
from bot.core.casework.life import Event, ringing_key
from bot.core.casework.linking import GO_ALONG
from bot.core.model import Case, Member
from bot.core.timeline import Line
from bot.core.traffic import Lane
from bot.core.vocabulary import AlertState, AskKind, CaseState
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.casework import lifecycle
from handlers.clocks import following
from handlers.people.membership import home
from handlers.service import Service
from storage.transaction import Transaction


async def linked_away(
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
    asked = await asks.settle_all(tx, service, case)
    along = [kind for kind in sorted(asked & GO_ALONG) if not await _is_asked(tx, into, kind)]
    details = {"case": into.id, "code": into.code, "rule": rule, "score": score}
    details |= {"state": case.state.value, "asks": sorted(asked), "along": along}
    await lifecycle.happened(tx, service, case, Event.LINKED_AWAY, by.id, details)
    tx.timers.remove(following.key_of(case.id))
    tx.timers.remove(ringing_key(case.id))
    if case.state is CaseState.ACCEPTED:
        await _tell_holders(tx, case)
    for kind in along:
        await asks.put(tx, service, into, kind)


async def unlinked(tx: Transaction, service: Service, case: Case, from_case: Case, by: Member) -> None:
    """It is what it was before: looked for, somebody's again if they still take cases, or closed."""
    line = [one for one in await tx.timeline.by(case_id=case.id) if one.kind is Line.LINKED_AWAY][-1]
    was = CaseState(line.details["state"])
    if was is CaseState.ACCEPTED and not await _still_there(tx, case):
        was, case = CaseState.OPEN, await _freed(tx, case)
    details = {"case": from_case.id, "code": from_case.code}
    await lifecycle.happened(tx, service, case, Event.UNLINKED, by.id, details, was=was)
    if was is CaseState.ACCEPTED:
        await _tell_holders(tx, case)
    for kind in line.details["asks"]:
        await asks.put(tx, service, case, kind)
    for kind in line.details["along"]:
        await asks.settle(tx, service, from_case, AskKind(kind))
    following.look_now(tx, case)


async def _is_asked(tx: Transaction, case: Case, kind: AskKind) -> bool:
    return bool(await tx.cards.by(subject=f"ask-{kind}", subject_id=case.id))


async def _still_there(tx: Transaction, case: Case) -> bool:
    owner = await tx.members.get(case.owner_id or 0)
    return owner is not None and owner.suspended_at is None


async def _freed(tx: Transaction, case: Case) -> Case:
    for alert in await tx.alerts.by(case_id=case.id, state=AlertState.ACCEPTED):
        tx.alerts.put(replace(alert, state=AlertState.EXPIRED, answered_at=tx.now))
    return replace(case, owner_id=None, second_id=None, first_action_at=None)


async def _tell_holders(tx: Transaction, case: Case) -> None:
    """Whoever has, or had, the case hears of it: their card comes anew."""
    for alert in await tx.alerts.by(case_id=case.id):
        member = await tx.members.get(alert.member_id) if has(case, alert.member_id) else None
        if member is not None:
            await tracking.renew(tx, "alert", alert.id, await home(tx, member), Lane.ALERT, case_id=case.id)
