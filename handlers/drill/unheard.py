"""Requests of a drill that are not known to have reached a phone, where its messenger tells."""

from collections.abc import Sequence

from msgspec import Struct

from bot.core.drills import DrillOffer
from bot.core.model import Address
from bot.core.vocabulary import AlertState
from handlers.alerting.offering import WITHIN
from handlers.drill.offers import CARD
from handlers.service import Service
from storage.transaction import Transaction

WAITS = (AlertState.OFFERED, AlertState.EXPIRED)


class Unheard(Struct, frozen=True):
    """One request, and the addresses at which it was shown, the first before the other."""

    offer: DrillOffer
    shown: tuple[Address, ...]


async def unheard(tx: Transaction, service: Service, sent: Sequence[DrillOffer]) -> list[Unheard]:
    """Those without an answer that no phone has told of in time. Of a messenger that does not tell nobody can say so."""
    found = []
    for offer in sent:
        if offer.state in WAITS and tx.now - offer.offered_at >= WITHIN:
            shown, reached = await _shown(tx, offer)
            tells = any(service.tells_of_delivery(address.messenger) for address in shown)
            if tells and not reached:
                found.append(Unheard(offer, tuple(shown)))
    return found


async def _shown(tx: Transaction, offer: DrillOffer) -> tuple[list[Address], bool]:
    shown, reached = [], False
    for card in await tx.cards.by(subject=CARD, subject_id=offer.id):
        address = await tx.addresses.get(card.address_id)
        shown += [address] if address is not None else []
        messages = await tx.messages.by(address_id=card.address_id, message_id=card.message_id)
        reached |= any(message.delivered_at is not None for message in messages)
    return shown, reached
