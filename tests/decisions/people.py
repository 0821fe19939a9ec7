"""Made-up cases, members and alerts for the tests of decisions."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from core.alerting.candidates import Circumstances
from core.alerting.escalation import EscalationDecision, decide_search
from core.alerting.policy import AskedGroup, Policy, PolicyStep
from core.model import Case, Member, Offer
from core.places.place_kinds import Point
from core.vocabulary import CaseState, OfferState, RecordKind, Role

NOW = datetime(2018, 9, 18, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ALMATY = ZoneInfo("Asia/Almaty")
REGION_OF = {"almaty": "almaty", "talgar": "almaty_region", "konaev": "almaty_region", "astana": "astana"}
NEIGHBOURS = {"almaty": ("almaty_region",), "almaty_region": ("almaty",), "astana": ()}
POINTS = {
    "almaty": (43.25, 76.95),
    "talgar": (43.3, 77.24),
    "konaev": (43.87, 77.06),
    "astana": (51.18, 71.45),
}
STEPS = (
    PolicyStep(AskedGroup.REGION, 2, 5 * MINUTE, 2),
    PolicyStep(AskedGroup.NEIGHBOURS, 3, 5 * MINUTE),
    PolicyStep(AskedGroup.COORDINATORS, 5, 4 * MINUTE),
    PolicyStep(AskedGroup.ESCALATION_LIST, 5, 10 * MINUTE),
)
POLICY = Policy(STEPS)


class Land:
    """Four cities, in the place of a gazetteer."""

    def region_of(self, place: str) -> str | None:
        """See Ground."""
        return REGION_OF.get(place)

    def neighbours(self, region: str) -> Sequence[str]:
        """See Ground."""
        return NEIGHBOURS[region]

    def point(self, place: str) -> Point | None:
        """See Ground."""
        return POINTS.get(place)


def case(**changes: Any) -> Case:
    """An open case in Almaty, told in Kazakh."""
    plain = Case(
        17, "river lamp 42", RecordKind.DEPRIVATION, CaseState.OPEN, NOW, "other", "kk", alerting=True
    )
    return replace(plain, **({"region": "almaty", "city": "almaty"} | changes))


def member(number: int, **changes: Any) -> Member:
    """A lawyer in Almaty on duty who speaks Kazakh and Russian."""
    plain = Member(
        number,
        number + 1000,
        Role.LAWYER,
        f"Member {number}",
        ("kk", "ru"),
        ("almaty",),
        True,
        "",
        False,
        NOW,
    )
    return replace(plain, **changes)


class Desk:
    """Does what handlers do with a decision, on a list of values. One alert a member: asked again, it is renewed."""

    decide = staticmethod(decide_search)

    def __init__(self, members: Iterable[Member], policy: Policy = POLICY, **changes: Any) -> None:
        self.case = case(**changes)
        self.members = list(members)
        self.policy = policy
        self.alerts: dict[int, Offer] = {}
        self.unreachable: set[int] = set()
        self.load: dict[int, int] = {}
        self.asked_at: dict[int, datetime] = {}
        self.conflicted: set[int] = set()
        self.crying: set[int] = set()
        self.reporting: set[int] = set()
        self.now = NOW

    @property
    def about(self) -> Circumstances:
        """What is known of the members."""
        return Circumstances(
            self.unreachable,
            self.crying,
            self.reporting,
            conflicted=self.conflicted,
            load=self.load,
            asked_at=self.asked_at,
        )

    def look(self, *, anew: bool = False) -> EscalationDecision:
        """Decide now, and write it down."""
        decision = self.decide(
            self.case,
            list(self.alerts.values()),
            self.members,
            self.policy,
            self.now,
            ALMATY,
            Land(),
            self.about,
            restart=anew,
        )
        for alert in list(self.alerts.values()):
            if alert.id in decision.expire:
                self.answer(alert.member_id, OfferState.EXPIRED)
        nobody = self.now if decision.found_nobody else None
        self.case = replace(
            self.case,
            step=decision.step,
            round=decision.round,
            loops=decision.loops,
            found_nobody_at=self.case.found_nobody_at or nobody,
        )
        for number in decision.ask:
            assert self.alerts.get(number) is None or self.alerts[number].round != decision.round
            self.alerts[number] = Offer(
                number, self.case.id, number, decision.step, decision.round, OfferState.OFFERED, self.now
            )
        return decision

    def answer(self, number: int, state: OfferState, reason: str | None = None) -> None:
        """The member's alert gets this state."""
        self.alerts[number] = replace(self.alerts[number], state=state, answered_at=self.now, reason=reason)

    def wait(self, decision: EscalationDecision) -> EscalationDecision:
        """Wait until the next look, and look."""
        assert decision.next_look is not None
        self.now = decision.next_look
        return self.look()
