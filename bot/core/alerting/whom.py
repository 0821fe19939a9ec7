"""Who can be asked to take a case, and in what order.

    region           lawyers on duty: in the city, then in the region, then those who serve everywhere
    neighbours       lawyers on duty in neighbouring regions who do not serve the region itself
    coordinators     coordinators on duty
    escalation list  lawyers and coordinators marked so, on duty or not

Never: suspended or unreachable members, who holds the case, who gave it back or has a conflict of interest. Before all,
those whom the step asked least lately and who let no offer of this case lapse; then the place, the reporter's language,
the fewest open offers, and the order of the roster. Language ranks; it never excludes.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import IntEnum

from bot.core.alerting.policy import Ask, Policy
from bot.core.model import Alert, Case, Member
from bot.core.vocabulary import CONFLICT, AlertState, Role, gave_back

VISIT = 1000  # round numbers a visit of a step; more than the rounds that the configuration allows


class _Near(IntEnum):
    """How near a member works; the lower, the better."""

    CITY = 0
    REGION = 1
    EVERYWHERE = 2
    NEIGHBOUR = 3
    FAR = 4


class Roster:
    """The roster as one case sees it."""

    def __init__(
        self,
        case: Case,
        members: Sequence[Member],
        alerts: Sequence[Alert],
        policy: Policy,
        *,
        unreachable: Collection[int],
        load: Mapping[int, int],
        neighbours: Callable[[str], Sequence[str]],
        region_of: Callable[[str], str | None],
    ) -> None:
        self.case = case
        self._members = members
        self.policy = policy
        self._load = load
        self._region_of = region_of
        self.region = case.region or (region_of(case.city) if case.city else None)
        self._around = frozenset(neighbours(self.region)) if self.region else frozenset()
        self._askable = {m.id for m in members if m.suspended_at is None and m.id not in unreachable}
        self._out = {
            a.member_id
            for a in alerts
            if a.state is AlertState.ACCEPTED
            or (a.state is AlertState.DECLINED and (gave_back(a.reason) or a.reason == CONFLICT))
        }
        self._lapsed = {a.member_id for a in alerts if a.state is AlertState.EXPIRED}
        self.alerts = alerts

    def may_ask(self, member_id: int) -> bool:
        """Whether the member is there at all: on the roster, not suspended, reachable."""
        return member_id in self._askable

    def choose(self, step: int, visit: int) -> tuple[int, ...]:
        """Whom this step asks next, best first; ``visit`` tells its earlier rounds from those of other visits."""
        rule = self.policy.steps[step]
        asked: dict[int, int] = {}
        for alert in self.alerts:
            if alert.round // VISIT == visit:
                asked[alert.member_id] = max(alert.round, asked.get(alert.member_id, -1))
        declined = self._declined(rule.ask, visit)
        candidates = []
        for order, member in enumerate(self._members):
            near = self._near(member)
            if (
                not self.may_ask(member.id)
                or member.id in self._out | declined
                or not _fits(rule.ask, member, near)
            ):
                continue
            foreign = self.case.language not in member.languages
            lately, lapsed = asked.get(member.id, -1), member.id in self._lapsed
            rank = (lately, lapsed, near, foreign, self._load.get(member.id, 0), order)
            candidates.append((rank, member.id))
        return tuple(member_id for _, member_id in sorted(candidates)[: rule.at_once])

    def _declined(self, ask: Ask, visit: int) -> set[int]:
        """Whose *decline* counts for such a step. Who declined as a neighbour may still be asked in the own region."""
        declined = [a for a in self.alerts if a.state is AlertState.DECLINED]
        if ask is Ask.ESCALATION_LIST:
            return {a.member_id for a in declined if a.round // VISIT == visit}
        if ask is Ask.REGION:
            return {a.member_id for a in declined if self._asked_as(a) is not Ask.NEIGHBOURS}
        return {a.member_id for a in declined}

    def _asked_as(self, alert: Alert) -> Ask | None:
        """What kind of step sent the alert; None if the policy has no such step any more."""
        steps = self.policy.steps
        return steps[alert.step].ask if alert.step < len(steps) else None

    def _near(self, member: Member) -> _Near:
        if not member.cities:
            return _Near.EVERYWHERE
        if self.case.city in member.cities:
            return _Near.CITY
        regions = {self._region_of(city) for city in member.cities} - {None}
        if self.region in regions:
            return _Near.REGION
        return _Near.NEIGHBOUR if regions & self._around else _Near.FAR


def _fits(ask: Ask, member: Member, near: _Near) -> bool:
    """Whether this kind of step asks such a member at all."""
    if ask is Ask.ESCALATION_LIST:
        return member.escalation and member.role is not Role.ADMINISTRATOR  # administrators see no names
    if ask is Ask.COORDINATORS:
        return member.role is Role.COORDINATOR and member.on_duty
    nearest = near is _Near.NEIGHBOUR if ask is Ask.NEIGHBOURS else near <= _Near.EVERYWHERE
    return member.role is Role.LAWYER and member.on_duty and nearest
