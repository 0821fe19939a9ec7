"""What a lawyer's buttons do: accept, decline, give back, and the first action. How a case ends is in closing.

Everybody may press a button of a card that was shown to them, at any time, twice, or after the case was taken: the
answer is always what is true now. First accept wins; a late accept of a case that nobody has is welcome.
"""

from dataclasses import replace

from bot.core.casework.vocabulary import FIRST_ACTIONS, REASONS, SILENT, first_action_key
from bot.core.model import Alert, Case, Member
from bot.core.traffic import Lane, Timer
from handlers.alerting import escalation
from handlers.cards import tracking
from handlers.casework import handed_out
from handlers.outbox import news
from handlers.turn import Turn, id_in
from storage import timeline


async def on_accepted(turn: Turn, argument: str) -> None:
    """*Accept* on an offer."""
    found = await _own_alert(turn, argument)
    if found is None:
        return
    alert, case, member = found
    if case.state == "open":
        await take(turn, case, member, alert)
    elif case.owner_id != member.id:
        turn.reply("accept-too-late" if case.state == "accepted" else "case-is-closed")
        await _refresh(turn, alert)
    else:
        await _refresh(turn, alert)


async def take(turn: Turn, case: Case, member: Member, alert: Alert | None, *, said_to: int = 0) -> None:
    """The case is this member's now. ``said_to``: the coordinator whom the member told so on the phone."""
    tx = turn.tx
    if alert is None:
        alert = tx.alerts.add(
            Alert(tx.new_id(), case.id, member.id, case.step, case.round, "offered", tx.now)
        )
    tx.alerts.put(replace(alert, state="accepted", answered_at=tx.now, reason=None))
    first = case.accepted_at is None
    case = tx.cases.put(
        replace(
            case,
            state="accepted",
            owner_id=member.id,
            accepted_at=tx.now if first else case.accepted_at,
            first_action_at=None,
        )
    )
    await escalation.withdraw_others(tx, case, alert)
    due = tx.now + turn.service.policy.first_action
    escalation.set_timer(tx, Timer(first_action_key(case), "first-action", due, case.id))
    details = {"member": member.id} if said_to else {}
    await timeline.append(tx, case.id, said_to or member.id, "accepted", details)
    await tracking.renew(tx, "alert", alert.id, member.address_id, Lane.ALERT, case_id=case.id)
    await tracking.touch_case(tx, case.id)
    await news.accepted(tx, turn.service, case)


async def on_declined(turn: Turn, argument: str) -> None:
    """*Decline*: the offer ends at once; why is asked afterwards."""
    found = await _own_alert(turn, argument)
    if found is None:
        return
    alert, case, member = found
    if alert.state in ("offered", "expired", "unreachable") and case.state == "open":
        turn.tx.alerts.put(replace(alert, state="declined", answered_at=turn.now))
        await timeline.append(turn.tx, case.id, member.id, "declined", {})
        await tracking.touch_case(turn.tx, case.id)
        await escalation.look_if_all_answered(turn.tx, turn.service, case)
    await _refresh(turn, alert)


async def on_reason_given(turn: Turn, argument: str) -> None:
    """Why it was declined."""
    identity, _, reason = argument.partition(":")
    found = await _own_alert(turn, identity)
    if found is None:
        return
    alert, case, member = found
    if alert.state == "declined" and reason in REASONS:
        turn.tx.alerts.put(replace(alert, reason=reason))
        await timeline.append(turn.tx, case.id, member.id, "reason", {"reason": reason})
    await _refresh(turn, alert)


async def on_given_back(turn: Turn, argument: str) -> None:
    """*Give back*: offered to the others at once, and what was shown shrinks to a stub."""
    found = await own_case(turn, argument)
    if found is None:
        return
    case, member = found
    if case.state != "accepted":
        return
    tx = turn.tx
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.member_id == case.owner_id:
            tx.alerts.put(replace(alert, state="declined", reason="gave_back", answered_at=tx.now))
    tx.timers.remove(first_action_key(case))
    case = tx.cases.put(replace(case, state="open", owner_id=None, first_action_at=None))
    await timeline.append(tx, case.id, member.id, "given_back", {})
    await tracking.touch_case(tx, case.id)
    await handed_out.take_back(tx, case_id=case.id)
    await escalation.look(tx, turn.service, case, anew=True)
    await news.still_looking(tx, turn.service, case)


async def on_first_action(turn: Turn, argument: str) -> None:
    """*Contacted* or *On my way*: somebody really is on it."""
    identity, _, action = argument.partition(":")
    if action not in FIRST_ACTIONS:
        turn.reply("button-unknown")
        return
    await _take_again(turn, identity)
    found = await own_case(turn, identity)
    if found is None:
        return
    case, member = found
    if case.owner_id != member.id:
        turn.reply("case-not-yours")
        return
    if case.first_action_at is None:
        case = turn.tx.cases.put(replace(case, first_action_at=turn.now))
    turn.tx.timers.remove(first_action_key(case))
    await timeline.append(turn.tx, case.id, member.id, action, {})
    await tracking.touch_case(turn.tx, case.id)


async def _take_again(turn: Turn, identity: str) -> None:
    """A first action that comes too late, when nobody else has taken the case: it is still theirs."""
    member = turn.active
    case = await turn.tx.cases.get(id_in(identity) or 0)
    if member is None or member.role == "administrator" or case is None or case.state != "open":
        return
    silent = [h.details["member"] for h in await turn.tx.timeline.by(case_id=case.id) if h.kind == SILENT]
    alerts = [one for one in await turn.tx.alerts.by(case_id=case.id) if one.member_id == member.id]
    if alerts and silent[-1:] == [member.id]:
        await take(turn, case, member, alerts[-1])


async def own_case(turn: Turn, argument: str) -> tuple[Case, Member] | None:
    """The case and the actor, if the actor may act on it: its owner, or a coordinator. Else says why not."""
    member = turn.active
    case = await turn.tx.cases.get(id_in(argument) or 0)
    if member is None or case is None:
        turn.reply("suspended" if turn.member is not None and case is not None else "button-unknown")
        return None
    if (case.owner_id != member.id or member.role == "administrator") and turn.coordinator is None:
        turn.reply("case-not-yours")
        return None
    if case.state == "closed":
        turn.reply("case-is-closed")
        return None
    return case, member


async def _own_alert(turn: Turn, argument: str) -> tuple[Alert, Case, Member] | None:
    """The offer, its case and the actor; says why not if the button is forged, foreign, or the member suspended."""
    alert = await turn.tx.alerts.get(id_in(argument) or 0)
    if alert is None or turn.member is None or alert.member_id != turn.member.id:
        turn.reply("button-unknown")
        return None
    if turn.active is None:
        turn.reply("suspended")
        return None
    if turn.active.role == "administrator":
        turn.reply("case-not-yours")
        return None
    case = await turn.tx.cases.get(alert.case_id)
    return None if case is None else (alert, case, turn.active)


async def _refresh(turn: Turn, alert: Alert) -> None:
    """Show the pressed card as it is now; a copy that nobody tracks is overwritten."""
    for card in await turn.tx.cards.by(subject="alert", subject_id=alert.id):
        tracking.touch(turn.tx, card)
