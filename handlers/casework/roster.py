"""The roster in sealed storage: imported, exported, suspended."""

from collections.abc import Sequence

from msgspec.structs import replace

from bot.core.callings import Speciality
from bot.core.model import Address, Member
from bot.core.presentation import Button, Presentation
from bot.core.roster.row import RosterRow
from bot.core.traffic import Lane
from bot.core.vocabulary import AlertState, CaseState, Role
from handlers.alerting import escalation
from handlers.cards import tracking
from handlers.cards.case_card import stub
from handlers.casework import handed_out, led_back, lifecycle, other_address, succession
from handlers.outbox import requests, sending
from handlers.people import addresses, membership
from handlers.people.membership import members_at
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

WELCOME = "welcome"


async def put(
    tx: Transaction,
    service: Service,
    rows: Sequence[RosterRow],
    lane: Lane = Lane.REMINDER,
    *,
    at: Address | None = None,
) -> tuple[int, int]:
    """Add new members and bring known ones up to date; how many of each. A suspension ends, a hidden chat stays so.

    ``lane``: of the welcome. ``at``: the chat of one person who comes from it; those of a file are found by their numbers.
    """
    await led_back.every_member(tx)
    await _prefetch(tx, service, rows)
    added = changed = 0
    for row in rows:
        address = at or await led_back.of(tx, service, str(row.telegram_id))
        known = await members_at(tx, address.id)
        facts = {
            "role": row.role,
            "name": row.name,
            "languages": row.languages,
            "cities": row.cities,
            "on_duty": row.on_duty,
            "phone": row.phone,
            "escalation": row.escalation,
            "suspended_at": None,
        }
        if row.specialities is not None:
            facts["specialities"] = row.specialities
        if row.calling is not None:
            facts["calling"] = row.calling
        if known:
            changed += 1
            member = replace(known[0], **facts)
            if member == known[0]:
                continue
            tx.members.put(member)
            await _shrink(tx, service, member)
            if known[0].suspended_at is not None and not tx.is_distrusted("members", member.id):
                await _welcome(tx, service, member, lane)
        else:
            added += 1
            member = tx.members.add(
                Member(id=tx.new_id(), address_id=address.id, created_at=tx.now, **facts)  # type: ignore[arg-type]
            )
            await _welcome(tx, service, member, lane)
    return added, changed


async def _prefetch(tx: Transaction, service: Service, rows: Sequence[RosterRow]) -> None:
    """Two statements for whoever is known, however many they are."""
    lookups = [tx.lookup(service.home, str(row.telegram_id)) for row in rows]
    await tx.addresses.prefetch("lookup", lookups)
    found = [address.id for lookup in lookups for address in await tx.addresses.by(lookup=lookup)]
    await tx.prefetch(*membership.wanted(tx, found))


async def _welcome(tx: Transaction, service: Service, member: Member, lane: Lane) -> None:
    """What somebody new can do here. Who has never pressed start cannot be written to, and the roster shows it then."""
    address = await tx.addresses.get(member.address_id)
    assert address is not None  # a foreign key
    requests.stay(tx, service, address)
    language = await language_of(tx, service, member.address_id)
    say = service.words.say
    text = f"{say(language, 'welcome', organisation=service.organisation)}\n\n{say(language, f'help-{member.role}')}"
    example = Button(say(language, "button-example"), "example:now")
    rows = ((example,),) if member.role is Role.LAWYER else ()
    shown = Presentation(text, rows, protect=True, silent=True)
    sending.message(tx, service, member.address_id, shown, lane, topic=WELCOME)


async def welcome_late(tx: Transaction, service: Service, member: Member) -> None:
    """Who was put on the roster before they pressed start could not be written to: now they can."""
    unsent = await tx.outgoing.by(address_id=member.address_id, topic=WELCOME, state="failed")
    for row in unsent:
        tx.outgoing.remove(row.id)
    if unsent:
        await _welcome(tx, service, member, Lane.REPLY)


async def row_of(tx: Transaction, member: Member) -> RosterRow:
    """The member as a line of the file."""
    found = [await tx.addresses.get(id) for id in membership.addresses_of(member)]
    return RosterRow(
        max(addresses.telegram_id(address) for address in found if address is not None),
        member.role,
        member.name,
        member.languages,
        member.cities,
        member.on_duty,
        member.phone,
        member.escalation,
        tuple(Speciality(one) for one in member.specialities),
        member.calling,
    )


async def suspend(tx: Transaction, service: Service, member: Member) -> bool:
    """End a membership at once: offers end, cards shrink, held cases are offered to the others. False: it has ended."""
    if member.suspended_at is not None and not tx.is_distrusted("members", member.id):
        return False
    await end(tx, service, member)
    return True


async def end(tx: Transaction, service: Service, member: Member) -> None:
    """The membership of one person ends, by their own wish or another's."""
    ended = tx.members.put(replace(member, suspended_at=tx.now))
    await _shrink(tx, service, ended)
    await other_address.remove(tx, ended)


async def _shrink(tx: Transaction, service: Service, member: Member) -> None:
    """What the member is not any more, ends: who takes no cases has none, and who is no coordinator has none opened."""
    if member.suspended_at is not None or member.role is Role.ADMINISTRATOR:
        await escalation.end_offers(tx, service, member)
        for case in await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED):
            await lifecycle.unowned(tx, service, case)
        for case in await tx.cases.by(second_id=member.id, state=CaseState.ACCEPTED):
            await succession.second_left(tx, service, case, 0, AlertState.EXPIRED, None)
    language = await language_of(tx, service, member.address_id)
    gone = stub(service, language, "case-not-yours" if member.suspended_at is None else "suspended")
    mine = [card for id in membership.addresses_of(member) for card in await tx.cards.by(address_id=id)]
    for card in mine:
        if card.subject == "case" and (
            member.suspended_at is not None or member.role is not Role.COORDINATOR
        ):
            tracking.drop(tx, card, gone)
        else:
            tracking.touch(tx, card)
    for number in membership.addresses_of(member):
        for card in await tx.cards.by(subject="changed-phone", subject_id=number):
            tracking.touch(tx, card)
    for card in await tx.cards.by(subject="joining"):  # perhaps of somebody whom they have invited
        tracking.touch(tx, card)
    for id in membership.addresses_of(member):
        await handed_out.take_back(tx, address_id=id)
