"""Whose an address is, and where a member is written to: somebody on the roster may have two addresses, on two messengers.

The first is the one that counts while it can be reached; the other one stands in for it. At both they are the same member,
with their cases, their quiet hours (what can be read in the morning makes no sound in them), and their name, which may be
typed in any order of its words, in Cyrillic or Latin letters.
"""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from core.matching.name_tokens import NameRules, name_tokens
from core.model import Case, Member
from core.vocabulary import CaseState
from handlers.people import addresses
from handlers.service import Service
from storage.row_map import Wanted
from storage.transaction import Transaction


def wanted_held(tx: Transaction, member_ids: Sequence[int]) -> tuple[Wanted, Wanted]:
    """What :func:`held_by` will ask, for many."""
    first = tx.cases.want("owner_id", member_ids, state=CaseState.ACCEPTED)
    return first, tx.cases.want("second_id", member_ids, state=CaseState.ACCEPTED)


async def held_cases(tx: Transaction, member: Member) -> list[Case]:
    """Those accepted and not closed."""
    first = await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED)
    second = await tx.cases.by(second_id=member.id, state=CaseState.ACCEPTED)
    return [*first, *second]


async def members_at(tx: Transaction, address_id: int) -> list[Member]:
    """Whose address this is, suspended ones too: one, or nobody."""
    return await tx.members.by(address_id=address_id) or await tx.members.by(other_id=address_id)


async def active_members_at(tx: Transaction, address_id: int) -> list[Member]:
    """The same, without who is suspended."""
    return [member for member in await members_at(tx, address_id) if member.suspended_at is None]


def wanted_rows(tx: Transaction, address_ids: Sequence[int]) -> tuple[Wanted, Wanted]:
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
        if address is not None and address.silenced_at is None and addresses.is_open(address, tx.now)
    ]


async def home_address(tx: Transaction, member: Member) -> int:
    """The address at which the member is written to now; the first, where none is open."""
    if member.other_id is None:
        return member.address_id
    return next(iter(await open_addresses(tx, member)), member.address_id)


async def is_quiet_hour(tx: Transaction, service: Service, address_id: int) -> bool:
    """Whether it is such an hour now, by the clock of the first of their places that is known; else the organisation's."""
    if service.quiet is None:
        return False
    members = await members_at(tx, address_id)
    places = [place for member in members for place in member.cities if service.gazetteer.knows(place)]
    zone = service.gazetteer.zone_of(*places[:1])
    here = service.zone if zone is None else ZoneInfo(zone)
    return service.quiet.hold(tx.now.astimezone(here).time())


def is_name_of(typed: str, name: str, rules: NameRules) -> bool:
    """Whether both are one name."""
    said, known = (
        sorted(token.folded for token in name_tokens(spelling, rules)) for spelling in (typed, name)
    )
    return bool(said) and said == known
