"""The rules of asking, as values: whom to ask, how many at once, how long to wait.

A step asks up to ``at_once`` members who were not asked in it yet, waits ``wait``, and does this ``times`` rounds.
Then the next step begins. The last step repeats until somebody acts. The numbers come from the configuration.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Ask(StrEnum):
    """Whom a step asks."""

    REGION = "region"  # lawyers on duty in the region of the case
    NEIGHBOURS = "neighbours"  # lawyers on duty in the neighbouring regions
    COORDINATORS = "coordinators"
    ESCALATION_LIST = "escalation_list"  # members marked so on the roster


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``at_once`` is members a round, ``wait`` is how long a round lasts, ``times`` is rounds."""

    ask: Ask
    at_once: int
    wait: timedelta
    times: int = 1

    def __post_init__(self) -> None:
        if self.at_once < 1 or self.times < 1 or self.wait <= timedelta():
            raise ValueError(f"a step that asks nobody or never waits: {self}")


DEFAULT_STEPS = (
    Step(Ask.REGION, at_once=3, wait=timedelta(minutes=5), times=2),
    Step(Ask.NEIGHBOURS, at_once=3, wait=timedelta(minutes=5)),
    Step(Ask.COORDINATORS, at_once=5, wait=timedelta(minutes=5)),
    Step(Ask.ESCALATION_LIST, at_once=5, wait=timedelta(minutes=10)),
)


@dataclass(frozen=True, slots=True)
class Policy:
    """How a case finds its lawyer. Raises ValueError without steps.

    ``first_action``: whoever accepted must act within this time, or the case is offered again.
    ``list_after``: a lawyer with so many open offers gets one live list instead of more messages.
    """

    steps: tuple[Step, ...] = DEFAULT_STEPS
    first_action: timedelta = timedelta(minutes=30)
    list_after: int = 3

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("a policy needs at least one step")
