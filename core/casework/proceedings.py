"""The proceedings of a case, several at once, out of its claims: articles, hearings, steps, each a history. Pure.

A proceeding is known by the claim that opened it; all that belongs to it names that claim (``Claim.proceeding_id``). Every
line about a hearing has the hearing's number. What was said last counts, no matter who said it; all of it is kept.

When somebody is reminded of a hearing, and asked what came of it, in the time of the place:

the evening before   at 19:00
an hour before       where the hour is known
afterwards           two hours after it began; where only the day is known, at 18:00: what came of it?
"""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from core.casework.case_view import CaseView
from core.casework.claim_kinds import STEPS
from core.casework.claims import Fact, learning_order
from core.values import Hearing, Precision, Proceeding

EVENING, DAY_IS_OVER = time(19), time(18)
BEFORE, AFTER = timedelta(hours=1), timedelta(hours=2)


class HearingReminder(StrEnum):
    """What is said."""

    EVENING = "evening"
    HOUR = "hour"
    OUTCOME = "outcome"


def hearing_reminders(hearing: Hearing, zone: ZoneInfo) -> list[tuple[datetime, HearingReminder]]:
    """All of a hearing, with their moments (UTC), in their order; none of one that is cancelled or has an outcome."""
    if hearing.off or hearing.outcome:
        return []
    day = hearing.at.astimezone(zone).date()
    evening = _local_moment(day - timedelta(days=1), EVENING, zone)
    if hearing.precision is Precision.DAY:
        return [
            (evening, HearingReminder.EVENING),
            (_local_moment(day, DAY_IS_OVER, zone), HearingReminder.OUTCOME),
        ]
    return [
        (evening, HearingReminder.EVENING),
        (hearing.at - BEFORE, HearingReminder.HOUR),
        (hearing.at + AFTER, HearingReminder.OUTCOME),
    ]


