"""Asking lawyers: what core.alerting.escalation decides, written down, rows and timer in one transaction.

Of several cases whose lawyers are asked at one moment, as in the morning or after the machine was away, those that come
first are asked about first, so that nobody's phone rings for another while lawyers are short (core.casework.case_list).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import bindparam, select

from core.alerting.candidates import VISIT, CaseRoster, Circumstances
from core.alerting.escalation import LAWYERS, EscalationDecision, decide_search, decide_second_search
from core.alerting.geography import GazetteerGeography
from core.casework.ownership import handing_key, second_is_sought
from core.duty.schedule import DutyReason
from core.model import Case, Member, Offer
from core.timeline import TimelineKind
from core.traffic import Timer
from core.vocabulary import CaseState, OfferState, TaskKind
from handlers.alerting import offering, reachability, tasks, unanswered
from handlers.alerting.timer_keys import escalation_key, pause_key
from handlers.cards import case_lines, live_cards
from handlers.outbox import administrators, news
from handlers.people import on_call
from handlers.people.on_call import load_triage
from handlers.service import Service
from storage import timeline, workload
from storage.schema import timer_waits, timers
from storage.statements import Prepared
from storage.transaction import Transaction


def _due_query() -> Prepared:
    kind = timers.c.kind == bindparam("kind", type_=timers.c.kind.type)
    until = timers.c.due_at <= bindparam("now", type_=timers.c.due_at.type)
    return Prepared(select(timers).where(timer_waits, kind, until), timers.c)


DUE = _due_query()  # those that wait longer are as many as the cases without a lawyer


async def cases_ahead(tx: Transaction, service: Service, timer: Timer, case: Case) -> list[Case]:
    """Those that stand above this one and are due too, in their order. Their timers are over, as this one is."""
    every = await tx.timers.answers(DUE, {"kind": timer.kind, "now": tx.now})
    due = {timer.subject_id: timer for timer in every if timer.subject_id != case.id}
    if not due:
        return []
    await tx.cases.prefetch("id", due)
    others = [other for id in due if (other := await tx.cases.get(id)) is not None]
    order = await load_triage(tx, service, [case, *others])
    above = sorted(
        (other for other in others if order.why(other) and order.key(other) < order.key(case)), key=order.key
    )
    for other in above:
        tx.timers.remove(due[other.id].key)
    return above


OPEN = OfferState.OFFERED
DELAY = timedelta(minutes=5)


def timer_key(case: Case) -> str:
    """The one escalation timer of a case."""
    return escalation_key(case.id)


def is_open(alert: Offer) -> bool:
    """Whether the search waits for this offer. Whom the owner asked by name is no part of it."""
    return alert.state is OPEN and alert.asked_by is None


async def start(tx: Transaction, service: Service, case: Case) -> None:
    """A case was opened that needs a lawyer."""
    if case.region is None:
        await tasks.ask_coordinators(tx, service, case, "region")
    await look(tx, service, case)


async def on_escalation_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The time of a step is over, and nobody has accepted."""
    case = await tx.cases.get(timer.subject_id)
    if case is not None:
        for waiting in (*await cases_ahead(tx, service, timer, case), case):
            await look(tx, service, waiting)


async def look(tx: Transaction, service: Service, case: Case, *, from_start: bool = False) -> None:
    """Decide and do. ``from_start``: begin at the first step, because urgency or region changed or the case was given
    back.
    """
    tx.timers.remove(pause_key(case.id))
    if case.state is CaseState.OPEN:
        tx.timers.remove(handing_key(case.id))
    there = await _roster_now(tx, service, case)
    zone, ground = case_lines.zone_of(service, case), GazetteerGeography(service.gazetteer)
    finds = decide_search if case.state is CaseState.OPEN else decide_second_search
    decision = finds(
        case,
        there.alerts,
        there.on_now,
        service.policy,
        tx.now,
        zone,
        ground,
        there.about,
        restart=from_start,
    )
    if from_start and case.unheard_at is not None:
        case = replace(case, unheard_at=None)
    were_asked = bool(there.alerts)
    await _apply_decision(tx, service, case, decision, there.load, there.on_because, were_asked=were_asked)
    if second_is_sought(case) and decision.next_look is None:
        await tasks.ask_coordinators_once(tx, service, case, TaskKind.SECOND)


class _RosterNow(Struct, frozen=True):
    """Who is on call for a case now and why, what is known of them, and the offers of the case."""

    alerts: Sequence[Offer]
    on_now: Sequence[Member]
    on_because: Mapping[int, DutyReason]
    about: Circumstances
    load: Counter[int]


async def _roster_now(tx: Transaction, service: Service, case: Case) -> _RosterNow:
    await tx.prefetch(tx.members.want_all(suspended_at=None), workload.rows_to_prefetch(tx))
    members = await tx.members.by(suspended_at=None)
    alerts = await tx.alerts.by(case_id=case.id)
    known = await workload.read_workloads(tx)
    about = await reachability.circumstances_of(tx, case, members, known)
    planned = on_call.schedule_of(service, members, {*about.unreachable, *about.crying})
    on_now, on_because = on_call.with_duty_at(planned, members, tx.now, case.region)
    return _RosterNow(alerts, on_now, on_because, about, known.texts)


