"""What a lawyer answers to an offer (accept, decline, give back) or to several of one place with one press; and the timers
of an accepted case.

Members who were asked may press at any time, twice, or after the case was taken: the answer is always what is true now. The
first to accept wins; a late accept of a case that nobody has is welcome. How a case ends is in closing.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.casework.ownership import has_case, is_conflict_of_interest, is_handover_offer, second_is_sought
from core.model import Offer
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.vocabulary import GAVE_BACK, CaseState, OfferState, is_given_back
from handlers.alerting import escalation, unanswered
from handlers.arguments import OnBundle, OnCase, OnOffer
from handlers.cards import live_cards
from handlers.casework import (
    assignment,
    case_handover,
    case_holders,
    disclosure,
    lifecycle,
    opened_cases,
    still_yours,
)
from handlers.people.readers import is_reachable
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction


async def on_first_action_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Accepted, and then nothing: offered again, and a coordinator is asked to ring the member who accepted it. Who has
    written of it since is there, and is asked before; only if no answer comes it is offered.
    """
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.ACCEPTED or case.first_action_at is not None:
        return
    if not await still_yours.ask_writer(tx, service, case):
        await lifecycle.lapse(tx, service, case)


async def on_reminder_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Accepted, and nothing yet: the card comes once more, and says until when there is time."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.ACCEPTED or case.first_action_at is not None:
        return
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.member_id == case.owner_id:
            for card in await tx.cards.by(subject="alert", subject_id=alert.id):
                await live_cards.renew(tx, "alert", alert.id, card.address_id, Lane.ALERT, case_id=case.id)


async def on_timer_parked(tx: Transaction, service: Service, timer: Timer) -> None:
    """The timer of a case was given up: nobody is asked any more by themselves, so coordinators are."""
    case = await tx.cases.get(timer.subject_id)
    if case is not None and case.state is not CaseState.CLOSED:
        case = tx.cases.put(replace(case, found_nobody_at=case.found_nobody_at or tx.now))
        await unanswered.tell_coordinators(tx, service, case, first=True, wait=timedelta())


DECLINABLE = (OfferState.OFFERED, OfferState.EXPIRED, OfferState.UNREACHABLE)


async def on_accepted(turn: Turn, found: OnOffer) -> None:
    """*Accept* on an offer: for the case, for its second place, or from a member who wants to hand it over."""
    tx, service, case, member = turn.tx, turn.service, found.case, found.member
    if is_conflict_of_interest(found.alert):
        turn.reply("accept-conflict", code=case.code)
    elif case.state is CaseState.OPEN:
        await lifecycle.take(tx, service, case, member, at=turn.address.id)
        if is_handover_offer(found.alert):
            await assignment.tell_accepted(tx, service, case, found.alert, member)
    elif is_handover_offer(found.alert) and case.state is CaseState.ACCEPTED:
        await case_holders.hand_over(tx, service, case, member)
        await case_handover.tell_accepted(tx, service, case, found.alert, member)
    elif second_is_sought(case) and not has_case(case, member.id):
        await case_holders.join(tx, service, case, member)
    elif not has_case(case, member.id):
        taken = case.state is CaseState.ACCEPTED
        turn.reply("accept-too-late" if taken else "case-is-closed")
    await _refresh(turn, found.alert)


async def on_declined(turn: Turn, found: OnOffer) -> None:
    """*Decline*: the offer ends at once; why is asked afterwards."""
    await decline_offer(turn, found)
    await _refresh(turn, found.alert)


async def decline_offer(turn: Turn, found: OnOffer) -> None:
    """One offer ends, and the next lawyer is asked if nobody else is."""
    free = found.case.state is CaseState.OPEN or second_is_sought(found.case)
    if is_handover_offer(found.alert) and found.case.state is CaseState.ACCEPTED:
        await case_handover.tell_declined(turn.tx, turn.service, found.case, found.alert, None)
    elif found.alert.state in DECLINABLE and free:
        turn.tx.alerts.put(replace(found.alert, state=OfferState.DECLINED, answered_at=turn.now))
        await timeline.append(turn.tx, found.case.id, found.member.id, TimelineKind.DECLINED, {})
        await live_cards.touch_case(turn.tx, found.case.id)
        await escalation.look_if_all_answered(turn.tx, turn.service, found.case)
        if is_handover_offer(found.alert):
            await assignment.tell_declined(turn.tx, turn.service, found.case, found.alert)


