"""Urgent, and nobody has answered: coordinators ring, long before everybody was asked. Messages wake nobody.

It comes to the coordinators' one card of cases that nobody has taken, so however many such cases there are, it is one card,
with the numbers of those who were asked. Once for each search; who is rung is asked no less.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.core.model import Case
from bot.core.traffic import Timer
from bot.core.vocabulary import AlertState, CaseState
from handlers.alerting import unclaimed
from handlers.alerting.keys import pause_key, unheard_key
from handlers.service import Service
from storage.transaction import Transaction


async def wait(tx: Transaction, service: Service, case: Case) -> None:
    """Somebody was asked just now: from the first offer of a search on, an urgent case waits only so long."""
    if case.priority != "urgent" or case.unclaimed_at is not None:
        return
    if await tx.timers.get(unheard_key(case.id)) is None:
        due = tx.now + service.policy.ring_after
        tx.timers.put(Timer(unheard_key(case.id), "unheard", due, case.id))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """An offer that has waited so long is rung about; a younger one has its own time."""
    case = await tx.cases.get(timer.subject_id)
    if case is None or case.state is not CaseState.OPEN or case.unclaimed_at is not None:
        return
    if not case.alerting or await tx.timers.get(pause_key(case.id)):
        return
    offers = [a.offered_at for a in await tx.alerts.by(case_id=case.id) if a.state is AlertState.OFFERED]
    if not offers:
        return  # nobody is left to be rung: the search is at its end, and tells coordinators itself
    due = min(offers) + service.policy.ring_after
    if due > tx.now:
        tx.timers.put(Timer(timer.key, "unheard", due, case.id))
        return
    case = tx.cases.put(replace(case, unheard_at=tx.now))
    await unclaimed.tell(tx, service, case, first=True, wait=timedelta())
