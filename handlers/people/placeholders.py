"""What takes somebody's place in a row when it is forgotten who it was: a chat that does not exist, a member who is nobody.

Numbers stay what they were: so many reports, so many offers and how fast they were answered.
"""

from core.model import Address, Member
from core.vocabulary import Role
from handlers.people import addresses
from storage.transaction import Transaction

NOBODY, FORMER = "nobody", "former"  # chats that no messenger has


async def chat(tx: Transaction, report_id: int = 0) -> Address:
    """Whose report it is when that is forgotten, of each its own, because they were several; 0: where nobody is at home.
    Nothing is ever sent there.
    """
    return await addresses.of_chat(tx, f"{NOBODY}:{report_id}", messenger=addresses.TELEPHONE)


async def former_chat(tx: Transaction) -> Address:
    """Where members are of whom only is known that they were."""
    return await addresses.of_chat(tx, FORMER, messenger=addresses.TELEPHONE)


async def member(tx: Transaction) -> Member:
    """The member who stands for all who were asked about cases that are forgotten."""
    home = await chat(tx)
    found = await tx.members.by(address_id=home.id)
    if found:
        return found[0]
    return tx.members.add(
        Member(
            tx.new_id(),
            home.id,
            Role.LAWYER,
            name="",
            languages=(),
            cities=(),
            on_duty=False,
            phone="",
            escalation=False,
            created_at=tx.now,
            suspended_at=tx.now,
        )
    )


async def chat_lookups(tx: Transaction) -> set[bytes]:
    """By which these chats are found: they belong to nobody, and are not forgotten."""
    return {tx.lookup(addresses.TELEPHONE, chat) for chat in (f"{NOBODY}:0", FORMER)}


async def remembered_members(tx: Transaction) -> list[Member]:
    """All of the roster, suspended ones too, but nobody who is forgotten."""
    return [member for member in await tx.members.select() if member.name]
