"""A lawyer's visit: how it stands and what can come next; whose status is what; and what of it does not fit together.

Nothing is obligatory: a step may be left out, said late, or said again. Pure.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from bot.core.casework.claims import SourceKind
from bot.core.casework.describe import CaseView
from bot.core.casework.rules import Fact
from bot.core.model import Case
from bot.core.timeline import Line
from bot.core.values import Moment, Precision

# What can come next, by what was said last.
NEXT: Mapping[Line | None, tuple[Line, ...]] = {
    None: (Line.CONTACTED, Line.ON_MY_WAY, Line.AT_STATION),
    Line.CONTACTED: (Line.ON_MY_WAY, Line.AT_STATION),
    Line.ON_MY_WAY: (Line.AT_STATION,),
    Line.AT_STATION: (Line.ADMITTED, Line.REFUSED),
    Line.REFUSED: (Line.ADMITTED, Line.REFUSED),  # each refusal is one more
    Line.ADMITTED: (Line.OUT,),
    Line.OUT: (Line.ON_MY_WAY, Line.AT_STATION),
}
AFTER_INSIDE = (Line.ADMITTED, Line.REFUSED, Line.AT_STATION)  # what somebody comes out of

STATUSES = ("nobody", "witness", "witness_defence", "suspect", "accused", "administrative", "convicted")
RELEASED = ("released", "released_pledge", "released_bail", "released_house", "released_served")  # and how
TIMES = ("delivered", "protocol", "transferred", "released_at")  # none can be before the detention

SKEW = timedelta(minutes=5)  # phones' clocks differ, and people round up


class Step(Struct, frozen=True):
    """Something that whoever has a case said of their way, and when it was so."""

    act: Line
    at: datetime


class Doubt(Struct, frozen=True):
    """A moment that cannot be: before the detention, or (``start`` is None) still to come when it was said."""

    kind: str
    person: int | None
    said: Fact
    start: Fact | None


def steps(facts: Iterable[Fact], case: Case, member: int | None = None) -> tuple[Step, ...]:
    """The way of whoever has the case now, since they took it, in its order. ``facts``: the history of "visit"; ``member``:
    one of two who have it, else the first.
    """
    since = case.first_action_at
    if since is None:
        return ()
    mine = [
        fact
        for fact in facts
        if fact.source == (SourceKind.MEMBER, member or case.owner_id) and fact.claim.noted_at >= since
    ]
    mine.sort(key=lambda fact: (fact.time or fact.claim.noted_at, fact.claim.noted_at, fact.claim.id))
    return tuple(Step(Line(str(fact.value)), fact.time or fact.claim.noted_at) for fact in mine)


def trail(way: Iterable[Step]) -> tuple[Step, ...]:
    """The same as it is read: of what was said twice the last, but every refusal."""
    way = tuple(way)
    later = [{step.act for step in way[number:]} for number in range(1, len(way) + 1)]
    return tuple(
        step
        for step, after in zip(way, later, strict=True)
        if step.act is Line.REFUSED or step.act not in after
    )


def stands(way: Iterable[Step]) -> Line | None:
    """What was the last of it."""
    return next((step.act for step in reversed(tuple(way))), None)


def inside_key(case_id: int, member_id: int) -> str:
    """The timer after which this lawyer, who is inside, is asked whether they are out."""
    return f"inside:case-{case_id}:{member_id}"


def inside_asked_key(case_id: int, member_id: int) -> str:
    """The timer that is there while that question waits for an answer."""
    return f"inside-unanswered:case-{case_id}:{member_id}"


def people_of(view: CaseView, kind: str) -> tuple[int | None, ...]:
    """Of whom a kind is said: the whole case (None), and its persons."""
    return tuple(who for who in (None, *(one.id for one in view.persons)) if view.history(kind, who))


def last_of_each(history: Iterable[Fact]) -> tuple[Fact, ...]:
    """What each source says last of a status, the first source first."""
    return tuple({fact.source: fact for fact in history}.values())


def contradict(history: Iterable[Fact]) -> bool:
    """Whether the sources of a status do not say the same."""
    return len({fact.value for fact in last_of_each(history)}) > 1


def doubts(view: CaseView) -> tuple[Doubt, ...]:
    """The moments that cannot be, as far as they are known to the hour."""
    found = []
    for kind in TIMES:
        for who in people_of(view, kind):
            said = view.of(who, kind)
            at = _hour(said)
            if said is None or at is None:
                continue
            start = view.of(who, "started")
            began = _hour(start)
            if at > said.claim.noted_at + SKEW:
                found.append(Doubt(kind, who, said, None))
            elif began is not None and at < began:
                found.append(Doubt(kind, who, said, start))
    return tuple(found)


def _hour(fact: Fact | None) -> datetime | None:
    if fact is None or not isinstance(fact.value, Moment):
        return None
    return fact.value.at if fact.value.precision in (Precision.MINUTE, Precision.HOUR) else None
