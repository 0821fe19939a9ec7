"""Whoever is not on the roster any more is forgotten a year later, and so are reasons that coordinators once typed. Whoever
worked on a case that is on legal hold is named as long as that.

Of a member stays that there was one: what they were asked, and how fast they answered, counts on.
"""

from msgspec.structs import replace
from sqlalchemy import not_

from bot.core.vocabulary import Role
from handlers.forgetting import chats
from handlers.people import nobody
from handlers.service import Service
from storage.purge import held
from storage.schema import export_permits, members, signatures
from storage.transaction import Transaction

PORTION = 20  # members, and permits, in one transaction


async def forget(tx: Transaction, service: Service) -> int:
    """Some of those whose membership ended long ago; how many."""
    home, nobodys = await nobody.former_chat(tx), await nobody.chat(tx)
    ended = members.c.suspended_at < tx.now - service.retention.members
    here = members.c.address_id.not_in((home.id, nobodys.id))
    free = not_(held.worked_on_held(tx.now))
    found = await tx.members.select(ended, here, free, order_by=members.c.id, limit=PORTION)
    if found:
        tx.forget()
    for member in found:
        for signature in await tx.signatures.select(signatures.c.member_id == member.id):
            tx.signatures.put(replace(signature, name=""))
        await chats.take_away_all(tx, member.address_id)
        tx.members.put(
            replace(
                member,
                address_id=home.id,
                other_id=None,
                role=Role.LAWYER,
                name="",
                phone="",
                languages=(),
                cities=(),
                specialities=(),
                calling=None,
                duty=None,
            )
        )
    return len(found)


async def forget_reasons(tx: Transaction, service: Service) -> int:
    """Why coordinators wanted full exports, long ago. Who allowed what to whom, and when, stays."""
    old = export_permits.c.asked_at < tx.now - service.retention.reasons
    found = [permit for permit in await tx.export_permits.select(old) if permit.reason]
    if found:
        tx.forget()
    for permit in found[:PORTION]:
        tx.export_permits.put(replace(permit, reason=""))
    return len(found[:PORTION])
