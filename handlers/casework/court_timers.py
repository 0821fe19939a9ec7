"""Timers that follow what is claimed of courts: the next reminder of each hearing, the day before a hearing for which nobody
is asked yet, and the end of an arrest. Each claim that tells of these sets them again; what is said then is decided when
they are due (handlers.proceedings).
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.casework.arrest_terms import ArrestTerm
from core.casework.case_view import CaseView
from core.casework.claims import Claim
from core.casework.proceedings import next_reminder_at, tracked_hearings
from core.model import Case
from core.traffic import Timer
from core.values import Hearing, Precision, value_from_data
from core.vocabulary import CaseState
from handlers.cards import case_lines, court_lines
from handlers.service import Service
from storage.transaction import Transaction

HEARING, NEAR, ARREST, PROMISED = "hearing", "near-hearing", "end-of-arrest", "promised-day"
KINDS = frozenset({"hearing", "ruling_told", "ruling", "started", "outcome", "result"})
DAY = timedelta(days=1)
EVENING, MORNING, LATEST = time(19), time(9), time(20)  # when people are reminded of the end of an arrest


def follow_court(
    tx: Transaction, service: Service, case: Case, claims: Sequence[Claim], view: CaseView
) -> None:
    """Something was just noted or taken back."""
    moved = [claim for claim in claims if tx.now in (claim.noted_at, claim.withdrawn_at)]
    if KINDS.isdisjoint(claim.kind for claim in moved):
        return
    zone = case_lines.zone_of(service, case)
    known = tracked_hearings(view, told=True)
    for sitting in known:
        _remind_of_hearing(tx, sitting.hearing, zone)
    for number in _numbers(moved) - {sitting.hearing.number for sitting in known}:
        tx.timers.remove(hearing_timer_key(number))
    ask_when_near(tx, case, view, zone)
    _remind_of_end(tx, case, court_lines.term_of(service, view), zone)


def _numbers(moved: Sequence[Claim]) -> set[int]:
    values = (value_from_data(claim.value) for claim in moved if claim.kind == HEARING)
    return {value.number for value in values if isinstance(value, Hearing)}


def _remind_of_hearing(tx: Transaction, hearing: Hearing, zone: ZoneInfo) -> None:
    due = next_reminder_at(hearing, zone, tx.now) if hearing.at > tx.now else None
    key = hearing_timer_key(hearing.number)
    if due is None:
        tx.timers.remove(key)
    else:
        tx.timers.put(Timer(key, HEARING, due, hearing.number))


def hearing_timer_key(number: int) -> str:
    return f"{HEARING}:{number}"


def promised_key(case_id: int) -> str:
    """The timer of the day on which somebody is to be free, as a member has written."""
    return f"{PROMISED}:case-{case_id}"


def ask_when_near(tx: Transaction, case: Case, view: CaseView, zone: ZoneInfo) -> None:
    """Of a case for which no lawyer is asked: when the next hearing is a day away."""
    key = f"{NEAR}:case-{case.id}"
    moments = [
        _a_day_before(sitting.hearing, zone)
        for sitting in tracked_hearings(view, told=True)
        if sitting.stands
    ]
    due = min((moment for moment in moments if moment > tx.now), default=None)
    if due is None or case.alerting or case.state is not CaseState.OPEN:
        tx.timers.remove(key)
    else:
        tx.timers.put(Timer(key, NEAR, due, case.id))


def _a_day_before(hearing: Hearing, zone: ZoneInfo) -> datetime:
    if hearing.precision is not Precision.DAY:
        return hearing.at - DAY
    return _local(hearing.at.astimezone(zone).date() - DAY, MORNING, zone)


def _remind_of_end(tx: Transaction, case: Case, term: ArrestTerm | None, zone: ZoneInfo) -> None:
    due = next_term_moment(term, zone, tx.now) if term is not None else None
    key = f"{ARREST}:case-{case.id}"
    if due is None:
        tx.timers.remove(key)
    else:
        tx.timers.put(Timer(key, ARREST, due, case.id))


def next_term_moment(term: ArrestTerm, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When somebody is next told of the end of an arrest; None: never any more."""
    return next((moment for moment in term_moments(term, zone) if moment > now), None)


def term_moments(term: ArrestTerm, zone: ZoneInfo) -> list[datetime]:
    """The evening before the earliest end, and the day of each end: at its hour where that is known and people are awake."""
    evening = _local(term.first.at.astimezone(zone).date() - DAY, EVENING, zone)
    days: dict[date, datetime] = {}
    for end in term.ends:
        here = end.at.astimezone(zone)
        hour = min(max(here.time(), MORNING), LATEST) if end.by_hour else MORNING
        days.setdefault(here.date(), _local(here.date(), hour, zone))
    return [evening, *days.values()]


def _local(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)
