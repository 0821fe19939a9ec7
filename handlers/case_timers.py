"""Timers of an accepted case."""

from dataclasses import replace

from bot.core.model import Case
from bot.core.traffic import Timer
from handlers import alerting, asks, carding
from handlers.lawyers import first_action_key
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction


async def on_first_action_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Accepted, and then nothing: offered again, and a coordinator is asked to ring whoever accepted."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state != "accepted" or case.first_action_at is not None:
        return
    await timeline.append(tx, case.id, 0, asks.SILENT, {"member": case.owner_id})
    await asks.put(tx, case, "first-action", again=True)
    await offer_again(tx, service, case)


async def offer_again(tx: Transaction, service: Service, case: Case) -> None:
    """Nobody has the case any more: lawyers are asked from the first step."""
    for alert in await tx.alerts.by(case_id=case.id, state="accepted"):
        tx.alerts.put(replace(alert, state="expired"))
    tx.timers.remove(first_action_key(case))
    case = tx.cases.put(replace(case, state="open", owner_id=None))
    await carding.touch_case(tx, case.id)
    await alerting.look(tx, service, case, anew=True)
