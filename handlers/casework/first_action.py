"""Timers of an accepted case."""

from dataclasses import replace

from bot.core.casework.vocabulary import SILENT, first_action_key
from bot.core.model import Case
from bot.core.traffic import Timer
from handlers.alerting import asks, escalation
from handlers.cards import tracking
from handlers.casework import handed_out
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction


async def on_first_action_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Accepted, and then nothing: offered again, and a coordinator is asked to ring whoever accepted."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state != "accepted" or case.first_action_at is not None:
        return
    await timeline.append(tx, case.id, 0, SILENT, {"member": case.owner_id})
    await asks.put(tx, service, case, "first-action", again=True)
    await offer_again(tx, service, case)


async def on_parked(tx: Transaction, service: Service, timer: Timer) -> None:
    """The timer of a case was given up: nobody is asked any more by themselves, so coordinators are."""
    case = await tx.cases.get(timer.subject_id)
    if case is not None and case.state != "closed":
        await asks.put(tx, service, case, "nobody", again=True)


async def offer_again(tx: Transaction, service: Service, case: Case) -> None:
    """Nobody has the case any more: lawyers are asked from the first step."""
    for alert in await tx.alerts.by(case_id=case.id, state="accepted"):
        tx.alerts.put(replace(alert, state="expired"))
    tx.timers.remove(first_action_key(case))
    case = tx.cases.put(replace(case, state="open", owner_id=None))
    await tracking.touch_case(tx, case.id)
    await handed_out.take_back(tx, case_id=case.id)
    await escalation.look(tx, service, case, anew=True)
