"""Who comes first while more cases wait for a lawyer than lawyers are on duty.

    minor        a child is among them
    injured      somebody is hurt, or was beaten
    no_contact   nobody can reach them: it is not known where they are

Then the urgent before the others, then who has waited longest. Nobody is asked later because of it: it is the order of what
is shown, and of what is asked at one moment.
"""

from collections.abc import Callable, Collection, Mapping

from msgspec import Struct

from bot.core.callings import Speciality
from bot.core.model import Case
from bot.core.vocabulary import CaseState

URGENT_FIRST = ("urgent", "unknown", "normal")
# First to last, and how a case shows it.
GROUNDS: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("minor", lambda case: Speciality.MINORS in case.wanted),
    ("injured", lambda case: Speciality.TORTURE in case.wanted),
    ("no_contact", lambda case: case.situation == "missing"),
)
GROUND_NAMES = tuple(name for name, _ in GROUNDS)


def grounds(case: Case) -> tuple[str, ...]:
    """Why it stands above others."""
    return tuple(name for name, holds in GROUNDS if holds(case))


def by_urgency(case: Case) -> tuple[int, ...]:
    """As long as there are lawyers enough: the urgent before the others, then the oldest."""
    return URGENT_FIRST.index(case.priority), case.id


def is_waiting(case: Case) -> bool:
    """Whether a lawyer is looked for and nobody has it."""
    return case.state is CaseState.OPEN and case.alerting


class Triage(Struct, frozen=True):
    """``short``: the regions in which lawyers are short; None is for cases of which the region is not known."""

    short: Collection[str | None] = ()

    def key(self, case: Case) -> tuple[int, ...]:
        """The lower, the earlier."""
        why = self.why(case)
        first = GROUND_NAMES.index(why[0]) if why else len(GROUNDS)
        return first, -len(why), *by_urgency(case)

    def why(self, case: Case) -> tuple[str, ...]:
        """Why it stands above others; nothing while there are lawyers enough."""
        return grounds(case) if is_waiting(case) and case.region in self.short else ()


def short(waiting: Mapping[str | None, int], lawyers: Mapping[str | None, int]) -> set[str | None]:
    """Of the regions with so many lawyers on duty those in which more cases wait."""
    return {region for region, count in lawyers.items() if waiting.get(region, 0) > count}
