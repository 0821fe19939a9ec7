"""Where buttons are there and somebody types instead: a member's words that stand on one become the press of it.

A screen reader, a watch, a remote desktop: not everybody can press. Nothing is written down for it; what the chat shows is
drawn again and looked at.
"""

from datetime import timedelta

from bot.core import choices
from bot.core.presentation import Button, Presentation
from handlers import outgoing
from handlers.forms import dialogues, entries
from handlers.turn import Turn

WORDS = 6  # of what somebody presses, at most
CARDS = 20  # the newest of a chat, which are looked at
ASKED = timedelta(minutes=10)  # so long a message can be answered without quoting it


async def read(turn: Turn) -> bool:
    """Make a press of the words on a button. False: several have them, and which was meant is asked."""
    label, quoted = choices.folded(turn.incoming.text), turn.incoming.answers
    if turn.active is None or not 0 < len(label.split()) <= WORDS:
        return True
    if quoted is None and await dialogues.active(turn) is not None:
        return True
    same = await (_quoted(turn, quoted, label) if quoted is not None else _shown(turn, label))
    if len({data for data, _ in same}) > 1:
        await entries.remember(turn)
        turn.reply("labels-which")
        return False
    if same:
        await entries.remember(turn)
        turn.incoming = turn.incoming.as_press(*same[0])
    return True


async def _quoted(turn: Turn, number: int, label: str) -> list[tuple[str, int]]:
    """What is pressed, and where: on the message that is quoted."""
    tx = turn.tx
    drawn = [
        await outgoing.render(tx, turn.service, card)
        for card in await tx.cards.by(address_id=turn.address.id, message_id=number)
    ]
    sent = [
        outgoing.presentation(row)
        for row in await tx.outgoing.by(address_id=turn.address.id, message_id=number)
    ]
    return [(button.data, number) for shown in (*drawn, *sent) for button in _called(shown, label)]


async def _shown(turn: Turn, label: str) -> list[tuple[str, int]]:
    """The same in the message that has asked last, or else on cards."""
    tx, since = turn.tx, turn.now - ASKED
    rows = await tx.outgoing.newest(CARDS, address_id=turn.address.id)
    for row in sorted(rows, key=lambda one: one.id, reverse=True):
        if row.message_id is None or (row.sent_at or row.created_at) < since:
            continue
        if found := _called(outgoing.presentation(row), label):
            return [(button.data, row.message_id) for button in found]
    same = []
    for card in await tx.cards.newest(CARDS, address_id=turn.address.id):
        if card.message_id is not None:
            shown = await outgoing.render(tx, turn.service, card)
            same += [(button.data, card.message_id) for button in _called(shown, label)]
    return same


def _called(shown: Presentation | None, label: str) -> list[Button]:
    """The buttons with these words. The answers to a question are read by its form."""
    every = choices.offered(shown) if shown is not None else []
    return [button for button in every if "/" not in button.data and choices.folded(button.label) == label]
