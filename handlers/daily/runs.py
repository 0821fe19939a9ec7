"""What a start does: timers of the wall clock are set, and after an outage alerts that nobody has answered are shown once
more.

A run that was cut off from Telegram does the same when it hears again: the timer "returned", set by loops.inbox.

The machine's clock may jump ahead, or a start may come long after the last run: nobody can tell whether time has really
passed. What was set for later comes at once; what deletes for good rests for some days, so that somebody can look.

If the clock was ahead and is put right, what was set for later meanwhile would come too late by that much, so all of it is
set earlier: a search for a lawyer that comes too soon does no harm, one that rests for a day does. Timers of the wall clock
are set again.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime, timedelta

from msgspec.structs import replace
from sqlalchemy import or_

from core.traffic import Run
from handlers.alerting import delivery
from handlers.casework import name_index, roster
from handlers.outbox import administrators
from handlers.people import menus
from handlers.service import Service
from storage.schema import (
    addresses,
    alerts,
    boots,
    card_waits,
    cards,
    file_wanted,
    files,
    message_waits,
    outbox,
    timers,
)
from storage.transaction import Transaction

JUMP_NOTICED = timedelta(hours=1)
FAR = timedelta(days=1)  # terms are of days, months and years
RESTS = timedelta(days=3)


async def on_clock_jumped(
    tx: Transaction, service: Service, by: timedelta, deleting: Collection[str]
) -> None:
    """It shows ``by`` more than has passed. ``deleting``: the kinds of timers that rest where that is far."""
    for boot in await tx.boots.select(order_by=boots.c.id.desc(), limit=1):
        tx.boots.put(
            replace(boot, alive_at=tx.now)
        )  # so that it is noticed when it is put back, however soon
    if by >= FAR:
        await rest_deletions(tx, deleting)
    key = "operator-jumped-far" if by >= FAR else "operator-jumped"
    await administrators.tell(tx, service, key, minutes=f"{by.total_seconds() / 60:.0f}")


async def on_absence(tx: Transaction, service: Service, gone: timedelta, deleting: Collection[str]) -> None:
    """A run begins and the last one was alive so long ago, by this clock: it may be the clock that is wrong."""
    if gone >= FAR:
        await rest_deletions(tx, deleting)
        since = f"{(tx.now - gone).astimezone(service.zone):%Y-%m-%d %H:%M}"
        await administrators.tell(tx, service, "operator-absent", since=since)


async def rest_deletions(tx: Transaction, deleting: Collection[str]) -> None:
    """What deletes for good runs in some days at the earliest."""
    for timer in await tx.timers.select(timers.c.kind.in_(deleting), timers.c.due_at < tx.now + RESTS):
        tx.timers.put(replace(timer, due_at=tx.now + RESTS))


PUT_BACK_NOTICED = timedelta(seconds=10)  # a time service corrects less than this every day


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
    await administrators.tell(tx, service, "operator-clock", minutes=minutes)


async def on_started(
    tx: Transaction, service: Service, wall_clock: Mapping[str, Schedule], deleting: Collection[str]
) -> Run:
    """A new run begins; once per outage the open offers are shown again, because presses on them may be lost.

    ``wall_clock``: what sets the timers that mean a time of day, by kind. ``deleting``: the kinds that delete for good.
    """
    before = await tx.boots.select(order_by=boots.c.id.desc(), limit=1)
    if before and before[0].alive_at - tx.now > PUT_BACK_NOTICED:
        await on_clock_put_back(tx, service, before[0].alive_at - tx.now, wall_clock)
    if before and tx.now - (before[0].heard_at or before[0].alive_at) > service.everywhere.presses_kept:
        await delivery.show_after_absence(tx, service)
    await name_index.begin_rebuilding(tx)
    await roster.offer_menus(tx, service, await tx.members.by(suspended_at=None), version=menus.VERSION)
    if not service.font:
        await administrators.tell(tx, service, "operator-font", once="font")
    for schedule in wall_clock.values():
        await schedule(tx, service)
    if before:
        await on_absence(tx, service, tx.now - before[0].alive_at, deleting)
    return tx.boots.add(Run(tx.new_id(), tx.now, tx.now, tx.now, tx.keyring.ids[0]))


def beat(boot: Run, now: datetime, heard_at: datetime, key: str) -> Run:
    """The run is alive at this moment, Telegram was heard at that, and it seals with this key."""
    return Run(boot.id, boot.started_at, now, heard_at, key)
