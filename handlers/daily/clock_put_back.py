"""The machine's clock was ahead and is put right: what was set for later meanwhile would come as much too late.

All of it is set earlier by as much: a search for a lawyer that comes too soon does no harm, one that rests for a day does.
What belongs to the wall clock is set anew.
"""

from dataclasses import replace
from datetime import timedelta

from handlers.daily import chains, digest, housekeeping
from handlers.outbox import operator
from handlers.service import Service
from storage.schema import alerts, card_waits, cards, message_waits, outbox, timers
from storage.transaction import Transaction

NOTICED = timedelta(seconds=10)  # a time service corrects less than this every day


async def on_clock_put_back(tx: Transaction, service: Service, by: timedelta) -> None:
    """It shows ``by`` less than it did. The operator is told, because a clock that jumps will jump again."""
    for timer in await tx.timers.select(timers.c.parked.is_(False), timers.c.due_at > tx.now):
        if timer.kind in ("digest", "housekeeping", "chains"):
            tx.timers.remove(timer.key)
        else:
            tx.timers.put(replace(timer, due_at=timer.due_at - by))
    await digest.schedule(tx, service)
    await housekeeping.schedule(tx, service)
    await chains.schedule(tx, service)
    for message in await tx.outgoing.select(message_waits, outbox.c.not_before > tx.now):
        tx.outgoing.put(replace(message, not_before=tx.now))
    for card in await tx.cards.select(card_waits, cards.c.not_before > tx.now):
        tx.cards.put(replace(card, not_before=tx.now))
    for alert in await tx.alerts.select(alerts.c.offered_at > tx.now):  # its round would last as much longer
        tx.alerts.put(replace(alert, offered_at=alert.offered_at - by))
    minutes = f"{by.total_seconds() / 60:.0f}"
    await operator.tell(tx, service, "operator-clock", minutes=minutes)
