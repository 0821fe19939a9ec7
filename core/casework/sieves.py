"""The one count: in which sieves a case lies. Every list, card, digest and figure asks here, and none counts by itself.

    untaken     nobody has it, and a lawyer is looked for or somebody is held, or may be
    unanswered  of these, nobody took it in time: everybody was asked, or it is urgent and nobody answers; coordinators ring
    taken       somebody has it
    record      nobody has it, no lawyer is looked for, and nobody is held
    on the way, at the door, inside, refused    what one of those who have it said last of the visit
    surely over, perhaps over    a clock of the law is over; perhaps, as long as what starts or lengthens it is not sure
    no station  somebody is held, and nobody has said where
    unverified  nobody of ours has found it confirmed or likely
    for me      the reader is asked something about it, with a sound or without

A case lies in one of untaken, taken and record while it is open, and in none when it is closed. What the database counts by
itself stands in storage.sieves; a test compares both.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from core.casework.claim_kinds import HELD, UNVERIFIED
from core.model import Case
from core.records.holds import ClockMark, HowSurely
from core.timeline import TimelineKind
from core.vocabulary import CaseState


class Sieve(StrEnum):
    """See above."""

    UNTAKEN = "untaken"
    UNANSWERED = "unanswered"
    TAKEN = "taken"
    RECORD = "record"
    ON_THE_WAY = "on-the-way"
    AT_THE_DOOR = "at-the-door"
    INSIDE = "inside"
    REFUSED = "refused"
    SURELY_OVER = "surely-over"
    PERHAPS_OVER = "perhaps-over"
    NO_STATION = "no-station"
    UNVERIFIED = "unverified"
    FOR_ME = "for-me"


OF_VISIT: Mapping[TimelineKind | None, Sieve] = {
    TimelineKind.ON_MY_WAY: Sieve.ON_THE_WAY,
    TimelineKind.AT_STATION: Sieve.AT_THE_DOOR,
    TimelineKind.ADMITTED: Sieve.INSIDE,
    TimelineKind.REFUSED: Sieve.REFUSED,
}
OVER: Mapping[HowSurely, Sieve] = {
    HowSurely.SURELY: Sieve.SURELY_OVER,
    HowSurely.PERHAPS: Sieve.PERHAPS_OVER,
}
BY_NEED = (Sieve.UNTAKEN, Sieve.TAKEN, Sieve.RECORD)  # every open case is in one of these
OF_ROW = frozenset({*BY_NEED, Sieve.UNANSWERED, Sieve.UNVERIFIED})  # they ask nothing but the case's own row


class CaseStanding(Struct, frozen=True):
    """What the sieves ask. ``steps``: the last of each who has it; ``is_placed``: somebody has said where they are held."""

    case: Case
    steps: Collection[TimelineKind | None] = ()
    over: HowSurely | None = None
    is_placed: bool = False
    asks_reader: bool = False


def sieves_of(standing: CaseStanding) -> frozenset[Sieve]:
    """All in which the case lies."""
    case = standing.case
    if case.state is CaseState.CLOSED:
        return frozenset()
    found = {need_of(case)}
    if is_unanswered(case):
        found.add(Sieve.UNANSWERED)
    if case.state is CaseState.ACCEPTED:
        found |= {OF_VISIT[step] for step in standing.steps if step in OF_VISIT}
    if standing.over is not None:
        found.add(OVER[standing.over])
    if holds_somebody(case) and not standing.is_placed:
        found.add(Sieve.NO_STATION)
    if case.verification in UNVERIFIED:
        found.add(Sieve.UNVERIFIED)
    if standing.asks_reader:
        found.add(Sieve.FOR_ME)
    return frozenset(found)


def need_of(case: Case) -> Sieve:
    """Which of BY_NEED an open case is in."""
    if case.state is CaseState.ACCEPTED:
        return Sieve.TAKEN
    return Sieve.UNTAKEN if _wants_lawyer(case) else Sieve.RECORD


def is_untaken(case: Case) -> bool:
    """Whether nobody has it, and a lawyer is looked for or somebody is held, or may be."""
    return case.state is CaseState.OPEN and _wants_lawyer(case)


def was_untaken(case: Case, at: datetime) -> bool:
    """The same at an earlier moment, as far as the row tells it."""
    was_closed = case.closed_at is not None and case.closed_at < at
    was_taken = case.owner_id is not None and case.accepted_at is not None and case.accepted_at < at
    return not was_closed and not was_taken and _wants_lawyer(case)


def is_sought(case: Case) -> bool:
    """Whether lawyers are asked about it: not yet where its place is not known."""
    return case.state is CaseState.OPEN and case.alerting


def is_unanswered(case: Case) -> bool:
    """Whether coordinators ring about it, because nobody has taken it."""
    return is_sought(case) and case.unclaimed_at is not None


def holds_somebody(case: Case) -> bool:
    """Whether somebody of it is held, or may be, as far as is known."""
    return case.record in HELD and case.ongoing != "no" and case.state is not CaseState.CLOSED


def is_confirmed(case: Case) -> bool:
    """Whether a member has verified it."""
    return case.verification == "confirmed"


def _wants_lawyer(case: Case) -> bool:
    return case.alerting or (case.record in HELD and case.ongoing != "no")


def how_surely_over(marks: Iterable[ClockMark]) -> HowSurely | None:
    """How surely somebody is held longer than the law allows, by the marks of one case; None: by no clock."""
    found = {mark.over for mark in marks if mark.goes_on} - {None}
    return HowSurely.SURELY if HowSurely.SURELY in found else HowSurely.PERHAPS if found else None


def count_sieves(standings: Iterable[CaseStanding]) -> dict[Sieve, int]:
    """How many lie in each."""
    found = dict.fromkeys(Sieve, 0)
    for standing in standings:
        for sieve in sieves_of(standing):
            found[sieve] += 1
    return found


def by_need(cases: Iterable[Case]) -> dict[Sieve, list[Case]]:
    """Open cases: those that need a lawyer, those that have one, and records; closed ones are left out."""
    found: dict[Sieve, list[Case]] = {need: [] for need in BY_NEED}
    for case in cases:
        if case.state is not CaseState.CLOSED:
            found[need_of(case)].append(case)
    return found
