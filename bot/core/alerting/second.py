"""How a case that somebody has finds its second lawyer: as the first was found, but more quietly.

Only the steps that ask lawyers are gone through, at their pace and once; then nobody is asked any more, and coordinators
read it. Offers that were open when the first accepted stand for the second place. Whom the owner asks by name to take the
case over is no part of it.
"""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.core.alerting.escalation import Decision, ids_of, why_of
from bot.core.alerting.ground import Ground
from bot.core.alerting.policy import Ask, Policy
from bot.core.alerting.whom import VISIT, Circumstances, Roster
from bot.core.casework.holding import second_is_sought
from bot.core.model import Alert, Case, Member
from bot.core.vocabulary import AlertState

LAWYERS = (Ask.REGION, Ask.NEIGHBOURS)


def is_of_lawyers(policy: Policy, number: int) -> bool:
    """Whether this step of the policy asks lawyers."""
    step = policy.step(number)
    return step is not None and step.ask in LAWYERS


def decide_second(
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
    """Look at an accepted case; the arguments are those of ``escalation.decide``. Where nobody is sought, offers end."""
    roster = Roster(case, members, alerts, policy, ground, about)
    ours = [alert for alert in alerts if alert.asked_by is None]
    expire = tuple(alert.id for alert in ours if alert.state is AlertState.OFFERED)
    if not second_is_sought(case):
        return Decision(case.step, case.round, case.loops, expire=expire)
    course = policy.begun(roster.region, now.astimezone(zone)) if anew else policy.course(case.step)
    begin = course.first if anew else case.step + 1
    asked = [alert for alert in ours if alert.round == case.round]
    unheard = {alert.member_id for alert in asked if alert.is_unheard}
    step = policy.step(case.step)
    if not anew and step is not None and step.ask in LAWYERS and asked:
        due = max(alert.offered_at for alert in asked) + step.wait
        waiting = any(
            a.state is AlertState.OFFERED and not a.is_unheard and roster.may_ask(a.member_id) for a in asked
        )
        if waiting and now < due:
            return Decision(case.step, case.round, case.loops, next_look=due)
        another = case.round % VISIT + 1 < step.times
        if another and (chosen := roster.choose(case.step, case.round // VISIT, but=unheard)):
            ask, why, next_look = ids_of(chosen), why_of(chosen), now + step.wait
            return Decision(case.step, case.round + 1, case.loops, ask, expire, next_look, why=why)
    visit = case.round // VISIT + 1
    for later in range(begin, course.last + 1):
        step = policy.step(later)
        if step is None or step.ask not in LAWYERS:
            continue
        if chosen := roster.choose(later, visit, but=unheard):
            ask, why, next_look = ids_of(chosen), why_of(chosen), now + step.wait
            return Decision(later, visit * VISIT, case.loops, ask, expire, next_look, why=why)
    return Decision(case.step, case.round, case.loops, expire=expire)
