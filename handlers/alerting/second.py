"""Looking for the second lawyer of a case that somebody has: at once where it is urgent, else by day."""

from msgspec.structs import replace

from bot.core.alerting.pauses import by_day
from bot.core.alerting.second import is_of_lawyers
from bot.core.casework.holding import second_is_sought
from bot.core.model import Case, Member
from bot.core.traffic import Timer
from bot.core.understanding.offer_words import second_wanted
from bot.core.vocabulary import AlertState, AskKind
from handlers.alerting import asks, escalation
from handlers.alerting.keys import escalation_key
from handlers.cards import case_lines, tracking
from handlers.service import Service
from storage.transaction import Transaction


async def follow(tx: Transaction, service: Service, was: Case, case: Case) -> None:
    """What the case says now may want a second lawyer where it wanted none before."""
    if second_is_sought(case) and not second_is_sought(was):
        await seek(tx, service, case)


async def seek(tx: Transaction, service: Service, case: Case) -> None:
    """Somebody is sought for the second place, or is not any more. Offers that lawyers have already stand for it, and have
    their timer.
    """
    offers = [alert for alert in await tx.alerts.by(case_id=case.id) if escalation.is_open(alert)]
    due = tx.now if case.priority == "urgent" else by_day(tx.now, case_lines.zone_of(service, case))
    by_lawyers = bool(offers) and is_of_lawyers(service.policy, case.step)
    if second_is_sought(case) and due == tx.now and by_lawyers:
        return
    for alert in offers:
        tx.alerts.put(replace(alert, state=AlertState.WITHDRAWN, answered_at=tx.now))
    tx.timers.remove(escalation_key(case.id))
    await tracking.touch_case(tx, case.id)
    if second_is_sought(case) and due > tx.now:
        tx.timers.put(Timer(escalation_key(case.id), "escalation", due, case.id))
    elif second_is_sought(case):
        await escalation.look(tx, service, case, anew=True)


async def asked_again(tx: Transaction, service: Service, case: Case, by: Member, words: str) -> bool:
    """Whether whoever has the case asks for a second lawyer while one is sought: coordinators are asked for one, too."""
    again = case.owner_id == by.id and second_is_sought(case) and second_wanted(words, service.heard)
    if again:
        await asks.put(tx, service, case, AskKind.SECOND, again=True)
    return again
