"""Which clocks a case has, out of what its sources say: computed anew from the claims each time, so that whatever is
corrected moves them. Several run at once, for the whole case and for each person of whom something of their own is said.

start      the earliest claim that the row names, fine to the part of a day; until a paper names it. While none is known, the
           earliest of what shows that it had begun, said as such
stop       the earliest after the start of what members and papers say: a reporter's phone may be in other hands
backwards  nothing but a stop that lies before the start: no clock of less than nothing; it runs on, and is marked
doubts     why it may not hold: the sort of detention or the age is not known, or the law is not clear. All that may hold
           run, the earliest alarms first
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.core.casework.claims import Claim, SourceKind
from bot.core.casework.describe import CaseView
from bot.core.clocks.ages import is_minor
from bot.core.clocks.rows import FIRST_SAID, AtEnd, Law, Length, Regime, Row
from bot.core.clocks.subjects import ENDED, Subject, finely, latest, subjects
from bot.core.vocabulary import UNTRUE

REGIMES = frozenset(Regime)


class Doubt(StrEnum):
    """Why a clock may not hold."""

    REGIME = "regime"
    AGE = "age"
    LAW = "law"


class Mark(Struct, frozen=True):
    """A moment that starts or stops a clock. ``kind``: of claim, or ``first_said``; ``known``: it is what the row wants."""

    at: datetime
    kind: str
    claim: Claim | None = None
    known: bool = True


class Clock(Struct, frozen=True):
    """One clock of a case, or of one person in it. Without ``due`` it only counts."""

    row: Row
    person: int | None
    start: Mark
    length: Length | None = None
    due: datetime | None = None
    doubts: frozenset[Doubt] = frozenset()
    stop: Mark | None = None
    backwards: Mark | None = None

    @property
    def key(self) -> tuple[str, int | None, str, datetime]:
        """What it is the same clock by, as long as nothing moves it. It has an end."""
        assert self.due is not None
        return self.row.id, self.person, self.length.text if self.length else "", self.due

    def is_over(self, now: datetime) -> bool:
        """Whether somebody is, or was, held longer than it allows."""
        if self.due is None or self.row.at_end is not AtEnd.OVERRUN:
            return False
        return self.stop.at > self.due if self.stop else now >= self.due

    def over(self, now: datetime) -> timedelta:
        """By how much."""
        if self.due is None or not self.is_over(now):
            return timedelta()
        return (self.stop.at if self.stop else now) - self.due


def clocks_of(law: Law, view: CaseView, zone: ZoneInfo) -> tuple[Clock, ...]:
    """All clocks, running and stopped, the earliest due first; those that only count last."""
    outcome = view.value(ENDED)
    said = [fact.claim.noted_at for facts in view.said.values() for fact in facts]
    if outcome in UNTRUE or not said:
        return ()
    first = min(said)
    applies = [row for row in law if _applies(row, view)]
    found = [
        clock
        for subject, regime in _subjects(law, view, first)
        for row in applies
        for clock in _of_row(row, subject, regime, zone)
    ]
    return tuple(sorted(found, key=_order))


def _order(clock: Clock) -> tuple[bool, datetime, str, int, str]:
    due = clock.due or clock.start.at
    return clock.due is None, due, clock.row.id, clock.person or 0, clock.length.text if clock.length else ""


def _applies(row: Row, view: CaseView) -> bool:
    """Whether it is for what happened here."""
    if not row.situations:
        return True
    return view.value("situation") in row.situations and view.value("ongoing") != "no"


def _subjects(law: Law, view: CaseView, first_said: datetime) -> Iterator[tuple[Subject, Regime | None]]:
    """For whom clocks run, and their sort of detention, if it is known."""
    for person in subjects(law, view):
        subject = Subject(view, person, first_said)
        regime = subject.value("regime")
        yield subject, Regime(regime) if isinstance(regime, str) and regime in REGIMES else None


def _of_row(row: Row, subject: Subject, known: Regime | None, zone: ZoneInfo) -> Iterator[Clock]:
    view = subject.view
    if row.regimes and known is not None and known not in row.regimes:
        return
    start = _start(row, subject)
    if start is None or not row.holds(day := start.at.astimezone(zone).date()):
        return
    stop, backwards = _stop(row, subject, start.at)
    if not row.lengths:
        doubts = frozenset({Doubt.REGIME} if row.regimes and known is None else ())
        yield Clock(row, subject.person, start, doubts=doubts, stop=stop, backwards=backwards)
        return
    by_age = any(length.minor is not None for length in row.lengths)
    minor = is_minor(view, subject.born, subject.own_flags, day) if by_age else None
    of_text: dict[str, tuple[Length, frozenset[Doubt]]] = {}
    for length in row.lengths:
        doubts_of = _doubts(length, known, minor)
        if doubts_of is not None:
            before = of_text.get(length.text)
            if before is None or len(doubts_of) < len(before[1]):
                of_text[length.text] = length, doubts_of
    for length, why in of_text.values():
        due = length.after(start.at, zone)
        yield Clock(row, subject.person, start, length, due, why, stop, backwards)


def _doubts(length: Length, regime: Regime | None, minor: bool | None) -> frozenset[Doubt] | None:
    """Why it may not hold; None if it does not. An adult's holds while the age is not known: a minor's is no longer."""
    if length.regimes and regime is not None and regime not in length.regimes:
        return None
    if length.minor is not None and minor is not None and minor is not length.minor:
        return None
    doubts = {
        Doubt.REGIME: bool(length.regimes) and regime is None,
        Doubt.AGE: length.minor is True and minor is None,
        Doubt.LAW: length.doubtful,
    }
    return frozenset(doubt for doubt, holds in doubts.items() if holds)


def _start(row: Row, subject: Subject) -> Mark | None:
    named = subject.told(row.starts)
    fine = [Mark(at, f.claim.kind, f.claim) for f in named if (at := finely(f)) is not None]
    if fine:
        return min(fine, key=_when)
    if not row.else_from:
        return None
    shown = [*named, *subject.told(row.else_from)]
    marks = [Mark(at, f.claim.kind, f.claim, False) for f in shown if (at := latest(f)) is not None]
    if FIRST_SAID in row.else_from:
        marks.append(Mark(subject.first_said, FIRST_SAID, known=False))
    return min(marks, key=_when, default=None)


def _stop(row: Row, subject: Subject, start: datetime) -> tuple[Mark | None, Mark | None]:
    marks = [
        Mark(latest(fact) or fact.claim.noted_at, fact.claim.kind, fact.claim)
        for fact in subject.told(row.stops)
        if fact.claim.source_kind is not SourceKind.REPORT
    ]
    after = min((mark for mark in marks if mark.at >= start), key=_when, default=None)
    before = min((mark for mark in marks if mark.at < start), key=_when, default=None)
    ended = subject.view.fact(ENDED)
    if after is None and ended is not None:
        after = Mark(max(start, ended.claim.at or ended.claim.noted_at), ENDED, ended.claim)
    return after, None if after is not None else before


def _when(mark: Mark) -> tuple[datetime, str, int]:
    return mark.at, mark.kind, mark.claim.id if mark.claim else 0
