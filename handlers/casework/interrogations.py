"""An interrogation of which a member writes in a note: its hour stands on the card, and an hour before it the member who has
the case is reminded. It is no hearing, and ends no clock.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.intake.cues import Status, read_clauses
from core.model import Case, Member
from core.presentation import Button, Presentation
from core.traffic import Lane, Timer
from core.understanding.clock_words import understand_appointments
from core.understanding.language import guess_language, heard_sentence
from core.understanding.phrases import mentions
from core.understanding.plain import readable
from core.values import Moment, Precision
from core.vocabulary import CaseState
from handlers.alerting import tasks
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure, facts
from handlers.outbox import sending
from handlers.people.membership import home_address
from handlers.people.readers import is_reachable, language_of
from handlers.service import Service
from storage.transaction import Transaction

KIND, APPOINTMENT = "interrogation", "appointment"
BEFORE = timedelta(hours=1)
HOURS = (Precision.MINUTE, Precision.HOUR)


def interrogation_told(words: str, service: Service, now: datetime, zone: ZoneInfo) -> Moment | None:
    """The hour ahead that stands in the clause which says it; nothing of what is asked or denied."""
    shown, heard = readable(words), service.heard
    language = guess_language(shown, heard)
    for clause in read_clauses(shown, service.cues):
        told = mentions(heard.members.interrogations, heard_sentence(clause.text, heard, language))
        if not told or clause.rings is not Status.STATED:
            continue
        found = understand_appointments(clause.text, heard, now, zone, language)
        return next((when for when in found if when.precision in HOURS and when.at and when.at > now), None)
    return None


async def follow_note(tx: Transaction, service: Service, case: Case, member: Member, words: str) -> None:
    """What a note tells of one, beside the note."""
    when = interrogation_told(words, service, tx.now, case_lines.zone_of(service, case))
    if when is None or when.at is None:
        return
    await facts.record(tx, service, case, facts.member_claim(tx, case, member, APPOINTMENT, when))
    if when.at - BEFORE > tx.now:
        tx.timers.put(Timer(f"{KIND}:case-{case.id}", KIND, when.at - BEFORE, case.id))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It is in an hour, unless another time has been said since: then the timer goes on."""
    case = await tx.cases.get(timer.subject_id)
    fact = (await view_of(tx, case)).fact(APPOINTMENT) if case is not None else None
    if case is None or case.state is CaseState.CLOSED or fact is None or fact.claim.at is None:
        return
    owner = await tx.members.get(case.owner_id) if case.owner_id is not None else None
    has_it = owner is not None and case.state is CaseState.ACCEPTED and await is_reachable(tx, owner)
    time = case_lines.local_time(fact.claim.at, case_lines.zone_of(service, case), service.zone)
    for member in [owner] if has_it and owner is not None else await tasks.coordinators(tx):
        there = await home_address(tx, member)
        say, language = service.words.say, await language_of(tx, service, there)
        text = say(language, "interrogation-soon", code=case.code, time=time)
        opens = ((Button(say(language, "button-open"), f"open:{case.id}"),),)
        key = disclosure.new_key(tx, case)
        sending.send_message(tx, service, there, Presentation(text, opens, protect=True), Lane.NEWS, key=key)