async def on_reason_given(turn: Turn, found: OnOffer) -> None:
    """Why it was declined, or given back; for a member who was asked by name, the reason is also the answer."""
    if is_handover_offer(found.alert) and found.case.state is CaseState.ACCEPTED:
        await case_handover.tell_declined(turn.tx, turn.service, found.case, found.alert, found.word)
    elif found.alert.state is OfferState.DECLINED:
        reason = f"{GAVE_BACK}_{found.word}" if is_given_back(found.alert.reason) else found.word
        turn.tx.alerts.put(replace(found.alert, reason=reason))
        await timeline.append(
            turn.tx, found.case.id, found.member.id, TimelineKind.REASON, {"reason": found.word}
        )
    await _refresh(turn, found.alert)


async def on_given_back(turn: Turn, found: OnCase) -> None:
    """*Give back*, or a coordinator's *Offer to others*; pressed twice, it is offered already.

    A coordinator who takes it away from somebody who can be reached says first why.
    """
    case, member = found.case, found.member
    owner = await turn.tx.members.get(case.owner_id or 0)
    if case.state is not CaseState.ACCEPTED or owner is None:
        return
    if case.owner_id == member.id:
        await lifecycle.give_back(turn.tx, turn.service, case, member)
    elif case.second_id == member.id:
        state, reason = OfferState.DECLINED, GAVE_BACK
        await case_holders.remove_second(turn.tx, turn.service, case, member.id, state, reason)
    elif await disclosure.may_see(turn.tx, case, turn.address.id) or not await is_reachable(turn.tx, owner):
        await lifecycle.offer_to_others(turn.tx, turn.service, case, member)
    else:
        await opened_cases.ask_reason(turn, case)


async def _refresh(turn: Turn, alert: Offer) -> None:
    """Show the pressed card as it is now; a copy that nobody tracks is overwritten."""
    for card in await turn.tx.cards.by(subject="alert", subject_id=alert.id):
        live_cards.touch(turn.tx, card)


async def on_all_accepted(turn: Turn, found: OnBundle) -> None:
    """*Take all*: those that are free are theirs, each as by *accept*, and the others are named."""
    wanted = [offer for offer in found.offers if offer.alert.state is not OfferState.DECLINED]
    free = [offer.case for offer in wanted if offer.case.state is CaseState.OPEN]
    late = [
        offer.case
        for offer in wanted
        if offer.case.state is CaseState.ACCEPTED and offer.case.owner_id != offer.member.id
    ]
    for case in free:
        await lifecycle.take(turn.tx, turn.service, case, found.member, at=turn.address.id)
    if free:
        codes, gone = (" · ".join(case.code for case in cases) for cases in (free, late))
        turn.reply("bundle-taken", count=len(free), codes=codes, late=len(late), gone=gone)
    elif late:
        turn.reply("accept-too-late")
    elif all(offer.case.state is CaseState.CLOSED for offer in found.offers):
        turn.reply("case-is-closed")
    await _refresh_list(turn, found)


async def on_all_declined(turn: Turn, found: OnBundle) -> None:
    """*None of these*: every offer ends, and the next lawyer is asked."""
    for offer in found.offers:
        await decline_offer(turn, offer)
    await _refresh_list(turn, found)


async def _refresh_list(turn: Turn, found: OnBundle) -> None:
    """The row was pressed as it stood: the list shows what is true now."""
    for card in await turn.tx.cards.by(subject="list", subject_id=found.member.id):
        live_cards.touch(turn.tx, card)
