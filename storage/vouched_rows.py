"""Which members' rows were changed by hand; and the hashes of those who were there before rows had them."""

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.model import Member
from storage.errors import KeyNeeded
from storage.layout import MEMBERS
from storage.schema import members, secrets
from storage.sealing import Keyring
from storage.secret_keys import LOOKUP, context_of
from storage.transaction import Transaction

REVISION = "0014"  # since which members' rows have hashes


async def changed_by_hand(tx: Transaction) -> list[int]:
    """The members whose row, or the chat to which it leads, nobody wrote who had the key; by their ids."""
    found = await tx.members.select()
    await tx.addresses.prefetch("id", [id for member in found for id in _addresses(member)])
    changed = []
    for member in found:
        led = [await tx.addresses.get(id) for id in _addresses(member)]
        leads = [one is not None and one.lookup == tx.lookup(one.messenger, one.chat) for one in led]
        if not all(leads) or tx.is_distrusted("members", member.id):
            changed.append(member.id)
    return changed


def _addresses(member: Member) -> list[int]:
    return [id for id in (member.address_id, member.other_id) if id is not None]


async def require_key(connection: AsyncConnection, keyring: Keyring | None) -> None:
    """Raise KeyNeeded before anything is changed, if there are members and no key."""
    if keyring is None and (await connection.execute(select(func.count()).select_from(members))).scalar():
        raise KeyNeeded(
            "This migration writes a keyed hash beside each member, so it needs DABYL_KEY (or DABYL_KEY_FILE): the same as "
            "for the bot. Nothing was changed."
        )


async def seal_all(connection: AsyncConnection, keyring: Keyring) -> None:
    """Write the hash of every member, in the transaction of the migration: who is there then is trusted."""
    records = [tuple(record) for record in (await connection.execute(select(members))).all()]
    sealed = (await connection.execute(select(secrets.c.secret).where(secrets.c.name == LOOKUP))).scalar()
    if sealed is None:
        return  # no key was ever made, so nobody is on the roster
    key = keyring.unseal(sealed, context_of(LOOKUP))
    for record in records:
        plain = MEMBERS.vouch(MEMBERS.unseal(record, keyring), key)
        row = members.c.id == plain[MEMBERS.key_at]
        await connection.execute(update(members).where(row).values(seal=plain[MEMBERS.names.index("seal")]))
