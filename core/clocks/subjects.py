"""For whom clocks run: the case, and each person about whom something separate is said; and what is said of them, such as
how old they are and whether they are minors (by the flag, or by the date of birth).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property

from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claim_kinds import ALARM, Certainty
from core.casework.claims import Fact, SourceKind
from core.casework.interventions import (
    InterventionKind,
    InterventionReply,
    TrackedIntervention,
    tracked_interventions,
)
from core.clocks.clock_rows import FIRST_SAID, OF_PAPERS, TO_COURT, Law
from core.values import Moment, Precision, Value

ADULT = 18
INTERVENTION = "intervention"
MINOR = "minor"  # of what may be urgent
HALF_A_DAY = timedelta(hours=12)  # a day begins at midnight of the place, which may be the day before in UTC
_DATED = (Precision.DAY, Precision.MINUTE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_minor(view: CaseView, born: Value | None, own_flags: Value | None, on: date) -> bool | None:
    """None while it is not known. The flag of the case tells of its one person; of several, not of which.

    A date of birth decides, or a year where the whole year does; the flag goes before both, so that no clock falls silent
    by a slip.
    """
    if _is_flagged_minor(own_flags):
        return True
    whole = age_on(born, on)
    if whole is not None:
        return whole < ADULT
    years = [int(year) for year in _YEAR.findall(born)] if isinstance(born, str) else []
    if len(years) == 1 and on.year - years[0] != ADULT:
        return on.year - years[0] < ADULT
    people = view.people
    alone = people.identified + people.unidentified_min <= 1
    return True if alone and _is_flagged_minor(view.value("urgent")) else None


def age_on(born: Value | None, on: date) -> int | None:
    """Whole years on a day, by a date of birth; None where no day is known, or it is still to come."""
    if not isinstance(born, Moment) or born.at is None or born.precision not in _DATED:
        return None
    day = (born.at + HALF_A_DAY).date()
    years = on.year - day.year - ((on.month, on.day) < (day.month, day.day))
    return years if years >= 0 else None


def _is_flagged_minor(flags: Value | None) -> bool:
    return isinstance(flags, tuple) and MINOR in flags


# How long what is only roughly known may last: of a coarser moment only its end is sure.
_ROUGH = {
    Precision.DAY: timedelta(days=1),
    Precision.MONTH: timedelta(days=31),
    Precision.YEAR: timedelta(days=366),
}
ENDED = "outcome"  # a case that was closed has no clocks any more
AGES = ("born_on", "born", "urgent")  # kinds that tell an age
# What says whom a case is about, and whether anybody is to be woken.
_OTHERS = ("regime", "hearing", "situation", "ongoing", "count", "name", ENDED, ALARM, "says_over")


def clock_moving_kinds(law: Law) -> frozenset[str]:
    """The kinds of claims by which clocks change."""
    named = {kind for row in law for kind in (*row.starts, *row.else_from, *row.stops)} - {FIRST_SAID}
    sent = {INTERVENTION} if named & OF_PAPERS else set()
    return frozenset({*named - OF_PAPERS, *sent, *AGES, *_OTHERS})


def clock_subjects(law: Law, view: CaseView) -> Iterator[int | None]:
    """The persons of whom something of their own is said that moves a clock; and the case, if anybody else is in it."""
    moving = clock_moving_kinds(law) - {*_OTHERS, INTERVENTION} | {"regime"} if view.persons else frozenset()
    own = [person.id for person in view.persons if moving & person.facts.keys()]
    others = any(person.names and person.id not in own for person in view.persons)
    people = view.people
    named = sum(1 for id in own if any(person.id == id and person.names for person in view.persons))
    unnamed = people.unidentified_min - (len(own) - named)
    if not own or others or unnamed > 0:
        yield None
    yield from own


class ClockSubject:
    """The case, or one of its persons: of what nobody says of them, what is said of the case holds."""

    def __init__(self, view: CaseView, person: int | None, first_said: datetime) -> None:
        self.view = view
        self.person = person
        self.first_said = first_said
        own = next((person_view.facts for person_view in view.persons if person_view.id == person), {})
        self._facts = {**view.facts, **own}

    def value(self, kind: str) -> Value | None:
        """What is true of them."""
        fact = self._facts.get(kind)
        return None if fact is None else fact.value

    def told(self, kinds: Iterable[str]) -> list[Fact]:
        """What sources say of these moments, one after the other."""
        return [
            fact
            for kind in kinds
            for fact in (self._of_papers(kind) if kind in OF_PAPERS else self._said(kind))
        ]

    def _of_papers(self, kind: str) -> list[Fact]:
        """What was sent and answered, as moments; of silence, when somebody wrote down that no answer has come."""
        return [
            Fact(Moment(at, Precision.MINUTE, exact=True), replace(line.said[-1].claim, kind=kind))
            for line in tracked_interventions(self.view)
            if self.person is None or line.person in (None, self.person)
            if (at := _sent_or_answered(line, kind)) is not None
        ]

    def _said(self, kind: str) -> Sequence[Fact]:
        """What sources say of a moment: all of them, or papers alone if there are any."""
        fact = self._facts.get(kind)
        if fact is None:
            return ()
        facts = (fact, *fact.others)
        papers = [fact for fact in facts if fact.claim.source_kind is SourceKind.PAPER]
        return papers or _without_read(facts)

    def only_read(self, kinds: Iterable[str]) -> list[Fact]:
        """What was read of these moments from a reporter's words, where a member has named them otherwise."""
        told = [self._facts[kind] for kind in kinds if kind in self._facts]
        facts = [said for fact in told for said in (fact, *fact.others)]
        named = any(said.claim.source_kind is SourceKind.MEMBER for said in facts)
        return [
            said
            for said in facts
            if named and said.claim.certainty is Certainty.UNDERSTOOD and _is_read(said)
        ]

    @cached_property
    def own_flags(self) -> Value | None:
        mine = [p for p in self.view.persons if p.id == self.person and "urgent" in p.facts]
        return mine[0].facts["urgent"].value if mine else None

    @cached_property
    def born(self) -> Value | None:
        """The date, else what was said of it. Of the case it tells of its one person only."""
        mine = next((p.facts for p in self.view.persons if p.id == self.person), {})
        people = self.view.people
        alone = people.identified + people.unidentified_min <= 1
        told = (mine, self.view.facts if alone else {})
        return next(
            (facts[kind].value for facts in told for kind in ("born_on", "born") if kind in facts), None
        )


