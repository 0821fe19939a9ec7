"""Which clocks a case has, from what its sources say. They are computed again from the claims each time, so that every
correction moves them. Several run at once, for the whole case and for each person about whom something separate is said.
Pure.

start      the earliest claim that the row names, as fine as the part of a day, unless a paper names the start. If none is
           known, the earliest claim that shows it had begun, and the card says so. An earlier one that was only read
           from words has a clock of its own beside what a member says: the earlier of the two warns
stop       the earliest after the start of what members and papers say: a reporter's phone may be in other hands; also a
           hearing that a member tells of or confirms, once its time is over, or if it is before the end
backwards  if the only stop lies before the start, the clock runs on and is marked: no clock runs for less than nothing
doubts     why it may not hold: its start was only read from a reporter's words and no member has confirmed it, the sort of
           detention or the age is not known, or the law is not clear. All clocks that may hold run; the earliest alarms
           first

By when a body has to answer what was sent to it is decided by the country's rows that name such a paper (``answers``). It is
counted once, when the paper is written down, and stays so: several complaints run at once, each with a term of its own. If
only the day of a paper is known, only the end of that day is sure. Of several lengths the shortest counts.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from core.casework.case_view import CaseView, is_perhaps
from core.casework.claim_kinds import QUIET, Certainty
from core.casework.claims import Claim, SourceKind
from core.casework.proceedings import tracked_hearings
from core.clocks.clock_rows import FIRST_SAID, AtEnd, ClockLength, ClockRegime, ClockRow, Law
from core.clocks.subjects import ENDED, ClockSubject, clock_subjects, fine_moment, is_minor, latest_moment
from core.values import Precision
from core.vocabulary import UNTRUE

_UNSURE = {Precision.MINUTE: timedelta(), Precision.HOUR: timedelta(), Precision.PART: timedelta(hours=6),
           Precision.DAY: timedelta(days=1)}  # fmt: skip


class AnswerTerm(Struct, frozen=True):
    """When the answer is due, by which row. ``doubtful``: the sort of detention is not known, or the law is not clear."""

    row: ClockRow
    due: datetime
    doubtful: bool


def answer_term(
    law: Law,
    view: CaseView,
    person: int | None,
    sort: str,
    at: datetime,
    precision: Precision,
    zone: ZoneInfo,
) -> AnswerTerm | None:
    """None where no row names a number for such a paper, or nobody knows on which day it was sent."""
    if precision not in _UNSURE:
        return None
    start = at + _UNSURE[precision]
    regime = ClockSubject(view, person, at).value("regime")
    found = []
    for row in law:
        if sort in row.answers and row.holds(at.astimezone(zone).date()):
            for length in row.lengths:
                of = length.regimes or row.regimes
                if not of or regime is None or regime in of:
                    doubtful = length.doubtful or (bool(of) and regime is None)
                    found.append(AnswerTerm(row, length.after(start, zone), doubtful))
    return min(found, key=lambda computed: (computed.due, computed.row.id), default=None)


REGIMES = frozenset(ClockRegime)
CONFIRMED = "confirmed"  # mt 41
IN_COURT = frozenset({"in_court", "ruling", "remand"})  # what happens in a hearing


class ClockDoubt(StrEnum):
    """Why a clock may not hold."""

    START = "start"
    REGIME = "regime"
    AGE = "age"
    LAW = "law"


class ClockMoment(Struct, frozen=True):
    """A moment that starts or stops a clock. ``kind``: of claim, or ``first_said``; ``known``: it is what the row wants."""

    at: datetime
    kind: str
    claim: Claim | None = None
    known: bool = True


class LegalClock(Struct, frozen=True):
    """One clock of a case, or of one person in it. Without ``due`` it only counts."""

    row: ClockRow
    person: int | None
    start: ClockMoment
    length: ClockLength | None = None
    due: datetime | None = None
    doubts: frozenset[ClockDoubt] = frozenset()
    stop: ClockMoment | None = None
    backwards: ClockMoment | None = None
    kind_read: bool = False  # of what happened only words tell, and by them it would not run

    @property
    def is_perhaps(self) -> bool:
        """Whether it stands on what was only read from words."""
        return self.kind_read or ClockDoubt.START in self.doubts

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
        """By how much time it is over."""
        if self.due is None or not self.is_over(now):
            return timedelta()
        return (self.stop.at if self.stop else now) - self.due


def legal_clocks(
    law: Law, view: CaseView, zone: ZoneInfo, now: datetime | None = None
) -> tuple[LegalClock, ...]:
    """All clocks, running and stopped, the earliest due first; then the terms of minors, where nobody has said that it is
    one; those that only count last. ``now``: by when hearings have been.
    """
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
        for start in _starts_of_clock(row, subject)
        for clock in _clocks_of_row(row, subject, regime, start, zone)
    ]
    found = [_ended_by_hearing(clock, view, now) for clock in found]
    return tuple(sorted(found, key=_clock_order))


def _clock_order(clock: LegalClock) -> tuple[bool, bool, datetime, str, int, str]:
    due, of_minors = clock.due or clock.start.at, ClockDoubt.AGE in clock.doubts
    return (
        clock.due is None,
        of_minors,
        due,
        clock.row.id,
        clock.person or 0,
        clock.length.text if clock.length else "",
    )


def _applies(row: ClockRow, view: CaseView) -> bool:
    """Whether it is for what happened here, or may be: of which kind that is, may only have been read from words."""
    situation = view.fact("situation")
    if not row.situations or situation is None:
        return not row.situations
    may_be = bool(row.lengths) and situation.value not in QUIET and _is_kind_open(view)
    return (situation.value in row.situations or may_be) and view.value("ongoing") != "no"


def _is_kind_open(view: CaseView) -> bool:
    """Whether nobody has said or coded what kind it is."""
    situation = view.fact("situation")
    return situation is not None and is_perhaps(situation) and view.fact("act") is None


def _subjects(
    law: Law, view: CaseView, first_said: datetime
) -> Iterator[tuple[ClockSubject, ClockRegime | None]]:
    """For whom clocks run, and their sort of detention, if it is known."""
    for person in clock_subjects(law, view):
        subject = ClockSubject(view, person, first_said)
        regime = subject.value("regime")
        yield subject, ClockRegime(regime) if isinstance(regime, str) and regime in REGIMES else None


def _clocks_of_row(
    row: ClockRow, subject: ClockSubject, known: ClockRegime | None, start: ClockMoment, zone: ZoneInfo
) -> Iterator[LegalClock]:
    view = subject.view
    if row.regimes and known is not None and known not in row.regimes:
        return
    if not row.holds(day := start.at.astimezone(zone).date()):
        return
    stop, backwards = _stop_of_clock(row, subject, start.at)
    is_read = frozenset({ClockDoubt.START} if _is_only_read(start, view) else ())
    kind_read = bool(row.situations) and view.value("situation") not in row.situations
    if kind_read:
        is_read |= {ClockDoubt.REGIME}
    if not row.lengths:
        doubts = frozenset({ClockDoubt.REGIME} if row.regimes and known is None else ())
        yield LegalClock(row, subject.person, start, doubts=doubts | is_read, stop=stop, backwards=backwards)
        return
    by_age = any(length.minor is not None for length in row.lengths)
    minor = is_minor(view, subject.born, subject.own_flags, day) if by_age else None
    of_text: dict[str, tuple[ClockLength, frozenset[ClockDoubt]]] = {}
    for length in row.lengths:
        doubts_of = _doubts(length, known, minor)
        if doubts_of is not None:
            before = of_text.get(length.text)
            if before is None or len(doubts_of) < len(before[1]):
                of_text[length.text] = length, doubts_of
    for length, why in of_text.values():
        due = length.after(start.at, zone)
        yield LegalClock(row, subject.person, start, length, due, why | is_read, stop, backwards, kind_read)


def _doubts(
    length: ClockLength, regime: ClockRegime | None, minor: bool | None
) -> frozenset[ClockDoubt] | None:
    """Why it may not hold; None if it does not. An adult's holds while the age is not known: a minor's is no longer."""
    if length.regimes and regime is not None and regime not in length.regimes:
        return None
    if length.minor is not None and minor is not None and minor is not length.minor:
        return None
    doubts = {
        ClockDoubt.REGIME: bool(length.regimes) and regime is None,
        ClockDoubt.AGE: length.minor is True and minor is None,
        ClockDoubt.LAW: length.doubtful,
    }
    return frozenset(doubt for doubt, holds in doubts.items() if holds)


def _is_only_read(start: ClockMoment, view: CaseView) -> bool:
    """Whether it was read from a reporter's words: nobody has named it as an answer, and no member has confirmed the case,
    on whose card it stands beside its sentence.
    """
    claim = start.claim
    if claim is None or claim.certainty is Certainty.SAID or claim.source_kind is not SourceKind.REPORT:
        return False
    return view.value("verification") != CONFIRMED


def _starts_of_clock(row: ClockRow, subject: ClockSubject) -> list[ClockMoment]:
    first = _start_of_clock(row, subject)
    if first is None or subject.view.value("verification") == CONFIRMED:
        return [first] if first is not None else []
    read = [
        ClockMoment(at, f.claim.kind, f.claim)
        for f in subject.only_read(row.starts)
        if (at := fine_moment(f))
    ]
    earlier = [mark for mark in read if mark.at < first.at]
    return [first, *([min(earlier, key=_moment_order)] if earlier else ())]


def _start_of_clock(row: ClockRow, subject: ClockSubject) -> ClockMoment | None:
    named = subject.told(row.starts)
    fine = [ClockMoment(at, f.claim.kind, f.claim) for f in named if (at := fine_moment(f)) is not None]
    if fine:
        return min(fine, key=_moment_order)
    if not row.else_from:
        return None
    shown = [*named, *subject.told(row.else_from)]
    marks = [
        ClockMoment(at, f.claim.kind, f.claim, False) for f in shown if (at := latest_moment(f)) is not None
    ]
    if FIRST_SAID in row.else_from:
        marks.append(ClockMoment(subject.first_said, FIRST_SAID, known=False))
    return min(marks, key=_moment_order, default=None)


def _stop_of_clock(
    row: ClockRow, subject: ClockSubject, start: datetime
) -> tuple[ClockMoment | None, ClockMoment | None]:
    marks = [
        ClockMoment(latest_moment(fact) or fact.claim.noted_at, fact.claim.kind, fact.claim)
        for fact in subject.told(row.stops)
        if fact.claim.source_kind is not SourceKind.REPORT
    ]
    after = min((mark for mark in marks if mark.at >= start), key=_moment_order, default=None)
    before = min((mark for mark in marks if mark.at < start), key=_moment_order, default=None)
    ended = subject.view.fact(ENDED)
    if after is None and ended is not None:
        after = ClockMoment(max(start, ended.claim.at or ended.claim.noted_at), ENDED, ended.claim)
    return after, None if after is not None else before


def _ended_by_hearing(clock: LegalClock, view: CaseView, now: datetime | None) -> LegalClock:
    """With the hearing that ends the hours of the police, if a member has told of one and its hour."""
    if clock.stop is not None or IN_COURT.isdisjoint(clock.row.stops):
        return clock
    for sitting in tracked_hearings(view):
        hearing, person = sitting.hearing, sitting.person
        at, is_sure = hearing.at, hearing.precision in (Precision.MINUTE, Precision.HOUR) and not hearing.off
        is_of = is_sure and person in (None, clock.person) and at >= clock.start.at
        if is_of and ((clock.due is not None and at <= clock.due) or (now is not None and at <= now)):
            return replace(clock, stop=ClockMoment(at, "in_court", sitting.said[-1].claim))
    return clock


def _moment_order(mark: ClockMoment) -> tuple[datetime, str, int]:
    return mark.at, mark.kind, mark.claim.id if mark.claim else 0
