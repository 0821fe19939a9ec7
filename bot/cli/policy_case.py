"""What ``dabyl policy explain`` tells of one case: a row of a table for each member."""

from bot.core.alerting.explaining import Told, explain
from bot.core.alerting.ground import OfGazetteer
from bot.core.alerting.policy import Course
from bot.core.alerting.whom import VISIT, Refusal, Roster
from bot.core.model import Case
from bot.core.timeline import Line
from bot.core.vocabulary import AlertState, CaseState
from handlers.alerting import circumstances
from handlers.cards import asked_lines, case_lines
from handlers.pressed import case_of_code
from handlers.service import Service
from storage.burdens import burdens
from storage.transaction import Transaction

ENGLISH = "en"
REFUSED = {
    Refusal.SUSPENDED: "suspended",
    Refusal.CRYING: "reports to be held themselves",
    Refusal.UNREACHABLE: "cannot be reached: blocked the bot, hid the chat or never started it",
    Refusal.CONFLICT: "declared a conflict about it, or about a case linked to it",
    Refusal.HAD_IT: "has it, or gave it back",
    Refusal.DECLINED: "declined",
    Refusal.ROLE: "no step asks such a member",
    Refusal.NOT_LISTED: "not on the escalation list",
    Refusal.FAR: "works elsewhere",
    Refusal.OFF_DUTY: "off duty",
}
ANSWERED = {
    AlertState.OFFERED: "no answer yet",
    AlertState.ACCEPTED: "accepted",
    AlertState.DECLINED: "declined",
    AlertState.EXPIRED: "no answer in time",
    AlertState.WITHDRAWN: "withdrawn: somebody else has it, or it is over",
    AlertState.UNREACHABLE: "could not be reached",
}
Row = tuple[str, ...]


async def about_case(tx: Transaction, service: Service, typed: str) -> tuple[str, list[Row]]:
    """A head and a row a member; nothing if there is no such case."""
    case = await case_of_code(tx, service, typed)
    if case is None:
        return "", []
    members = await tx.members.select()
    alerts = {alert.member_id: alert for alert in await tx.alerts.by(case_id=case.id)}
    about = await circumstances.of(tx, case, members, await burdens(tx))
    ground = OfGazetteer(service.gazetteer)
    roster = Roster(case, members, [*alerts.values()], service.policy, ground, about)
    course = service.policy.course(case.step)
    told = {
        one.member.id: one
        for one in explain(roster, course, min(case.step, course.last), case.round // VISIT)
    }
    asked = await _asked(tx, service, case)
    rows: list[Row] = []
    for member in sorted(members, key=lambda one: (one.id not in asked, one.id not in alerts)):
        what = [*asked.get(member.id, ())]
        alert = alerts.get(member.id)
        answer = ANSWERED[alert.state] if alert is not None else ""
        if what:
            rows.append((member.name, "\n".join([*(when for when, _ in what), answer]), what[-1][1]))
        else:
            rows.append((member.name, *_standing(service, case, course, told[member.id])))
    return _head(service, case, course), rows


async def _asked(tx: Transaction, service: Service, case: Case) -> dict[int, list[tuple[str, str]]]:
    """Of each who was asked: when and in which step, and why; as the timeline keeps it."""
    found: dict[int, list[tuple[str, str]]] = {}
    zone = case_lines.zone_of(service, case)
    for line in await tx.timeline.by(case_id=case.id):
        if line.kind is Line.OFFERED and line.emptied is None:
            when = f"asked {line.at.astimezone(zone):%d.%m %H:%M}, {line.details.get('ask', 'an earlier version')}"
            why = asked_lines.why(service, ENGLISH, line.details) if "why" in line.details else ""
            found.setdefault(line.details["member"], []).append((when, why))
    return found


def _standing(service: Service, case: Case, course: Course, told: Told) -> tuple[str, str]:
    """Of somebody who was not asked: what would have to happen, or why nothing would help."""
    if told.candidate is None or told.step is None:
        return "not asked", REFUSED[told.refusal] if told.refusal is not None else ""
    if case.state is not CaseState.OPEN:
        return "not asked", "others came first, and the case is not open"
    step = course.steps[told.step - course.first]
    after = f"; after the one before by {told.behind}" if told.behind else ""
    why = asked_lines.why(service, ENGLISH, {"why": told.candidate.why})
    return f"would be asked: {step.ask}, place {told.place}", f"{why}{after}"


def _head(service: Service, case: Case, course: Course) -> str:
    wanted = f"; wants {', '.join(case.wanted)}" if case.wanted else ""
    place = case_lines.place_name(service, ENGLISH, case)
    steps = " → ".join(
        f"{s.ask} ({s.at_once} at once, {s.wait.total_seconds() / 60:g} min, {s.times}×)"
        for s in course.steps
    )
    plan = f'the plan "{course.name}"' if course.name else "escalation.steps"
    return (
        f"{case.code}: {case.state}, {place}, urgency {case.priority}, told in {case.language}{wanted}\n"
        f"By {plan}: {steps}\n"
        "Who was asked stands as it was written down then; the others as the roster is now."
    )
