"""Who is asked and who is not, and why, in one line a member: what a decision looks at, told instead of decided."""

from collections.abc import Iterable

from msgspec import Struct

from bot.core.alerting.matching import Candidate, decided_by, ranked
from bot.core.alerting.policy import Course
from bot.core.alerting.whom import Refusal, Roster
from bot.core.model import Member


class Told(Struct, frozen=True):
    """Of one member: the first step that would ask them and their place in it, from 1 on; or why no step does.

    ``behind``: the criterion that puts whoever is one place before them there; empty for the first.
    """

    member: Member
    step: int | None = None
    place: int = 0
    candidate: Candidate | None = None
    behind: str = ""
    refusal: Refusal | None = None


def explain(roster: Roster, course: Course, at: int, visit: int) -> list[Told]:
    """By the steps of the course from number ``at`` on: whom they would ask, best first, then who is not asked.

    ``visit``: of the step ``at``, as ``Roster.choose`` has it; the later ones are visited after it.
    """
    asked: dict[int, Told] = {}
    refused: dict[int, Refusal] = {}
    members: dict[int, Member] = {}
    for number in range(at, course.last + 1):
        verdicts = roster.verdicts(course.steps[number - course.first], visit + number - at)
        members |= {verdict.member.id: verdict.member for verdict in verdicts}
        for told in _in_order(number, (v.candidate for v in verdicts if v.candidate is not None)):
            asked.setdefault(told.member.id, told)
        for verdict in verdicts:
            if verdict.refusal is not None:
                refused[verdict.member.id] = _nearest(verdict.refusal, refused.get(verdict.member.id))
    rest = [Told(members[id], refusal=refusal) for id, refusal in refused.items() if id not in asked]
    return [*asked.values(), *rest]


def _in_order(number: int, candidates: Iterable[Candidate]) -> Iterable[Told]:
    before: Candidate | None = None
    for place, one in enumerate(ranked(candidates), 1):
        yield Told(one.member, number, place, one, decided_by(before, one) if before is not None else "")
        before = one


def _nearest(one: Refusal, other: Refusal | None) -> Refusal:
    """Of the refusals of several steps the one that was looked at last: nothing else was in the way."""
    order = list(Refusal)
    return one if other is None or order.index(one) > order.index(other) else other
