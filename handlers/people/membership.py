"""Whose an address is, and where a member is written to: who is on the roster may have two addresses, on two messengers.

The first is the one that counts while it can be reached; the other one stands in for it. At both they are who they are.
"""

from collections.abc import Sequence

from bot.core.model import Member
from handlers.people import addresses
from storage.row_map import Wanted
from storage.transaction import Transaction


async def members_at(tx: Transaction, address_id: int) -> list[Member]:
    """Whose address this is, suspended ones too: one, or nobody."""
    return await tx.members.by(address_id=address_id) or await tx.members.by(other_id=address_id)


async def active_at(tx: Transaction, address_id: int) -> list[Member]:
    """The same, without who is suspended."""
    return [member for member in await members_at(tx, address_id) if member.suspended_at is None]


def wanted(tx: Transaction, address_ids: Sequence[int]) -> tuple[Wanted, Wanted]:
    """What :func:`members_at` will ask, for many."""
    return tx.members.want("address_id", address_ids), tx.members.want("other_id", address_ids)


def addresses_of(member: Member) -> tuple[int, ...]:
    """The first, and the other if there is one."""
    return (member.address_id,) if member.other_id is None else (member.address_id, member.other_id)


async def open_addresses(tx: Transaction, member: Member) -> list[int]:
    """Those at which they would read what we send, the first before the other."""
    found = [await tx.addresses.get(id) for id in addresses_of(member)]
    return [
        address.id
        for address in found
        if address is not None and address.silenced_at is None and addresses.takes(address, tx.now)
    ]


async def home(tx: Transaction, member: Member) -> int:
    """The address at which the member is written to now; the first, where none is open."""
    if member.other_id is None:
        return member.address_id
    return next(iter(await open_addresses(tx, member)), member.address_id)
