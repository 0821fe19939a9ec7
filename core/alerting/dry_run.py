"""Who would be asked about a case and who not, and why, in one line for each member; and, if nobody answers, who would be
asked after how long. Nothing is sent or written.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo

from msgspec import Struct
from msgspec.structs import replace

from core.alerting.candidates import CaseRoster, Circumstances, Refusal
from core.alerting.criteria import Candidate, deciding_criterion, rank_candidates
from core.alerting.escalation import decide_search
from core.alerting.geography import Geography
from core.alerting.policy import Policy, SearchCourse
from core.model import Case, Member, Offer
from core.vocabulary import OfferState


class AskingExplanation(Struct, frozen=True):
    """The first step that would ask a member, and their place in it, from 1; or why no step asks them.

    ``behind``: the criterion by which the member one place ahead is ahead; empty for the first.
    """

    member: Member
    step: int | None = None
    place: int = 0
    candidate: Candidate | None = None
    behind: str = ""
    refusal: Refusal | None = None


def explain_asking(roster: CaseRoster, course: SearchCourse, at: int, visit: int) -> list[AskingExplanation]:
    """By the steps of the course from number ``at`` on: whom they would ask, best first, then who is not asked.

    ``visit``: of the step ``at``, as ``Roster.choose`` has it; the later ones are visited after it.
    """
    asked: dict[int, AskingExplanation] = {}
    refused: dict[int, Refusal] = {}
    members: dict[int, Member] = {}
    for number in range(at, course.last + 1):
        verdicts = roster.verdicts(course.steps[number - course.first], visit + number - at)
        members |= {verdict.member.id: verdict.member for verdict in verdicts}
        for told in _explained_in_order(number, (v.candidate for v in verdicts if v.candidate is not None)):
            asked.setdefault(told.member.id, told)
        for verdict in verdicts:
            if verdict.refusal is not None:
                refused[verdict.member.id] = _last_refusal(verdict.refusal, refused.get(verdict.member.id))
    rest = [
        AskingExplanation(members[id], refusal=refusal) for id, refusal in refused.items() if id not in asked
    ]
    return [*asked.values(), *rest]


def _explained_in_order(number: int, candidates: Iterable[Candidate]) -> Iterable[AskingExplanation]:
    before: Candidate | None = None
    for place, candidate in enumerate(rank_candidates(candidates), 1):
        yield AskingExplanation(
            candidate.member,
            number,
            place,
            candidate,
            deciding_criterion(before, candidate) if before is not None else "",
        )
        before = candidate


def _last_refusal(refusal: Refusal, other: Refusal | None) -> Refusal:
    """Of the refusals of several steps the one that was looked at last: nothing else was in the way."""
    order = list(Refusal)
    return refusal if other is None or order.index(refusal) > order.index(other) else other


MOST = 50  # looks; a policy with more rounds than that is shown so far


class AskedRound(Struct, frozen=True):
    """A round: how long after the report, which step, and who is asked, best first."""

    after: timedelta
    step: int
    members: tuple[int, ...]


def play_unanswered(
    case: Case,
    members: Sequence[Member],
    policy: Policy,
    zone: tzinfo,
    ground: Geography,
    about: Circumstances,
) -> list[AskedRound]:
    """The rounds from the report (``case.opened_at``) to the last step, which is the first that repeats."""
    now: datetime = case.opened_at
    alerts: dict[int, Offer] = {}
    rounds: list[AskedRound] = []
    for _ in range(MOST):
        decision = decide_search(case, list(alerts.values()), members, policy, now, zone, ground, about)
        for number, alert in alerts.items():
            if number in decision.expire:
                alerts[number] = replace(alert, state=OfferState.EXPIRED)
        case = replace(case, step=decision.step, round=decision.round, loops=decision.loops)
        for number in decision.ask:
            alerts[number] = Offer(number, case.id, number, case.step, case.round, OfferState.OFFERED, now)
        rounds.append(AskedRound(now - case.opened_at, decision.step, decision.ask))
        if decision.found_nobody or decision.next_look is None:
            break
        now = decision.next_look
    return rounds
