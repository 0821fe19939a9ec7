"""A coordinator gives a case that nobody has to a colleague by name: their phone rings alone, for ten minutes. Then, or as
soon as they say that they cannot, lawyers are asked from the first step, so that nobody was passed over meanwhile.

It is an offer like any other, with the name of who asks, so whoever was asked before can still take it, and the first wins.
"""

from msgspec.structs import replace

from bot.core.casework.holding import handing_key, is_asked
from bot.core.model import Alert, Case, Member
from bot.core.presentation import Button, in_rows
from bot.core.timeline import Line
from bot.core.traffic import Timer
from bot.core.vocabulary import AlertState, CaseState
from handlers.alerting import escalation, offering
from handlers.alerting.keys import pause_key
from handlers.cards import case_lines, tracking
from handlers.casework import colleagues, facts, handing, lifecycle
from handlers.pressed import OnCase, OnColleague
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

OPEN = AlertState.OFFERED


async def on_asked(turn: Turn, found: OnCase) -> None:
    """*Give it to…*: to whom?"""
    case = found.case
    rows = in_rows(
        Button(m.name, f"assignto:{case.id}:{m.id}") for m in await colleagues.choosable(turn, case)
    )
    colleagues.offer_names(turn, "assign-choice" if rows else "assign-nobody", case, rows)


async def on_chosen(turn: Turn, found: OnColleague) -> None:
    """They are asked, and nobody else meanwhile."""
    tx, service, case, colleague = turn.tx, turn.service, found.case, found.colleague
    if not await handing.can_be_asked(tx, case, colleague):
        turn.reply("handing-nobody", code=case.code)
        return
    if not case.alerting:
        case = await facts.note(tx, service, case, facts.alarm(tx, case, found.member))
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.state is OPEN:
            tx.alerts.put(replace(alert, state=AlertState.EXPIRED, answered_at=tx.now))
    offer = await _offer(tx, case, found.member, colleague)
    until = tx.now + handing.WAITS
    tx.timers.put(Timer(handing_key(case.id), "handing", until, case.id))
    # The search waits a little longer than they do: if their timer fails, it goes on by itself.
    tx.timers.put(Timer(escalation.timer_key(case), "escalation", until + handing.WAITS / 10, case.id))
    await timeline.append(tx, case.id, found.member.id, Line.ASSIGNED, {"member": colleague.id})
    await tracking.touch_case(tx, case.id)
    await offering.show(tx, service, offer, colleague)
    time = case_lines.local(until, case_lines.zone_of(service, case), service.zone)
    turn.reply_in_place("assign-asked", code=case.code, name=colleague.name, time=time)


async def _offer(tx: Transaction, case: Case, by: Member, colleague: Member) -> Alert:
    theirs = await tx.alerts.by(member_id=colleague.id, state=OPEN)
    offer = await lifecycle.offer_of(tx, case, colleague)
    number = max((one.number for one in theirs), default=0) + 1
    offer = replace(offering.anew(offer, tx.now), step=case.step, round=case.round, asked_by=by.id)
    return tx.alerts.put(replace(offer, number=number))


async def accepted(tx: Transaction, service: Service, case: Case, alert: Alert, member: Member) -> None:
    """Whoever asked hears that they took it."""
    await handing.tell(tx, service, case, alert.asked_by, "assign-done", name=member.name)


async def declined(tx: Transaction, service: Service, case: Case, alert: Alert) -> None:
    """Whoever asked hears that they cannot; others are asked already, if it is not said to be over."""
    colleague = await tx.members.get(alert.member_id)
    name = colleague.name if colleague is not None else "—"
    tx.timers.remove(handing_key(case.id))
    paused = await tx.timers.get(pause_key(case.id)) is not None
    key = "assign-declined-paused" if paused else "assign-declined"
    await handing.tell(tx, service, case, alert.asked_by, key, name=name)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has answered in time: of a case that somebody has it stays there, of one that nobody has others are asked."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.OPEN:
        await handing.on_due(tx, service, timer)
        return
    alerts = [alert for alert in await tx.alerts.by(case_id=case.id) if alert.asked_by is not None]
    newest = max(alerts, key=lambda alert: alert.offered_at, default=None)
    if newest is None:
        return
    if is_asked(newest):
        tx.alerts.put(replace(newest, state=AlertState.EXPIRED, answered_at=tx.now))
    if await tx.timers.get(pause_key(case.id)):  # the search goes on when the pause is over
        await handing.tell(tx, service, case, newest.asked_by, "assign-unanswered-paused")
        await tracking.touch_case(tx, case.id)
    else:
        await handing.tell(tx, service, case, newest.asked_by, "assign-unanswered")
        await escalation.look(tx, service, case, anew=True)
