"""The machine's clock was ahead and is put right: what was set for later meanwhile would come as much too late.

All of it is set earlier by as much: a search for a lawyer that comes too soon does no harm, one that rests for a day does.
What belongs to the wall clock is set anew.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from msgspec.structs import replace
from sqlalchemy import or_

from handlers.outbox import operator
from handlers.service import Service
from storage.schema import (
    addresses,
    alerts,
    card_waits,
    cards,
    file_wanted,
    files,
    message_waits,
    outbox,
    timers,
)
from storage.transaction import Transaction

NOTICED = timedelta(seconds=10)  # a time service corrects less than this every day


Schedule = Callable[[Transaction, Service], Awaitable[None]]


async def on_clock_put_back(
    tx: Transaction, service: Service, by: timedelta, wall_clock: Mapping[str, Schedule]
) -> None:
    """It shows ``by`` less than it did. The operator is told, because a clock that jumps will jump again.

    ``wall_clock``: the kinds of timers that mean a time of day, and what sets the next one.
    """
    for timer in await tx.timers.select(timers.c.parked.is_(False), timers.c.due_at > tx.now):
        if timer.kind in wall_clock:
            tx.timers.remove(timer.key)
        else:
            tx.timers.put(replace(timer, due_at=timer.due_at - by))
    for schedule in wall_clock.values():
        await schedule(tx, service)
    for message in await tx.outgoing.select(message_waits, outbox.c.not_before > tx.now):
        tx.outgoing.put(replace(message, not_before=tx.now))
    for card in await tx.cards.select(card_waits, cards.c.not_before > tx.now):
        tx.cards.put(replace(card, not_before=tx.now))
    for alert in await tx.alerts.select(alerts.c.offered_at > tx.now):  # its round would last as much longer
        tx.alerts.put(replace(alert, offered_at=alert.offered_at - by))
    for file in await tx.files.select(file_wanted, files.c.not_before > tx.now):
        tx.files.put(replace(file, not_before=tx.now))
    lasts = or_(addresses.c.muted_until > tx.now, addresses.c.limited_until > tx.now)
    for address in await tx.addresses.select(lasts):
        muted, limited = (end and end - by for end in (address.muted_until, address.limited_until))
        tx.addresses.put(replace(address, muted_until=muted, limited_until=limited))
    minutes = f"{by.total_seconds() / 60:.0f}"
    await operator.tell(tx, service, "operator-clock", minutes=minutes)
