"""By when a body has to answer what was sent to it, by the country's rows that name such a paper (``answers``). Pure.

It is counted once, when it is written down, and stays with it: several complaints run at once, each with a term of its own.
Of a paper of which only the day is known, only the end of that day is sure. Of several lengths the shortest counts.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from bot.core.casework.describe import CaseView
from bot.core.clocks.rows import Law, Row
from bot.core.clocks.subjects import Subject
from bot.core.values import Precision

_UNSURE = {Precision.MINUTE: timedelta(), Precision.HOUR: timedelta(), Precision.PART: timedelta(hours=6),
           Precision.DAY: timedelta(days=1)}  # fmt: skip


class Term(Struct, frozen=True):
    """When the answer is due, by which row. ``doubtful``: the sort of detention is not known, or the law is not clear."""

    row: Row
    due: datetime
    doubtful: bool


def term(
    law: Law,
    view: CaseView,
    person: int | None,
    sort: str,
    at: datetime,
    precision: Precision,
    zone: ZoneInfo,
) -> Term | None:
    """None where no row names a number for such a paper, or nobody knows on which day it was sent."""
    if precision not in _UNSURE:
        return None
    start = at + _UNSURE[precision]
    regime = Subject(view, person, at).value("regime")
    found = []
    for row in law:
        if sort in row.answers and row.holds(at.astimezone(zone).date()):
            for length in row.lengths:
                of = length.regimes or row.regimes
                if not of or regime is None or regime in of:
                    doubtful = length.doubtful or (bool(of) and regime is None)
                    found.append(Term(row, length.after(start, zone), doubtful))
    return min(found, key=lambda one: (one.due, one.row.id), default=None)
