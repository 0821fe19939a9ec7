"""Reminders of hearings, and the one question afterwards: for the member who has the case, or for the coordinators when
nobody has it or that member cannot be reached.

Each hearing has one timer, which goes on to the next moment; a hearing that moved sets it again (casework.court_timers).
While the case is closed the timer says nothing and goes on, so that a case that is opened again has the rest of its
reminders.
"""

from core.casework.proceedings import (
    HearingReminder,
    TrackedHearing,
    next_reminder_at,
    reminder_due,
    tracked_hearing,
)
from core.model import Case, Member
from core.presentation import Button, Presentation, Style
from core.traffic import Lane, Timer
from core.vocabulary import CaseState
from handlers.alerting import tasks
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure
from handlers.casework.court_timers import HEARING, hearing_timer_key
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import is_reachable, language_of
from handlers.proceedings import proceeding_arguments, proceeding_lines, proceeding_screens
from handlers.service import Service
from storage.transaction import Transaction

LANES = {
    HearingReminder.EVENING: Lane.NEWS,
    HearingReminder.HOUR: Lane.NEWS,
    HearingReminder.OUTCOME: Lane.REMINDER,
}


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Say what is to be said now, and wait for the next."""
    case = await proceeding_arguments.case_of_claim(tx, timer.subject_id)
    found = tracked_hearing(await view_of(tx, case), timer.subject_id) if case is not None else None
    if case is None or found is None:
        return
    zone = case_lines.zone_of(service, case)
    reminder = reminder_due(found.hearing, zone, tx.now)
    due = next_reminder_at(found.hearing, zone, tx.now)
    if due is not None:
        tx.timers.put(Timer(hearing_timer_key(found.hearing.number), HEARING, due, found.hearing.number))
    if reminder is not None and case.state is not CaseState.CLOSED:
        await _tell_holder(tx, service, case, found, reminder)


async def _tell_holder(
    tx: Transaction, service: Service, case: Case, found: TrackedHearing, reminder: HearingReminder
) -> None:
    owner = await tx.members.get(case.owner_id) if case.owner_id is not None else None
    if owner is not None and case.state is CaseState.ACCEPTED and await is_reachable(tx, owner):
        there = await home_address(tx, owner)
        language = await language_of(tx, service, there)
        say = service.words.say
        line = proceeding_lines.hearing_line(service, language, case, found)
        text = say(language, f"hearing-reminder-{reminder}", code=case.code, line=line)
        rows = (
            proceeding_screens.outcome_buttons(service, language, found)
            if reminder is HearingReminder.OUTCOME
            else ()
        )
        more = (Button(say(language, "button-hearing"), f"hearing:{found.hearing.number}"),)
        shown = Presentation(text, (*rows, more), protect=True)
        sending.send_message(tx, service, there, shown, LANES[reminder], key=disclosure.new_key(tx, case))
        return
    for member in await tasks.coordinators(tx):
        await _tell_coordinator(tx, service, case, found, reminder, member)


async def _tell_coordinator(
    tx: Transaction,
    service: Service,
    case: Case,
    found: TrackedHearing,
    reminder: HearingReminder,
    member: Member,
) -> None:
    """Nobody is there for the case: no word that was typed, only which case and when; it opens with a reason."""
    there = await home_address(tx, member)
    language = await language_of(tx, service, there)
    say = service.words.say
    time = case_lines.hearing_time(service, case, found.hearing)
    text = say(language, f"hearing-unowned-{reminder}", code=case.code, time=time)
    rows = (
        (
            Button(say(language, "button-open"), f"open:{case.id}", Style.PRIMARY),
            Button(say(language, "button-take"), f"take:{case.id}"),
        ),
    )
    sending.send_message(tx, service, there, Presentation(text, rows, protect=True), LANES[reminder])
