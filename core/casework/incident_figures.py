"""What an incident's board counts, out of its cases. Identified and "at least" so many others are never one number. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from core.casework.claim_kinds import HELD
from core.casework.sieves import holds_somebody, is_untaken
from core.model import Case
from core.vocabulary import CaseState

FALSE = "false_alarm"


class BoardPart(StrEnum):
    """Where a case stands on the board: each in one part."""

    FREE = "free"  # the sieve untaken
    TAKEN = "taken"  # a lawyer has it
    OUT = "out"
    ENDED = "ended"  # closed, and not because somebody is out
    NOBODY_HELD = "nobody_held"  # proceedings, observations
    FALSE = "false"  # it was none: nobody of it is counted


class CasesAndPeople(Struct, frozen=True):
    """So many cases and people."""

    cases: int = 0
    identified: int = 0
    unidentified: int = 0  # at least

    def __add__(self, other: "CasesAndPeople") -> "CasesAndPeople":
        return CasesAndPeople(
            self.cases + other.cases,
            self.identified + other.identified,
            self.unidentified + other.unidentified,
        )


class IncidentFigures(Struct, frozen=True):
    """``whole``: everybody who is or was held; ``parts``: the same by part; then what is not known of those who are held."""

    whole: CasesAndPeople = CasesAndPeople()
    parts: Mapping[BoardPart, CasesAndPeople] = field(default_factory=dict)
    out_of_groups: int = 0  # people who are out while others of their case are not
    without_station: int = 0  # cases
    without_city: int = 0
    without_time: int = 0
    unsure: int = 0  # whether it goes on


def board_part(case: Case) -> BoardPart:
    """In which part of the board a case is counted."""
    if case.outcome == FALSE:
        return BoardPart.FALSE
    if is_untaken(case):
        return BoardPart.FREE
    if case.record not in HELD:
        return BoardPart.NOBODY_HELD
    if case.ongoing == "no":
        return BoardPart.OUT
    return BoardPart.ENDED if case.state is CaseState.CLOSED else BoardPart.TAKEN


def count_people(cases: Iterable[Case]) -> CasesAndPeople:
    """How many, and how many people."""
    found = [CasesAndPeople(1, case.identified, case.unidentified_min) for case in cases]
    return sum(found, CasesAndPeople())


def count_incident(
    cases: Sequence[Case], stations: Mapping[int, object], released: Mapping[int, int]
) -> IncidentFigures:
    """``stations``: where people of a case are held, by its id; ``released``: how many of its named people are out."""
    parts = {part: count_people(case for case in cases if board_part(case) is part) for part in BoardPart}
    held = [case for case in cases if holds_somebody(case)]
    return IncidentFigures(
        count_people(case for case in cases if case.record in HELD and case.outcome != FALSE),
        {part: number for part, number in parts.items() if number.cases},
        sum(min(released.get(case.id, 0), case.identified) for case in held),
        sum(case.id not in stations for case in held),
        sum(case.city is None for case in held),
        sum(case.started_at is None for case in held),
        sum(case.ongoing == "unknown" for case in held),
    )
