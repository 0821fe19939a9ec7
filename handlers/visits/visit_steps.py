"""What an owner says of their way, by a button or in words: each is a claim with its time, and this follows from it.

the first of any      ends the wait for a first action (lifecycle)
not let in            coordinators are asked at once to ring
let in                after three hours they are asked whether they are out; without an answer coordinators are asked to ring
out                   nothing is asked any more

Nobody is asked about a case that is closed, or that they no longer have.
"""

from datetime import datetime, timedelta

from core.casework.visits import VisitStep, inside_asked_key, inside_key, last_visit_step
from core.model import Case, Member
from core.presentation import Button, Presentation, Style
from core.timeline import TimelineKind
from core.traffic import Lane, Timer
from core.values import Moment, Precision
from core.vocabulary import CaseState, TaskKind
from handlers.alerting import owner_activity, tasks
from handlers.arguments import OnCase
from handlers.cards import live_cards, visit_way
from handlers.cards.case_loading import view_of
from handlers.casework import facts, lifecycle
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from handlers.visits import observation_panel
from storage.transaction import Transaction

AFTER = timedelta(hours=3)
ANSWERED_WITHIN = timedelta(minutes=30)


def begin_waiting(tx: Transaction, case: Case, member: Member, step: VisitStep) -> None:
    """They are inside since then."""
    end_waiting(tx, case, member)
    due = max(step.at + AFTER, tx.now)
    tx.timers.put(Timer(inside_key(case.id, member.id), "inside", due, case.id))


def end_waiting(tx: Transaction, case: Case, member: Member) -> None:
    """They are out; if two have the case, the other may still be inside, and has timers of their own."""
    for key in (inside_key, inside_asked_key):
        tx.timers.remove(key(case.id, member.id))


async def on_still(turn: Turn, found: OnCase) -> None:
    """*Still inside*: it is asked again."""
    case, member = found.case, found.member
    way = await visit_way.load_steps(turn.tx, case, member.id)
    if last_visit_step(way) is not TimelineKind.ADMITTED:
        turn.reply_in_place("visit-not-inside", code=case.code)
        return
    begin_waiting(turn.tx, case, member, VisitStep(TimelineKind.ADMITTED, turn.now))
    if case.owner_id == member.id:
        await owner_activity.note_sign(turn.tx, turn.service, case)
    await live_cards.touch_case(turn.tx, case.id)
    turn.reply_in_place("visit-inside-still", code=case.code)


async def on_leaving_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The lawyer is asked whether they are out."""
    case = await tx.cases.get(timer.subject_id)
    if case is None:
        return
    for member, since in await visit_way.who_stands_at(tx, case, TimelineKind.ADMITTED):
        if timer.key == inside_key(case.id, member.id):
            await _ask_if_out(tx, service, case, member, since)


async def _ask_if_out(
    tx: Transaction, service: Service, case: Case, member: Member, since: VisitStep
) -> None:
    there = await home_address(tx, member)
    language = await language_of(tx, service, there)
    say = service.words.say
    rows = (
        (
            Button(say(language, "button-out"), f"first:{case.id}:{TimelineKind.OUT}", Style.SUCCESS),
            Button(say(language, "button-still-inside"), f"inside:{case.id}"),
        ),
    )
    time = visit_way.time_words(service, case, since.at)
    text = say(language, "visit-inside-asked", code=case.code, time=time)
    sending.send_message(tx, service, there, Presentation(text, rows), Lane.ALERT)
    key, due = inside_asked_key(case.id, member.id), tx.now + ANSWERED_WITHIN
    tx.timers.put(Timer(key, "inside-unanswered", due, case.id))


async def on_unanswered(tx: Transaction, service: Service, timer: Timer) -> None:
    """They do not say: somebody rings."""
    case = await tx.cases.get(timer.subject_id)
    if case is not None and await visit_way.who_to_ring(tx, case, TaskKind.INSIDE):
        await tasks.ask_coordinators(tx, service, case, TaskKind.INSIDE, again=True)


TOLD = (TimelineKind.REFUSED, TimelineKind.ADMITTED)  # what follows from them; the card shows the others


async def on_step_pressed(turn: Turn, found: OnCase) -> None:
    """*Contacted*, *On my way*, *At the door* … Too late for a first one, and nobody else has it: it is theirs again."""
    case, act = found.case, TimelineKind(found.word)
    if case.state is CaseState.OPEN:
        await lifecycle.take(turn.tx, turn.service, case, found.member, at=turn.address.id)
        case = await turn.tx.cases.get(case.id) or case
    step = await record_step(turn.tx, turn.service, case, found.member, act)
    if act in TOLD:
        time = visit_way.time_words(turn.service, case, step.at)
        turn.reply(f"visit-told-{act}", code=case.code, time=time)
    elif act is TimelineKind.OUT:
        observation_panel.open_panel(turn, case, await view_of(turn.tx, case))


async def record_step(
    tx: Transaction,
    service: Service,
    case: Case,
    member: Member,
    act: TimelineKind,
    at: datetime | None = None,
) -> VisitStep:
    """The owner says it now; ``at``: when it was so."""
    step = VisitStep(act, at or tx.now)
    case = await lifecycle.note_action(tx, service, case, member, act)
    if case.owner_id == member.id:
        await tasks.settle(tx, service, case, TaskKind.CANNOT_COME)
    moment = Moment(step.at, Precision.MINUTE, exact=True)
    await facts.record(
        tx, service, case, facts.member_claim(tx, case, member, "visit", act.value, when=moment)
    )
    if act is TimelineKind.REFUSED and await visit_way.who_to_ring(tx, case, TaskKind.REFUSED):
        await tasks.ask_coordinators(tx, service, case, TaskKind.REFUSED, again=True)
    elif act is TimelineKind.ADMITTED:
        begin_waiting(tx, case, member, step)
    elif act is TimelineKind.OUT:
        end_waiting(tx, case, member)
    return step
