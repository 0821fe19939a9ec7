"""The rules of asking, as values: whom to ask, how many at once, how long to wait.

A step asks up to ``at_once`` members who were not asked in it yet, waits ``wait``, and does this ``times`` rounds.
Then the next step begins. The last step repeats until somebody acts. The numbers come from the configuration.

A plan has steps of its own, for some regions, for some hours of the day (which may go over midnight), or both. Which steps
count is decided when a search begins or begins again; it keeps to them even if the hours change. Steps are numbered through:
the ordinary ones first, then those of each plan, so that a step's number also tells to which plan it belongs.
"""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from enum import StrEnum

from msgspec import Struct


class HoursOfDay(Struct, frozen=True):
    """From ``begin`` until ``end``, which does not belong to it. Raises ValueError where nobody could tell how long."""

    begin: time
    end: time

    def __post_init__(self) -> None:
        if self.begin == self.end:
            raise ValueError(f"hours that begin and end at {self.begin:%H:%M}: none, or the whole day?")

    def hold(self, local: time) -> bool:
        """Whether they are on at this time of the day."""
        if self.begin < self.end:
            return self.begin <= local < self.end
        return local >= self.begin or local < self.end

    def __str__(self) -> str:
        return f"{self.begin:%H:%M}-{self.end:%H:%M}"


class AskedGroup(StrEnum):
    """Whom a step asks."""

    REGION = "region"  # lawyers on duty in the region of the case
    NEIGHBOURS = "neighbours"  # lawyers on duty in the neighbouring regions
    COORDINATORS = "coordinators"
    ESCALATION_LIST = "escalation_list"  # members marked so on the roster


class PolicyStep(Struct, frozen=True):
    """One step. ``at_once`` is members a round, ``wait`` is how long a round lasts, ``times`` is rounds."""

    ask: AskedGroup
    at_once: int
    wait: timedelta
    times: int = 1

    def __post_init__(self) -> None:
        if self.at_once < 1 or self.times < 1 or self.wait <= timedelta():
            raise ValueError(f"a step that asks nobody or never waits: {self}")


DEFAULT_STEPS = (
    PolicyStep(AskedGroup.REGION, at_once=3, wait=timedelta(minutes=5), times=2),
    PolicyStep(AskedGroup.NEIGHBOURS, at_once=3, wait=timedelta(minutes=5)),
    PolicyStep(AskedGroup.COORDINATORS, at_once=5, wait=timedelta(minutes=5)),
    PolicyStep(AskedGroup.ESCALATION_LIST, at_once=5, wait=timedelta(minutes=10)),
)


class PolicyPlan(Struct, frozen=True):
    """Steps of some places or hours. ``regions``: gazetteer ids, empty for everywhere; ``hours``: by the place's clock."""

    name: str
    steps: tuple[PolicyStep, ...]
    regions: frozenset[str] = frozenset()
    hours: HoursOfDay | None = None

    def fits(self, region: str | None, local: datetime) -> bool:
        """Whether a search that begins now, at the place's time, goes by it. An unknown place is in no region."""
        here = not self.regions or region in self.regions
        return here and (self.hours is None or self.hours.hold(local.time()))


class SearchCourse(Struct, frozen=True):
    """The steps by which one search goes. ``first``: the number of the first of them; ``name``: of the plan, or empty."""

    name: str
    first: int
    steps: tuple[PolicyStep, ...]

    @property
    def last(self) -> int:
        """The number of the step that repeats."""
        return self.first + len(self.steps) - 1


class Policy(Struct, frozen=True):
    """How a case finds its lawyer. Raises ValueError without steps.

    ``first_action``: the member who accepted must act within this time, or the case is offered again.
    ``list_after``: a lawyer who has so many offers, open or made lately, gets one live list instead of more messages.
    ``plans``: the first that fits is taken; where none does, ``steps``.
    ``ring_after``: an urgent case that nobody has answered for so long is rung about by coordinators.
    """

    steps: tuple[PolicyStep, ...] = DEFAULT_STEPS
    first_action: timedelta = timedelta(minutes=30)
    list_after: int = 3
    plans: tuple[PolicyPlan, ...] = ()
    ring_after: timedelta = timedelta(minutes=2)

    def __post_init__(self) -> None:
        if not self.steps or not all(plan.steps for plan in self.plans):
            raise ValueError("a policy needs at least one step, and so does each of its plans")

    def courses(self) -> Iterator[SearchCourse]:
        """The ordinary steps, then those of each plan."""
        yield SearchCourse("", 0, self.steps)
        first = len(self.steps)
        for plan in self.plans:
            yield SearchCourse(plan.name, first, plan.steps)
            first += len(plan.steps)

    def begun(self, region: str | None, local: datetime) -> SearchCourse:
        """By which steps a search goes that begins now; ``local`` is now by the place's clock."""
        ordinary, *planned = self.courses()
        fitting = (
            course for plan, course in zip(self.plans, planned, strict=True) if plan.fits(region, local)
        )
        return next(fitting, ordinary)

    def course(self, number: int) -> SearchCourse:
        """Whose step this is. Of a policy that has it no more: the ordinary ones."""
        ordinary, *planned = self.courses()
        return next((c for c in planned if c.first <= number <= c.last), ordinary)

    def step(self, number: int) -> PolicyStep | None:
        """The step of this number; None of a policy that has it no more."""
        course = self.course(number)
        return course.steps[number - course.first] if number <= course.last else None

    def named(self, number: int) -> dict[str, str]:
        """What a line of the timeline keeps of a step, so that it can be read when the policy is another: whom it asks, and
        its plan, if it is of one.
        """
        step, plan = self.step(number), self.course(number).name
        told = {"ask": step.ask.value} if step is not None else {}
        return told | ({"plan": plan} if plan else {})
