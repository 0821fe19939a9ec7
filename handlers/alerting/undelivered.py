"""Offers that have not reached a phone: they go to the member's other address, and whoever is next is asked at once.

late       the messenger tells of deliveries, and for two minutes has told of none: both; it stays open, and may be accepted
elsewhere  the address cannot be reached, is hidden, or its messenger takes nothing: to the other one; without one, the
           next
"""

from msgspec.structs import replace

from bot.core.casework.holding import handing_key
from bot.core.model import Address, Alert, Member
from bot.core.timeline import Line
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import AlertState
from handlers.alerting import escalation, offering
from handlers.alerting.keys import pause_key
from handlers.cards import tracking
from handlers.people.held import held_by
from handlers.people.membership import open_addresses
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction

OPEN = AlertState.OFFERED


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Two minutes after it was offered: has it reached the phone?"""
    alert = await tx.alerts.get(timer.subject_id)
    if alert is None or alert.state is not OPEN or alert.undelivered_at is not None:
        return
    if not await _has_reached(tx, service, alert):
        await _moves_on(tx, service, alert)


async def _moves_on(tx: Transaction, service: Service, alert: Alert) -> None:
    """It is not known to have reached them: asked at their other address too, and whoever is next is asked now."""
    member, case = await tx.members.get(alert.member_id), await tx.cases.get(alert.case_id)
    if member is None or case is None:
        return
    came_from = await shown_at(tx, alert)
    to = await _show_elsewhere(tx, service, alert, member, came_from)
    alert = tx.alerts.put(replace(alert, undelivered_at=tx.now))
    await _note(tx, alert, Line.UNDELIVERED, came_from, to)
    await tracking.touch_case(tx, case.id)
    if alert.asked_by is not None:
        if to is None:  # whoever asked hears of it, as if they had not answered
            tx.timers.put(Timer(handing_key(case.id), "handing", tx.now, case.id))
    elif not await tx.timers.get(pause_key(case.id)):
        await escalation.look(tx, service, case)


async def leaves(tx: Transaction, service: Service, member: Member) -> None:
    """An address of theirs is closed: what they are asked goes to the other one, and so does what they have in hand. Without
    another one their offers end.
    """
    if not await open_addresses(tx, member):
        await escalation.on_member_unreachable(tx, service, member)
        return
    for alert in await tx.alerts.by(member_id=member.id, state=OPEN):
        await _goes_elsewhere(tx, service, alert, member)
    to = (await open_addresses(tx, member))[0]
    for case in await held_by(tx, member):
        for alert in await tx.alerts.by(case_id=case.id):
            if alert.member_id == member.id:
                await tracking.show(tx, offering.ALERT, alert.id, to, Lane.NEWS, case_id=case.id)


async def _goes_elsewhere(tx: Transaction, service: Service, alert: Alert, member: Member) -> None:
    """One offer, to their other address, if it is not there."""
    came_from = await shown_at(tx, alert)
    open_ = await open_addresses(tx, member)
    if not any(address.id in open_ for address in came_from):
        to = await _show_elsewhere(tx, service, alert, member, came_from)
        await _note(tx, alert, Line.ASKED_ELSEWHERE, came_from, to)


async def shown_at(tx: Transaction, alert: Alert) -> list[Address]:
    """The addresses at which its member can see it, the one it came to first before the other."""
    own = await tx.cards.by(subject=offering.ALERT, subject_id=alert.id)
    cards = own or await tx.cards.by(subject=offering.LIST, subject_id=alert.member_id)
    found = [await tx.addresses.get(card.address_id) for card in cards]
    return [address for address in found if address is not None]


async def _show_elsewhere(
    tx: Transaction, service: Service, alert: Alert, member: Member, shown: list[Address]
) -> Address | None:
    known = {address.id for address in shown}
    to = next((id for id in await open_addresses(tx, member) if id not in known), None)
    if to is None:
        return None
    in_list = not await tx.cards.by(subject=offering.ALERT, subject_id=alert.id) and bool(shown)
    put = offering.show_in_list if in_list else offering.show
    await put(tx, service, alert, member, to)
    return await tx.addresses.get(to)


async def _has_reached(tx: Transaction, service: Service, alert: Alert) -> bool:
    """Nobody can say so of a messenger that does not tell; what is added to a list on the phone is there."""
    if alert.delivered_at is not None:
        return True
    if not all(service.tells_of_delivery(one.messenger) for one in await shown_at(tx, alert)):
        return True
    if await tx.cards.by(subject=offering.ALERT, subject_id=alert.id):
        return False
    for card in await tx.cards.by(subject=offering.LIST, subject_id=alert.member_id):
        for message in await tx.messages.by(address_id=card.address_id, message_id=card.message_id):
            if message.delivered_at is not None:
                return True
    return False


async def _note(
    tx: Transaction, alert: Alert, kind: Line, came_from: list[Address], to: Address | None
) -> None:
    details = {"member": alert.member_id, "to": to.messenger if to is not None else ""}
    details["from"] = came_from[0].messenger if came_from else ""
    await timeline.append(tx, alert.case_id, 0, kind, details)
