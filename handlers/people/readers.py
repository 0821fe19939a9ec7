"""Who reads a card or a letter of ours to staff, and in which language."""

from collections.abc import Sequence

from core.casework.ownership import has_case
from core.model import Address, Case, Member
from core.vocabulary import MYSELF, CaseState, Role
from handlers.people.membership import active_members_at, addresses_of, members_at, open_addresses
from handlers.service import Service
from storage.transaction import Transaction


def reader_language(service: Service, address: Address | None, members: Sequence[Member]) -> str:
    """The one rule: what they chose; else the first on the roster; else their app's or their words'; else the service's.

    ``members``: the places of this address on the roster, suspended ones too.
    """
    known = address.language if address is not None else None
    if address is not None and address.language_chosen and known:
        return known
    on_roster = next((member.languages[0] for member in members if member.languages), None)
    return on_roster or known or service.language


def is_language_said(address: Address, members: Sequence[Member]) -> bool:
    """Whether it is more than a guess: they chose it, or the roster has it."""
    return address.language_chosen or any(member.languages for member in members)


async def language_of(tx: Transaction, service: Service, address_id: int) -> str:
    """The language in which the reader at this address is written to, by the rule above."""
    address = await tx.addresses.get(address_id)
    return reader_language(service, address, await members_at(tx, address_id))


async def is_reachable(tx: Transaction, member: Member) -> bool:
    """Whether the member would read what we send somewhere: it would be sent now, and they have not hidden the chat."""
    return bool(await open_addresses(tx, member))


async def has_hidden(tx: Transaction, member: Member) -> bool:
    """Whether the member said that a phone of theirs is being taken, and nobody has brought them back there."""
    found = [await tx.addresses.get(id) for id in addresses_of(member)]
    return any(address is not None and address.silenced_at is not None for address in found)


async def unreachable_ids(tx: Transaction, members: Sequence[Member]) -> set[int]:
    """The ids of those who would not read what we send. One statement, however many they are."""
    await tx.addresses.prefetch("id", [id for member in members for id in addresses_of(member)])
    return {member.id for member in members if not await is_reachable(tx, member)}


async def who_need_help(tx: Transaction, case: Case, members: Sequence[Member]) -> set[int]:
    """The ids of those who report that they are held themselves, or cry for help: nobody is asked to come to themselves."""
    if case.situation != MYSELF:
        return set()
    theirs = {report.address_id for report in await tx.reports.by(case_id=case.id)}
    return {member.id for member in members if not theirs.isdisjoint(addresses_of(member))}


async def who_reported(tx: Transaction, case: Case, members: Sequence[Member]) -> set[int]:
    """The ids of lawyers who told of it: others are asked, and who wants it themselves takes it where they told it."""
    theirs = {report.address_id for report in await tx.reports.by(case_id=case.id)}
    return {
        member.id
        for member in members
        if member.role is Role.LAWYER and not theirs.isdisjoint(addresses_of(member))
    }


async def is_administrator(tx: Transaction, service: Service, address_id: int) -> bool:
    """Named in the configuration, or on the roster as one. Administrators read no names anywhere."""
    address = await tx.addresses.get(address_id)
    if address is not None and address.chat in service.administrators:
        return True
    members = await active_members_at(tx, address_id)
    return any(member.role is Role.ADMINISTRATOR for member in members)


async def is_coordinator(tx: Transaction, address_id: int) -> bool:
    """Whether the reader is a coordinator who is not suspended."""
    return any(m.role is Role.COORDINATOR for m in await active_members_at(tx, address_id))


async def who_may_see(tx: Transaction, found: Sequence[Case], address_id: int) -> set[int]:
    """The ids of those that the reader sees whole: who has them now, first or second; a coordinator who opened them."""
    members = [m for m in await active_members_at(tx, address_id) if m.role is not Role.ADMINISTRATOR]
    held = [case for case in found if case.state is CaseState.ACCEPTED]
    own = {case.id for case in held if any(has_case(case, member.id) for member in members)}
    if not any(member.role is Role.COORDINATOR for member in members):
        return own
    await tx.cards.prefetch("subject_id", [case.id for case in found], subject="case", address_id=address_id)
    return own | {
        case.id
        for case in found
        if await tx.cards.by(subject="case", subject_id=case.id, address_id=address_id)
    }