async def ask_beside(tx: Transaction, service: Service, case: Case, as_there: Case) -> None:
    """Lawyers of another place, where people of the case may be: asked beside those who are asked or have it. ``as_there``:
    the case as it would be there.
    """
    there, ground = await _roster_now(tx, service, as_there), GazetteerGeography(service.gazetteer)
    roster = CaseRoster(as_there, there.on_now, there.alerts, service.policy, ground, there.about)
    asked = {alert.member_id for alert in there.alerts if alert.state in (OPEN, OfferState.ACCEPTED)}
    course = service.policy.begun(roster.region, tx.now.astimezone(case_lines.zone_of(service, as_there)))
    for number, step in enumerate(course.steps, course.first):
        chosen = roster.choose(number, case.round // VISIT, but=asked) if step.ask in LAWYERS else ()
        for candidate in chosen:
            details = {"step": number, **service.policy.named(number), "why": candidate.why}
            await offering.make_offer(
                tx, service, case, candidate.member.id, details, there.load, None, is_news=True
            )
        if chosen:
            if await tx.timers.get(timer_key(case)) is None:
                tx.timers.put(Timer(timer_key(case), "escalation", tx.now + step.wait, case.id))
            await unanswered.wait_for_answer(tx, service, case)
            await live_cards.touch_case(tx, case.id)
            return


async def _apply_decision(
    tx: Transaction,
    service: Service,
    case: Case,
    decision: EscalationDecision,
    load: Counter[int],
    whys: Mapping[int, DutyReason],
    *,
    were_asked: bool,
) -> None:
    for alert_id in decision.expire:
        alert = await tx.alerts.get(alert_id)
        if alert is not None:
            tx.alerts.put(replace(alert, state=OfferState.EXPIRED, answered_at=tx.now))
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
        if (duty := whys.get(member_id, DutyReason.STANDING)) is not DutyReason.STANDING:
            details["duty"] = duty.value  # else the roster alone says so, and nobody asks for a reason
        await offering.make_offer(
            tx, service, case, member_id, details, load, wait / 2 if decision.loops else None
        )
    if decision.ask:
        await unanswered.wait_for_answer(tx, service, case)
    if decision.found_nobody:
        await unanswered.tell_coordinators(
            tx, service, case, first=first_nobody, wait=wait, asked=decision.ask
        )
    if first_nobody:
        await timeline.append(tx, case.id, 0, TimelineKind.FOUND_NOBODY, {})
        if were_asked:  # else the receipt has just said whom we ask
            await news.tell(tx, service, case, "news-still-looking")
    if decision.alarm_administrators:
        await administrators.tell(tx, service, "operator-nobody-to-ask", code=case.code)
    if decision.next_look is not None:
        tx.timers.put(Timer(timer_key(case), "escalation", decision.next_look, case.id))
    if decision.ask or decision.expire or first_nobody:
        await live_cards.touch_case(tx, case.id)


async def on_morning(tx: Transaction, service: Service, timer: Timer) -> None:
    """It is morning, and nobody has taken it in the night: the region's lawyers are asked again."""
    case = await tx.cases.get(timer.subject_id)
    for waiting in (*await cases_ahead(tx, service, timer, case), case) if case is not None else ():
        if waiting.state is CaseState.OPEN and not await tx.timers.get(pause_key(waiting.id)):
            await look(tx, service, waiting, from_start=True)


async def go_on(tx: Transaction, service: Service, case: Case, *, was_over: bool = True) -> None:
    """It is not over after all: lawyers are asked now. After the pause they were asked too, but read that it is over
    (``was_over``): they are asked once more.
    """
    paused = await tx.timers.get(pause_key(case.id)) is not None
    if paused or (was_over and case.state is CaseState.OPEN):
        await look(tx, service, case, from_start=True)


async def look_if_all_answered(tx: Transaction, service: Service, case: Case) -> None:
    """A step also ends as soon as all its offers are declined or unreachable; where nobody is sought, nothing changes."""
    if await tx.timers.get(pause_key(case.id)):
        return
    alerts = await tx.alerts.by(case_id=case.id)
    if case.state is CaseState.OPEN:
        if not any(alert.state is OPEN for alert in alerts):
            newest = max(alerts, key=lambda alert: (alert.offered_at, alert.asked_by is not None))
            # After a member who was asked by name nobody may have been passed over: from the first step.
            await look(tx, service, case, from_start=newest.asked_by is not None)
    elif not any(is_open(alert) for alert in alerts):
        await look(tx, service, case)


async def on_member_unreachable(tx: Transaction, service: Service, member: Member) -> None:
    """The member blocked the bot, hid the chat or is gone: their offers end now, and a coordinator hears of a held case."""
    await end_offers(tx, service, member)
    await reachability.tell_coverage_gap(tx, service, member)
    for case in await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED):
        await tasks.ask_coordinators(tx, service, case, "owner-gone", again=True)
    for case in await tx.cases.by(second_id=member.id, state=CaseState.ACCEPTED):
        tx.timers.put(Timer(f"second-gone:case-{case.id}", "second-gone", tx.now, case.id))


async def end_offers(tx: Transaction, service: Service, member: Member) -> None:
    """The member cannot be asked any more: the next lawyer is asked now."""
    for alert in await tx.alerts.by(member_id=member.id, state=OPEN):
        tx.alerts.put(replace(alert, state=OfferState.UNREACHABLE, answered_at=tx.now))
        case = await tx.cases.get(alert.case_id)
        if case is not None:
            if alert.asked_by is not None:
                tx.timers.put(Timer(handing_key(case.id), "handing", tx.now, case.id))
            await timeline.append(tx, case.id, 0, TimelineKind.UNREACHABLE, {"member": member.id})
            await live_cards.touch_case(tx, case.id)
            await look_if_all_answered(tx, service, case)


def delay(tx: Transaction, case: Case) -> None:
    """Ask lawyers a little later: one person reports very much, and a coordinator looks first."""
    tx.timers.put(Timer(timer_key(case), "escalation", tx.now + DELAY, case.id))
