"""Who has a case, whether two lawyers are wanted for it, and when its owner is asked whether it is still theirs.

Two are wanted where a child or somebody beaten is held, or several are, unless a member says otherwise; and wherever a
member wants it. The owner is asked when nothing was heard of them for :data:`SILENCE`, by day, for as long as somebody is
held.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.casework.describe import CaseView
from bot.core.casework.kinds import HELD
from bot.core.model import Alert, Case, Happening
from bot.core.values import CountKind
from bot.core.vocabulary import CONFLICT, AlertState, CaseState

SECOND = "second"  # the kind of claim by which a member says whether two are wanted
FOR_TWO = frozenset({"minor", "injured"})  # of what may be urgent
SEVERAL = 3  # persons in one case for whom one lawyer is too few
SILENCE = timedelta(hours=4)
ANSWER = timedelta(hours=1)  # to the question; then coordinators hear of it


def has(case: Case, member_id: int) -> bool:
    """Whether the member has the case: alone, as the first or as the second of two."""
    return member_id in (case.owner_id, case.second_id)


def second_wanted(view: CaseView, kind: CountKind, persons: int) -> bool:
    """Whether two lawyers are wanted. ``persons``: at least so many; ``kind``: how surely that is known."""
    said = view.value(SECOND)
    if said is not None:
        return said == "yes"
    said_of = (view.fact("urgent"), *(person.facts.get("urgent") for person in view.persons))
    flags = {flag for fact in said_of if fact and isinstance(fact.value, tuple) for flag in fact.value}
    seen = (view.fact("ill_treatment"), *(person.facts.get("ill_treatment") for person in view.persons))
    marked = not FOR_TWO.isdisjoint(flags) or any(fact and fact.value == "yes" for fact in seen)
    return marked or kind is CountKind.SEVERAL or persons >= SEVERAL


def second_is_sought(case: Case) -> bool:
    """Whether somebody is asked for the second place: one has the case, and it is not said to be over."""
    free = case.state is CaseState.ACCEPTED and case.second_id is None
    return free and case.wants_second and case.alerting and not case.says_over and not case.says_false


def is_running(case: Case) -> bool:
    """Whether somebody has the case and somebody is held in it, so that its hours count."""
    return case.state is CaseState.ACCEPTED and case.record in HELD and case.ongoing != "no"


def last_sign(lines: Iterable[Happening], member_id: int, otherwise: datetime) -> datetime:
    """When the member was last heard of in this case."""
    return max((line.at for line in lines if line.actor_id == member_id), default=otherwise)


def is_asked(alert: Alert) -> bool:
    """Whether somebody waits for this member to take their case over."""
    return alert.state is AlertState.OFFERED and alert.asked_by is not None


def is_conflict(alert: Alert) -> bool:
    """Whether it was declined or given back because of a conflict of interest: this case is not for them at all."""
    return (alert.reason or "").endswith(CONFLICT)


def still_yours_key(case_id: int) -> str:
    """The timer after which the owner is asked whether it is still theirs."""
    return f"still-yours:case-{case_id}"


def asked_still_key(case_id: int) -> str:
    """The timer that is there while that question stands on the owner's card."""
    return f"mine-unanswered:case-{case_id}"


def handing_key(case_id: int) -> str:
    """The timer that is there while a colleague is asked to take the case over; its subject is the case."""
    return f"handing:case-{case_id}"
