"""What a coordinator's board shows is chosen by taps; the one message changes."""

from msgspec import Struct
from msgspec.structs import replace

from bot.core.casework.sieve import Chosen, pressed, read
from bot.core.traffic import Card, Lane
from handlers.cards import tracking
from handlers.turn import Turn, id_in

BOARD = "board"


class OnBoard(Struct, frozen=True):
    """A board of the actor, and what is chosen of it."""

    card: Card
    chosen: Chosen


async def board(turn: Turn, argument: str) -> OnBoard | None:
    """``number:word``: a board of the actor's own, and a choice that there is."""
    number, _, word = argument.partition(":")
    card = await turn.tx.cards.get(id_in(number) or 0)
    if card is None or card.address_id != turn.address.id or card.subject != BOARD:
        return None
    chosen = pressed(read(card.chosen), word)
    known = chosen is not None and (not chosen.region or turn.service.gazetteer.knows(chosen.region))
    return OnBoard(card, chosen) if chosen is not None and known else None


async def on_sifted(turn: Turn, found: OnBoard) -> None:
    """*Without a lawyer*, a region, …: the same message shows that, from its first page."""
    tracking.touch(turn.tx, replace(found.card, chosen=found.chosen.text, page=0, lane=Lane.REPLY))
