"""The proceedings of a case, several at once, out of its claims: articles, hearings, steps, each a history. Pure.

A proceeding is known by the claim that opened it; all that belongs to it names that claim (``Claim.proceeding_id``). Every
line about a hearing has the hearing's number. What members said last counts, no matter who of them said it; a hearing of
which only reporters have told stands by what they said last, and is there only for those who ask for what is ``told``: no
paper and no figure has it. All of it is kept.

When somebody is reminded of a hearing, and asked what came of it, in the time of the place:

the evening before   at 19:00
an hour before       where the hour is known
afterwards           two hours after it began; where only the day is known, at 18:00: what came of it?
"""

from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import reduce
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from core.casework.case_view import CaseView
from core.casework.claim_kinds import STEPS
from core.casework.claims import Fact, SourceKind, learning_order
from core.values import Hearing, Precision, Proceeding

EVENING, DAY_IS_OVER = time(19), time(18)
BEFORE, AFTER = timedelta(hours=1), timedelta(hours=2)
DAY, HALF_A_DAY = timedelta(days=1), timedelta(hours=12)


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
    HearingOutcome.RELEASED: "in_court",
    HearingOutcome.ACQUITTED: "in_court",
}


class TrackedHearing(Struct, frozen=True):
    """A hearing as it is now, the person (None: all of the case), and all that was said of it, oldest first. ``otherwise``:
    what a reporter has told since of its time, if that is another.
    """

    hearing: Hearing
    person: int | None
    proceeding: int
    said: tuple[Fact, ...]
    otherwise: Hearing | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether a member has said anything of it."""
        return any(is_members(fact) for fact in self.said)

    def is_told_only_by(self, report: int) -> bool:
        """Whether this report tells of it, and nobody else."""
        return {fact.claim.source for fact in self.said} == {(SourceKind.REPORT, report)}

    @property
    def stands(self) -> bool:
        """Whether nothing has come of it yet."""
        return not self.hearing.off and not self.hearing.outcome

    def has_passed(self, now: datetime) -> bool:
        """Whether it is over by its time; a day of which the hour is not known, when it has begun."""
        return self.hearing.at <= now

    def waits(self, now: datetime) -> bool:
        """Whether nobody has said what came of it, though its time is over."""
        return self.has_passed(now) and not self.hearing.outcome and not self.hearing.off


class TrackedProceeding(Struct, frozen=True):
    """A proceeding as it is now. ``said``: its own lines, none where only a hearing is known; ``steps``: moments and the
    result of the appeal, as each source says now. Both oldest first; the sittings by their time.
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


def is_members(fact: Fact) -> bool:
    """Whether a member, or a paper that a member read, says it."""
    return fact.claim.source_kind is not SourceKind.REPORT


def tracked_proceedings(view: CaseView, *, told: bool = False) -> list[TrackedProceeding]:
    """All proceedings of a case, in the order in which they were opened; ``told``: also what only reporters tell."""
    found = []
    for person in dict.fromkeys(person for kind, person in view.said if kind in ("proceeding", "hearing")):
        facts = [*view.history("proceeding", person), *view.history("hearing", person)]
        for number in dict.fromkeys(
            fact.claim.proceeding_id for fact in sorted(facts, key=learning_order) if told or is_members(fact)
        ):
            if number is not None:
                found.append(_proceeding_of(view, person, number, told=told))
    return sorted(found, key=lambda course: course.number)


def tracked_proceeding(view: CaseView, number: int) -> TrackedProceeding | None:
    """The proceeding of this number, even if it was only told."""
    every = tracked_proceedings(view, told=True)
    return next((proceeding for proceeding in every if proceeding.number == number), None)


def tracked_hearings(view: CaseView, *, told: bool = False) -> list[TrackedHearing]:
    """All hearings of a case."""
    return [sitting for course in tracked_proceedings(view, told=told) for sitting in course.sittings]


def tracked_hearing(view: CaseView, number: int) -> TrackedHearing | None:
    """The hearing of this number, even if it was only told."""
    every = tracked_hearings(view, told=True)
    return next((sitting for sitting in every if sitting.hearing.number == number), None)


def next_hearing(view: CaseView, now: datetime, *, told: bool = False) -> TrackedHearing | None:
    """The first hearing that is still to come."""
    ahead = [
        sitting
        for sitting in tracked_hearings(view, told=told)
        if not sitting.hearing.off and not sitting.has_passed(now)
    ]
    return min(ahead, key=lambda sitting: sitting.hearing.at, default=None)


