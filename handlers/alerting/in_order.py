"""Of several cases whose lawyers are asked at one moment, as in the morning or after the machine was away, those that come
first are asked about first, so that nobody's phone rings for another while lawyers are short (bot.core.casework.triage).
"""

from sqlalchemy import bindparam, select

from bot.core.model import Case
from bot.core.traffic import Timer
from handlers.people.shortage import triage
from handlers.service import Service
from storage.compiled import Prepared
from storage.schema import timer_waits, timers
from storage.transaction import Transaction


def _due() -> Prepared:
    kind = timers.c.kind == bindparam("kind", type_=timers.c.kind.type)
    until = timers.c.due_at <= bindparam("now", type_=timers.c.due_at.type)
    return Prepared(select(timers).where(timer_waits, kind, until), timers.c)


DUE = _due()  # those that wait longer are as many as the cases without a lawyer


async def ahead(tx: Transaction, service: Service, timer: Timer, case: Case) -> list[Case]:
    """Those that stand above this one and are due too, in their order. Their timers are over, as this one is."""
    every = await tx.timers.answers(DUE, {"kind": timer.kind, "now": tx.now})
    due = {one.subject_id: one for one in every if one.subject_id != case.id}
    if not due:
        return []
    await tx.cases.prefetch("id", due)
    others = [one for id in due if (one := await tx.cases.get(id)) is not None]
    order = await triage(tx, service, [case, *others])
    above = sorted(
        (one for one in others if order.why(one) and order.key(one) < order.key(case)), key=order.key
    )
    for one in above:
        tx.timers.remove(due[one.id].key)
    return above
