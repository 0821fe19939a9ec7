"""A drill of the whole chain: its rows, and what it came to. One frozen class a table, one field a column."""

from collections.abc import Collection, Sequence
from datetime import datetime

from msgspec import Struct

from bot.core.model import Alert, Case
from bot.core.vocabulary import AlertState, CaseState, Record


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
    state: AlertState
    offered_at: datetime
    answered_at: datetime | None = None


def as_case(drill: Drill) -> Case:
    """The case that it would be, for the rules of asking. It is stored nowhere."""
    return Case(
        drill.id,
        "",
        Record.DEPRIVATION,
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


def as_alerts(offers: Sequence[DrillOffer], unheard: Collection[int]) -> list[Alert]:
    """Its requests, for the same rules. ``unheard``: members whose phones it has not reached."""
    return [
        Alert(
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
