"""Offers that nobody may have seen: a card that could not be shown, presses that the messenger forgot while we were away."""

from msgspec.structs import replace

from bot.core.casework.holding import handing_key
from bot.core.model import Alert
from bot.core.timeline import Line
from bot.core.traffic import Card, Lane, Timer
from bot.core.vocabulary import AlertState
from handlers.alerting.keys import escalation_key, pause_key
from handlers.cards import tracking
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

OPEN = AlertState.OFFERED


async def on_unshown(tx: Transaction, service: Service, card: Card) -> None:
    """A card that asks somebody was given up, by the messenger or by us: they do not know of it, and whoever is next is
    asked now. By the timer: what cannot be read any more may be the very reason.
    """
    for alert in await _asked_by(tx, card):
        tx.alerts.put(replace(alert, state=AlertState.UNREACHABLE, answered_at=tx.now))
        await timeline.append(tx, alert.case_id, 0, Line.UNREACHABLE, {"member": alert.member_id})
        if alert.asked_by is not None:
            tx.timers.put(Timer(handing_key(alert.case_id), "handing", tx.now, alert.case_id))
        elif not await tx.timers.get(pause_key(alert.case_id)):
            tx.timers.put(Timer(escalation_key(alert.case_id), "escalation", tx.now, alert.case_id))


async def _asked_by(tx: Transaction, card: Card) -> list[Alert]:
    """The open offers of which this card is the first sign. One that was shown before still is."""
    if card.lane is not Lane.ALERT:
        return []
    if card.subject == "list":
        offers = await tx.alerts.by(member_id=card.subject_id, state=OPEN)
        return [one for one in offers if not await tx.cards.by(subject="alert", subject_id=one.id)]
    alert = await tx.alerts.get(card.subject_id) if card.subject == "alert" else None
    return [alert] if alert is not None and alert.state is OPEN else []


async def on_returned(tx: Transaction, service: Service) -> None:
    """We were away so long that presses are forgotten, so alerts nobody has answered are shown again."""
    listed = set()
    for alert in await tx.alerts.by(state=OPEN):
        cards = await tx.cards.by(subject="alert", subject_id=alert.id)
        for card in cards:
            await tracking.renew(tx, "alert", alert.id, card.address_id, Lane.ALERT, case_id=alert.case_id)
        if not cards:
            listed.add(alert.member_id)
    for member_id in sorted(listed):
        for card in await tx.cards.by(subject="list", subject_id=member_id):
            await tracking.renew(tx, "list", member_id, card.address_id, Lane.ALERT)


async def on_heard_again(tx: Transaction, service: Service, timer: Timer) -> None:
    """The same, of a run that lived through it: the network was away, the process stopped, the machine asleep."""
    await on_returned(tx, service)
