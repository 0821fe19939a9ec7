"""Looking for the second lawyer of a case that somebody has: at once where it is urgent, else by day."""

from msgspec.structs import replace

from core.alerting.escalation import asks_lawyers
from core.alerting.quiet_hours import next_daytime
from core.casework.ownership import second_is_sought
from core.model import Case, Member
from core.traffic import Timer
from core.understanding.lawyer_words import second_wanted
from core.vocabulary import OfferState, TaskKind
from handlers.alerting import escalation, tasks
from handlers.alerting.timer_keys import escalation_key
from handlers.cards import case_lines, live_cards
from handlers.service import Service
from storage.transaction import Transaction


async def seek_if_wanted(tx: Transaction, service: Service, was: Case, case: Case) -> None:
    """What the case says now may want a second lawyer where it wanted none before."""
    if second_is_sought(case) and not second_is_sought(was):
        await seek(tx, service, case)


async def seek(tx: Transaction, service: Service, case: Case) -> None:
    """Somebody is sought for the second place, or is not any more. Offers that lawyers have already stand for it, and have
    their timer.
    """
    offers = [alert for alert in await tx.alerts.by(case_id=case.id) if escalation.is_open(alert)]
    due = tx.now if case.priority == "urgent" else next_daytime(tx.now, case_lines.zone_of(service, case))
    by_lawyers = bool(offers) and asks_lawyers(service.policy, case.step)
    if second_is_sought(case) and due == tx.now and by_lawyers:
        return
    for alert in offers:
        tx.alerts.put(replace(alert, state=OfferState.WITHDRAWN, answered_at=tx.now))
    tx.timers.remove(escalation_key(case.id))
    await live_cards.touch_case(tx, case.id)
    if second_is_sought(case) and due > tx.now:
        tx.timers.put(Timer(escalation_key(case.id), "escalation", due, case.id))
    elif second_is_sought(case):
        await escalation.look(tx, service, case, from_start=True)


async def ask_again(tx: Transaction, service: Service, case: Case, by: Member, words: str) -> bool:
    """Whether the member who has the case asks for a second lawyer while one is sought: coordinators are asked for one,
    too.
    """
    again = case.owner_id == by.id and second_is_sought(case) and second_wanted(words, service.heard)
    if again:
        await tasks.ask_coordinators(tx, service, case, TaskKind.SECOND, again=True)
    return again
