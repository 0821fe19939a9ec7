"""The roster in sealed storage: imported, exported, suspended."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.model import Member
from bot.core.roster_row import RosterRow
from handlers import addresses, alerting, carding, case_timers
from handlers.service import Service
from storage import timeline
from storage.transaction import Transaction


async def put(tx: Transaction, rows: Sequence[RosterRow]) -> tuple[int, int]:
    """Add new members and bring known ones up to date; how many of each. A suspension ends."""
    added = changed = 0
    for row in rows:
        address = await addresses.of(tx, str(row.telegram_id))
        known = await tx.members.by(address_id=address.id)
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
        if known:
            changed += 1
            tx.members.put(replace(known[0], **facts))  # type: ignore[arg-type]
            for card in await tx.cards.by(address_id=address.id):
                carding.touch(tx, card)
        else:
            added += 1
            tx.members.add(Member(id=tx.new_id(), address_id=address.id, created_at=tx.now, **facts))  # type: ignore[arg-type]
    return added, changed


async def row_of(tx: Transaction, member: Member) -> RosterRow:
    """The member as a line of the file."""
    address = await tx.addresses.get(member.address_id)
    assert address is not None  # a foreign key
    return RosterRow(
        int(address.chat),
        member.role,
        member.name,
        member.languages,
        member.cities,
        member.on_duty,
        member.phone,
        member.escalation,
    )


async def suspend(tx: Transaction, service: Service, chat: str) -> bool:
    """End a membership at once: offers end, cards shrink, held cases are offered to the others. False: unknown id."""
    known = await tx.addresses.by(lookup=tx.lookup(addresses.TELEGRAM, chat))
    members = [m for address in known for m in await tx.members.by(address_id=address.id, suspended_at=None)]
    for member in members:
        tx.members.put(replace(member, suspended_at=tx.now))
        await alerting.end_offers(tx, service, member)
        for case in await tx.cases.by(owner_id=member.id, state="accepted"):
            await timeline.append(tx, case.id, 0, "owner_suspended", {"member": member.id})
            await case_timers.offer_again(tx, service, case)
        for card in await tx.cards.by(address_id=member.address_id):
            carding.touch(tx, card)
    return bool(members)
