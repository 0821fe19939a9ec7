"""The proceedings of a case, several at once, out of its claims: articles, hearings, steps, each a history. Pure.

A proceeding is known by the claim that opened it; whatever belongs to it names that claim (``Claim.proceeding_id``). Of a
hearing every line has its number. What was said last counts, whoever said it; all of it is kept.
"""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from bot.core.casework.describe import CaseView
from bot.core.casework.kinds import STEPS
from bot.core.casework.rules import Fact, order
from bot.core.values import Hearing, Proceeding


class Sort(StrEnum):
    """What is decided, and so by which code."""

    ADMINISTRATIVE = "administrative"
    CRIMINAL = "criminal"
    VICTIM = "victim"  # of ill-treatment: the person complains
    OTHER = "other"


class State(StrEnum):
    """Whether something may still come of it."""

    OPEN = "open"
    ENDED = "ended"


class Outcome(StrEnum):
    """What came of a hearing."""

    ARREST = "arrest"
    FINE = "fine"
    WARNING = "warning"
    REMAND = "remand"
    HOUSE_ARREST = "house_arrest"
    RELEASED = "released"
    ACQUITTED = "acquitted"
    ADJOURNED = "adjourned"


class Regime(StrEnum):
    """What sort of detention it is: by it the law's hours differ."""

    ADMINISTRATIVE = "administrative"  # an offence without arrest
    ARRESTABLE = "arrestable"  # administrative arrest is possible
    BORDER = "border"  # border, migration, customs, a protected object
    CRIMINAL = "criminal"
    CRIMINAL_GRAVE = "criminal_grave"  # one of the cases for which the law allows longest


RESULTS = ("upheld", "changed", "quashed", "returned")  # of an appeal
MEASURED = (Outcome.ARREST, Outcome.FINE)  # of which one asks how much
# What an outcome is besides: the step that happened in the hearing.
STEP_OF = {
    Outcome.ARREST: "ruling",
    Outcome.FINE: "ruling",
    Outcome.WARNING: "ruling",
    Outcome.REMAND: "remand",
    Outcome.HOUSE_ARREST: "remand",
}


class Sitting(Struct, frozen=True):
    """A hearing as it is now, the person (None: all of the case), and all that was said of it, oldest first."""

    hearing: Hearing
    person: int | None
    proceeding: int
    said: tuple[Fact, ...]

    def has_passed(self, now: datetime) -> bool:
        """Whether it is over by its time; a day of which the hour is not known, when it has begun."""
        return self.hearing.at <= now

    def waits(self, now: datetime) -> bool:
        """Whether nobody has said what came of it, though its time is over."""
        return self.has_passed(now) and not self.hearing.outcome and not self.hearing.off


class Course(Struct, frozen=True):
    """A proceeding as it is now. ``said``: its own lines; ``steps``: moments and the result of the appeal, as each source
    says now. Both oldest first; the sittings by their time.
    """

    number: int
    proceeding: Proceeding
    person: int | None
    said: tuple[Fact, ...]
    sittings: tuple[Sitting, ...] = ()
    steps: tuple[Fact, ...] = ()
    regime: str = field(default="")

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self.proceeding.state == State.OPEN


def courses(view: CaseView) -> list[Course]:
    """All proceedings of a case, in the order in which they were opened."""
    found = []
    for (kind, person), facts in view.said.items():
        if kind == "proceeding":
            for number in dict.fromkeys(fact.claim.proceeding_id for fact in sorted(facts, key=order)):
                if number is not None:
                    found.append(_course(view, person, number))
    return sorted(found, key=lambda course: course.number)


def course(view: CaseView, number: int) -> Course | None:
    """The proceeding of this number."""
    return next((one for one in courses(view) if one.number == number), None)


def sitting(view: CaseView, number: int) -> Sitting | None:
    """The hearing of this number."""
    every = (one for course in courses(view) for one in course.sittings)
    return next((one for one in every if one.hearing.number == number), None)


def next_sitting(view: CaseView, now: datetime) -> Sitting | None:
    """The first hearing that is still to come."""
    ahead = [
        one
        for course in courses(view)
        for one in course.sittings
        if not one.hearing.off and not one.has_passed(now)
    ]
    return min(ahead, key=lambda one: one.hearing.at, default=None)


def event_of(sitting: Sitting, code: str, hearing: str) -> tuple[str, datetime, str]:
    """What stands in a calendar: a summary without names (``hearing``: the word for it), the start (UTC) and the court."""
    return f"{hearing} · {code}", sitting.hearing.at, sitting.hearing.court


def _course(view: CaseView, person: int | None, number: int) -> Course:
    said = _of(view, "proceeding", person, number)
    newest = said[-1].value
    assert isinstance(newest, Proceeding)
    lines: dict[int, list[Fact]] = {}
    for fact in _of(view, "hearing", person, number):
        if isinstance(fact.value, Hearing):
            lines.setdefault(fact.value.number, []).append(fact)
    sittings = [
        Sitting(facts[-1].value, person, number, tuple(facts))
        for facts in lines.values()
        if isinstance(facts[-1].value, Hearing)
    ]
    steps = [fact for kind in (*STEPS, "result") for fact in _now(_of(view, kind, person, number))]
    regime = _of(view, "regime", person, number)
    return Course(
        number,
        newest,
        person,
        said,
        tuple(sorted(sittings, key=lambda one: (one.hearing.at, one.hearing.number))),
        tuple(sorted(steps, key=lambda fact: (fact.time or fact.claim.noted_at, order(fact)))),
        str(regime[-1].value) if regime else "",
    )


def _of(view: CaseView, kind: str, person: int | None, number: int) -> tuple[Fact, ...]:
    """What was said of one kind in one proceeding, in the order in which we learnt it."""
    facts = (f for f in view.history(kind, person) if f.claim.proceeding_id == number)
    return tuple(sorted(facts, key=order))


def _now(facts: tuple[Fact, ...]) -> list[Fact]:
    """What each source says now."""
    return list({fact.claim.source: fact for fact in facts}.values())
