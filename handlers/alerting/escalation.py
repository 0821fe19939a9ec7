"""Asking lawyers: what bot.core.alerting.escalation decides, written down, rows and timer in one transaction."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from msgspec.structs import replace

from bot.core.alerting.escalation import Decision, decide
from bot.core.alerting.ground import OfGazetteer
from bot.core.alerting.second import decide_second
from bot.core.casework.holding import handing_key, second_is_sought
from bot.core.duty.schedule import Why
from bot.core.model import Alert, Case, Member
from bot.core.timeline import Line
from bot.core.traffic import Timer
from bot.core.vocabulary import AlertState, AskKind, CaseState
from handlers.alerting import asks, circumstances, in_order, left_alone, offering, unclaimed, unheard
from handlers.alerting.keys import escalation_key, pause_key
from handlers.cards import case_lines, tracking
from handlers.outbox import news, operator
from handlers.people import on_duty
from handlers.service import Service
from storage import burdens, timeline
from storage.transaction import Transaction

OPEN = AlertState.OFFERED
DELAY = timedelta(minutes=5)


def timer_key(case: Case) -> str:
    """The one escalation timer of a case."""
    return escalation_key(case.id)


def is_open(alert: Alert) -> bool:
    """Whether the search waits for this offer. Whom the owner asked by name is no part of it."""
    return alert.state is OPEN and alert.asked_by is None


async def start(tx: Transaction, service: Service, case: Case) -> None:
    """A case was opened that needs a lawyer."""
    if case.region is None:
        await asks.put(tx, service, case, "region")
    await look(tx, service, case)


async def on_escalation_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The time of a step is over, and nobody has accepted."""
    case = await tx.cases.get(timer.subject_id)
    if case is not None:
        for one in (*await in_order.ahead(tx, service, timer, case), case):
            await look(tx, service, one)


async def look(tx: Transaction, service: Service, case: Case, *, anew: bool = False) -> None:
    """Decide and do. ``anew``: from the first step, because urgency or region changed or the case was given back."""
    tx.timers.remove(pause_key(case.id))
    if case.state is CaseState.OPEN:
        tx.timers.remove(handing_key(case.id))
    await tx.prefetch(tx.members.want_all(suspended_at=None), burdens.wanted(tx))
    members = await tx.members.by(suspended_at=None)
    alerts = await tx.alerts.by(case_id=case.id)
    known = await burdens.burdens(tx)
    about = await circumstances.of(tx, case, members, known)
    planned = on_duty.schedule_of(service, members, {*about.unreachable, *about.crying})
    on_now, on_because = on_duty.as_of(planned, members, tx.now, case.region)
    zone, ground = case_lines.zone_of(service, case), OfGazetteer(service.gazetteer)
    finds = decide if case.state is CaseState.OPEN else decide_second
    decision = finds(case, alerts, on_now, service.policy, tx.now, zone, ground, about, anew=anew)
    if anew and case.unheard_at is not None:
        case = replace(case, unheard_at=None)
    await _apply(tx, service, case, decision, known.texts, on_because, were_asked=bool(alerts))
    if second_is_sought(case) and decision.next_look is None:
        await asks.put_once(tx, service, case, AskKind.SECOND)


