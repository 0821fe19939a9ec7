"""A messenger through which nothing can be sent for a time: whoever is asked there is asked at their other address."""

from datetime import datetime

from bot.core.traffic import Timer
from bot.core.vocabulary import AlertState
from handlers.alerting import undelivered
from handlers.people.membership import STOPPED, stopped_key
from handlers.service import Service
from storage.transaction import Transaction


async def begin(tx: Transaction, service: Service, messenger: str, until: datetime) -> None:
    """From now on, until then: what waits there goes elsewhere at once, and without another address the next are asked."""
    tx.timers.put(Timer(stopped_key(messenger), STOPPED, until))
    for alert in await tx.alerts.by(state=AlertState.OFFERED):
        member = await tx.members.get(alert.member_id)
        there = [address.messenger for address in await undelivered.shown_at(tx, alert)]
        if member is None or alert.delivered_at is not None or messenger not in there:
            continue
        if not await undelivered.goes_elsewhere(tx, service, alert, member) and not alert.is_unheard:
            await undelivered.moves_on(tx, service, alert)


def end(tx: Transaction, messenger: str) -> None:
    """It sends again: members are written to where they want it."""
    tx.timers.remove(stopped_key(messenger))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Its time is over, and it is tried again (the timer that said so is gone)."""
