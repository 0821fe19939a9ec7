"""Turning the pages of a list, and opening what stands in a line of it: all of one chat, or the offer of a typed number."""

import re

from msgspec import Struct
from msgspec.structs import replace

from bot.core.traffic import Card, Lane
from bot.core.vocabulary import AlertState
from handlers.cards import tracking
from handlers.pressed import OnCase
from handlers.turn import Turn, id_in

NUMBER = re.compile(r"[№#]?\s*(\d{1,3})\.?")


class OnPage(Struct, frozen=True):
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


async def on_number_said(turn: Turn) -> bool:
    """The number of an offer in the member's list, typed outside any form: it comes by itself, with its buttons. False for
    other words, and while there is no such offer or no list.
    """
    member, said = turn.active, NUMBER.fullmatch(turn.incoming.text.strip())
    if member is None or said is None:
        return False
    lists = await turn.tx.cards.by(subject="list", subject_id=member.id)
    if all(card.message_id is None for card in lists):
        return False
    for offer in await turn.tx.alerts.by(member_id=member.id, state=AlertState.OFFERED):
        if offer.number == int(said[1]):
            address_id = turn.address.id
            await tracking.renew(turn.tx, "alert", offer.id, address_id, Lane.REPLY, case_id=offer.case_id)
            return True
    return False
