"""What whoever is asked in a drill sees and presses: as a true offer, below the line that says what it is.

By day it sounds as an alert does; at night nobody is woken.
"""

from collections.abc import Collection

from msgspec import Struct

from bot.core.alerting.pauses import by_day
from bot.core.drills import Drill, DrillOffer, as_case
from bot.core.model import Address
from bot.core.presentation import Button, Presentation, Style
from bot.core.traffic import Card, Lane
from bot.core.vocabulary import AlertState
from handlers.cards import case_lines, tracking
from handlers.cards.case_card import stub
from handlers.people.membership import home, open_addresses
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

CARD = "drilled"
TAKE, DECLINE = "take", "decline"


class Pressed(Struct, frozen=True):
    """A button of the actor's own request, in a drill that runs."""

    drill: Drill
    offer: DrillOffer
    took: bool


def marked(service: Service, language: str, text: str) -> str:
    """Below the line that stands above everything in a drill."""
    return f"{service.words.say(language, 'drill-mark')}\n\n{text}"


async def show(tx: Transaction, service: Service, drill: Drill, offer: DrillOffer) -> None:
    """To one member."""
    member = await tx.members.get(offer.member_id)
    if member is not None:
        await tracking.show(tx, CARD, offer.id, await home(tx, member), _lane(tx, service, drill))


async def show_elsewhere(
    tx: Transaction, service: Service, drill: Drill, offer: DrillOffer, shown: Collection[Address]
) -> None:
    """To the same member at their other address, if it is open."""
    member, known = await tx.members.get(offer.member_id), {address.id for address in shown}
    if member is not None:
        for other in await open_addresses(tx, member):
            if other not in known:
                await tracking.show(tx, CARD, offer.id, other, _lane(tx, service, drill))


def _lane(tx: Transaction, service: Service, drill: Drill) -> Lane:
    """Never before what is true."""
    is_day = by_day(tx.now, case_lines.zone_of(service, as_case(drill))) <= tx.now
    return Lane.NEWS if is_day else Lane.REMINDER


async def view(tx: Transaction, service: Service, card: Card) -> Presentation | None:
    """The coarse facts of a true offer; after an answer, what it was."""
    offer = await tx.drill_offers.get(card.subject_id)
    drill = await tx.drills.get(offer.drill_id) if offer is not None else None
    member = await tx.members.get(offer.member_id) if offer is not None else None
    if offer is None or drill is None or member is None:
        return None
    language = await language_of(tx, service, card.address_id)
    if member.suspended_at is not None:
        return stub(service, language, "suspended")
    say = service.words.say
    if offer.state in (AlertState.ACCEPTED, AlertState.DECLINED) and offer.answered_at is not None:
        seconds = round((offer.answered_at - offer.offered_at).total_seconds())
        key = "drill-took" if offer.state is AlertState.ACCEPTED else "drill-cannot"
        return Presentation(marked(service, language, say(language, key, seconds=seconds)), protect=True)
    lines = case_lines.coarse(service, language, as_case(drill))
    if drill.first_answer_at is not None:
        lines.append(say(language, "drill-somebody-took"))
    take = Button(say(language, "button-accept"), f"drilled:{offer.id}:{TAKE}", Style.SUCCESS)
    decline = Button(say(language, "button-decline"), f"drilled:{offer.id}:{DECLINE}")
    return Presentation(marked(service, language, "\n".join(lines)), ((take, decline),), protect=True)


async def touch(tx: Transaction, drill: Drill) -> None:
    """Something changed for whoever was asked."""
    for card in await _cards(tx, drill):
        tracking.touch(tx, card)


async def end(tx: Transaction, service: Service, drill: Drill) -> None:
    """One line stays with those who were asked."""
    for card in await _cards(tx, drill):
        language = await language_of(tx, service, card.address_id)
        text = marked(service, language, service.words.say(language, "drill-over"))
        tracking.drop(tx, card, Presentation(text, protect=True))


async def _cards(tx: Transaction, drill: Drill) -> list[Card]:
    sent = await tx.drill_offers.by(drill_id=drill.id)
    return [card for offer in sent for card in await tx.cards.by(subject=CARD, subject_id=offer.id)]


async def asked(turn: Turn, argument: str) -> Pressed | None:
    """The request of a button, if it is the actor's and waits for an answer."""
    number, _, word = argument.partition(":")
    offer = await turn.tx.drill_offers.get(id_in(number) or 0)
    member = await turn.tx.members.get(offer.member_id) if offer is not None else None
    drill = await turn.tx.drills.get(offer.drill_id) if offer is not None else None
    if offer is None or drill is None or member is None or word not in (TAKE, DECLINE):
        return None
    answerable = offer.state in (AlertState.OFFERED, AlertState.EXPIRED)
    if turn.member is None or member.id != turn.member.id or not answerable:
        return None
    return Pressed(drill, offer, word == TAKE)
