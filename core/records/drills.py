"""A drill of the whole chain: its rows, and what it came to. One frozen class a table, one field a column.

What a drill came to, and whose turn is next.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from core.model import Case, Offer
from core.vocabulary import CaseState, OfferState, RecordKind


class Drill(Struct, frozen=True):
    """The roster is asked as if somebody had been taken in ``city``. It has its time, its place, and no case.

    The row stays: how long it took to the first answer, and how many were asked, answered and could not be reached.
    """

    id: int
    began_at: datetime
    began_by: int | None  # the coordinator; None: the schedule
    city: str
    region: str
    language: str
    step: int = 0
    round: int = 0
    loops: int = 0
    first_answer_at: datetime | None = None
    ended_at: datetime | None = None
    asked: int = 0
    answered: int = 0
    unreachable: int = 0


class DrillOffer(Struct, frozen=True):
    """One request to one member in a drill that runs. It goes with the end of the drill."""

    id: int
    drill_id: int
    member_id: int
    step: int
    round: int
    state: OfferState
    offered_at: datetime
    answered_at: datetime | None = None


def case_of_drill(drill: Drill) -> Case:
    """The case that it would be, for the rules of asking. It is stored nowhere."""
    return Case(
        drill.id,
        "",
        RecordKind.DEPRIVATION,
        CaseState.OPEN,
        opened_at=drill.began_at,
        situation="other",
        language=drill.language,
        alerting=True,
        region=drill.region,
        city=drill.city,
        priority="urgent",
        step=drill.step,
        round=drill.round,
        loops=drill.loops,
    )


def offers_of_drill(offers: Sequence[DrillOffer], unheard: Collection[int]) -> list[Offer]:
    """Its requests, for the same rules. ``unheard``: members whose phones it has not reached."""
    return [
        Offer(
            o.id,
            o.drill_id,
            o.member_id,
            o.step,
            o.round,
            o.state,
            o.offered_at,
            o.answered_at,
            undelivered_at=o.offered_at if o.member_id in unheard else None,
        )
        for o in offers
    ]


class DrillAnswer(Struct, frozen=True):
    """What one who was asked did. ``after``: from the request to the answer; None without one."""

    member_id: int
    state: OfferState
    after: timedelta | None = None


def drill_answers(offers: Sequence[DrillOffer], unreachable: Collection[int]) -> list[DrillAnswer]:
    """Everybody who was asked, the quickest first; then who cannot, who was silent, who could not be reached."""
    found = []
    for offer in offers:
        answered = offer.state in (OfferState.ACCEPTED, OfferState.DECLINED)
        state = OfferState.UNREACHABLE if offer.member_id in unreachable and not answered else offer.state
        after = offer.answered_at - offer.offered_at if answered and offer.answered_at else None
        found.append(DrillAnswer(offer.member_id, state, after))
    order = (OfferState.ACCEPTED, OfferState.DECLINED, OfferState.OFFERED, OfferState.EXPIRED)
    return sorted(
        found,
        key=lambda row: (
            order.index(row.state) if row.state in order else len(order),
            row.after or timedelta.max,
        ),
    )


def region_due(regions: Sequence[str], before: Sequence[Drill]) -> str | None:
    """The region whose turn it is: one that had no drill, or whose last was longest ago. ``before``: oldest first."""
    last = {drill.region: drill.began_at for drill in before}
    return min(regions, key=lambda region: (region in last, last.get(region), region), default=None)
