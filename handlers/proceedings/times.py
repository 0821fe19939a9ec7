"""Reminders of hearings, and the one question afterwards: to whoever has the case, to the coordinators when nobody has it or
whoever has it cannot be reached.

One timer a hearing, which goes on to the next moment; one that moved sets it anew. While the case is closed it says nothing
and goes on, so that a case that is opened again has the rest of its reminders.
"""

from datetime import datetime

from bot.core.casework.hearing_times import Reminder, due_now, next_due
from bot.core.casework.proceedings import Sitting, sitting
from bot.core.model import Case, Member
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Lane, Timer
from bot.core.values import Hearing
from bot.core.vocabulary import CaseState
from handlers.alerting import asks
from handlers.cards import case_lines, proceeding_lines
from handlers.cards.case_view import view_of
from handlers.casework import handed_out
from handlers.outbox import sending
from handlers.people.membership import home
from handlers.people.readers import is_reachable, language_of
from handlers.proceedings import about, screens
from handlers.service import Service
from storage.transaction import Transaction

LANES = {Reminder.EVENING: Lane.NEWS, Reminder.HOUR: Lane.NEWS, Reminder.OUTCOME: Lane.REMINDER}


def wait(tx: Transaction, service: Service, case: Case, hearing: Hearing) -> None:
    """The next reminder; none of what has an outcome, is cancelled or in the past."""
    due = next_due(hearing, case_lines.zone_of(service, case), tx.now) if hearing.at > tx.now else None
    if due is None:
        tx.timers.remove(_key(hearing.number))
    else:
        _set(tx, hearing, due)


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Say what is to be said now, and wait for the next."""
    case = await about.case_of(tx, timer.subject_id)
    found = sitting(await view_of(tx, case), timer.subject_id) if case is not None else None
    if case is None or found is None:
        return
    zone = case_lines.zone_of(service, case)
    reminder = due_now(found.hearing, zone, tx.now)
    due = next_due(found.hearing, zone, tx.now)
    if due is not None:
        _set(tx, found.hearing, due)
    if reminder is not None and case.state is not CaseState.CLOSED:
        await _tell(tx, service, case, found, reminder)


async def _tell(tx: Transaction, service: Service, case: Case, found: Sitting, reminder: Reminder) -> None:
    owner = await tx.members.get(case.owner_id) if case.owner_id is not None else None
    if owner is not None and case.state is CaseState.ACCEPTED and await is_reachable(tx, owner):
        there = await home(tx, owner)
        language = await language_of(tx, service, there)
        say = service.words.say
        line = proceeding_lines.hearing_line(service, language, case, found)
        text = say(language, f"hearing-reminder-{reminder}", code=case.code, line=line)
        rows = screens.outcomes(service, language, found) if reminder is Reminder.OUTCOME else ()
        more = (Button(say(language, "button-hearing"), f"hearing:{found.hearing.number}"),)
        shown = Presentation(text, (*rows, more), protect=True)
        sending.message(tx, service, there, shown, LANES[reminder], key=handed_out.new_key(tx, case))
        return
    for member in await asks.coordinators(tx):
        await _tell_coordinator(tx, service, case, found, reminder, member)


async def _tell_coordinator(
    tx: Transaction, service: Service, case: Case, found: Sitting, reminder: Reminder, member: Member
) -> None:
    """Nobody is there for the case: no word that was typed, only which case and when; it opens with a reason."""
    there = await home(tx, member)
    language = await language_of(tx, service, there)
    say = service.words.say
    time = proceeding_lines.hearing_time(service, case, found.hearing)
    text = say(language, f"hearing-unowned-{reminder}", code=case.code, time=time)
    rows = (
        (
            Button(say(language, "button-open"), f"open:{case.id}", Style.PRIMARY),
            Button(say(language, "button-take"), f"take:{case.id}"),
        ),
    )
    sending.message(tx, service, there, Presentation(text, rows, protect=True), LANES[reminder])


def _set(tx: Transaction, hearing: Hearing, due: datetime) -> None:
    tx.timers.put(Timer(_key(hearing.number), "hearing", due, hearing.number))


def _key(number: int) -> str:
    return f"hearing:{number}"
