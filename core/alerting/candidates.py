"""Who can be asked to take a case, and in what order.

    region           lawyers on duty: in the city, then in the region, then those who serve everywhere
    neighbours       lawyers on duty in neighbouring regions who do not serve the region itself
    coordinators     coordinators on duty
    escalation list  lawyers and coordinators marked so, on duty or not

Everybody on the roster gets a ``Verdict``: a refusal, which is a row of ``Refusal``, or a candidate. Candidates are
ranked by ``CRITERIA``. An explanation of a decision uses the same verdicts.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field

from core.alerting.criteria import Candidate, Nearness, rank_candidates
from core.alerting.geography import Geography, case_region, km_from_case
from core.alerting.policy import AskedGroup, Policy, PolicyStep
from core.casework.ownership import is_conflict_of_interest
from core.model import Case, Member, Offer
from core.vocabulary import OfferState, Role, is_given_back

VISIT = 1000  # round numbers a visit of a step; more than the rounds that the configuration allows


class Circumstances(Struct, frozen=True):
    """What is known of members beside the roster at this moment, by their ids.

    ``crying``: who report themselves to be held. ``reporting``: lawyers who told of it. ``conflicted``: who declared a
    conflict about a linked case. ``load``: offers to answer and cases in hand. ``asked_at``: when they were asked last,
    about any case.
    """

    unreachable: Collection[int] = ()
    crying: Collection[int] = ()
    reporting: Collection[int] = ()
    conflicted: Collection[int] = ()
    load: Mapping[int, int] = field(default_factory=dict)
    asked_at: Mapping[int, datetime] = field(default_factory=dict)


class Refusal(StrEnum):
    """Why somebody is not asked; of several the first counts."""

    SUSPENDED = "suspended"
    CRYING = "crying"  # reports to be held themselves
    REPORTING = "reporting"  # told of it, for a client: takes it without being asked
    UNREACHABLE = "unreachable"
    CONFLICT = "conflict"  # declared, about this case or one that is linked to it
    HAD_IT = "had_it"  # has the case, or gave it back
    DECLINED = "declined"
    ASKED = "asked"  # by this visit of the step, and their phone has got it, or may have: a further round is for others
    ROLE = "role"  # another sort of step asks such a member
    NOT_LISTED = "not_listed"  # on the escalation list
    FAR = "far"  # serves another region than this step asks
    OFF_DUTY = "off_duty"


class Verdict(Struct, frozen=True):
    """What the roster says of one member at one step: exactly one of the two is set."""

    member: Member
    refusal: Refusal | None = None
    candidate: Candidate | None = None


class CaseRoster:
    """The roster as one case sees it."""

    def __init__(
        self,
        case: Case,
        members: Sequence[Member],
        alerts: Sequence[Offer],
        policy: Policy,
        ground: Geography,
        about: Circumstances,
    ) -> None:
        self.case = case
        self.alerts = alerts
        self.policy = policy
        self.region = case_region(case, ground)
        self._members = members
        self._ground = ground
        self._about = about
        self._around = frozenset(ground.neighbours(self.region)) if self.region else frozenset()
        self._conflicted = {a.member_id for a in alerts if is_conflict_of_interest(a)} | set(about.conflicted)
        self._had_it = {
            a.member_id for a in alerts if a.state is OfferState.ACCEPTED or is_given_back(a.reason)
        }
        self._lapsed = {a.member_id for a in alerts if a.state is OfferState.EXPIRED}
        self._offered = {a.member_id for a in alerts if a.state is OfferState.OFFERED}
        self._there = {
            m.id
            for m in members
            if m.suspended_at is None and m.id not in {*about.unreachable, *about.crying}
        }

    def may_ask(self, member_id: int) -> bool:
        """Whether the member is there at all: on the roster, not suspended, reachable."""
        return member_id in self._there

    def choose(
        self, number: int, visit: int, *, but: Collection[int] = (), most: int | None = None
    ) -> tuple[Candidate, ...]:
        """Whom this step asks next, best first; ``visit`` tells its earlier rounds from those of other visits.

        ``but``: members who are not meant; ``most``: how many, where it is not as many as the step asks at once.
        """
        step = self.policy.step(number)
        if step is None:
            return ()
        found = [v.candidate for v in self.verdicts(step, visit) if v.member.id not in but]
        fitting = [candidate for candidate in found if candidate is not None]
        return tuple(rank_candidates(fitting)[: step.at_once if most is None else most])

    def verdicts(self, step: PolicyStep, visit: int) -> list[Verdict]:
        """What is said of each member, in the order of the roster."""
        turns = {alert.member_id: alert.round for alert in self.alerts if alert.round // VISIT == visit}
        given = any(  # to one by name: the others' offers were withdrawn
            alert.asked_by is not None and alert.round // VISIT == visit for alert in self.alerts
        )
        heard = {a.member_id for a in self.alerts if a.member_id in turns and _was_heard(a) and not given}
        declined = self._declined(step.ask)
        found = []
        for order, member in enumerate(self._members):
            near = self._near(member)
            refusal = self._refusal(step.ask, member, near, declined, heard)
            candidate = None
            if refusal is None:
                candidate = self._candidate(member, near, turns.get(member.id, -1), order)
            found.append(Verdict(member, refusal, candidate))
        return found

    def _refusal(
        self,
        ask: AskedGroup,
        member: Member,
        near: Nearness,
        declined: Collection[int],
        heard: Collection[int],
    ) -> Refusal | None:
        listed = ask is AskedGroup.ESCALATION_LIST
        lawyers = ask in (AskedGroup.REGION, AskedGroup.NEIGHBOURS)
        wrong_place = (
            near is not Nearness.NEIGHBOUR if ask is AskedGroup.NEIGHBOURS else near > Nearness.EVERYWHERE
        )
        role = Role.LAWYER if lawyers else Role.COORDINATOR
        applies = (
            (Refusal.SUSPENDED, member.suspended_at is not None),
            (Refusal.CRYING, member.id in self._about.crying),
            (Refusal.REPORTING, member.id in self._about.reporting),
            (Refusal.UNREACHABLE, member.id in self._about.unreachable),
            (Refusal.CONFLICT, member.id in self._conflicted),
            (Refusal.HAD_IT, member.id in self._had_it),
            (Refusal.DECLINED, member.id in declined),
            (Refusal.ASKED, member.id in heard),
            # administrators see no names
            (Refusal.ROLE, member.role is Role.ADMINISTRATOR if listed else member.role is not role),
            (Refusal.NOT_LISTED, listed and not member.escalation),
            (Refusal.FAR, lawyers and wrong_place),
            (Refusal.OFF_DUTY, not listed and not is_on_duty(member)),
        )
        return next((refusal for refusal, is_so in applies if is_so), None)

    def _candidate(self, member: Member, near: Nearness, turn: int, order: int) -> Candidate:
        return Candidate(
            member,
            near,
            km_from_case(self.case, member, self._ground),
            speaks=self.case.language in member.languages,
            knows=tuple(speciality for speciality in self.case.wanted if speciality in member.specialities),
            turn=turn,
            lapsed=member.id in self._lapsed,
            load=max(0, self._about.load.get(member.id, 0) - (member.id in self._offered)),
            asked_at=self._about.asked_at.get(member.id),
            order=order,
        )

    def _declined(self, ask: AskedGroup) -> set[int]:
        """Whose *decline* counts for such a step. Who declined as a neighbour may still be asked in the own region."""
        declined = [a for a in self.alerts if a.state is OfferState.DECLINED]
        if ask is AskedGroup.REGION:
            return {a.member_id for a in declined if self._asked_as(a) is not AskedGroup.NEIGHBOURS}
        return {a.member_id for a in declined}

    def _asked_as(self, alert: Offer) -> AskedGroup | None:
        """What kind of step sent the alert; None if the policy has no such step any more."""
        step = self.policy.step(alert.step)
        return step.ask if step is not None else None

    def _near(self, member: Member) -> Nearness:
        if not member.cities:
            return Nearness.EVERYWHERE
        if self.case.city in member.cities:
            return Nearness.CITY
        regions = {self._ground.region_of(city) for city in member.cities} - {None}
        if self.region in regions:
            return Nearness.REGION
        return Nearness.NEIGHBOUR if regions & self._around else Nearness.FAR


def _was_heard(alert: Offer) -> bool:
    """Whether nobody answered what a phone has got, or may have got."""
    return alert.undelivered_at is None and alert.state in (OfferState.OFFERED, OfferState.EXPIRED)


def is_on_duty(member: Member) -> bool:
    """Whether the steps that ask who is on duty ask this member now."""
    return member.on_duty
