"""A lawyer is inside: three hours later they are asked whether they are out; if nothing is answered, coordinators are asked
to ring. Nobody is asked about a case that is closed, or that they have no more.
"""

from datetime import timedelta

from bot.core.casework.visits import Step, stands
from bot.core.model import Case, Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.timeline import Line
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import AskKind
from handlers.alerting import asks
from handlers.cards import visit_lines
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.pressed import OnCase
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

AFTER = timedelta(hours=3)
ANSWERED_WITHIN = timedelta(minutes=30)


async def began(tx: Transaction, service: Service, case: Case, step: Step) -> None:
    """They are inside since then."""
    await _answered(tx, service, case)
    tx.timers.put(Timer(_asked_key(case), "inside", max(step.at + AFTER, tx.now), case.id))


async def ended(tx: Transaction, service: Service, case: Case) -> None:
    """They are out; of two who have the case the other may still be inside."""
    if not await _inside(tx, case):
        await _answered(tx, service, case)
        tx.timers.remove(_asked_key(case))


async def on_still(turn: Turn, found: OnCase) -> None:
    """*Still inside*: it is asked again."""
    way = await visit_lines.way(turn.tx, found.case, found.member.id)
    if stands(way) is not Line.ADMITTED:
        turn.reply_in_place("visit-not-inside", code=found.case.code)
        return
    await began(turn.tx, turn.service, found.case, Step(Line.ADMITTED, turn.now))
    turn.reply_in_place("visit-inside-still", code=found.case.code)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Are they out?"""
    case = await tx.cases.get(timer.subject_id)
    if case is None:
        return
    for member, since in await _inside(tx, case):
        language = await language_of(tx, service, member.address_id)
        say = service.words.say
        rows = (
            (
                Button(say(language, "button-out"), f"first:{case.id}:{Line.OUT}", Style.SUCCESS),
                Button(say(language, "button-still-inside"), f"inside:{case.id}"),
            ),
        )
        time = visit_lines.time_words(service, case, since.at)
        text = say(language, "visit-inside-asked", code=case.code, time=time)
        sending.message(tx, service, member.address_id, Presentation(text, rows), Lane.ALERT)
        tx.timers.put(Timer(_unanswered_key(case), "inside-unanswered", tx.now + ANSWERED_WITHIN, case.id))


async def on_unanswered(tx: Transaction, service: Service, timer: Timer) -> None:
    """They do not say: somebody rings."""
    case = await tx.cases.get(timer.subject_id)
    if case is not None and await _inside(tx, case):
        await asks.put(tx, service, case, AskKind.INSIDE, again=True)


async def _inside(tx: Transaction, case: Case) -> list[tuple[Member, Step]]:
    """Who of those who have the case is inside, and since when."""
    found = []
    for holder in (case.owner_id, case.second_id):
        member = await tx.members.get(holder or 0)
        way = await visit_lines.way(tx, case, holder) if member is not None else ()
        if member is not None and stands(way) is Line.ADMITTED:
            found.append((member, way[-1]))
    return found


async def _answered(tx: Transaction, service: Service, case: Case) -> None:
    tx.timers.remove(_unanswered_key(case))
    await asks.settle(tx, service, case, AskKind.INSIDE)


def _asked_key(case: Case) -> str:
    return f"inside:case-{case.id}"


def _unanswered_key(case: Case) -> str:
    return f"inside-unanswered:case-{case.id}"
