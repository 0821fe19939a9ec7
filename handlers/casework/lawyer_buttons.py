"""What a lawyer's buttons do: accept, decline, give back. How a case ends is in closing.

Who was asked may press at any time, twice, or after the case was taken: the answer is always what is true now. First
accept wins; a late accept of a case that nobody has is welcome.
"""

from msgspec.structs import replace

from bot.core.casework.holding import has, is_asked, is_conflict, second_is_sought
from bot.core.model import Alert
from bot.core.timeline import Line
from bot.core.vocabulary import GAVE_BACK, AlertState, CaseState, gave_back
from handlers.alerting import escalation
from handlers.cards import tracking
from handlers.casework import assigning, handed_out, handing, lifecycle, open_with_reason, succession
from handlers.people.readers import is_reachable
from handlers.pressed import OnCase, OnOffer
from handlers.turn import Turn
from storage import timeline

DECLINABLE = (AlertState.OFFERED, AlertState.EXPIRED, AlertState.UNREACHABLE)


async def on_accepted(turn: Turn, found: OnOffer) -> None:
    """*Accept* on an offer: of the case, of its second place, or from whoever wants to hand it over."""
    tx, service, case, member = turn.tx, turn.service, found.case, found.member
    if is_conflict(found.alert):
        turn.reply("accept-conflict", code=case.code)
    elif case.state is CaseState.OPEN:
        await lifecycle.taken(tx, service, case, member, at=turn.address.id)
        if is_asked(found.alert):
            await assigning.accepted(tx, service, case, found.alert, member)
    elif is_asked(found.alert) and case.state is CaseState.ACCEPTED:
        await succession.handed_over(tx, service, case, member)
        await handing.accepted(tx, service, case, found.alert, member)
    elif second_is_sought(case) and not has(case, member.id):
        await succession.joined(tx, service, case, member)
    elif not has(case, member.id):
        taken = case.state is CaseState.ACCEPTED
        turn.reply("accept-too-late" if taken else "case-is-closed")
    await _refresh(turn, found.alert)


async def on_declined(turn: Turn, found: OnOffer) -> None:
    """*Decline*: the offer ends at once; why is asked afterwards."""
    await declined(turn, found)
    await _refresh(turn, found.alert)


async def declined(turn: Turn, found: OnOffer) -> None:
    """One offer ends, and whoever is next is asked if nobody else is."""
    free = found.case.state is CaseState.OPEN or second_is_sought(found.case)
    if is_asked(found.alert) and found.case.state is CaseState.ACCEPTED:
        await handing.declined(turn.tx, turn.service, found.case, found.alert, None)
    elif found.alert.state in DECLINABLE and free:
        turn.tx.alerts.put(replace(found.alert, state=AlertState.DECLINED, answered_at=turn.now))
        await timeline.append(turn.tx, found.case.id, found.member.id, Line.DECLINED, {})
        await tracking.touch_case(turn.tx, found.case.id)
        await escalation.look_if_all_answered(turn.tx, turn.service, found.case)
        if is_asked(found.alert):
            await assigning.declined(turn.tx, turn.service, found.case, found.alert)


async def on_reason_given(turn: Turn, found: OnOffer) -> None:
    """Why it was declined, or given back; whoever was asked by name declines by it."""
    if is_asked(found.alert) and found.case.state is CaseState.ACCEPTED:
        await handing.declined(turn.tx, turn.service, found.case, found.alert, found.word)
    elif found.alert.state is AlertState.DECLINED:
        reason = f"{GAVE_BACK}_{found.word}" if gave_back(found.alert.reason) else found.word
        turn.tx.alerts.put(replace(found.alert, reason=reason))
        await timeline.append(turn.tx, found.case.id, found.member.id, Line.REASON, {"reason": found.word})
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
        await lifecycle.given_back(turn.tx, turn.service, case, member)
    elif case.second_id == member.id:
        state, reason = AlertState.DECLINED, GAVE_BACK
        await succession.second_left(turn.tx, turn.service, case, member.id, state, reason)
    elif await handed_out.may_see(turn.tx, case, turn.address.id) or not await is_reachable(turn.tx, owner):
        await lifecycle.offered_to_others(turn.tx, turn.service, case, member)
    else:
        await open_with_reason.ask_reason(turn, case)


async def _refresh(turn: Turn, alert: Alert) -> None:
    """Show the pressed card as it is now; a copy that nobody tracks is overwritten."""
    for card in await turn.tx.cards.by(subject="alert", subject_id=alert.id):
        tracking.touch(turn.tx, card)
