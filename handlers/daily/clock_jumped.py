"""The machine's clock jumps ahead, or was behind and is put right: nobody can tell which. The same at a start long after the
last run: nobody can tell whether time has passed.

What is set for later comes at once. What deletes for good rests for some days, so that somebody can look.
"""

from collections.abc import Collection
from datetime import timedelta

from msgspec.structs import replace

from handlers.outbox import operator
from handlers.service import Service
from storage.schema import boots, timers
from storage.transaction import Transaction

NOTICED = timedelta(hours=1)
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
        await rest(tx, deleting)
    key = "operator-jumped-far" if by >= FAR else "operator-jumped"
    await operator.tell(tx, service, key, minutes=f"{by.total_seconds() / 60:.0f}")


async def on_absence(tx: Transaction, service: Service, gone: timedelta, deleting: Collection[str]) -> None:
    """A run begins and the last one was alive so long ago, by this clock: it may be the clock that is wrong."""
    if gone >= FAR:
        await rest(tx, deleting)
        since = f"{(tx.now - gone).astimezone(service.zone):%Y-%m-%d %H:%M}"
        await operator.tell(tx, service, "operator-absent", since=since)


async def rest(tx: Transaction, deleting: Collection[str]) -> None:
    """What deletes for good runs in some days at the earliest."""
    for timer in await tx.timers.select(timers.c.kind.in_(deleting), timers.c.due_at < tx.now + RESTS):
        tx.timers.put(replace(timer, due_at=tx.now + RESTS))
