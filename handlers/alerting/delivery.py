"""Whether offers reach a phone, as far as a messenger tells; one that does not goes to the member's other address.

late       the messenger tells of deliveries, and for two minutes has told of none: the offer is sent to the other address
           too, and the next lawyer is asked at once; it stays open, and may be accepted
elsewhere  the address cannot be reached, is hidden, or its messenger takes nothing: the offer goes to the other address;
           if there is no other, the next lawyer is asked

The same holds for a card that could not be shown, and for presses that the messenger forgot while we were away.
"""

from msgspec.structs import replace

from core.casework.ownership import handing_key
from core.incoming import Incoming
from core.model import Address, Member, Offer
from core.timeline import TimelineKind
from core.traffic import Card, Lane, Message, Timer
from core.vocabulary import OfferState
from handlers.alerting import escalation, offering
from handlers.alerting.timer_keys import escalation_key, pause_key
from handlers.cards import live_cards
from handlers.people import addresses
from handlers.people.membership import held_cases, open_addresses
from handlers.service import Service
from storage import timeline
from storage.schema import cards, message_leased, outbox
from storage.transaction import Transaction

READ = "read"
MOST = 500  # messages that one receipt is about


async def on_receipt(tx: Transaction, service: Service, incoming: Incoming) -> None:
    """It is kept with each message. Messages not noted yet are noted now, at most as many as are on their way there."""
    here = await addresses.of_chat(tx, incoming.sender, messenger=incoming.messenger)
    noted = {
        message_id: await tx.messages.by(address_id=here.id, message_id=message_id)
        for message_id in incoming.about[:MOST]
    }
    unknown = [number for number, known in noted.items() if not known]
    for number in unknown[: await _on_their_way(tx, here)] if unknown else ():
        noted[number] = [tx.messages.add(Message(tx.new_id(), here.id, number, tx.now, outgoing=True))]
    for known in noted.values():
        for message in known:
            if message.outgoing:
                await _keep_receipt(tx, message, incoming)


async def on_arrived(tx: Transaction, service: Service, card: Card) -> None:
    """A card is in the chat: what was told of it before we knew its number counts too."""
    for message in await tx.messages.by(address_id=card.address_id, message_id=card.message_id):
        if message.delivered_at is not None:
            await _note_on_offers(tx, card, message)


async def _on_their_way(tx: Transaction, address: Address) -> int:
    """How many messages."""
    leased = cards.c.lease.is_not(None), cards.c.address_id == address.id
    messages = await tx.outgoing.count(message_leased, outbox.c.address_id == address.id)
    return messages + await tx.cards.count(*leased)


async def _keep_receipt(tx: Transaction, message: Message, incoming: Incoming) -> None:
    """By the messenger's clock, but never before it was sent nor after now."""
    at = max(message.at, min(incoming.sent_at or tx.now, tx.now))
    message = replace(message, delivered_at=message.delivered_at or at)
    if incoming.status == READ:
        message = replace(message, read_at=message.read_at or at)
    tx.messages.put(message)
    for card in await tx.cards.by(address_id=message.address_id, message_id=message.message_id):
        await _note_on_offers(tx, card, message)


async def _note_on_offers(tx: Transaction, card: Card, message: Message) -> None:
    """What is known of a card's message is known of the offers in it."""
    alerts: list[Offer] = []
    if card.subject == offering.ALERT:
        alert = await tx.alerts.get(card.subject_id)
        alerts = [alert] if alert is not None else []
    elif card.subject == offering.LIST:
        found = await tx.alerts.by(member_id=card.subject_id, state=OfferState.OFFERED)
        alerts = [alert for alert in found if alert.offered_at <= message.at]
    for alert in alerts:
        told = replace(
            alert,
            delivered_at=alert.delivered_at or message.delivered_at,
            read_at=alert.read_at or message.read_at,
        )
        if told != alert:
            tx.alerts.put(told)
            await live_cards.touch_case(tx, alert.case_id)


OPEN = OfferState.OFFERED


