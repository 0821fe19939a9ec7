"""The roster in sealed storage: imported, exported, suspended; and a member's other address: added, removed, made the first.

If somebody who can write the database has changed by which chat an address is found, a roster file puts it right.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from core.model import Address, Member
from core.qualification import Speciality
from core.roster.person_row import RosterRow
from core.traffic import Lane
from core.vocabulary import CaseState, DialogueState, OfferState, Role
from handlers.alerting import escalation
from handlers.arguments import HELD_WORDS
from handlers.cards import live_cards
from handlers.cards.stub import stub
from handlers.casework import case_holders, disclosure, lifecycle
from handlers.forms import dialogues, held_words
from handlers.outbox import sending
from handlers.people import addresses, membership
from handlers.people.membership import members_at
from handlers.people.menus import member_screen
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction


async def repair_addresses(tx: Transaction) -> None:
    """Each is found by their own chat again."""
    members = await tx.members.select()
    await tx.addresses.prefetch("id", [id for member in members for id in membership.addresses_of(member)])
    for member in members:
        first = await _found_again(tx, member.address_id)
        other = await _found_again(tx, member.other_id) if member.other_id is not None else None
        if (first, other) != (member.address_id, member.other_id):
            tx.members.put(replace(member, address_id=first, other_id=other))


async def repaired_address(tx: Transaction, service: Service, chat: str) -> Address:
    """The address of this chat, regardless of what was found by it before; made if it is new."""
    address = await addresses.of_chat(tx, chat, messenger=service.home)
    if address.chat == chat:
        return address
    if tx.is_distrusted("addresses", address.id):  # it was found by this chat, and is damaged
        return tx.addresses.put(replace(address, chat=chat, unreachable_since=None))
    await _found_again(tx, address.id)
    return await addresses.of_chat(tx, chat, messenger=service.home)


async def _found_again(tx: Transaction, address_id: int) -> int:
    """This address, found by its own chat again; or the one that was made since, by what was written in that chat."""
    address = await tx.addresses.get(address_id)
    assert address is not None  # as long as a member leads to it
    own = tx.lookup(address.messenger, address.chat)
    if address.lookup == own or tx.is_distrusted("addresses", address.id):
        return address_id
    in_its_place = await tx.addresses.by(lookup=own)
    if in_its_place and in_its_place[0].chat == address.chat:
        return in_its_place[0].id
    for newer in in_its_place:
        tx.addresses.put(replace(newer, lookup=tx.lookup("nobody", str(newer.id))))
    await tx.flush()  # one after the other: no two are found by the same chat
    tx.addresses.put(replace(address, lookup=own))
    await tx.flush()
    for newer in in_its_place:
        await _found_again(tx, newer.id)
    return address_id


def add_address(tx: Transaction, member: Member, address_id: int) -> Member:
    """They are who they are there, too."""
    return tx.members.put(replace(member, other_id=address_id))


def make_address_first(tx: Transaction, member: Member) -> Member:
    """They are asked there from now on, and the first is the other one."""
    assert member.other_id is not None
    return tx.members.put(replace(member, address_id=member.other_id, other_id=member.address_id))


async def remove_address(tx: Transaction, member: Member) -> Member:
    """It is a stranger's chat from now on: what was shown there goes, what waits for it is not said, what was begun ends."""
    if member.other_id is None:
        return member
    gone, member = member.other_id, tx.members.put(replace(member, other_id=None))
    for card in await tx.cards.by(address_id=gone):
        report = await tx.reports.get(card.subject_id)
        if report is None or report.address_id != gone:  # what they told themselves stays theirs
            if card.message_id is not None:
                sending.take_message_away(tx, gone, card.message_id, card.created_at)
            tx.cards.remove(card.id)
    await disclosure.take_back(tx, address_id=gone)
    await _withdraw_from(tx, gone)
    for held in await tx.dialogues.by(address_id=gone, form=HELD_WORDS):
        if held_words.PROMPT in held.answers:
            held_words.forget_words(tx, held)
    for dialogue in await tx.dialogues.by(address_id=gone, state=DialogueState.OPEN):
        if await tx.reports.get(dialogue.subject_id) is None:
            tx.timers.remove(dialogues.timer_key(dialogue))
            ended = replace(dialogue, state=DialogueState.FINISHED, revisiting=None, answers={})
            tx.dialogues.put(ended)
    return member


async def _withdraw_from(tx: Transaction, address_id: int) -> None:
    """What deletes and hides is done. Who has told something there themselves is answered there as everybody is."""
    if await tx.reports.by(address_id=address_id):
        return
    for row in await tx.outgoing.by(address_id=address_id):
        if row.state in ("waiting", "leased") and not row.payload.get("despite_silence"):
            sending.withdraw(tx, row)


WELCOME = "start"  # as where they ask for the first screen themselves: of several that have not left one goes


