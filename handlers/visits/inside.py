"""A lawyer is inside: three hours later they are asked whether they are out; if nothing is answered, coordinators are asked
to ring. Nobody is asked about a case that is closed, or that they have no more.
"""

from datetime import timedelta

from bot.core.casework.visits import Step, inside_asked_key, inside_key, stands
from bot.core.model import Case, Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.timeline import Line
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import AskKind
from handlers.alerting import asks, signs
from handlers.cards import tracking, visit_lines
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.pressed import OnCase
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

AFTER = timedelta(hours=3)
ANSWERED_WITHIN = timedelta(minutes=30)


def began(tx: Transaction, case: Case, member: Member, step: Step) -> None:
    """They are inside since then."""
    ended(tx, case, member)
    due = max(step.at + AFTER, tx.now)
    tx.timers.put(Timer(inside_key(case.id, member.id), "inside", due, case.id))


def ended(tx: Transaction, case: Case, member: Member) -> None:
    """They are out; of two who have the case the other may still be inside, and has timers of their own."""
    for key in (inside_key, inside_asked_key):
        tx.timers.remove(key(case.id, member.id))


async def on_still(turn: Turn, found: OnCase) -> None:
    """*Still inside*: it is asked again."""
    case, member = found.case, found.member
    way = await visit_lines.way(turn.tx, case, member.id)
    if stands(way) is not Line.ADMITTED:
        turn.reply_in_place("visit-not-inside", code=case.code)
        return
    began(turn.tx, case, member, Step(Line.ADMITTED, turn.now))
    if case.owner_id == member.id:
        await signs.heard(turn.tx, turn.service, case)
    await tracking.touch_case(turn.tx, case.id)
    turn.reply_in_place("visit-inside-still", code=case.code)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Are they out?"""
    case = await tx.cases.get(timer.subject_id)
    if case is None:
        return
    for member, since in await visit_lines.standing(tx, case, Line.ADMITTED):
        if timer.key == inside_key(case.id, member.id):
            await _ask(tx, service, case, member, since)


async def _ask(tx: Transaction, service: Service, case: Case, member: Member, since: Step) -> None:
    there = await home(tx, member)
    language = await language_of(tx, service, there)
    say = service.words.say
    rows = (
        (
            Button(say(language, "button-out"), f"first:{case.id}:{Line.OUT}", Style.SUCCESS),
            Button(say(language, "button-still-inside"), f"inside:{case.id}"),
        ),
    )
    time = visit_lines.time_words(service, case, since.at)
    text = say(language, "visit-inside-asked", code=case.code, time=time)
    sending.message(tx, service, there, Presentation(text, rows), Lane.ALERT)
    key, due = inside_asked_key(case.id, member.id), tx.now + ANSWERED_WITHIN
    tx.timers.put(Timer(key, "inside-unanswered", due, case.id))


async def on_unanswered(tx: Transaction, service: Service, timer: Timer) -> None:
    """They do not say: somebody rings."""
    case = await tx.cases.get(timer.subject_id)
    if case is not None and await visit_lines.to_ring(tx, case, AskKind.INSIDE):
        await asks.put(tx, service, case, AskKind.INSIDE, again=True)
