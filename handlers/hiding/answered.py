""" "Is it your phone that is being taken?", answered by a typed yes or no, while nothing was said to the person since."""

from datetime import timedelta

from bot.core.conversation.labels import Control, control
from bot.core.incoming import Kind
from handlers.forms import dialogues
from handlers.forms.follow import Open
from handlers.hiding.hide import OFFERED, on_hide_asked
from handlers.turn import Turn

FRESH = timedelta(minutes=10)  # so long a bare word is the answer
LAST = 5  # rows of the outbox in which the last message is looked for


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """A yes hides the chat at once. A no is no answer to what the form asks: that is asked again."""
    incoming = turn.incoming
    typed = control(incoming.text, turn.service.words) if incoming.kind is Kind.MESSAGE else None
    if turn.active is not None or typed not in (Control.YES, Control.NO) or not await _stands(turn, opened):
        return False
    if typed is Control.YES:
        await on_hide_asked(turn, "")
        return True
    turn.reply("hide-not")
    if opened is not None:
        await dialogues.ask(turn, opened.follow, opened.dialogue)
    return True


async def _stands(turn: Turn, opened: Open | None) -> bool:
    """Whether it is the last that was asked, and nothing was written to the form since."""
    rows = await turn.tx.outgoing.newest(LAST, address_id=turn.address.id)
    said = [row for row in rows if row.kind == "message"]
    if not said or said[-1].topic != OFFERED or said[-1].created_at < turn.now - FRESH:
        return False
    return opened is None or opened.dialogue.updated_at <= said[-1].created_at
