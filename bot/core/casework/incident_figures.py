"""What an incident's board counts, out of its cases. Identified and "at least" so many others are never one number. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from bot.core.casework.kinds import HELD
from bot.core.model import Case
from bot.core.vocabulary import CaseState

FALSE = "false_alarm"


class Part(StrEnum):
    """Where a case stands on the board: each in one part."""

    FREE = "free"  # somebody is held, and no lawyer has the case
    TAKEN = "taken"  # a lawyer has it
    OUT = "out"
    ENDED = "ended"  # closed, and not because somebody is out
    NOBODY_HELD = "nobody_held"  # proceedings, observations
    FALSE = "false"  # it was none: nobody of it is counted


class Count(Struct, frozen=True):
    """So many cases and people."""

    cases: int = 0
    identified: int = 0
    unidentified: int = 0  # at least

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.cases + other.cases,
            self.identified + other.identified,
            self.unidentified + other.unidentified,
        )


class Figures(Struct, frozen=True):
    """``whole``: everybody who is or was held; ``parts``: the same by part; then what is not known of whoever is held."""

    whole: Count = Count()
    parts: Mapping[Part, Count] = field(default_factory=dict)
    out_of_groups: int = 0  # people who are out while others of their case are not
    without_station: int = 0  # cases
    without_city: int = 0
    without_time: int = 0
    unsure: int = 0  # whether it goes on


def part_of(case: Case) -> Part:
    """Where it stands."""
    if case.outcome == FALSE:
        return Part.FALSE
    if case.record not in HELD:
        return Part.NOBODY_HELD
    if case.ongoing == "no":
        return Part.OUT
    if case.state is CaseState.CLOSED:
        return Part.ENDED
    return Part.TAKEN if case.state is CaseState.ACCEPTED else Part.FREE


def is_held(case: Case) -> bool:
    """Whether somebody of it is still held, as far as is known."""
    return part_of(case) in (Part.FREE, Part.TAKEN)


def count(cases: Iterable[Case]) -> Count:
    """How many, and how many people."""
    found = [Count(1, case.identified, case.unidentified_min) for case in cases]
    return sum(found, Count())


def figures(cases: Sequence[Case], stations: Mapping[int, object], released: Mapping[int, int]) -> Figures:
    """``stations``: where people of a case are held, by its id; ``released``: how many of its named people are out."""
    parts = {part: count(case for case in cases if part_of(case) is part) for part in Part}
    held = [case for case in cases if is_held(case)]
    whole = [parts[part] for part in (Part.FREE, Part.TAKEN, Part.OUT, Part.ENDED)]
    return Figures(
        sum(whole, Count()),
        {part: number for part, number in parts.items() if number.cases},
        sum(min(released.get(case.id, 0), case.identified) for case in held),
        sum(case.id not in stations for case in held),
        sum(case.city is None for case in held),
        sum(case.started_at is None for case in held),
        sum(case.ongoing == "unknown" for case in held),
    )
