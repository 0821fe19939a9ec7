"""A coordinator gives a case that nobody has to a colleague by name: only their phone rings, for ten minutes. Then, or as
soon as they say that they cannot, lawyers are asked from the first step, so that nobody is passed over.

It is an offer like any other and names the coordinator, so members who were asked before can still take it, and the first
wins.
"""

from datetime import datetime

from msgspec.structs import replace

from core.casework.ownership import handing_key, is_handover_offer
from core.model import Case, Member, Offer
from core.presentation import Button, in_button_rows
from core.timeline import TimelineKind
from core.traffic import Timer
from core.vocabulary import CaseState, OfferState
from handlers.alerting import escalation, offering
from handlers.alerting.timer_keys import pause_key
from handlers.arguments import OnCase, OnColleague
from handlers.cards import case_lines, live_cards
from handlers.casework import case_handover, facts, lifecycle
from handlers.service import Service
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

OPEN = OfferState.OFFERED


async def on_asked(turn: Turn, found: OnCase) -> None:
    """*Give it to…*: the colleagues to choose from are shown."""
    case = found.case
    rows = in_button_rows(
        Button(m.name, f"assignto:{case.id}:{m.id}")
        for m in await case_handover.choosable_colleagues(turn, case)
    )
    case_handover.offer_names(turn, "assign-choice" if rows else "assign-nobody", case, rows)


async def on_chosen(turn: Turn, found: OnColleague) -> None:
    """They are asked, and nobody else meanwhile."""
    tx, service, case, colleague = turn.tx, turn.service, found.case, found.colleague
    if not await case_handover.can_be_asked(tx, case, colleague):
        turn.reply("handing-nobody", code=case.code)
        return
    until = await ask_colleague(tx, service, found)
    time = case_lines.local_time(until, case_lines.zone_of(service, case), service.zone)
    turn.reply_in_place("assign-asked", code=case.code, name=colleague.name, time=time)


async def ask_colleague(tx: Transaction, service: Service, found: OnColleague, reason: str = "") -> datetime:
    """The offer to the colleague, and until when they alone have it."""
    case, colleague = found.case, found.colleague
    if not case.alerting:
        case = await facts.record(tx, service, case, facts.alarm_claim(tx, case, found.member))
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.state is OPEN:
            tx.alerts.put(replace(alert, state=OfferState.EXPIRED, answered_at=tx.now))
    offer = await _make_offer(tx, case, found.member, colleague)
    until = tx.now + case_handover.WAITS
    tx.timers.put(Timer(handing_key(case.id), "handing", until, case.id))
    # The search waits a little longer than they do: if their timer fails, it goes on by itself.
    tx.timers.put(Timer(escalation.timer_key(case), "escalation", until + case_handover.WAITS / 10, case.id))
    details = {"member": colleague.id} | ({"reason": reason} if reason else {})
    await timeline.append(tx, case.id, found.member.id, TimelineKind.ASSIGNED, details)
    await live_cards.touch_case(tx, case.id)
    await offering.show(tx, service, offer, colleague)
    return until


async def _make_offer(tx: Transaction, case: Case, by: Member, colleague: Member) -> Offer:
    theirs = await tx.alerts.by(member_id=colleague.id, state=OPEN)
    offer = await lifecycle.offer_of(tx, case, colleague)
    number = max((open_offer.number for open_offer in theirs), default=0) + 1
    offer = replace(offering.made_again(offer, tx.now), step=case.step, round=case.round, asked_by=by.id)
    return tx.alerts.put(replace(offer, number=number))


async def tell_accepted(tx: Transaction, service: Service, case: Case, alert: Offer, member: Member) -> None:
    """The member who asked hears that they took it."""
    await case_handover.tell_asker(tx, service, case, alert.asked_by, "assign-done", name=member.name)


async def tell_declined(tx: Transaction, service: Service, case: Case, alert: Offer) -> None:
    """The member who asked hears that they cannot; others are asked already, if it is not said to be over."""
    colleague = await tx.members.get(alert.member_id)
    name = colleague.name if colleague is not None else "—"
    tx.timers.remove(handing_key(case.id))
    paused = await tx.timers.get(pause_key(case.id)) is not None
    key = "assign-declined-paused" if paused else "assign-declined"
    await case_handover.tell_asker(tx, service, case, alert.asked_by, key, name=name)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Nobody has answered in time: a case that somebody has stays there; for one that nobody has, others are asked."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.OPEN:
        await case_handover.on_due(tx, service, timer)
        return
    alerts = [alert for alert in await tx.alerts.by(case_id=case.id) if alert.asked_by is not None]
    newest = max(alerts, key=lambda alert: alert.offered_at, default=None)
    if newest is None:
        return
    if is_handover_offer(newest):
        tx.alerts.put(replace(newest, state=OfferState.EXPIRED, answered_at=tx.now))
    if await tx.timers.get(pause_key(case.id)):  # the search goes on when the pause is over
        await case_handover.tell_asker(tx, service, case, newest.asked_by, "assign-unanswered-paused")
        await live_cards.touch_case(tx, case.id)
    else:
        await case_handover.tell_asker(tx, service, case, newest.asked_by, "assign-unanswered")
        await escalation.look(tx, service, case, from_start=True)