async def _apply(
    tx: Transaction,
    service: Service,
    case: Case,
    decision: Decision,
    load: Counter[int],
    whys: Mapping[int, Why],
    *,
    were_asked: bool,
) -> None:
    for alert_id in decision.expire:
        alert = await tx.alerts.get(alert_id)
        if alert is not None:
            tx.alerts.put(replace(alert, state=AlertState.EXPIRED, answered_at=tx.now))
    first_nobody = decision.found_nobody and case.found_nobody_at is None
    case = tx.cases.put(
        replace(
            case,
            step=decision.step,
            round=decision.round,
            loops=decision.loops,
            found_nobody_at=tx.now if first_nobody else case.found_nobody_at,
        )
    )
    await tx.prefetch(
        tx.members.want("id", decision.ask),
        tx.cards.want("subject_id", decision.ask, subject="list"),
        tx.alerts.want("member_id", [member for member in decision.ask if load[member]], state=OPEN),
        tx.cards.want("subject", ["board"]),
    )
    wait = decision.next_look - tx.now if decision.next_look is not None else timedelta()
    for member_id in decision.ask:
        details = {"step": case.step, **service.policy.named(case.step), "why": decision.why[member_id]}
        if (duty := whys.get(member_id, Why.STANDING)) is not Why.STANDING:
            details["duty"] = duty.value  # else the roster alone says so, and nobody asks for a reason
        await offering.offer(
            tx, service, case, member_id, details, load, wait / 2 if decision.loops else None
        )
    if decision.ask:
        await unheard.wait(tx, service, case)
    if decision.found_nobody:
        await unclaimed.tell(tx, service, case, first=first_nobody, wait=wait, asked=decision.ask)
    if first_nobody:
        await timeline.append(tx, case.id, 0, Line.FOUND_NOBODY, {})
        if were_asked:  # else the receipt has just said whom we ask
            await news.tell(tx, service, case, "news-still-looking")
    if decision.alarm_administrators:
        await operator.tell(tx, service, "operator-nobody-to-ask", code=case.code)
    if decision.next_look is not None:
        tx.timers.put(Timer(timer_key(case), "escalation", decision.next_look, case.id))
    if decision.ask or decision.expire or first_nobody:
        await tracking.touch_case(tx, case.id)


async def on_morning(tx: Transaction, service: Service, timer: Timer) -> None:
    """It is morning, and nobody has taken it in the night: the region's lawyers are asked again."""
    case = await tx.cases.get(timer.subject_id)
    for one in (*await in_order.ahead(tx, service, timer, case), case) if case is not None else ():
        if one.state is CaseState.OPEN and not await tx.timers.get(pause_key(one.id)):
            await look(tx, service, one, anew=True)


async def go_on(tx: Transaction, service: Service, case: Case, *, was_over: bool = True) -> None:
    """It is not over after all: lawyers are asked now. After the pause they were asked too, but read that it is over
    (``was_over``): they are asked once more.
    """
    paused = await tx.timers.get(pause_key(case.id)) is not None
    if paused or (was_over and case.state is CaseState.OPEN):
        await look(tx, service, case, anew=True)


async def look_if_all_answered(tx: Transaction, service: Service, case: Case) -> None:
    """A step also ends as soon as all its offers are declined or unreachable; where nobody is sought, nothing changes."""
    if await tx.timers.get(pause_key(case.id)):
        return
    alerts = await tx.alerts.by(case_id=case.id)
    if case.state is CaseState.OPEN:
        if not any(alert.state is OPEN for alert in alerts):
            newest = max(alerts, key=lambda alert: alert.offered_at)
            # After whoever was asked by name nobody may have been passed over: from the first step.
            await look(tx, service, case, anew=newest.asked_by is not None)
    elif not any(is_open(alert) for alert in alerts):
        await look(tx, service, case)


async def on_member_unreachable(tx: Transaction, service: Service, member: Member) -> None:
    """The member blocked the bot, hid the chat or is gone: their offers end now, and a coordinator hears of a held case."""
    await end_offers(tx, service, member)
    await left_alone.tell(tx, service, member)
    for case in await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED):
        await asks.put(tx, service, case, "owner-gone", again=True)
    for case in await tx.cases.by(second_id=member.id, state=CaseState.ACCEPTED):
        tx.timers.put(Timer(f"second-gone:case-{case.id}", "second-gone", tx.now, case.id))


async def end_offers(tx: Transaction, service: Service, member: Member) -> None:
    """The member cannot be asked any more: whoever is next is asked now."""
    for alert in await tx.alerts.by(member_id=member.id, state=OPEN):
        tx.alerts.put(replace(alert, state=AlertState.UNREACHABLE, answered_at=tx.now))
        case = await tx.cases.get(alert.case_id)
        if case is not None:
            if alert.asked_by is not None:
                tx.timers.put(Timer(handing_key(case.id), "handing", tx.now, case.id))
            await timeline.append(tx, case.id, 0, Line.UNREACHABLE, {"member": member.id})
            await tracking.touch_case(tx, case.id)
            await look_if_all_answered(tx, service, case)


def delay(tx: Transaction, case: Case) -> None:
    """Ask lawyers a little later: one person reports very much, and a coordinator looks first."""
    tx.timers.put(Timer(timer_key(case), "escalation", tx.now + DELAY, case.id))
