"""Who comes before whom, of those whom a step may ask. It is a table of criteria.

The first that tells two of them apart decides:

    waiting       who was not asked in this step yet; then who was asked in it longest ago
    lapsed        who let no offer of this case lapse
    near          the city, the region, everywhere, a neighbouring region, far
    distance      by bands: some km more or less are no reason
    language      who speaks the reporter's; it ranks and never excludes
    speciality    who knows most of what the case wants
    load          the fewest offers to answer and cases in hand, this case apart
    longest_ago   whom any case asked least recently; who never was comes first
    roster        the order of the roster, so that no two are equal
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import IntEnum
from typing import Any

from msgspec import Struct

from core.model import Member

BANDS = (30, 100, 250, 500, 1000)  # km


class Nearness(IntEnum):
    """How near a member works; the lower, the better."""

    CITY = 0
    REGION = 1
    EVERYWHERE = 2
    NEIGHBOUR = 3
    FAR = 4


class Candidate(Struct, frozen=True):
    """One member as one case sees them at one step: all that the criteria look at.

    ``km``: see ``ground.away``. ``turn``: the round in which this visit of the step asked them last, -1 for none.
    ``asked_at``: when any case asked them last.
    """

    member: Member
    near: Nearness
    km: int | None
    speaks: bool
    knows: tuple[str, ...]
    turn: int
    lapsed: bool
    load: int
    asked_at: datetime | None
    order: int

    @property
    def why(self) -> dict[str, Any]:
        """What speaks for and against them, as a line of the timeline keeps it."""
        told: dict[str, Any] = {"near": self.near.name.lower(), "speaks": self.speaks}
        more = {"km": self.km, "knows": list(self.knows), "load": self.load, "again": self.lapsed}
        return told | {name: value for name, value in more.items() if value}


class Criterion(Struct, frozen=True):
    """The lower its ``rank``, the earlier somebody is asked."""

    name: str
    rank: Callable[[Candidate], int | float]


CRITERIA = (
    Criterion("waiting", lambda candidate: candidate.turn),
    Criterion("lapsed", lambda candidate: candidate.lapsed),
    Criterion("near", lambda candidate: candidate.near),
    Criterion("distance", lambda candidate: distance_band(candidate.km)),
    Criterion("language", lambda candidate: not candidate.speaks),
    Criterion("speciality", lambda candidate: -len(candidate.knows)),
    Criterion("load", lambda candidate: candidate.load),
    Criterion(
        "longest_ago",
        lambda candidate: candidate.asked_at.timestamp() if candidate.asked_at else float("-inf"),
    ),
    Criterion("roster", lambda candidate: candidate.order),
)


def rank_candidates(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, the best first."""
    return sorted(
        candidates, key=lambda candidate: tuple(criterion.rank(candidate) for criterion in CRITERIA)
    )


def deciding_criterion(better: Candidate, worse: Candidate) -> str:
    """The name of the criterion that puts one before the other."""
    return next(c.name for c in CRITERIA if c.rank(better) != c.rank(worse))


def distance_band(km: int | None) -> int:
    """Which band of distance; what is not known counts as the farthest."""
    return len(BANDS) if km is None else sum(km > end for end in BANDS)