async def save_rows(
    tx: Transaction,
    service: Service,
    rows: Sequence[RosterRow],
    lane: Lane = Lane.REMINDER,
    *,
    at: Address | None = None,
) -> tuple[int, int]:
    """Add new members and bring known ones up to date; how many of each. A suspension ends, a hidden chat stays hidden.
    ``lane``: that of the welcome. ``at``: the chat of one person who comes from it; those of a file are found by their
    numbers.
    """
    await repair_addresses(tx)
    await _prefetch(tx, service, rows)
    added = changed = 0
    for row in rows:
        address = at or await repaired_address(tx, service, str(row.telegram_id))
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
            await _end_lost_roles(tx, service, member)
            await offer_menus(tx, service, [member])
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
    """Two statements for all who are known, however many they are."""
    lookups = [tx.lookup(service.home, str(row.telegram_id)) for row in rows]
    await tx.addresses.prefetch("lookup", lookups)
    found = [address.id for lookup in lookups for address in await tx.addresses.by(lookup=lookup)]
    await tx.prefetch(*membership.wanted_rows(tx, found))


async def _welcome(tx: Transaction, service: Service, member: Member, lane: Lane) -> None:
    """Their first screen. Who has never pressed start cannot be written to, and the roster shows it then."""
    address = await tx.addresses.get(member.address_id)
    assert address is not None  # a foreign key
    sending.stop_vanishing(tx, service, address)
    language = await language_of(tx, service, member.address_id)
    shown = replace(member_screen(service, language, member.role), silent=True)
    sending.send_message(tx, service, member.address_id, shown, lane, topic=WELCOME)
    await offer_menus(tx, service, [member])


async def offer_menus(
    tx: Transaction, service: Service, members: Sequence[Member], *, version: int = 0
) -> None:
    """Their chats offer what their role has, and of who is no member any more, what everybody's do. ``version``: once."""
    keys = {id: f"menu:{id}:{version}" for member in members for id in membership.addresses_of(member)}
    await tx.addresses.prefetch("id", keys)
    await tx.outgoing.prefetch("key", keys.values() if version else ())
    for id, key in keys.items():
        address = await tx.addresses.get(id)
        able = service.abilities.get(address.messenger) if address is not None else None
        if able is None or not able.buttons:
            continue  # where nothing is pressed there is no menu
        if not version:
            sending.set_menu(tx, id)
        elif not await tx.outgoing.by(key=key):
            sending.set_menu(tx, id, key=key)


async def welcome_late(tx: Transaction, service: Service, member: Member) -> None:
    """Members who were put on the roster before they pressed start could not be written to: now they can."""
    unsent = await tx.outgoing.by(address_id=member.address_id, topic=WELCOME, state="failed")
    for row in unsent:
        tx.outgoing.remove(row.id)
    if unsent:
        await offer_menus(tx, service, [member])


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
        tuple(Speciality(speciality) for speciality in member.specialities),
        member.calling,
    )


async def suspend(tx: Transaction, service: Service, member: Member) -> bool:
    """End a membership at once: offers end, cards shrink, held cases are offered to the others. False: it has ended."""
    if member.suspended_at is not None and not tx.is_distrusted("members", member.id):
        return False
    await end_membership(tx, service, member)
    return True


async def end_membership(tx: Transaction, service: Service, member: Member) -> None:
    """The membership of one person ends, by their own wish or another's."""
    ended = tx.members.put(replace(member, suspended_at=tx.now))
    await _end_lost_roles(tx, service, ended)
    await offer_menus(tx, service, [ended])
    await remove_address(tx, ended)


async def _end_lost_roles(tx: Transaction, service: Service, member: Member) -> None:
    """What goes with a former role ends: a member who takes no cases has none, and one who is no coordinator has no case
    open.
    """
    if member.suspended_at is not None or member.role is Role.ADMINISTRATOR:
        await escalation.end_offers(tx, service, member)
        for case in await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED):
            await lifecycle.remove_owner(tx, service, case)
        for case in await tx.cases.by(second_id=member.id, state=CaseState.ACCEPTED):
            await case_holders.remove_second(tx, service, case, 0, OfferState.EXPIRED, None)
    language = await language_of(tx, service, member.address_id)
    gone = stub(service, language, "case-not-yours" if member.suspended_at is None else "suspended")
    mine = [card for id in membership.addresses_of(member) for card in await tx.cards.by(address_id=id)]
    for card in mine:
        if card.subject == "case" and (
            member.suspended_at is not None or member.role is not Role.COORDINATOR
        ):
            live_cards.drop(tx, card, gone)
        else:
            live_cards.touch(tx, card)
    for number in membership.addresses_of(member):
        for card in await tx.cards.by(subject="changed-phone", subject_id=number):
            live_cards.touch(tx, card)
    for card in await tx.cards.by(subject="joining"):  # perhaps of somebody whom they have invited
        live_cards.touch(tx, card)
    for id in membership.addresses_of(member):
        await disclosure.take_back(tx, address_id=id)
