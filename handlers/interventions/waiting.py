"""An answer that is due: whoever has the case is reminded once, when it has not come; the coordinators when nobody has the
case or whoever has it cannot be reached.

One timer a paper. While the answer is still to come it is ``answer``; from then on it is ``owed``, says nothing, and is what
the list of all that is owed is read from. A case that is closed goes on: bodies answer after the lawyer's work is done. Of a
case in which nothing was true nobody is reminded.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.casework.interventions import Sent, intervention
from bot.core.casework.linking import is_stub
from bot.core.model import Case, Member
from bot.core.papers.kind import Occasion
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Lane, Timer
from bot.core.values import Intervention
from bot.core.vocabulary import UNTRUE, CaseState
from handlers.alerting import asks
from handlers.cards import intervention_lines, stub_lines, tracking
from handlers.cards.case_lines import zone_of
from handlers.cards.case_view import view_of
from handlers.cards.paper_lines import leading
from handlers.cards.signatures import unverified
from handlers.casework import handed_out
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import is_reachable, language_of
from handlers.service import Service
from storage.schema import timers
from storage.transaction import Transaction

ANSWER, OWED = "answer", "owed"  # kinds of timers
MORNING, EVENING = time(9), time(19)  # between them people are reminded of it, at the place
LOOKED = timedelta(days=30)  # whether what is owed still is


async def wait(tx: Transaction, service: Service, case: Case, what: Intervention) -> None:
    """When it is due; nothing where no answer is owed, or by no time. What was over before it was told reminds nobody."""
    if what.due_at is None or not Sent(what, None, ()).is_owed:
        tx.timers.remove(_key(what.number))
    elif what.due_at <= tx.now:
        tx.timers.put(Timer(_key(what.number), OWED, tx.now + LOOKED, what.number))
    else:
        due = at_work(what.due_at, zone_of(service, case))
        tx.timers.put(Timer(_key(what.number), ANSWER, due, what.number))
    await _touch_lists(tx)


def at_work(moment: datetime, zone: ZoneInfo) -> datetime:
    """That moment, or the next morning if it is past working hours."""
    here = moment.astimezone(zone)
    if MORNING <= here.time() < EVENING:
        return moment
    day = here.date() if here.time() < MORNING else here.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, zone).astimezone(moment.tzinfo)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It should have been answered by now: somebody hears so, and it is owed until something comes of it."""
    case = await case_of(tx, timer.subject_id)
    found = intervention(await view_of(tx, case), timer.subject_id) if case is not None else None
    if case is None or found is None or not found.is_overdue(tx.now):
        return
    tx.timers.put(Timer(_key(found.number), OWED, tx.now + LOOKED, found.number))
    if timer.kind == ANSWER and case.outcome not in UNTRUE:
        await _tell(tx, service, case, found)
        await tracking.touch_case(tx, case.id)
        await _touch_lists(tx)


async def case_of(tx: Transaction, number: int) -> Case | None:
    """The case of this paper; of one whose reports were all linked away, the one that they feed now."""
    claim = await tx.claims.get(number)
    case = await tx.cases.get(claim.case_id) if claim is not None and claim.case_id is not None else None
    return await stub_lines.into(tx, case) if case is not None and is_stub(case) else case


async def awaited(tx: Transaction) -> list[int]:
    """The numbers of papers whose answers are, or may be, owed by now."""
    soon = (timers.c.kind == ANSWER) & (timers.c.due_at <= tx.now + timedelta(days=1))
    return [timer.subject_id for timer in await tx.timers.select((timers.c.kind == OWED) | soon)]


async def _tell(tx: Transaction, service: Service, case: Case, found: Sent) -> None:
    owner = await tx.members.get(case.owner_id) if case.owner_id is not None else None
    if owner is not None and case.state is CaseState.ACCEPTED and await is_reachable(tx, owner):
        there = await home(tx, owner)
        language = await language_of(tx, service, there)
        unsigned = await unverified(tx, service.law)
        line = intervention_lines.line(service, language, case, found, tx.now, unsigned)
        shown = Presentation(
            service.words.say(language, "answer-due", code=case.code, line=line),
            (
                *intervention_lines.answers(service, language, found),
                *leading(service, language, case, Occasion.SILENT),
            ),
            protect=True,
        )
        key = handed_out.new_key(tx, case)
        sending.message(tx, service, there, shown, Lane.REMINDER, key=key)
        return
    for member in await asks.coordinators(tx):
        await _tell_coordinator(tx, service, case, found, member)


async def _tell_coordinator(
    tx: Transaction, service: Service, case: Case, found: Sent, member: Member
) -> None:
    """Nobody is there for the case: no word that was typed, only which case, what and when; it opens with a reason."""
    there = await home(tx, member)
    language = await language_of(tx, service, there)
    say = service.words.say
    due = intervention_lines.due_words(service, language, case, found)
    text = say(
        language,
        "answer-due-unowned" if case.state is not CaseState.CLOSED else "answer-due-closed",
        code=case.code,
        sort=intervention_lines.sort_words(service, language, found.what.sort),
        time=due,
    )
    opens = Button(say(language, "button-open"), f"open:{case.id}", Style.PRIMARY)
    take = Button(say(language, "button-take"), f"take:{case.id}")
    rows = ((opens, take),) if case.state is CaseState.OPEN else ((opens,),)
    sending.message(tx, service, there, Presentation(text, rows, protect=True), Lane.REMINDER)


async def _touch_lists(tx: Transaction) -> None:
    for card in await tx.cards.by(subject=OWED, subject_id=0):
        tracking.touch(tx, card)


def _key(number: int) -> str:
    return f"{ANSWER}:{number}"
