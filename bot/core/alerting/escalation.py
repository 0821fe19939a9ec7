"""How a case finds its lawyer: whom to ask now, and when to look again.

A step asks up to ``at_once`` members, waits, and asks the next ones, ``times`` rounds in all; those it asked longest
ago come last. A round ends on time-out, or as soon as none of its offers is open any more.

    nobody left to ask, or all rounds done   the next step, in the same decision
    an offer does not reach its phone        the next of the step is asked in its place at once, else the round is over; it
                                             stays open, and whoever was asked is asked no second time before its time
    the last step is done                    its interval is waited out, then it asks everybody again (a loop);
                                             each loop waits twice as long as the one before, ``LONGEST`` at most
    the last step has nobody                 waits, alarms the administrators, then all steps are tried again
    given back, more urgent, elsewhere       anew: from the first step of the plan that fits then

Who declined is not asked again by the lawyers' steps; the escalation list is asked in every loop. Who gave the case
back is not asked again at all. Rounds are numbered through the life of a case, ``VISIT`` numbers for each visit of
a step, so that a case and its latest alerts are all that has to be remembered.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from msgspec import Struct, field

from bot.core.alerting.ground import Ground
from bot.core.alerting.matching import Candidate
from bot.core.alerting.policy import Course, Policy, Step
from bot.core.alerting.whom import VISIT, Circumstances, Roster
from bot.core.model import Alert, Case, Member
from bot.core.vocabulary import AlertState, CaseState

OPEN = AlertState.OFFERED
LONGEST = timedelta(hours=2)


class Decision(Struct, frozen=True):
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


def decide(
    case: Case,
    alerts: Sequence[Alert],
    members: Sequence[Member],
    policy: Policy,
    now: datetime,
    zone: tzinfo,
    ground: Ground,
    about: Circumstances,
    *,
    anew: bool = False,
) -> Decision:
    """Look at one case. An accepted, closed or quiet one gives a decision that changes nothing.

    ``alerts``: those of this case. ``zone``: the place's own. ``anew``: begin again at the first step.
    """
    if case.state is not CaseState.OPEN or not case.alerting:
        return Decision(case.step, case.round, case.loops)
    roster = Roster(case, members, alerts, policy, ground, about)
    loops = case.loops
    asked = [alert for alert in alerts if alert.round == case.round]
    if anew or not asked:
        course = policy.begun(roster.region, now.astimezone(zone))
        tried = case.found_nobody_at is not None
        return _begin(roster, now, course, course.first, 0 if anew else loops + tried)
    course = policy.course(case.step)
    at = min(case.step, course.last)
    step = course.steps[at - course.first]
    lasts = wait(step, loops if at == course.last else 0)
    due = max(alert.offered_at for alert in asked) + lasts
    early = alerts if now < due else ()
    unheard = {alert.member_id for alert in early if alert.state == OPEN and alert.is_unheard}
    waiting = any(
        alert.state == OPEN and not alert.is_unheard and roster.may_ask(alert.member_id) for alert in asked
    )
    expire = _open(alerts, but=unheard)
    if unheard:
        places = step.at_once - sum(not alert.is_unheard for alert in asked)
        known = {alert.member_id for alert in asked}
        if chosen := roster.choose(at, case.round // VISIT, but=known, most=max(0, places)):
            return Decision(at, case.round, loops, ids_of(chosen), (), now + lasts, why=why_of(chosen))
    if waiting and now < due:
        return Decision(at, case.round, loops, next_look=due)
    if case.round % VISIT + 1 < step.times and (
        chosen := roster.choose(at, case.round // VISIT, but=unheard)
    ):
        return Decision(at, case.round + 1, loops, ids_of(chosen), expire, now + lasts, why=why_of(chosen))
    if at < course.last:
        at += 1
    elif now < due:  # everybody has declined: the list is not called again before its time
        return Decision(at, case.round, loops, (), expire, due, alarm_administrators=True)
    else:
        loops += 1
    return _begin(roster, now, course, at, loops, unheard)


def _begin(
    roster: Roster,
    now: datetime,
    course: Course,
    at: int,
    loops: int,
    unheard: Collection[int] = (),
) -> Decision:
    """Visit the first step, from ``at`` on, that has somebody to ask; else wait at the last one. Who is ``unheard`` has an
    open offer already, on its way.
    """
    case, alerts, last = roster.case, roster.alerts, course.last
    visit = case.round // VISIT + 1 if alerts else 0
    chosen: tuple[Candidate, ...] = ()
    while not (chosen := roster.choose(at, visit, but=unheard)) and at < last:
        at += 1
    nobody = at == last and (last > course.first or loops > 0 or not chosen)
    return Decision(
        step=at,
        round=visit * VISIT,
        loops=loops,
        ask=ids_of(chosen),
        expire=_open(alerts, but=unheard),
        next_look=now + wait(course.steps[at - course.first], loops if at == last else 0),
        found_nobody=nobody,
        alarm_administrators=not chosen,
        why=why_of(chosen),
    )


def wait(step: Step, loops: int) -> timedelta:
    """How long a round of the step lasts, in this loop."""
    return max(step.wait, min(step.wait * (1 << min(loops, 10)), LONGEST))


def ids_of(chosen: Sequence[Candidate]) -> tuple[int, ...]:
    """Whom a decision asks, best first."""
    return tuple(one.member.id for one in chosen)


def why_of(chosen: Sequence[Candidate]) -> dict[int, dict[str, Any]]:
    """What spoke for each of them."""
    return {one.member.id: one.why for one in chosen}


def _open(alerts: Sequence[Alert], *, but: Collection[int]) -> tuple[int, ...]:
    return tuple(alert.id for alert in alerts if alert.state == OPEN and alert.member_id not in but)
