"""A program between us and a messenger has its time: old ones are shut out by the messenger, without a word.

A timer is there for the version that runs. It counts from the release, as far as that is known, else from the day on which
the version was first seen, which a restart does not forget.
"""

from datetime import datetime, timedelta

from bot.core.traffic import Timer
from handlers.outbox import operator
from handlers.service import Service
from storage.transaction import Transaction

KIND = "aged-program"
OLD, AGAIN = timedelta(days=90), timedelta(days=7)


async def seen(tx: Transaction, messenger: str, version: str, released: datetime | None) -> None:
    """This one runs at the moment."""
    key, ours = f"{KIND}:{messenger}:{version}", f"{KIND}:{messenger}:"
    for timer in await tx.timers.by(kind=KIND):
        if timer.key.startswith(ours) and timer.key != key:
            tx.timers.remove(timer.key)
    if await tx.timers.get(key) is None:
        tx.timers.put(Timer(key, KIND, max(tx.now, (released or tx.now) + OLD)))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """It is old; said again every week."""
    version = timer.key.rpartition(":")[2]
    await operator.tell(tx, service, "operator-aged", once=f"{timer.key}:{tx.now:%Y-%m-%d}", version=version)
    tx.timers.put(Timer(timer.key, KIND, tx.now + AGAIN))