def hearing_meant(
    view: CaseView,
    told: Hearing,
    now: datetime,
    *,
    moved: bool,
    another: bool = False,
    report: int | None = None,
) -> TrackedHearing | None:
    """The hearing of which somebody tells this time, a member or a ``report``; None: one that nobody has told of.

    A person has one hearing after the other: what is told of "the hearing" is told of the one that is ahead, and if it is on
    another day now, it has moved. So it is not where the words say that it is ``another`` one, where the case is of
    several people, and where only somebody else has told of the one ahead: then both stand, for no reminder may be lost.
    """
    stand = [sitting for sitting in tracked_hearings(view, told=True) if sitting.stands]
    exact = [sitting for sitting in stand if is_agreed(sitting.hearing, told)]
    if another:
        return next(iter(exact), None)
    ahead = sorted(
        (sitting for sitting in stand if not sitting.has_passed(now)), key=lambda sitting: sitting.hearing.at
    )
    if moved or len(view.persons) > 1:
        return next(iter([*exact, *(ahead if moved else ())]), None)
    same = [sitting for sitting in stand if is_same_time(sitting.hearing, told.at, told.precision)]
    own = [
        sitting
        for sitting in ahead
        if report is None or sitting.is_confirmed or sitting.is_told_only_by(report)
    ]
    return next(iter([*exact, *same, *(own if len(ahead) == 1 else ())]), None)


def is_agreed(hearing: Hearing, other: Hearing) -> bool:
    """Whether both may be at the same time: the same hour, or a day and an hour of it."""
    if Precision.DAY in (hearing.precision, other.precision):
        return is_same_time(hearing, other.at, other.precision)
    return hearing.at == other.at


def is_same_time(hearing: Hearing, at: datetime, precision: Precision) -> bool:
    """Whether the hearing may be at that time of the same day: within hours, or on a day of which the hour is not known."""
    if Precision.DAY in (precision, hearing.precision):
        first, later = sorted((at, hearing.at))
        by_day = precision if first == at else hearing.precision
        return later - first < DAY if by_day is Precision.DAY else later - first < HALF_A_DAY
    return abs(at - hearing.at) < HALF_A_DAY


def is_near(at: datetime, precision: Precision, zone: ZoneInfo, now: datetime) -> bool:
    """Whether a hearing is ahead, within a day: lawyers are asked then."""
    if precision is Precision.DAY:
        days = (at.astimezone(zone).date() - now.astimezone(zone).date()).days
        return 0 <= days <= 1
    return now <= at <= now + DAY


def calendar_event(sitting: TrackedHearing, code: str, hearing: str) -> tuple[str, datetime, str]:
    """What stands in a calendar: a summary without names (``hearing``: the word for it), the start (UTC) and the court."""
    return f"{hearing} · {code}", sitting.hearing.at, sitting.hearing.court


def _proceeding_of(view: CaseView, person: int | None, number: int, *, told: bool) -> TrackedProceeding:
    said = _facts_of(view, "proceeding", person, number)
    newest = said[-1].value if said else Proceeding(ProceedingKind.OTHER)
    assert isinstance(newest, Proceeding)
    lines: dict[int, list[Fact]] = {}
    for fact in _facts_of(view, "hearing", person, number):
        if isinstance(fact.value, Hearing):
            lines.setdefault(fact.value.number, []).append(fact)
    sittings = [
        sitting
        for facts in lines.values()
        if (sitting := _hearing_of(facts, person, number)).is_confirmed or told
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


def _hearing_of(facts: list[Fact], person: int | None, number: int) -> TrackedHearing:
    """What members said last is all that counts of it; else what reporters say, taken together."""
    values = [(fact, fact.value) for fact in facts if isinstance(fact.value, Hearing)]
    said = [value for fact, value in values if is_members(fact)]
    last_said = max((i for i, (fact, _) in enumerate(values) if is_members(fact)), default=-1)
    told = [value for _, value in values[last_said + 1 :]]
    hearing = said[-1] if said else reduce(_put_together, told)
    is_other = bool(said) and bool(told) and not is_agreed(hearing, told[-1])
    return TrackedHearing(hearing, person, number, tuple(facts), told[-1] if is_other else None)


def _put_together(hearing: Hearing, told: Hearing) -> Hearing:
    """What was told later counts; "on that day" takes away no hour, and who names no court takes none away."""
    is_coarser = told.precision is Precision.DAY and is_agreed(hearing, told)
    kept = hearing if is_coarser else told
    return replace(told, at=kept.at, precision=kept.precision, court=told.court or hearing.court)


def _facts_of(view: CaseView, kind: str, person: int | None, number: int) -> tuple[Fact, ...]:
    """What was said of one kind in one proceeding, in the order in which we learnt it."""
    facts = (f for f in view.history(kind, person) if f.claim.proceeding_id == number)
    return tuple(sorted(facts, key=learning_order))


def _newest_facts(facts: tuple[Fact, ...]) -> list[Fact]:
    """What each source says now."""
    return list({fact.claim.source: fact for fact in facts}.values())
