"""Turning the pages of a list, and opening what stands in one line of it: all of one chat."""

from dataclasses import dataclass, replace

from bot.core.traffic import Card, Lane
from handlers.cards import tracking
from handlers.pressed import OnCase
from handlers.turn import Turn, id_in


@dataclass(frozen=True, slots=True)
class OnPage:
    """A list of the actor, and the page that is wanted."""

    card: Card
    page: int


async def page(turn: Turn, argument: str) -> OnPage | None:
    """``number:page``: a card of the actor's own, and a page of it."""
    number, _, wanted = argument.partition(":")
    card = await turn.tx.cards.get(id_in(number) or 0)
    known = wanted.isdecimal() and len(wanted) < len("1000")
    return OnPage(card, int(wanted)) if card and card.address_id == turn.address.id and known else None


async def on_page_turned(turn: Turn, found: OnPage) -> None:
    """◀, ▶ or a number: the same message shows another page."""
    tracking.touch(turn.tx, replace(found.card, page=found.page, lane=Lane.REPLY))


async def on_chat_asked(turn: Turn, found: OnCase) -> None:
    """*N of one chat*: they are listed, each by itself."""
    for report in (await turn.tx.reports.by(case_id=found.case.id))[:1]:
        await tracking.renew(turn.tx, "chat", report.address_id, turn.address.id, Lane.REPLY)
