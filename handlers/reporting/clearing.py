"""Emptying a chat: nothing that says what it was about stays there, as far as the messenger lets us.

What is young enough is deleted, on both sides, and with it everything between and around what we know of: a message whose
sending was repeated may be there twice. Older ones of ours are emptied, which has no limit of time. Older ones of the
person stay: the first screen, /help and the coordinator who rings say that they are deleted by hand.
"""

from collections.abc import Collection
from datetime import UTC, datetime

from bot.core.model import Address
from handlers.outbox import sending
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

SPAN = 2000  # ids before the newest that we know, between which copies are looked for
AHEAD = 100  # ids after it
LONG_AGO = datetime(2013, 8, 14, tzinfo=UTC)  # when a message was shown of which we know nothing any more


async def clear(turn: Turn) -> None:
    """Delete, empty, and take the command menu away."""
    tx, address = turn.tx, turn.address
    deletable = turn.service.abilities[address.messenger].deletable
    shown = {m.message_id: (m.at, m.outgoing) for m in await tx.messages.by(address_id=address.id)}
    for card in await tx.cards.by(address_id=address.id):
        if card.message_id is not None:
            shown.setdefault(card.message_id, (card.created_at, True))
    if turn.incoming.message_id is not None:
        shown.setdefault(turn.incoming.message_id, (LONG_AGO, True))
    young = {number for number, (at, _) in shown.items() if turn.now - at < deletable}
    for number, (at, ours) in sorted(shown.items()):
        if ours and number not in young:
            sending.take_away(tx, address.id, number, at)
    if young:
        sending.delete(tx, address.id, sorted(young, reverse=True))
        sending.delete(tx, address.id, _around(young))
    sending.menu(tx, address.id, offered=False)


async def sweep(tx: Transaction, service: Service, address: Address) -> None:
    """A message was on its way when the chat was hidden, and nobody knows whether it arrived."""
    deletable = service.abilities[address.messenger].deletable
    known = await tx.messages.by(address_id=address.id)
    if young := {m.message_id for m in known if tx.now - m.at < deletable}:
        sending.delete(tx, address.id, _around(young))


def _around(known: Collection[int]) -> list[int]:
    """The ids of whatever else may stand between and beside these, newest first."""
    last = max(known)
    first = max(min(known), last - SPAN)
    return [number for number in range(last + AHEAD, first, -1) if number not in known]
