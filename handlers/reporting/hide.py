"""Silence: the phone is being taken, or a coordinator muted the chat.

From then on nothing but one bland sentence leaves for that chat, whatever is written from it: no news, no lawyer, no
number, no state. Its words are stored all the same. The person comes back by their receipt code, from elsewhere.
"""

from bot.core.presentation import Presentation
from handlers.alerting import escalation
from handlers.forms import dialogues, entries
from handlers.outbox import sending
from handlers.reporting import drafts
from handlers.turn import Turn


async def on_hide_asked(turn: Turn, argument: str) -> None:
    """*The phone is being taken*: delete what can be deleted, say what remains, and be silent."""
    await entries.remember(turn)
    await hide(turn)


async def hide(turn: Turn) -> None:
    """The chat is silent from now on; what the messenger lets us delete is deleted, on both sides."""
    await drafts.leave_all(turn, await dialogues.active(turn))
    turn.update_address(silenced_at=turn.now)
    deletable = turn.service.abilities[turn.address.messenger].deletable
    ids = [
        message.message_id
        for message in await turn.tx.messages.by(address_id=turn.address.id)
        if turn.now - message.at < deletable
    ]
    pressed = turn.incoming.message_id
    if pressed is not None and pressed not in ids:
        ids.append(pressed)
    if ids:
        sending.delete(turn.tx, turn.address.id, ids)
    shown = Presentation(turn.say("report-hidden"))
    sending.message(turn.tx, turn.service, turn.address.id, shown, despite_silence=True)
    for card in await turn.tx.cards.by(address_id=turn.address.id):
        if card.message_id is not None and card.message_id not in ids:
            sending.take_away(turn.tx, card.address_id, card.message_id, card.created_at)
    if turn.active is not None:
        await escalation.on_member_unreachable(turn.tx, turn.service, turn.active)
