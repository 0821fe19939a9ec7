"""Who has a case, whether two lawyers are wanted for it, and when its owner is asked whether it is still theirs.

Two lawyers are wanted if a child, somebody who was beaten, or several people are held, unless a member says otherwise; and
whenever a member wants it. The owner is asked if nothing was heard from them for :data:`SILENCE`, by day, as long as
somebody is held. What the owner has done in the case is read from its timeline and its offers.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from core.casework.case_view import CaseView
from core.casework.claim_kinds import HELD
from core.model import Case, Offer, TimelineEntry
from core.timeline import FIRST_ACTIONS, TimelineKind
from core.values import CountKind
from core.vocabulary import CONFLICT, CaseState, OfferState, is_given_back

SECOND = "second"  # the kind of claim by which a member says whether two are wanted
FOR_TWO = frozenset({"minor", "injured"})  # of what may be urgent
SEVERAL = 3  # persons in one case for whom one lawyer is too few
SILENCE = timedelta(hours=4)
OWNER_ANSWER = timedelta(hours=1)  # to the question; then coordinators hear of it


def has_case(case: Case, member_id: int) -> bool:
    """Whether the member has the case: alone, as the first or as the second of two."""
    return member_id in (case.owner_id, case.second_id)


def wants_second(view: CaseView, kind: CountKind, persons: int) -> bool:
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


def last_sign(lines: Iterable[TimelineEntry], member_id: int, otherwise: datetime) -> datetime:
    """When the member was last heard of in this case."""
    return max((line.at for line in lines if line.actor_id == member_id), default=otherwise)


def is_handover_offer(alert: Offer) -> bool:
    """Whether somebody waits for this member to take their case over."""
    return alert.state is OfferState.OFFERED and alert.asked_by is not None


def is_conflict_of_interest(alert: Offer) -> bool:
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


TAKING = (TimelineKind.ACCEPTED, TimelineKind.HANDED_OVER)  # since then somebody else is on it


def actions_shown(lines: Iterable[TimelineEntry]) -> dict[TimelineKind, datetime]:
    """What the owner of a case has done since they took it, and when last. ``lines``: its timeline."""
    found: dict[TimelineKind, TimelineEntry] = {}
    for line in lines:
        if line.kind in TAKING:
            found = {}
        elif line.kind is TimelineKind.INHERITED:
            found = {
                kind: entry for kind, entry in found.items() if entry.actor_id == line.details.get("member")
            }
        elif line.kind in FIRST_ACTIONS:
            found[line.kind] = line
    return {kind: line.at for kind, line in found.items()}


def action_shown_by(lines: Iterable[TimelineEntry], member_id: int) -> datetime | None:
    """When a member last showed since they joined that they are on it; None if they have not."""
    found = None
    for line in lines:
        if line.actor_id == member_id and line.kind is TimelineKind.JOINED:
            found = None
        elif line.actor_id == member_id and line.kind in FIRST_ACTIONS:
            found = line.at
    return found


def last_lapsed_owner(alerts: Iterable[Offer]) -> int | None:
    """The member who last had the case and did nothing; None if every owner did something."""
    lapsed = [(alert.lapsed_at, alert.member_id) for alert in alerts if alert.lapsed_at is not None]
    return max(lapsed)[1] if lapsed else None


def last_had(alerts: Iterable[Offer], since: datetime) -> Offer | None:
    """The one of a member's offers by which they last had a case that they have no more, if that ended since then."""
    ended = [
        (at, alert.id, alert) for alert in alerts if (at := _had_until(alert)) is not None and at >= since
    ]
    return max(ended, key=lambda end: end[:2])[2] if ended else None


def _had_until(alert: Offer) -> datetime | None:
    """When the case lapsed, or was given back or taken away."""
    given_back = alert.answered_at if is_given_back(alert.reason) else None
    return max(filter(None, (alert.lapsed_at, given_back)), default=None)
