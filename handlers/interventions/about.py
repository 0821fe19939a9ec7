"""What a press is about in this room: a paper that was sent. None: nothing of ours is named."""

from bot.core.casework.describe import CaseView
from bot.core.casework.interventions import Sent, intervention
from handlers.cards.case_view import view_of
from handlers.interventions.waiting import case_of
from handlers.pressed import OnCase
from handlers.turn import Turn, id_in


class OnSent(OnCase, frozen=True):
    """A paper of the case, too, and what is known of the case."""

    sent: Sent
    view: CaseView


async def one(turn: Turn, argument: str) -> OnSent | None:
    """``number`` or ``number:word``: the paper of that number."""
    number, _, word = argument.partition(":")
    found = await case_of(turn.tx, id_in(number) or 0)
    if turn.member is None or found is None:
        return None
    view = await view_of(turn.tx, found)
    named = intervention(view, int(number))
    return OnSent(turn.member, found, word, named, view) if named is not None else None
