"""Timers of an accepted case."""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import CaseState
from handlers.alerting import unclaimed
from handlers.cards import tracking
from handlers.casework import lifecycle
from handlers.service import Service
from storage.transaction import Transaction


async def on_first_action_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Accepted, and then nothing: offered again, and a coordinator is asked to ring whoever accepted."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.ACCEPTED or case.first_action_at is not None:
        return
    await lifecycle.lapsed(tx, service, case)


async def on_reminder_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Accepted, and nothing yet: the card comes once more, and says until when there is time."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.ACCEPTED or case.first_action_at is not None:
        return
    for alert in await tx.alerts.by(case_id=case.id):
        if alert.member_id == case.owner_id:
            for card in await tx.cards.by(subject="alert", subject_id=alert.id):
                await tracking.renew(tx, "alert", alert.id, card.address_id, Lane.ALERT, case_id=case.id)


async def on_parked(tx: Transaction, service: Service, timer: Timer) -> None:
    """The timer of a case was given up: nobody is asked any more by themselves, so coordinators are."""
    case = await tx.cases.get(timer.subject_id)
    if case is not None and case.state is not CaseState.CLOSED:
        case = tx.cases.put(replace(case, found_nobody_at=case.found_nobody_at or tx.now))
        await unclaimed.tell(tx, service, case, first=True, wait=timedelta())
