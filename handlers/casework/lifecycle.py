"""Everything that happens to a case, in one place, with a function for each event; core.casework.transitions decides what
each does.

Buttons, timers and commands call these and write nothing of it themselves.
"""

from typing import Any

from msgspec.structs import replace

from core.casework.ownership import action_shown_by, actions_shown, handing_key, second_is_sought
from core.casework.transitions import (
    TRANSITIONS,
    CaseEvent,
    Transition,
    first_action_key,
    inherited_by_second,
    reminder_key,
    resumed_stub,
)
from core.model import Case, Member, Offer
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.vocabulary import CaseState, OfferState, ReportState, TaskKind, WhoIsAsked
from handlers.alerting import escalation, owner_activity, pause, second_lawyer, tasks
from handlers.alerting.timer_keys import pause_key
from handlers.cards import live_cards
from handlers.casework import (
    case_pairs,
    disclosure,
    facts,
    held_unvisited,
    hiding_after_closing,
    later_questions,
    name_consents,
    opened_cases,
    still_yours,
    told_twice,
)
from handlers.clocks import recompute
from handlers.forms import dialogues
from handlers.outbox import news
from handlers.people.membership import home_address
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

NEWS_OF_THE_WAY = {TimelineKind.ON_MY_WAY: "news-on-my-way", TimelineKind.AT_STATION: "news-at-station"}


async def begin(tx: Transaction, service: Service, case: Case, *, one_of_many: bool, ask: TaskKind) -> None:
    """Enough is known: lawyers are asked now, a little later if one person reports very much, or first who may have the same
    in hand; else coordinators, what ``ask`` says.
    """
    await timeline.append(tx, case.id, 0, TimelineKind.OPENED, {"situation": case.situation})
    if one_of_many:
        for report in await tx.reports.by(case_id=case.id):
            await tasks.put_chat(tx, service, case, report.address_id, ask)
        if ask is TaskKind.CHECK_IN:  # someone who reports much is as easily lost as others
            await tasks.ask_coordinators(tx, service, case, ask)
        if case.alerting:
            escalation.delay(tx, case)
    elif case.alerting and not await told_twice.ask_owner(tx, service, case):
        await escalation.start(tx, service, case)
    elif not case.alerting:
        await tasks.ask_coordinators(tx, service, case, ask)
    await live_cards.touch_boards(tx)


async def ask_lawyers(tx: Transaction, service: Service, case: Case, *, by: Member | None = None) -> None:
    """A record becomes an alarm by what its reporter says, or a coordinator has lawyers asked (once more)."""
    if not case.alerting:
        case = await facts.record(tx, service, case, facts.alarm_claim(tx, case, by))
    await timeline.append(tx, case.id, by.id if by else 0, TimelineKind.LAWYERS_WANTED, {})
    if by is None and case.region is None:
        await tasks.ask_coordinators(tx, service, case, TaskKind.REGION)
    await escalation.look(tx, service, case, from_start=True)


async def search_again(tx: Transaction, service: Service, case: Case) -> None:
    """More urgent, or in another region: the search begins again."""
    details = {"priority": case.priority, "region": case.region}
    await timeline.append(tx, case.id, 0, TimelineKind.ASKED_ANEW, details)
    await escalation.look(tx, service, case, from_start=True)


async def take(
    tx: Transaction, service: Service, case: Case, member: Member, *, said_to: int = 0, at: int = 0
) -> None:
    """The case is this member's now. ``said_to``: the coordinator whom the member told so on the phone; who has pressed it
    themselves has the chat before them, so that their card comes as fast, and without a sound; ``at``: which chat that is.
    """
    offer = await offer_of(tx, case, member)
    case = replace(case, owner_id=member.id, accepted_at=case.accepted_at or tx.now)
    details = {"member": member.id} if said_to else {}
    await apply_event(tx, service, case, CaseEvent.TAKEN, said_to or member.id, details)
    recompute.look_now(tx, case)
    await case_pairs.touch_paired(tx, case)
    await held_unvisited.tell_if_many(tx, service, member)
    there = at or await home_address(tx, member)
    await live_cards.renew(tx, "alert", offer.id, there, Lane.ALERT, case_id=case.id, sound=said_to != 0)


async def give_back(tx: Transaction, service: Service, case: Case, by: Member) -> None:
    """By its owner: offered to the others at once; what was shown shrinks to a stub."""
    await apply_event(tx, service, case, CaseEvent.GIVEN_BACK, by.id)


async def offer_to_others(tx: Transaction, service: Service, case: Case, by: Member) -> None:
    """By a coordinator: the same, but its owner has not given it back, hears why, and can have it again."""
    await apply_event(tx, service, case, CaseEvent.TAKEN_AWAY, by.id, {"member": case.owner_id})
    await tell_owner(tx, case)


