"""What a drill came to, and whose turn is next."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from msgspec import Struct

from bot.core.drills import Drill, DrillOffer
from bot.core.vocabulary import AlertState


class Told(Struct, frozen=True):
    """What one who was asked did. ``after``: from the request to the answer; None without one."""

    member_id: int
    state: AlertState
    after: timedelta | None = None


def told(offers: Sequence[DrillOffer], unreachable: Collection[int]) -> list[Told]:
    """Everybody who was asked, the quickest first; then who cannot, who was silent, who could not be reached."""
    found = []
    for offer in offers:
        answered = offer.state in (AlertState.ACCEPTED, AlertState.DECLINED)
        state = AlertState.UNREACHABLE if offer.member_id in unreachable and not answered else offer.state
        after = offer.answered_at - offer.offered_at if answered and offer.answered_at else None
        found.append(Told(offer.member_id, state, after))
    order = (AlertState.ACCEPTED, AlertState.DECLINED, AlertState.OFFERED, AlertState.EXPIRED)
    return sorted(
        found,
        key=lambda one: (
            order.index(one.state) if one.state in order else len(order),
            one.after or timedelta.max,
        ),
    )


def longest_ago(regions: Sequence[str], before: Sequence[Drill]) -> str | None:
    """The region whose turn it is: one that had no drill, or whose last was longest ago. ``before``: oldest first."""
    last = {drill.region: drill.began_at for drill in before}
    return min(regions, key=lambda region: (region in last, last.get(region), region), default=None)
