"""How a case finds its lawyer: whom to ask now, and when to look again.

A step asks up to ``at_once`` members, waits, and asks others, ``times`` rounds in all. A visit of a step rings nobody twice:
the next ones hear of it sooner instead. A round ends on time-out, or as soon as none of its offers is open any more.

    nobody left to ask, or all rounds done   the next step, in the same decision
    an offer does not reach its phone        the next of the step is asked in its place at once, else the round is over; it
                                             stays open, and that member is not asked a second time before their turn
    the last step is done                    its interval is waited out, then it asks everybody again (a loop);
                                             each loop waits twice as long as the one before, ``LONGEST`` at most
    the last step has nobody                 waits, alarms the administrators, then all steps are tried again
    given back, more urgent, elsewhere       again from the first step of the plan that fits then

A member who declined, or gave the case back, is not asked again; of the escalation list everybody else is, in every loop.
Rounds are numbered through the life of a case, ``VISIT`` numbers for each visit of
a step, so that a case and its latest offers are all that has to be remembered.

A case that somebody has finds its second lawyer in the same way as the first, but more quietly. Only the steps that ask
lawyers are taken, at their pace and once; after that nobody else is asked, and coordinators are told. Offers that were open
when the first lawyer accepted count for the second place. Members whom the owner asks by name to take the case over have no
part in this.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from msgspec import Struct, field

from core.alerting.candidates import VISIT, CaseRoster, Circumstances
from core.alerting.criteria import Candidate
from core.alerting.geography import Geography
from core.alerting.policy import AskedGroup, Policy, PolicyStep, SearchCourse
from core.casework.ownership import second_is_sought
from core.model import Case, Member, Offer
from core.vocabulary import CaseState, OfferState

OPEN = OfferState.OFFERED
LONGEST = timedelta(hours=2)


class EscalationDecision(Struct, frozen=True):
    """What to write down. ``step``, ``round`` and ``loops`` go into the case, the first two also into new alerts.

    ``why``: of each who is asked, what speaks for and against them (``matching.Candidate.why``).
    ``expire`` are open alerts whose round is over. ``next_look`` is later than now while somebody is looked for, else None.
    ``found_nobody``: this look came to the last step, or began another loop of it.
    """

    step: int
    round: int
    loops: int
    ask: tuple[int, ...] = ()  # member ids, best first
    expire: tuple[int, ...] = ()  # alert ids
    next_look: datetime | None = None
    found_nobody: bool = False
    alarm_administrators: bool = False
    why: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)


def decide_search(
    case: Case,
    alerts: Sequence[Offer],
    members: Sequence[Member],
    policy: Policy,
    now: datetime,
    zone: tzinfo,
    ground: Geography,
    about: Circumstances,
    *,
    restart: bool = False,
) -> EscalationDecision:
    """Look at one case. An accepted, closed or quiet case gives a decision that changes nothing.

    ``alerts``: those of this case. ``zone``: that of the place. ``restart``: begin again at the first step.
    """
    if case.state is not CaseState.OPEN or not case.alerting:
        return EscalationDecision(case.step, case.round, case.loops)
    roster = CaseRoster(case, members, alerts, policy, ground, about)
    loops = case.loops
    asked = [alert for alert in alerts if alert.round == case.round]
    if restart or not asked:
        course = policy.begun(roster.region, now.astimezone(zone))
        tried = case.found_nobody_at is not None
        return _visit_steps(roster, now, course, course.first, 0 if restart else loops + tried)
    course = policy.course(case.step)
    at = min(case.step, course.last)
    step = course.steps[at - course.first]
    lasts = round_length(step, loops if at == course.last else 0)
    due = max(alert.offered_at for alert in asked) + lasts
    early = alerts if now < due else ()
    unheard = {alert.member_id for alert in early if alert.state == OPEN and alert.is_unheard}
    waiting = any(
        alert.state == OPEN and not alert.is_unheard and roster.may_ask(alert.member_id) for alert in asked
    )
    expire = _open_offers(alerts, but=unheard)
    if unheard:
        places = step.at_once - sum(not alert.is_unheard for alert in asked)
        known = {alert.member_id for alert in asked}
        if chosen := roster.choose(at, case.round // VISIT, but=known, most=max(0, places)):
            return EscalationDecision(
                at, case.round, loops, asked_ids(chosen), (), now + lasts, why=asking_reasons(chosen)
            )
    if waiting and now < due:
        return EscalationDecision(at, case.round, loops, next_look=due)
    if case.round % VISIT + 1 < step.times and (
        chosen := roster.choose(at, case.round // VISIT, but=unheard)
    ):
        return EscalationDecision(
            at, case.round + 1, loops, asked_ids(chosen), expire, now + lasts, why=asking_reasons(chosen)
        )
    if at < course.last:
        at += 1
    elif now < due:  # everybody has declined: the list is not called again before its time
        return EscalationDecision(at, case.round, loops, (), expire, due, alarm_administrators=True)
    else:
        loops += 1
    return _visit_steps(roster, now, course, at, loops, unheard)


def _visit_steps(
    roster: CaseRoster,
    now: datetime,
    course: SearchCourse,
    at: int,
    loops: int,
    unheard: Collection[int] = (),
) -> EscalationDecision:
    """Visit the first step, from ``at`` on, that has somebody to ask; else wait at the last one. Who is ``unheard`` has an
    open offer already, on its way.
    """
    case, alerts, last = roster.case, roster.alerts, course.last
    visit = case.round // VISIT + 1 if alerts else 0
    chosen: tuple[Candidate, ...] = ()
    while not (chosen := roster.choose(at, visit, but=unheard)) and at < last:
        at += 1
    nobody = at == last and (last > course.first or loops > 0 or not chosen)
    return EscalationDecision(
        step=at,
        round=visit * VISIT,
        loops=loops,
        ask=asked_ids(chosen),
        expire=_open_offers(alerts, but=unheard),
        next_look=now + round_length(course.steps[at - course.first], loops if at == last else 0),
        found_nobody=nobody,
        alarm_administrators=not chosen,
        why=asking_reasons(chosen),
    )


def round_length(step: PolicyStep, loops: int) -> timedelta:
    """How long a round of the step lasts, in this loop."""
    return max(step.wait, min(step.wait * (1 << min(loops, 10)), LONGEST))


def asked_ids(chosen: Sequence[Candidate]) -> tuple[int, ...]:
    """Whom a decision asks, best first."""
    return tuple(candidate.member.id for candidate in chosen)


def asking_reasons(chosen: Sequence[Candidate]) -> dict[int, dict[str, Any]]:
    """What spoke for each of them."""
    return {candidate.member.id: candidate.why for candidate in chosen}


def _open_offers(alerts: Sequence[Offer], *, but: Collection[int]) -> tuple[int, ...]:
    return tuple(alert.id for alert in alerts if alert.state == OPEN and alert.member_id not in but)


LAWYERS = (AskedGroup.REGION, AskedGroup.NEIGHBOURS)


def asks_lawyers(policy: Policy, number: int) -> bool:
    """Whether this step of the policy asks lawyers."""
    step = policy.step(number)
    return step is not None and step.ask in LAWYERS


def decide_second_search(
    case: Case,
    alerts: Sequence[Offer],
    members: Sequence[Member],
    policy: Policy,
    now: datetime,
    zone: tzinfo,
    ground: Geography,
    about: Circumstances,
    *,
    restart: bool = False,
) -> EscalationDecision:
    """Look at an accepted case; the arguments are those of ``escalation.decide``. Where nobody is sought, offers end."""
    roster = CaseRoster(case, members, alerts, policy, ground, about)
    ours = [alert for alert in alerts if alert.asked_by is None]
    expire = tuple(alert.id for alert in ours if alert.state is OfferState.OFFERED)
    if not second_is_sought(case):
        return EscalationDecision(case.step, case.round, case.loops, expire=expire)
    course = policy.begun(roster.region, now.astimezone(zone)) if restart else policy.course(case.step)
    begin = course.first if restart else case.step + 1
    asked = [alert for alert in ours if alert.round == case.round]
    unheard = {alert.member_id for alert in asked if alert.is_unheard}
    step = policy.step(case.step)
    if not restart and step is not None and step.ask in LAWYERS and asked:
        due = max(alert.offered_at for alert in asked) + step.wait
        waiting = any(
            a.state is OfferState.OFFERED and not a.is_unheard and roster.may_ask(a.member_id) for a in asked
        )
        if waiting and now < due:
            return EscalationDecision(case.step, case.round, case.loops, next_look=due)
        another = case.round % VISIT + 1 < step.times
        if another and (chosen := roster.choose(case.step, case.round // VISIT, but=unheard)):
            ask, why, next_look = asked_ids(chosen), asking_reasons(chosen), now + step.wait
            return EscalationDecision(case.step, case.round + 1, case.loops, ask, expire, next_look, why=why)
    visit = case.round // VISIT + 1
    for later in range(begin, course.last + 1):
        step = policy.step(later)
        if step is None or step.ask not in LAWYERS:
            continue
        if chosen := roster.choose(later, visit, but=unheard):
            ask, why, next_look = asked_ids(chosen), asking_reasons(chosen), now + step.wait
            return EscalationDecision(later, visit * VISIT, case.loops, ask, expire, next_look, why=why)
    return EscalationDecision(case.step, case.round, case.loops, expire=expire)
