"""A list that was changed in silence, because it had made a sound just before, makes it up if there is still a reason."""

from datetime import datetime

from bot.core.traffic import Card, Lane, Timer
from bot.core.vocabulary import AlertState
from handlers.cards import clock_card, missed_card, tracking, unclaimed_card, unread_card
from handlers.service import Service
from storage.transaction import Transaction


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The list has been quiet long enough: what came meanwhile and still waits is heard."""
    card = await tx.cards.get(timer.subject_id)
    if card is not None and await _has_news(tx, card, card.rang_at or card.created_at):
        await tracking.renew(tx, card.subject, card.subject_id, card.address_id, Lane.ALERT)


async def _has_news(tx: Transaction, card: Card, since: datetime) -> bool:
    if card.subject == unclaimed_card.CARD:
        return any((case.unclaimed_at or since) > since for case in await unclaimed_card.waiting(tx))
    if card.subject == missed_card.CARD:
        return any(case.opened_at > since for case in await missed_card.waiting(tx))
    if card.subject == unread_card.CARD:
        return await unread_card.has_come_since(tx, since)
    if card.subject == clock_card.ALL:
        told = [mark.told_at for _, marks in (await clock_card.told(tx)).values() for mark in marks]
        return any(at is not None and at > since for at in told)
    offers = await tx.alerts.by(member_id=card.subject_id, state=AlertState.OFFERED)
    return any(offer.offered_at > since for offer in offers)