def _sent_or_answered(line: TrackedIntervention, kind: str) -> datetime | None:
    what = line.what
    if what.withdrawn or what.reply == InterventionReply.GRANTED:
        return None
    if kind == TO_COURT:
        return what.at if what.sort == InterventionKind.JUDGE else None
    is_over = what.sort == InterventionKind.COMPLAINT and (what.reply or what.unregistered)
    return (what.replied_at or line.said[-1].claim.noted_at) if is_over else None


def _without_read(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Once a member has named a moment, none counts that was only read from a reporter's words; an earlier one warns beside
    it.
    """
    by_member = any(fact.claim.source_kind is SourceKind.MEMBER for fact in facts)
    if not by_member:
        return facts
    return [fact for fact in facts if not _is_read(fact)]


def _is_read(fact: Fact) -> bool:
    return fact.claim.source_kind is SourceKind.REPORT and fact.claim.certainty is not Certainty.SAID


def fine_moment(fact: Fact) -> datetime | None:
    """When it was, if that is known at least to the part of a day."""
    value = fact.value
    if not isinstance(value, Moment) or value.precision in _ROUGH or value.precision is Precision.UNKNOWN:
        return None
    return value.at


def latest_moment(fact: Fact) -> datetime | None:
    """When it had happened at the latest, though it is only roughly known."""
    value = fact.value
    if not isinstance(value, Moment) or value.at is None:
        return None
    rough = _ROUGH.get(value.precision)
    return value.at if rough is None else max(value.at, min(value.at + rough, fact.claim.noted_at))
