"""Of several cases whose lawyers are asked at one moment, as in the morning or after the machine was away, those that come
first are asked about first, so that nobody's phone rings for another while lawyers are short (bot.core.casework.triage).
"""

from bot.core.model import Case
from bot.core.traffic import Timer
from handlers.people.shortage import triage
from handlers.service import Service
from storage.transaction import Transaction


async def ahead(tx: Transaction, service: Service, timer: Timer, case: Case) -> list[Case]:
    """Those that stand above this one and are due too, in their order. Their timers are over, as this one is."""
    every = await tx.timers.by(kind=timer.kind, parked=False)
    due = {one.subject_id: one for one in every if one.due_at <= tx.now and one.subject_id != case.id}
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
