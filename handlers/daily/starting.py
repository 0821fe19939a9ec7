"""What a start writes: the timers of the wall clock; and after an outage, the alerts nobody has answered once more.

A run that was cut off from Telegram does the same when it hears again: the timer "returned", set by loops.inbox.
"""

from collections.abc import Collection, Mapping
from datetime import datetime

from bot.core.traffic import Boot
from handlers.alerting import unseen
from handlers.casework import name_index
from handlers.daily.clock_jumped import on_absence
from handlers.daily.clock_put_back import NOTICED, Schedule, on_clock_put_back
from handlers.outbox import operator
from handlers.service import Service
from storage.schema import boots
from storage.transaction import Transaction


async def on_started(
    tx: Transaction, service: Service, wall_clock: Mapping[str, Schedule], deleting: Collection[str]
) -> Boot:
    """A new run begins; once per outage the open offers are shown again, because presses on them may be lost.

    ``wall_clock``: what sets the timers that mean a time of day, by kind. ``deleting``: the kinds that delete for good.
    """
    before = await tx.boots.select(order_by=boots.c.id.desc(), limit=1)
    if before and before[0].alive_at - tx.now > NOTICED:
        await on_clock_put_back(tx, service, before[0].alive_at - tx.now, wall_clock)
    if before and tx.now - (before[0].heard_at or before[0].alive_at) > service.everywhere.presses_kept:
        await unseen.on_returned(tx, service)
    await name_index.begin(tx)
    if not service.font:
        await operator.tell(tx, service, "operator-font", once="font")
    for schedule in wall_clock.values():
        await schedule(tx, service)
    if before:
        await on_absence(tx, service, tx.now - before[0].alive_at, deleting)
    return tx.boots.add(Boot(tx.new_id(), tx.now, tx.now, tx.now, tx.keyring.ids[0]))


def beat(boot: Boot, now: datetime, heard_at: datetime, key: str) -> Boot:
    """The run is alive at this moment, Telegram was heard at that, and it seals with this key."""
    return Boot(boot.id, boot.started_at, now, heard_at, key)
