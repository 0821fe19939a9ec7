"""What a lawyer's buttons do: accept, decline, give back, and the first action. How a case ends is in closing.

Everybody may press a button of a card that was shown to them, at any time, twice, or after the case was taken: the
answer is always what is true now. First accept wins; a late accept of a case that nobody has is welcome.
"""

from dataclasses import replace

from bot.core.model import Alert, Case, Member
from bot.core.vocabulary import (
    FIRST_ACTIONS,
    REASONS,
    AlertState,
    CaseState,
    Line,
    Role,
)
from handlers.alerting import escalation
from handlers.cards import tracking
from handlers.casework import lifecycle
from handlers.turn import Turn, id_in
from storage import timeline


async def on_accepted(turn: Turn, argument: str) -> None:
    """*Accept* on an offer."""
    found = await _own_alert(turn, argument)
    if found is None:
        return
    alert, case, member = found
    if case.state is CaseState.OPEN:
        await lifecycle.taken(turn.tx, turn.service, case, member)
    elif case.owner_id != member.id:
        turn.reply("accept-too-late" if case.state is CaseState.ACCEPTED else "case-is-closed")
        await _refresh(turn, alert)
    else:
        await _refresh(turn, alert)


async def on_declined(turn: Turn, argument: str) -> None:
    """*Decline*: the offer ends at once; why is asked afterwards."""
    found = await _own_alert(turn, argument)
    if found is None:
        return
    alert, case, member = found
    if (
        alert.state in (AlertState.OFFERED, AlertState.EXPIRED, AlertState.UNREACHABLE)
        and case.state is CaseState.OPEN
    ):
        turn.tx.alerts.put(replace(alert, state=AlertState.DECLINED, answered_at=turn.now))
        await timeline.append(turn.tx, case.id, member.id, Line.DECLINED, {})
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
    if alert.state is AlertState.DECLINED and reason in REASONS:
        turn.tx.alerts.put(replace(alert, reason=reason))
        await timeline.append(turn.tx, case.id, member.id, Line.REASON, {"reason": reason})
    await _refresh(turn, alert)


async def on_given_back(turn: Turn, argument: str) -> None:
    """*Give back*: offered to the others at once, and what was shown shrinks to a stub."""
    found = await own_case(turn, argument)
    if found is None:
        return
    case, member = found
    if case.state is CaseState.ACCEPTED:
        await lifecycle.given_back(turn.tx, turn.service, case, member)


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
    await lifecycle.acted(turn.tx, case, member, Line(action))


async def _take_again(turn: Turn, identity: str) -> None:
    """A first action that comes too late, when nobody else has taken the case: it is still theirs."""
    member = turn.active
    case = await turn.tx.cases.get(id_in(identity) or 0)
    if (
        member is None
        or member.role is Role.ADMINISTRATOR
        or case is None
        or case.state is not CaseState.OPEN
    ):
        return
    silent = [
        h.details["member"]
        for h in await turn.tx.timeline.by(case_id=case.id)
        if h.kind is Line.NO_FIRST_ACTION
    ]
    alerts = [one for one in await turn.tx.alerts.by(case_id=case.id) if one.member_id == member.id]
    if alerts and silent[-1:] == [member.id]:
        await lifecycle.taken(turn.tx, turn.service, case, member)


async def own_case(turn: Turn, argument: str) -> tuple[Case, Member] | None:
    """The case and the actor, if the actor may act on it: its owner, or a coordinator. Else says why not."""
    member = turn.active
    case = await turn.tx.cases.get(id_in(argument) or 0)
    if member is None or case is None:
        turn.reply("suspended" if turn.member is not None and case is not None else "button-unknown")
        return None
    if (case.owner_id != member.id or member.role is Role.ADMINISTRATOR) and turn.coordinator is None:
        turn.reply("case-not-yours")
        return None
    if case.state is CaseState.CLOSED:
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
    if turn.active.role is Role.ADMINISTRATOR:
        turn.reply("case-not-yours")
        return None
    case = await turn.tx.cases.get(alert.case_id)
    return None if case is None else (alert, case, turn.active)


async def _refresh(turn: Turn, alert: Alert) -> None:
    """Show the pressed card as it is now; a copy that nobody tracks is overwritten."""
    for card in await turn.tx.cards.by(subject="alert", subject_id=alert.id):
        tracking.touch(turn.tx, card)
