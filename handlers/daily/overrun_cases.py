"""Cases in which somebody is surely held longer than the law allows, and nothing has ended it.

An overrun is frozen with what was known then. If it was only possible, because the sort of detention or the age was not
known, it counts once a member has said so; until then only the member who has the case is told, and no figure includes it.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import exists, select

from core.clocks.clock_rows import AtEnd
from core.clocks.computation import legal_clocks
from core.model import Case
from core.vocabulary import STILL
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.service import Service
from storage.schema import cases, claims, clock_marks
from storage.transaction import Transaction

SETTLE = ("regime", "born", "started", "delivered", "verification")  # kinds that end a doubt
PORTION = 500


async def overrun_cases(tx: Transaction, service: Service, covers_to: datetime) -> tuple[str, ...]:
    """The codes of these cases."""
    running = select(cases.c.id).where(cases.c.state.in_(STILL))
    marks = await tx.clock_marks.select(
        clock_marks.c.case_id.in_(running),
        clock_marks.c.clock.in_([row.id for row in service.law if row.at_end is AtEnd.OVERRUN]),
        clock_marks.c.passed_at < covers_to,
        clock_marks.c.ended_at.is_(None),
        clock_marks.c.void_at.is_(None),
    )
    sure = {mark.case_id for mark in marks if not mark.known.get("doubts")}
    doubtful = sorted({mark.case_id for mark in marks} - sure)
    settled = exists().where(claims.c.case_id == cases.c.id, claims.c.kind.in_(SETTLE))
    asked = [
        case
        for portion in in_portions(doubtful)
        for case in await tx.cases.select(cases.c.id.in_(portion), settled)
    ]
    sure |= {case.id for case in asked if await _is_overrun(tx, service, case)}
    found = [
        case
        for portion in in_portions(sorted(sure))
        for case in await tx.cases.select(cases.c.id.in_(portion))
    ]
    return tuple(case.code for case in found)


async def _is_overrun(tx: Transaction, service: Service, case: Case) -> bool:
    clocks = legal_clocks(service.law, await view_of(tx, case), case_lines.zone_of(service, case))
    return any(clock.is_over(tx.now) and clock.stop is None and not clock.doubts for clock in clocks)


def in_portions(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many as one statement may name."""
    for first in range(0, len(ids), PORTION):
        yield ids[first : first + PORTION]
