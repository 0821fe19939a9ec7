"""What a member who is asked in a drill sees and presses: as a true offer, below the line that says what it is.

By day it sounds as an alert does; at night nobody is woken. Where the messenger tells, it is known which requests have not
reached a phone.
"""

from collections.abc import Collection, Sequence

from msgspec import Struct

from core.alerting.quiet_hours import next_daytime
from core.model import Address
from core.presentation import Button, Presentation, Style
from core.records.drills import Drill, DrillOffer, case_of_drill
from core.traffic import Card, Lane
from core.vocabulary import OfferState
from handlers.alerting.offering import WITHIN
from handlers.cards import case_lines, live_cards
from handlers.cards.stub import stub
from handlers.people.membership import home_address, open_addresses
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

CARD = "drilled"
TAKE, DECLINE = "take", "decline"


class DrillPress(Struct, frozen=True):
    """A button of the actor's own request, in a drill that runs."""

    drill: Drill
    offer: DrillOffer
    took: bool


def mark_as_drill(service: Service, language: str, text: str) -> str:
    """Below the line that stands above everything in a drill."""
    return f"{service.words.say(language, 'drill-mark')}\n\n{text}"


async def show_offer(tx: Transaction, service: Service, drill: Drill, offer: DrillOffer) -> None:
    """To one member."""
    member = await tx.members.get(offer.member_id)
    if member is not None:
        await live_cards.show(tx, CARD, offer.id, await home_address(tx, member), _lane(tx, service, drill))


async def show_elsewhere(
    tx: Transaction, service: Service, drill: Drill, offer: DrillOffer, shown: Collection[Address]
) -> None:
    """To the same member at their other address, if it is open."""
    member, known = await tx.members.get(offer.member_id), {address.id for address in shown}
    if member is not None:
        for other in await open_addresses(tx, member):
            if other not in known:
                await live_cards.show(tx, CARD, offer.id, other, _lane(tx, service, drill))


def _lane(tx: Transaction, service: Service, drill: Drill) -> Lane:
    """Never before what is true."""
    is_day = next_daytime(tx.now, case_lines.zone_of(service, case_of_drill(drill))) <= tx.now
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
    if offer.state in (OfferState.ACCEPTED, OfferState.DECLINED) and offer.answered_at is not None:
        seconds = round((offer.answered_at - offer.offered_at).total_seconds())
        key = "drill-took" if offer.state is OfferState.ACCEPTED else "drill-cannot"
        return Presentation(
            mark_as_drill(service, language, say(language, key, seconds=seconds)), protect=True
        )
    lines = case_lines.coarse_lines(service, language, case_of_drill(drill))
    if drill.first_answer_at is not None:
        lines.append(say(language, "drill-somebody-took"))
    take = Button(say(language, "button-accept"), f"drilled:{offer.id}:{TAKE}", Style.SUCCESS)
    decline = Button(say(language, "button-decline"), f"drilled:{offer.id}:{DECLINE}")
    return Presentation(mark_as_drill(service, language, "\n".join(lines)), ((take, decline),), protect=True)


async def touch_cards(tx: Transaction, drill: Drill) -> None:
    """Something changed for a member who was asked."""
    for card in await _offer_cards(tx, drill):
        live_cards.touch(tx, card)


async def end_offers(tx: Transaction, service: Service, drill: Drill) -> None:
    """One line stays with those who were asked."""
    for card in await _offer_cards(tx, drill):
        language = await language_of(tx, service, card.address_id)
        text = mark_as_drill(service, language, service.words.say(language, "drill-over"))
        live_cards.drop(tx, card, Presentation(text, protect=True))


async def _offer_cards(tx: Transaction, drill: Drill) -> list[Card]:
    sent = await tx.drill_offers.by(drill_id=drill.id)
    return [card for offer in sent for card in await tx.cards.by(subject=CARD, subject_id=offer.id)]


async def own_offer(turn: Turn, argument: str) -> DrillPress | None:
    """The request of a button, if it is the actor's and waits for an answer."""
    number, _, word = argument.partition(":")
    offer = await turn.tx.drill_offers.get(id_in(number) or 0)
    member = await turn.tx.members.get(offer.member_id) if offer is not None else None
    drill = await turn.tx.drills.get(offer.drill_id) if offer is not None else None
    if offer is None or drill is None or member is None or word not in (TAKE, DECLINE):
        return None
    answerable = offer.state in (OfferState.OFFERED, OfferState.EXPIRED)
    if turn.member is None or member.id != turn.member.id or not answerable:
        return None
    return DrillPress(drill, offer, word == TAKE)


WAITS = (OfferState.OFFERED, OfferState.EXPIRED)


class UnheardOffer(Struct, frozen=True):
    """One request, and the addresses at which it was shown, the first before the other."""

    offer: DrillOffer
    shown: tuple[Address, ...]


async def unheard_offers(tx: Transaction, service: Service, sent: Sequence[DrillOffer]) -> list[UnheardOffer]:
    """Those without an answer that no phone has told of in time. If a messenger does not tell, nobody can say so."""
    found = []
    for offer in sent:
        if offer.state in WAITS and tx.now - offer.offered_at >= WITHIN:
            shown, reached = await _addresses_shown(tx, offer)
            tells = any(service.tells_of_delivery(address.messenger) for address in shown)
            if tells and not reached:
                found.append(UnheardOffer(offer, tuple(shown)))
    return found


async def _addresses_shown(tx: Transaction, offer: DrillOffer) -> tuple[list[Address], bool]:
    shown, reached = [], False
    for card in await tx.cards.by(subject=CARD, subject_id=offer.id):
        address = await tx.addresses.get(card.address_id)
        shown += [address] if address is not None else []
        messages = await tx.messages.by(address_id=card.address_id, message_id=card.message_id)
        reached |= any(message.delivered_at is not None for message in messages)
    return shown, reached
