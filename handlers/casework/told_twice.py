"""A report that may tell of what a member has in hand: that member alone is asked at first, *the same* or *another*.

Others are asked as for any case when they say *another*, cannot, are not reached, or have said nothing for WAIT; and at once
where it is urgent, or becomes so. Nothing is joined before a person says so.
"""

from collections import Counter
from datetime import timedelta

from msgspec.structs import replace

from core.alerting.candidates import VISIT
from core.casework.linking import BY_NAME
from core.model import Case, Member
from core.records.lookups import Pair
from core.traffic import Timer
from core.vocabulary import CaseState, OfferState
from handlers.alerting import escalation, offering
from handlers.casework import case_pairs, one_event
from handlers.people.membership import addresses_of
from handlers.people.readers import is_reachable
from handlers.service import Service
from storage.transaction import Transaction

WAIT = timedelta(minutes=3)
AT_ONCE = 3  # questions that one member has before them


async def ask_owner(tx: Transaction, service: Service, case: Case) -> bool:
    """Whether somebody has a case that may be the same, and is asked."""
    if case.priority == offering.URGENT or case.city is None:
        return False
    held = await tx.cases.newest(case_pairs.NEAR_BY, city=case.city, state=CaseState.ACCEPTED)
    for known in reversed(await one_event.cases_of_one_event(tx, service, case, held)):
        owner = await tx.members.get(known.owner_id or 0)
        if owner is not None and await _can_be_asked(tx, case, owner):
            tx.pairs.add(Pair(tx.new_id(), case.id, known.id, BY_NAME, tx.now))
            await case_pairs.ring_coordinators(tx)
            # Of the visit that follows: who is asked now is not asked again with the others.
            early = replace(case, round=(case.round // VISIT + 1) * VISIT)
            details = {"step": case.step, "known": known.code}
            await offering.make_offer(tx, service, early, owner.id, details, Counter(), None)
            tx.timers.put(Timer(escalation.timer_key(case), "escalation", tx.now + WAIT, case.id))
            return True
    return False


async def _can_be_asked(tx: Transaction, case: Case, owner: Member) -> bool:
    told = {report.address_id for report in await tx.reports.by(case_id=case.id)}
    waiting = await tx.alerts.by(member_id=owner.id, state=OfferState.OFFERED)
    return (
        owner.suspended_at is None
        and told.isdisjoint(addresses_of(owner))
        and len(waiting) < AT_ONCE
        and await is_reachable(tx, owner)
    )


async def ask_others(tx: Transaction, service: Service, case: Case) -> None:
    """It is another: those who were not asked because it might be the same are asked now."""
    offers = await tx.alerts.by(case_id=case.id)
    if case.state is CaseState.OPEN and offers and all(offer.round > case.round for offer in offers):
        await escalation.look(tx, service, case)