async def lapse(tx: Transaction, service: Service, case: Case) -> None:
    """Accepted, and then nothing: offered again, and coordinators are asked to ring the member who accepted it."""
    await apply_event(tx, service, case, CaseEvent.LAPSED, 0, {"member": case.owner_id})
    await tell_owner(tx, case)


async def tell_owner(tx: Transaction, case: Case) -> None:
    """The card of the member who has the case now, or who had it and reads why they no longer do, comes as a new message
    with a sound.
    """
    for alert in await tx.alerts.by(case_id=case.id):
        member = await tx.members.get(alert.member_id) if alert.member_id == case.owner_id else None
        if member is not None:
            await live_cards.renew(
                tx, "alert", alert.id, await home_address(tx, member), Lane.ALERT, case_id=case.id
            )


async def remove_owner(tx: Transaction, service: Service, case: Case) -> None:
    """Its owner takes no cases any more."""
    await apply_event(tx, service, case, CaseEvent.UNOWNED, 0, {"member": case.owner_id})


async def close(
    tx: Transaction,
    service: Service,
    case: Case,
    by: Member,
    outcome: str,
    reason: str = "",
    *,
    told: set[int] | None = None,
) -> None:
    """It is over, and how. Open forms about it end, so that later words are read as what they are. ``told``: addresses that
    have read it of another case already.
    """
    case = await facts.record(tx, service, case, facts.member_claim(tx, case, by, "outcome", outcome))
    details = {"outcome": outcome} | ({"reason": reason} if reason else {})
    await apply_event(tx, service, case, CaseEvent.CLOSED, by.id, details, told=told)


async def reopen(
    tx: Transaction,
    service: Service,
    case: Case,
    by: Member | None,
    *,
    told: set[int] | None = None,
    to_owner: bool = False,
) -> None:
    """It was closed by mistake, or began again: its reporters' words belong to it once more. ``to_owner``: it goes on as it
    was, with its owner, if they take cases still; without ``by`` a reporter says so.
    """
    details = {"outcome": case.outcome}
    await facts.take_back(tx, case, "outcome")
    case = await facts.record(tx, service, tx.cases.put(replace(case, forgotten=())))
    owner = await tx.members.get(case.owner_id or 0) if to_owner else None
    resumes = owner is not None and owner.suspended_at is None
    event = CaseEvent.RESUMED if resumes else CaseEvent.REOPENED
    await apply_event(tx, service, case, event, by.id if by is not None else 0, details, told=told)
    recompute.look_now(tx, case)
    for report in await tx.reports.by(case_id=case.id):  # what can wait is asked again
        later_questions.schedule(tx, service, case, report.id)
        await name_consents.ask_later(tx, report.id)


async def note_action(
    tx: Transaction, service: Service, case: Case, by: Member, action: TimelineKind
) -> Case:
    """The owner is on it: the first time ends the wait. That they are on the way, at the station and inside is news, once
    each; who is let in and never said that they are there, is there.
    """
    told_of = action in NEWS_OF_THE_WAY or action is TimelineKind.ADMITTED
    lines = await tx.timeline.by(case_id=case.id) if told_of else []
    before, was_inside = actions_shown(lines), any(line.kind is TimelineKind.ADMITTED for line in lines)
    case = owner_activity.end_first_wait(tx, case)
    await timeline.append(tx, case.id, by.id, action, {})
    await live_cards.touch_case(tx, case.id)
    if action in NEWS_OF_THE_WAY and action not in before and TimelineKind.AT_STATION not in before:
        await news.tell(tx, service, case, NEWS_OF_THE_WAY[action])
    elif action is TimelineKind.ADMITTED and not was_inside:
        is_there = TimelineKind.AT_STATION in before
        await news.tell(tx, service, case, "news-inside" if is_there else "news-at-station")
    return case


