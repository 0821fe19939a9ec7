"""Telling the administrators (the technician) about trouble: ids and classes of errors, never a person's words."""

from bot.core.presentation import Presentation
from bot.core.traffic import Lane, Outgoing
from bot.core.vocabulary import Role
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

FEW = 5  # messages of one kind in an hour; then one more says that the others are in the log only


async def tell(tx: Transaction, service: Service, key: str, *, once: str = "", **details: str) -> None:
    """Write to every administrator, in their language; of one kind of ``once`` only one.

    Without ``once``, so few an hour that a flood of broken updates does not become a flood of messages.
    """
    hour = f"{key}:{tx.now:%Y-%m-%d %H}"
    for chat in await chats(tx, service):
        address = await addresses.of(tx, chat)
        numbers = [once] if once else [f"{hour}:{number}" for number in range(FEW + 1)]
        for number, kind in enumerate(numbers):
            unique = f"{kind}:{address.id}"
            if not await tx.outgoing.by(key=unique):
                language = await language_of(tx, service, address.id)
                text = service.words.say(language, key, **details)
                if number == FEW:
                    text = service.words.say(language, "operator-more", kind=key.removeprefix("operator-"))
                sending.message(tx, service, address.id, Presentation(text), Lane.NEWS, key=unique)
                break


def is_said_again(row: Outgoing) -> bool:
    """That nobody is left to ask: it is told anew every few minutes as long as it is so."""
    return row.key is not None and row.key.startswith("operator-nobody-to-ask:")


async def chats(tx: Transaction, service: Service) -> list[str]:
    """The chats of all administrators: those of the configuration, and those on the roster."""
    found = set(service.administrators)
    for member in await tx.members.by(role=Role.ADMINISTRATOR, suspended_at=None):
        address = await tx.addresses.get(member.address_id)
        if address is not None:
            found.add(address.chat)
    return sorted(found)
