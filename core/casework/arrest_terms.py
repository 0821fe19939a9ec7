"""When an arrest ends by the days that a court has given: never worked out without a ruling that somebody told. Pure.

A day of release that is told goes before all counting. How days are counted the country's law says or leaves open: from each
of the moments that it names a reading begins, and each day is 24 hours. People are reminded by the earliest, and the last is
said beside it. A ruling that only a reporter tells makes a term that is "perhaps".
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from msgspec import Struct

from core.casework.case_view import CaseView
from core.casework.claims import Fact, learning_order
from core.casework.proceedings import (
    HearingOutcome,
    TrackedHearing,
    tracked_hearings,
    tracked_proceedings,
)
from core.values import Hearing, Moment, Precision

RULING, AS_SAID = "ruling", "said"
LONGEST = timedelta(days=10)  # of a detention before its ruling; what began before was another one
_FINE = (Precision.MINUTE, Precision.HOUR)


class TermEnd(Struct, frozen=True):
    """One reading: counted from what, and when it ends; ``by_hour``: the hour is known, else only the day."""

    counted_from: str
    at: datetime
    by_hour: bool


class ArrestTerm(Struct, frozen=True):
    """``ends``: the earliest first. ``report``: who alone tells of it; None: a member has said it."""

    days: int
    ends: tuple[TermEnd, ...]
    report: int | None = None

    @property
    def first(self) -> TermEnd:
        return self.ends[0]


def arrest_term(view: CaseView, counted_from: Collection[str]) -> ArrestTerm | None:
    """The last arrest for days that a court has given, by what members say; else by what a reporter tells. ``counted_from``:
    kinds of claims.
    """
    quashed = _quashed(view)
    last = last_decided(view)
    if last is not None:
        return term_of_ruling(view, last.hearing, counted_from)
    told = unanswered_rulings(view)
    if not told or quashed:
        return None
    ruling = told[-1].value
    return (
        term_of_ruling(view, ruling, counted_from, told[-1].claim.report_id)
        if isinstance(ruling, Hearing)
        else None
    )


def last_decided(view: CaseView) -> TrackedHearing | None:
    """The last hearing of which a member says what came, and that has not been quashed."""
    quashed = _quashed(view)
    decided = [
        sitting
        for sitting in tracked_hearings(view)
        if not sitting.hearing.off and sitting.hearing.outcome and sitting.proceeding not in quashed
    ]
    return max(decided, key=lambda sitting: (sitting.hearing.at, sitting.hearing.number), default=None)


def _quashed(view: CaseView) -> set[int | None]:
    return {
        course.number
        for course in tracked_proceedings(view)
        if any(step.claim.kind == "result" and step.value == "quashed" for step in course.steps)
    }


def unanswered_rulings(view: CaseView) -> list[Fact]:
    """Rulings that reporters tell, and since which no member has said what a court has decided. Oldest first."""
    said = sorted(view.history("ruling_told"), key=learning_order)
    answered = [
        learning_order(fact)
        for sitting in tracked_hearings(view)
        if sitting.hearing.outcome
        for fact in sitting.said
    ]
    return [fact for fact in said if not answered or learning_order(fact) > max(answered)]


def may_have_ruled(view: CaseView, now: datetime) -> bool:
    """Whether a court has perhaps decided, and no member has said so: a reporter tells it, or a hearing has been."""
    return bool(unanswered_rulings(view)) or any(
        sitting.stands and sitting.hearing.at <= now for sitting in tracked_hearings(view, told=True)
    )


def term_of_ruling(
    view: CaseView, ruling: Hearing, counted_from: Collection[str], report: int | None = None
) -> ArrestTerm | None:
    """The term of one ruling; None if it gives no days of arrest. ``report``: who alone tells of it."""
    if ruling.outcome != HearingOutcome.ARREST or not ruling.days:
        return None
    if ruling.until is not None:
        return ArrestTerm(ruling.days, (TermEnd(AS_SAID, ruling.until, False),), report)
    span = timedelta(days=ruling.days)
    ends = []
    for kind in counted_from:
        if kind == RULING:
            ends.append(TermEnd(kind, ruling.at + span, ruling.precision in _FINE))
        elif (began := _began(view, kind, ruling.at)) is not None and began.at is not None:
            ends.append(TermEnd(kind, began.at + span, began.precision in _FINE))
    return ArrestTerm(ruling.days, tuple(sorted(ends, key=lambda end: end.at)), report) if ends else None


def _began(view: CaseView, kind: str, ruled_at: datetime) -> Moment | None:
    fact = view.earliest(kind)
    moment = fact.value if fact is not None else None
    if not isinstance(moment, Moment) or moment.at is None:
        return None
    fine = moment.precision in (*_FINE, Precision.PART, Precision.DAY)
    return moment if fine and timedelta() <= ruled_at - moment.at <= LONGEST else None
