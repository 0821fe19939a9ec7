"""Opening a case that is named by a code on a card, by the number of a list's line, or by ``/case``; and the pages of lists.

What is offered to a member comes as an offer.
"""

from msgspec import Struct
from msgspec.structs import replace

from core.casework.ownership import has_case
from core.intake.prompts import LIST, Prompt, number_typed
from core.model import Case
from core.traffic import Card, Lane
from core.vocabulary import OfferState, Role
from handlers.arguments import OnCase, find_case_by_code
from handlers.cards import live_cards
from handlers.casework import case_acts
from handlers.forms.form_behaviour import OpenForm
from handlers.forms.message_reading import message_of
from handlers.turn import Turn, id_in


class ListPage(Struct, frozen=True):
    """A list of the actor, and the page that is wanted."""

    card: Card
    page: int


async def page_of_list(turn: Turn, argument: str) -> ListPage | None:
    """``number:page``: a card of the actor's own, and a page of it."""
    number, _, wanted = argument.partition(":")
    card = await turn.tx.cards.get(id_in(number) or 0)
    known = wanted.isdecimal() and len(wanted) < len("1000")
    return ListPage(card, int(wanted)) if card and card.address_id == turn.address.id and known else None


async def on_page_turned(turn: Turn, found: ListPage) -> None:
    """◀, ▶ or a number: the same message shows another page."""
    live_cards.touch(turn.tx, replace(found.card, page=found.page, lane=Lane.REPLY))


async def on_chat_asked(turn: Turn, found: OnCase) -> None:
    """*N of one chat*: they are listed, each by itself."""
    for report in (await turn.tx.reports.by(case_id=found.case.id))[:1]:
        await live_cards.renew(turn.tx, "chat", report.address_id, turn.address.id, Lane.REPLY)


async def find_list(turn: Turn, opened: OpenForm | None) -> Prompt | None:
    """The member's list, if an offer with this number is in it and no form is open."""
    member, number = turn.active, number_typed(message_of(turn))
    if member is None or number is None or opened is not None:
        return None
    lists = await turn.tx.cards.by(subject="list", subject_id=member.id)
    shown = [card for card in lists if card.message_id is not None]
    for offer in await turn.tx.alerts.by(member_id=member.id, state=OfferState.OFFERED):
        if shown and offer.number == number:
            return Prompt(LIST, shown[-1].created_at, offer)
    return None


async def show_from_list(turn: Turn, prompt: Prompt, opened: OpenForm | None) -> None:
    """The offer comes by itself, with its buttons."""
    offer = prompt.about
    await live_cards.renew(turn.tx, "alert", offer.id, turn.address.id, Lane.REPLY, case_id=offer.case_id)


async def named_case(turn: Turn, opened: OpenForm | None) -> Case | None:
    """The case whose code a member writes, and nothing else, where no form waits for one."""
    if turn.active is None or (opened is not None and not opened.follow.hears_codes):
        return None
    return await find_case_by_code(turn.tx, turn.incoming.text)


async def on_case_code_said(turn: Turn, opened: OpenForm | None, found: bool) -> None:
    """The case opens as usual."""
    member, case = turn.active, await named_case(turn, opened)
    if member is None or case is None:
        return
    if await is_offered(turn, case):
        await show_offer(turn, case)
    elif member.role is Role.COORDINATOR or has_case(case, member.id):
        await case_acts.on_open_asked(turn, OnCase(member, case, ""))
    else:
        turn.reply("case-not-yours")


async def is_offered(turn: Turn, case: Case) -> bool:
    """Whether the case is offered to the member, and not theirs yet. A coordinator says why and sees it whole."""
    if turn.coordinator is not None:
        return False
    offers = await turn.tx.alerts.by(case_id=case.id, state=OfferState.OFFERED)
    return turn.active is not None and any(offer.member_id == turn.active.id for offer in offers)


async def show_offer(turn: Turn, case: Case) -> None:
    """The offer by itself, with its buttons."""
    for offer in await turn.tx.alerts.by(case_id=case.id, state=OfferState.OFFERED):
        if turn.active is not None and offer.member_id == turn.active.id:
            await live_cards.renew(
                turn.tx, "alert", offer.id, turn.address.id, Lane.REPLY, case_id=offer.case_id
            )
