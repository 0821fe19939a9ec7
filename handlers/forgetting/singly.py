"""A piece of the night failed for good: something of its cases cannot be removed. Each of them is tried alone, so that one
bad case is passed over, told to the operator with its number, and tried again in the next night; the others go.
"""

from bot.core.forgetting.terms import due as parts_due
from bot.core.traffic import Timer
from handlers.cards import kept
from handlers.forgetting import night, parts
from handlers.service import Service
from storage.purge import due
from storage.transaction import Transaction

KIND = night.ALONE


async def on_parked(tx: Transaction, service: Service, timer: Timer) -> None:
    """A timer for each case of the piece; the night goes on behind them, or is over where it was no case that failed."""
    found = await due.closed(tx, service.retention, timer.subject_id, night.CASES)
    for one in found.due:
        tx.timers.put(Timer(f"{KIND}:{one.case_id}", KIND, tx.now, one.case_id))
    after = found.after or (found.due[-1].case_id if found.due else None)
    if after is not None:
        tx.timers.put(Timer(timer.key, timer.kind, tx.now + night.PAUSE, after))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """This case, in as many pieces as it takes."""
    if not await one(tx, service, timer.subject_id):
        tx.timers.put(Timer(timer.key, KIND, tx.now + night.PAUSE, timer.subject_id))


async def one(tx: Transaction, service: Service, case_id: int) -> bool:
    """What is due of a closed case. False: there is more of it."""
    case = await tx.cases.get(case_id)
    if case is None or case.closed_at is None or await kept.holds_of(tx, case):
        return True
    stages = parts_due(service.retention, case.outcome, case.closed_at, case.forgotten, tx.now)
    return await parts.forget(tx, service, case, stages)