async def on_reach_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Two minutes after it was offered: if it has not reached the phone, others are asked too."""
    alert = await tx.alerts.get(timer.subject_id)
    if alert is None or alert.state is not OPEN or alert.undelivered_at is not None:
        return
    if not await _has_reached(tx, service, alert):
        await _moves_on(tx, service, alert)


async def _moves_on(tx: Transaction, service: Service, alert: Offer) -> None:
    """It is not known to have reached them: asked at their other address too, and the next lawyer is asked now."""
    member, case = await tx.members.get(alert.member_id), await tx.cases.get(alert.case_id)
    if member is None or case is None:
        return
    came_from = await shown_at(tx, alert)
    to = await _show_elsewhere(tx, service, alert, member, came_from)
    alert = tx.alerts.put(replace(alert, undelivered_at=tx.now))
    await _note_move(tx, alert, TimelineKind.UNDELIVERED, came_from, to)
    await live_cards.touch_case(tx, case.id)
    if alert.asked_by is not None:
        if to is None:  # the member who asked hears of it, as if they had not answered
            tx.timers.put(Timer(handing_key(case.id), "handing", tx.now, case.id))
    elif not await tx.timers.get(pause_key(case.id)):
        await escalation.look(tx, service, case)


async def close_address(tx: Transaction, service: Service, member: Member) -> None:
    """An address of theirs is closed: what they are asked goes to the other one, and so does what they have in hand. Without
    another one their offers end.
    """
    if not await open_addresses(tx, member):
        await escalation.on_member_unreachable(tx, service, member)
        return
    for alert in await tx.alerts.by(member_id=member.id, state=OPEN):
        await _goes_elsewhere(tx, service, alert, member)
    to = (await open_addresses(tx, member))[0]
    for case in await held_cases(tx, member):
        for alert in await tx.alerts.by(case_id=case.id):
            if alert.member_id == member.id:
                await live_cards.show(tx, offering.ALERT, alert.id, to, Lane.NEWS, case_id=case.id)


async def _goes_elsewhere(tx: Transaction, service: Service, alert: Offer, member: Member) -> None:
    """One offer, to their other address, if it is not there."""
    came_from = await shown_at(tx, alert)
    open_ = await open_addresses(tx, member)
    if not any(address.id in open_ for address in came_from):
        to = await _show_elsewhere(tx, service, alert, member, came_from)
        await _note_move(tx, alert, TimelineKind.ASKED_ELSEWHERE, came_from, to)


async def shown_at(tx: Transaction, alert: Offer) -> list[Address]:
    """The addresses at which its member can see it, the one it came to first before the other."""
    own = await tx.cards.by(subject=offering.ALERT, subject_id=alert.id)
    cards = own or await tx.cards.by(subject=offering.LIST, subject_id=alert.member_id)
    found = [await tx.addresses.get(card.address_id) for card in cards]
    return [address for address in found if address is not None]


async def _show_elsewhere(
    tx: Transaction, service: Service, alert: Offer, member: Member, shown: list[Address]
) -> Address | None:
    known = {address.id for address in shown}
    to = next((id for id in await open_addresses(tx, member) if id not in known), None)
    if to is None:
        return None
    in_list = not await tx.cards.by(subject=offering.ALERT, subject_id=alert.id) and bool(shown)
    put = offering.show_in_list if in_list else offering.show
    await put(tx, service, alert, member, to)
    return await tx.addresses.get(to)


async def _has_reached(tx: Transaction, service: Service, alert: Offer) -> bool:
    """A messenger that tells of no deliveries is trusted; an offer that was added to a list already on the phone is
    there.
    """
    if alert.delivered_at is not None:
        return True
    if not all(service.tells_of_delivery(address.messenger) for address in await shown_at(tx, alert)):
        return True
    if await tx.cards.by(subject=offering.ALERT, subject_id=alert.id):
        return False
    for card in await tx.cards.by(subject=offering.LIST, subject_id=alert.member_id):
        for message in await tx.messages.by(address_id=card.address_id, message_id=card.message_id):
            if message.delivered_at is not None:
                return True
    return False


async def _note_move(
    tx: Transaction, alert: Offer, kind: TimelineKind, came_from: list[Address], to: Address | None
) -> None:
    details = {"member": alert.member_id, "to": to.messenger if to is not None else ""}
    details["from"] = came_from[0].messenger if came_from else ""
    await timeline.append(tx, alert.case_id, 0, kind, details)


async def on_unshown(tx: Transaction, service: Service, card: Card) -> None:
    """A card that asks somebody was given up, by the messenger or by us: they do not know of it, and the next lawyer is
    asked now. By the timer: what cannot be read any more may be the very reason.
    """
    for alert in await _asked_by(tx, card):
        tx.alerts.put(replace(alert, state=OfferState.UNREACHABLE, answered_at=tx.now))
        await timeline.append(tx, alert.case_id, 0, TimelineKind.UNREACHABLE, {"member": alert.member_id})
        if alert.asked_by is not None:
            tx.timers.put(Timer(handing_key(alert.case_id), "handing", tx.now, alert.case_id))
        elif not await tx.timers.get(pause_key(alert.case_id)):
            tx.timers.put(Timer(escalation_key(alert.case_id), "escalation", tx.now, alert.case_id))


async def _asked_by(tx: Transaction, card: Card) -> list[Offer]:
    """The open offers of which this card is the first sign. One that was shown before still is."""
    if card.lane is not Lane.ALERT:
        return []
    if card.subject == "list":
        offers = await tx.alerts.by(member_id=card.subject_id, state=OPEN)
        return [offer for offer in offers if not await tx.cards.by(subject="alert", subject_id=offer.id)]
    alert = await tx.alerts.get(card.subject_id) if card.subject == "alert" else None
    return [alert] if alert is not None and alert.state is OPEN else []


async def show_after_absence(tx: Transaction, service: Service) -> None:
    """We were away so long that presses are forgotten, so alerts nobody has answered are shown again."""
    listed = set()
    for alert in await tx.alerts.by(state=OPEN):
        cards = await tx.cards.by(subject="alert", subject_id=alert.id)
        for card in cards:
            await live_cards.renew(tx, "alert", alert.id, card.address_id, Lane.ALERT, case_id=alert.case_id)
        if not cards:
            listed.add(alert.member_id)
    for member_id in sorted(listed):
        for card in await tx.cards.by(subject="list", subject_id=member_id):
            await live_cards.renew(tx, "list", member_id, card.address_id, Lane.ALERT)


async def on_heard_again(tx: Transaction, service: Service, timer: Timer) -> None:
    """The same, of a run that lived through it: the network was away, the process stopped, the machine asleep."""
    await show_after_absence(tx, service)
