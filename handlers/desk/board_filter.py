"""What a coordinator's board shows is chosen by taps; the one message changes."""

from msgspec import Struct
from msgspec.structs import replace

from core.casework.case_list import ListChoice, press_filter, read_list_choice
from core.traffic import Card, Lane
from handlers.cards import live_cards
from handlers.turn import Turn, id_in

BOARD = "board"


class OnBoard(Struct, frozen=True):
    """A board of the actor, and what is chosen of it."""

    card: Card
    chosen: ListChoice


async def filtered_board(turn: Turn, argument: str) -> OnBoard | None:
    """``number:word``: a board of the actor's own, and a choice that there is."""
    number, _, word = argument.partition(":")
    card = await turn.tx.cards.get(id_in(number) or 0)
    if card is None or card.address_id != turn.address.id or card.subject != BOARD:
        return None
    chosen = press_filter(read_list_choice(card.chosen), word)
    known = chosen is not None and (not chosen.region or turn.service.gazetteer.knows(chosen.region))
    return OnBoard(card, chosen) if chosen is not None and known else None


async def on_filtered(turn: Turn, found: OnBoard) -> None:
    """*Without a lawyer*, a region, …: the same message shows that, from its first page."""
    live_cards.touch(turn.tx, replace(found.card, chosen=found.chosen.text, page=0, lane=Lane.REPLY))
