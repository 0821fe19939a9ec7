"""The card on which somebody pressed shows at once what became of it: they look at it, and lists and boards can wait."""

from bot.core.presentation import Presentation
from handlers.cards import tracking
from handlers.outbox import sending
from handlers.turn import Turn


async def show(turn: Turn) -> None:
    """A copy that nobody tracks (its sending was repeated) is overwritten; the newer one follows the truth."""
    message_id = turn.incoming.message_id
    if turn.active is None or message_id is None or turn.address.silenced_at is not None:
        return
    cards = await turn.tx.cards.by(address_id=turn.address.id, message_id=message_id)
    for card in cards:
        if card.waits:
            tracking.at_once(turn.tx, card)
        elif card.lease is not None:
            tracking.next_at_once(turn.tx, card)
    if not cards and not await turn.tx.messages.by(address_id=turn.address.id, message_id=message_id):
        sending.edit(turn.tx, turn.address.id, message_id, Presentation(turn.say("copy-outdated")))