async def apply_event(
    tx: Transaction,
    service: Service,
    case: Case,
    event: CaseEvent,
    by: int,
    details: dict[str, Any] | None = None,
    *,
    successor: int | None = None,
    was: CaseState | None = None,
    told: set[int] | None = None,
) -> None:
    """Do what the row says. ``case`` carries what the event itself tells; ``was``: the state before it became a stub;
    ``told``: addresses that read no news of it, because they have read the same of another case.

    Raises KeyError if it cannot happen.
    """
    change = (
        TRANSITIONS[event, case.state] if was is None else resumed_stub(TRANSITIONS[event, case.state], was)
    )
    inherits = change.frees and change.to is CaseState.OPEN and case.state is CaseState.ACCEPTED
    if inherits and case.second_id is not None:
        change, successor = inherited_by_second(change), case.second_id
    new = replace(case, state=change.to)
    if change.frees:
        acted = action_shown_by(await tx.timeline.by(case_id=case.id), successor) if successor else None
        second_id = case.second_id if successor not in (None, case.second_id) else None
        new = replace(new, owner_id=successor, second_id=second_id, first_action_at=acted)
    await _settle_offers(tx, case, new, change)
    _set_first_action(tx, service, new, change)
    await still_yours.follow_ownership(tx, service, new, change)
    case = tx.cases.put(new)
    await timeline.append(tx, case.id, by, change.line, details or {})
    if successor is not None and event is not CaseEvent.HANDED_OVER:
        await timeline.append(tx, case.id, 0, TimelineKind.INHERITED, {"member": successor})
    if change.reports is not None:
        await _put_reports(tx, case, change.reports)
    if change.shrinks:
        await opened_cases.shrink_copies(tx, service, case)
    if change.takes_back:
        await disclosure.take_back(tx, case_id=case.id)
    await live_cards.touch_case(tx, case.id)
    if change.passes:
        await tell_owner(tx, case)
    if change.ask is not None:
        await tasks.ask_coordinators(tx, service, case, change.ask)
    if change.searches and case.says_over:
        await pause.begin(tx, service, case)
    elif change.searches:
        await escalation.look(tx, service, case, from_start=True)
    elif change.seeks_second and second_is_sought(case):
        await second_lawyer.seek(tx, service, case)
    if change.news:
        asked = await tasks.who_is_asked(tx, case) if change.searches else WhoIsAsked.LAWYERS
        await _tell_news(tx, service, case, change, asked, told)


async def _tell_news(
    tx: Transaction,
    service: Service,
    case: Case,
    change: Transition,
    asked: WhoIsAsked,
    told: set[int] | None,
) -> None:
    reports = {report.id: report.address_id for report in await tx.reports.by(case_id=case.id)}
    only = {id for id, there in reports.items() if there not in told} if told is not None else None
    written = await news.tell(tx, service, case, change.news, asked, only=only)
    if told is not None:
        told |= {reports[id] for id in written.reports}


async def _settle_offers(tx: Transaction, case: Case, new: Case, change: Transition) -> None:
    """``case``: before it happened, ``new``: after."""
    ends = change.ends_offers and not (change.seeks_second and second_is_sought(new))
    for alert in await tx.alerts.by(case_id=case.id):
        if change.owner_offer is not None and alert.member_id == case.owner_id:
            answered = replace(
                alert, state=change.owner_offer, reason=change.owner_reason, answered_at=tx.now
            )
            tx.alerts.put(replace(answered, lapsed_at=tx.now) if change.lapses else answered)
        elif change.passes and alert.member_id == new.owner_id:
            tx.alerts.put(replace(alert, state=OfferState.ACCEPTED, answered_at=tx.now))
        elif change.frees and alert.member_id == case.second_id is not None and new.second_id is None:
            tx.alerts.put(replace(alert, state=OfferState.EXPIRED, answered_at=tx.now))
        elif alert.state is OfferState.OFFERED and (ends if escalation.is_open(alert) else change.ends_asked):
            tx.alerts.put(replace(alert, state=OfferState.WITHDRAWN, answered_at=tx.now))
    if ends:
        tx.timers.remove(escalation.timer_key(case))
        tx.timers.remove(pause_key(case.id))
    if change.ends_asked:
        tx.timers.remove(handing_key(case.id))


def _set_first_action(tx: Transaction, service: Service, case: Case, change: Transition) -> None:
    if change.first_action and case.first_action_at is None:
        wait_for_action(tx, service, case)
    elif change.first_action is not None:
        tx.timers.remove(first_action_key(case.id))
        tx.timers.remove(reminder_key(case.id))


def wait_for_action(tx: Transaction, service: Service, case: Case) -> Case:
    """The owner is to show that they are on it, from now on."""
    patience = service.policy.first_action
    tx.timers.put(Timer(first_action_key(case.id), "first-action", tx.now + patience, case.id))
    tx.timers.put(Timer(reminder_key(case.id), "reminder", tx.now + patience * 2 / 3, case.id))
    return tx.cases.put(replace(case, first_action_at=None)) if case.first_action_at else case


async def _put_reports(tx: Transaction, case: Case, state: ReportState) -> None:
    for report in await tx.reports.by(case_id=case.id):
        tx.reports.put(replace(report, state=state))
        if state is ReportState.CLOSED:
            await dialogues.end_all(tx, report.id)
            await hiding_after_closing.schedule_for_report(tx, report)


async def offer_of(tx: Transaction, case: Case, member: Member) -> Offer:
    """The offer by which the member takes it: what they were asked, or one made now."""
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.member_id == member.id:
            return alert
    offered = Offer(tx.new_id(), case.id, member.id, case.step, case.round, OfferState.OFFERED, tx.now)
    return tx.alerts.add(offered)