def next_reminder_at(hearing: Hearing, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When the next one comes; None: none any more. Of a hearing in the past none: what came of it is asked at once."""
    return next((due for due, _ in hearing_reminders(hearing, zone) if due > now), None)


def reminder_due(hearing: Hearing, zone: ZoneInfo, now: datetime) -> HearingReminder | None:
    """What is to be said at this moment: of several that were due while nobody was there the last; None: not any yet."""
    passed = [reminder for due, reminder in hearing_reminders(hearing, zone) if due <= now]
    if passed and passed[-1] is not HearingReminder.OUTCOME and hearing.at <= now:
        return None  # it is being held: what came of it is asked later
    return passed[-1] if passed else None


def _local_moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, zone).astimezone(UTC)


class ProceedingKind(StrEnum):
    """What is decided, and so by which code."""

    ADMINISTRATIVE = "administrative"
    CRIMINAL = "criminal"
    VICTIM = "victim"  # of ill-treatment: the person complains
    OTHER = "other"


class ProceedingState(StrEnum):
    """Whether something may still come of it."""

    OPEN = "open"
    ENDED = "ended"


class HearingOutcome(StrEnum):
    """What came of a hearing."""

    ARREST = "arrest"
    FINE = "fine"
    WARNING = "warning"
    REMAND = "remand"
    HOUSE_ARREST = "house_arrest"
    RELEASED = "released"
    ACQUITTED = "acquitted"
    ADJOURNED = "adjourned"


class DetentionRegime(StrEnum):
    """What sort of detention it is: by it the law's hours differ."""

    ADMINISTRATIVE = "administrative"  # an offence without arrest
    ARRESTABLE = "arrestable"  # administrative arrest is possible
    BORDER = "border"  # border, migration, customs, a protected object
    CRIMINAL = "criminal"
    CRIMINAL_GRAVE = "criminal_grave"  # one of the cases for which the law allows longest


RESULTS = ("upheld", "changed", "quashed", "returned")  # of an appeal
MEASURED = (HearingOutcome.ARREST, HearingOutcome.FINE)  # of which one asks how much
# What an outcome is besides: the step that happened in the hearing.
STEP_OF = {
    HearingOutcome.ARREST: "ruling",
    HearingOutcome.FINE: "ruling",
    HearingOutcome.WARNING: "ruling",
    HearingOutcome.REMAND: "remand",
    HearingOutcome.HOUSE_ARREST: "remand",
}


class TrackedHearing(Struct, frozen=True):
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


class TrackedProceeding(Struct, frozen=True):
    """A proceeding as it is now. ``said``: its own lines; ``steps``: moments and the result of the appeal, as each source
    says now. Both oldest first; the sittings by their time.
    """

    number: int
    proceeding: Proceeding
    person: int | None
    said: tuple[Fact, ...]
    sittings: tuple[TrackedHearing, ...] = ()
    steps: tuple[Fact, ...] = ()
    regime: str = field(default="")

    @property
    def is_open(self) -> bool:
        """Whether something may still come of it."""
        return self.proceeding.state == ProceedingState.OPEN


def tracked_proceedings(view: CaseView) -> list[TrackedProceeding]:
    """All proceedings of a case, in the order in which they were opened."""
    found = []
    for (kind, person), facts in view.said.items():
        if kind == "proceeding":
            for number in dict.fromkeys(
                fact.claim.proceeding_id for fact in sorted(facts, key=learning_order)
            ):
                if number is not None:
                    found.append(_proceeding_of(view, person, number))
    return sorted(found, key=lambda course: course.number)


def tracked_proceeding(view: CaseView, number: int) -> TrackedProceeding | None:
    """The proceeding of this number."""
    return next((proceeding for proceeding in tracked_proceedings(view) if proceeding.number == number), None)


def tracked_hearing(view: CaseView, number: int) -> TrackedHearing | None:
    """The hearing of this number."""
    every = (sitting for course in tracked_proceedings(view) for sitting in course.sittings)
    return next((sitting for sitting in every if sitting.hearing.number == number), None)


def next_hearing(view: CaseView, now: datetime) -> TrackedHearing | None:
    """The first hearing that is still to come."""
    ahead = [
        sitting
        for course in tracked_proceedings(view)
        for sitting in course.sittings
        if not sitting.hearing.off and not sitting.has_passed(now)
    ]
    return min(ahead, key=lambda sitting: sitting.hearing.at, default=None)


def calendar_event(sitting: TrackedHearing, code: str, hearing: str) -> tuple[str, datetime, str]:
    """What stands in a calendar: a summary without names (``hearing``: the word for it), the start (UTC) and the court."""
    return f"{hearing} · {code}", sitting.hearing.at, sitting.hearing.court


def _proceeding_of(view: CaseView, person: int | None, number: int) -> TrackedProceeding:
    said = _facts_of(view, "proceeding", person, number)
    newest = said[-1].value
    assert isinstance(newest, Proceeding)
    lines: dict[int, list[Fact]] = {}
    for fact in _facts_of(view, "hearing", person, number):
        if isinstance(fact.value, Hearing):
            lines.setdefault(fact.value.number, []).append(fact)
    sittings = [
        TrackedHearing(facts[-1].value, person, number, tuple(facts))
        for facts in lines.values()
        if isinstance(facts[-1].value, Hearing)
    ]
    steps = [
        fact for kind in (*STEPS, "result") for fact in _newest_facts(_facts_of(view, kind, person, number))
    ]
    regime = _facts_of(view, "regime", person, number)
    return TrackedProceeding(
        number,
        newest,
        person,
        said,
        tuple(sorted(sittings, key=lambda sitting: (sitting.hearing.at, sitting.hearing.number))),
        tuple(sorted(steps, key=lambda fact: (fact.time or fact.claim.noted_at, learning_order(fact)))),
        str(regime[-1].value) if regime else "",
    )


def _facts_of(view: CaseView, kind: str, person: int | None, number: int) -> tuple[Fact, ...]:
    """What was said of one kind in one proceeding, in the order in which we learnt it."""
    facts = (f for f in view.history(kind, person) if f.claim.proceeding_id == number)
    return tuple(sorted(facts, key=learning_order))


def _newest_facts(facts: tuple[Fact, ...]) -> list[Fact]:
    """What each source says now."""
    return list({fact.claim.source: fact for fact in facts}.values())
