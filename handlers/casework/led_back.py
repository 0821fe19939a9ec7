"""Somebody who can write the database has changed by which chat an address is found: a roster file puts it right."""

from msgspec.structs import replace

from bot.core.model import Address
from handlers.people import addresses, membership
from handlers.service import Service
from storage.transaction import Transaction


async def every_member(tx: Transaction) -> None:
    """Each is found by their own chat again."""
    members = await tx.members.select()
    await tx.addresses.prefetch("id", [id for member in members for id in membership.addresses_of(member)])
    for member in members:
        first = await _found(tx, member.address_id)
        other = await _found(tx, member.other_id) if member.other_id is not None else None
        if (first, other) != (member.address_id, member.other_id):
            tx.members.put(replace(member, address_id=first, other_id=other))


async def of(tx: Transaction, service: Service, chat: str) -> Address:
    """The address of this chat, whatever was found by it before; made if it is new."""
    address = await addresses.of(tx, chat, messenger=service.home)
    if address.chat == chat:
        return address
    if tx.is_distrusted("addresses", address.id):  # it was found by this chat, and is damaged
        return tx.addresses.put(replace(address, chat=chat, unreachable_since=None))
    await _found(tx, address.id)
    return await addresses.of(tx, chat, messenger=service.home)


async def _found(tx: Transaction, address_id: int) -> int:
    """This address, found by its own chat again; or the one that was made since, by what was written in that chat."""
    address = await tx.addresses.get(address_id)
    assert address is not None  # as long as a member leads to it
    own = tx.lookup(address.messenger, address.chat)
    if address.lookup == own or tx.is_distrusted("addresses", address.id):
        return address_id
    in_its_place = await tx.addresses.by(lookup=own)
    if in_its_place and in_its_place[0].chat == address.chat:
        return in_its_place[0].id
    for one in in_its_place:
        tx.addresses.put(replace(one, lookup=tx.lookup("nobody", str(one.id))))
    await tx.flush()  # one after the other: no two are found by the same chat
    tx.addresses.put(replace(address, lookup=own))
    await tx.flush()
    for one in in_its_place:
        await _found(tx, one.id)
    return address_id
