"""What a reporter tells unasked of a case that is open, and who hears of it. Pure.

    worse    put into a car, at a station, beaten, ill, refused, threatened, court, a phone switched off …
             who has the case hears it with a sound; if nobody has it, lawyers are asked again as urgent; coordinators
             hear of violence, refusals and threats in any case
    grave    the station denies that it holds them, screams, papers to sign, money demanded, "are they alive?"
             who has the case hears it with a sound, coordinators if nobody has it
    told     a sign of life, still none, anything else that is stated of them: likewise
    better   out, some are out, well: who has the case hears it with a sound, and the reporter is asked who is out;
             nothing ends by it

Bad news acts on suspicion, good news on confirmation: a fact that is only asked rings, and asks no lawyer again.
"""

from collections.abc import Collection, Iterable
from datetime import timedelta

from msgspec import Struct

from core.casework.case_view import CaseView, PersonView
from core.casework.claim_kinds import HELD
from core.casework.claims import SourceKind
from core.model import Case, TimelineEntry
from core.timeline import TimelineKind
from core.vocabulary import CaseState, TaskKind

TAKEN = "taken"  # of people who were only kept from leaving, or missing: they are in a car, or at a station
ANOTHER = "another"  # somebody else is taken, too
KEPT = "kept"  # somebody is held still, of whom it was said that they are out, or where others were let go
DRIVEN, CHILDREN, EXPOSED = "driven", "children", "exposed"  # see core.intake.unasked
CONTACT, SILENCE, NEWS = "contact", "silence", "news"
WORSE = (
    TAKEN,
    ANOTHER,
    KEPT,
    "beaten",
    "threatened",
    "ill",
    "refused",
    "withheld",
    "court",
    "moved",
    "again",
    "leaving",
    DRIVEN,
    "planted",
)
ALIVE, MONEY = "alive", "money"
GRAVE = ("disowned", "screams", "signing", MONEY, ALIVE, CHILDREN, EXPOSED)
TOLD = (CONTACT, SILENCE, NEWS)
COORDINATORS = {
    "beaten": TaskKind.WORSE,
    "refused": TaskKind.WORSE,
    "withheld": TaskKind.WORSE,
    "threatened": TaskKind.THREAT,
    "planted": TaskKind.WORSE,
    MONEY: TaskKind.WORSE,
    DRIVEN: TaskKind.WORSE,
    CHILDREN: TaskKind.WORSE,
    EXPOSED: TaskKind.WARNED,
}
BETTER = ("released", "some-out", "well")  # as core.understanding.later has them
ENDS = frozenset({*BETTER, "lawyer"})  # what lets a lawyer stop

NOT_TAKEN = ("blocked", "missing")  # situations in which people may be taken yet
IN_THEIR_HANDS = ("me", "other")  # and those by which they are

BURST = timedelta(minutes=10)  # the same fact, or another question, makes no second sound before


class HeardBy(Struct, frozen=True):
    """``owner``: the facts that make a sound for the member who has the case; ``asks_again``: lawyers are, as urgent."""

    owner: tuple[str, ...] = ()
    asks_again: bool = False
    tasks: tuple[TaskKind, ...] = ()


def heard_by(case: Case, new: Collection[str], stated: Collection[str]) -> HeardBy:
    """Who hears of the facts that are ``new``, of which those are ``stated`` that are not only asked."""
    if case.state is CaseState.CLOSED:
        return HeardBy()
    told = tuple(dict.fromkeys(COORDINATORS[fact] for fact in new if fact in COORDINATORS))
    if case.state is CaseState.ACCEPTED:
        return HeardBy(tuple(new), tasks=told)
    if any(fact in GRAVE and fact != EXPOSED for fact in new):
        told = tuple(dict.fromkeys((*told, TaskKind.WORSE)))
    worse = any(fact in WORSE and fact in stated for fact in new)
    asks_again = worse and case.alerting and case.record in HELD
    if not told and not asks_again and any(fact not in ENDS for fact in new):
        told = (TaskKind.TOLD,)
    return HeardBy(asks_again=asks_again, tasks=told)


def question_key(case_id: int) -> str:
    """The timer that is there while a question about this case makes no second sound."""
    return f"question:{case_id}"


def asked_out_key(report_id: int) -> str:
    """The timer that is there while the reporter is asked who is out."""
    return f"out:{report_id}"


_SAYS_WHO_IS_OUT = (TimelineKind.SAYS_OVER, TimelineKind.SAYS_NOT_OVER, TimelineKind.SAYS_SOME_OUT)


def is_out(person: PersonView) -> bool:
    """Whether a member says that this person is out."""
    status = person.facts.get("status")
    by_member = status is not None and status.source[0] is SourceKind.MEMBER
    return by_member and status is not None and str(status.value).startswith("released")


def people_left(case: Case, view: CaseView) -> int:
    """How many are told of, at least, of whom no member says that they are out."""
    told = max(case.identified + case.unidentified_min, len(view.persons))
    return max(0, told - sum(is_out(person) for person in view.persons))


def may_hold_more(case: Case, view: CaseView, lines: Iterable[TimelineEntry], *, some_out: bool) -> bool:
    """Whether somebody may be held still when a member says "released". ``some_out``: reporters wrote that some are out and
    others kept.
    """
    last = next((line.kind for line in reversed(list(lines)) if line.kind in _SAYS_WHO_IS_OUT), None)
    kept = last is TimelineKind.SAYS_SOME_OUT or (some_out and last is not TimelineKind.SAYS_OVER)
    left = people_left(case, view)
    return left > 1 or (kept and left == case.identified + case.unidentified_min)
