"""What a messenger tells of our messages: that they have reached the phone, and that they were read."""

from msgspec.structs import replace

from bot.core.incoming import Incoming
from bot.core.model import Address, Alert
from bot.core.traffic import Card, Message
from bot.core.vocabulary import AlertState
from handlers.alerting import offering
from handlers.cards import tracking
from handlers.people import addresses
from handlers.service import Service
from storage.schema import cards, message_leased, outbox
from storage.transaction import Transaction

READ = "read"
MOST = 500  # messages that one receipt is about


async def on_receipt(tx: Transaction, service: Service, incoming: Incoming) -> None:
    """It is kept with each message. Of those that nobody has noted yet, of as many as are on their way there."""
    here = await addresses.of(tx, incoming.sender, messenger=incoming.messenger)
    noted = {one: await tx.messages.by(address_id=here.id, message_id=one) for one in incoming.about[:MOST]}
    unknown = [number for number, known in noted.items() if not known]
    for number in unknown[: await _on_their_way(tx, here)] if unknown else ():
        noted[number] = [tx.messages.add(Message(tx.new_id(), here.id, number, tx.now, outgoing=True))]
    for known in noted.values():
        for message in known:
            if message.outgoing:
                await _keep(tx, message, incoming)


async def on_arrived(tx: Transaction, service: Service, card: Card) -> None:
    """A card is in the chat: what was told of it before we knew its number counts too."""
    for message in await tx.messages.by(address_id=card.address_id, message_id=card.message_id):
        if message.delivered_at is not None:
            await _follow(tx, card, message)


async def _on_their_way(tx: Transaction, address: Address) -> int:
    """How many messages."""
    leased = cards.c.lease.is_not(None), cards.c.address_id == address.id
    messages = await tx.outgoing.count(message_leased, outbox.c.address_id == address.id)
    return messages + await tx.cards.count(*leased)


async def _keep(tx: Transaction, message: Message, incoming: Incoming) -> None:
    """By the messenger's clock, but never before it was sent nor after now."""
    at = max(message.at, min(incoming.sent_at or tx.now, tx.now))
    message = replace(message, delivered_at=message.delivered_at or at)
    if incoming.status == READ:
        message = replace(message, read_at=message.read_at or at)
    tx.messages.put(message)
    for card in await tx.cards.by(address_id=message.address_id, message_id=message.message_id):
        await _follow(tx, card, message)


async def _follow(tx: Transaction, card: Card, message: Message) -> None:
    """What is known of a card's message is known of the offers in it."""
    alerts: list[Alert] = []
    if card.subject == offering.ALERT:
        alert = await tx.alerts.get(card.subject_id)
        alerts = [alert] if alert is not None else []
    elif card.subject == offering.LIST:
        found = await tx.alerts.by(member_id=card.subject_id, state=AlertState.OFFERED)
        alerts = [alert for alert in found if alert.offered_at <= message.at]
    for alert in alerts:
        told = replace(
            alert,
            delivered_at=alert.delivered_at or message.delivered_at,
            read_at=alert.read_at or message.read_at,
        )
        if told != alert:
            tx.alerts.put(told)
            await tracking.touch_case(tx, alert.case_id)
