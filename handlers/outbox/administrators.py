"""Telling the administrators (the technician) about trouble: ids and classes of errors, never a person's words.

If a history was changed from outside, they read the number, kind and time of its first broken line.
"""

from core.presentation import Presentation
from core.traffic import Lane, Outgoing
from core.vocabulary import Role
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.membership import addresses_of, home_address
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

FEW = 5  # messages of one kind in an hour; then one more says that the others are in the log only


async def tell(tx: Transaction, service: Service, key: str, *, once: str = "", **details: str) -> None:
    """Write to every administrator, in their language; only one of each ``once`` at a time.

    Without ``once``, so few an hour that a flood of broken updates does not become a flood of messages.
    """
    hour = f"{key}:{tx.now:%Y-%m-%d %H}"
    for reader in await address_ids(tx, service):
        numbers = [once] if once else [f"{hour}:{number}" for number in range(FEW + 1)]
        for number, kind in enumerate(numbers):
            unique = f"{kind}:{reader}"
            if not await tx.outgoing.by(key=unique):
                language = await language_of(tx, service, reader)
                text = service.words.say(language, key, **details)
                if number == FEW:
                    text = service.words.say(language, "operator-more", kind=key.removeprefix("operator-"))
                sending.send_message(tx, service, reader, Presentation(text), Lane.NEWS, key=unique)
                break


def is_repeated(row: Outgoing) -> bool:
    """That nobody is left to ask: it is told again every few minutes while it is so."""
    return row.key is not None and row.key.startswith("operator-nobody-to-ask:")


async def address_ids(tx: Transaction, service: Service) -> list[int]:
    """The addresses of all administrators: those of the configuration and those of the roster, at the address where each
    is reached now.
    """
    found = [
        (await addresses.of_chat(tx, chat, messenger=service.home)).id
        for chat in sorted(service.administrators)
    ]
    for member in await tx.members.by(role=Role.ADMINISTRATOR, suspended_at=None):
        if set(found).isdisjoint(addresses_of(member)):
            found.append(await home_address(tx, member))
    return found


async def chats(tx: Transaction, service: Service) -> list[str]:
    """Their chats, where they can be told past the outbox too."""
    found = set(service.administrators)
    for member in await tx.members.by(role=Role.ADMINISTRATOR, suspended_at=None):
        mine = [await tx.addresses.get(id) for id in addresses_of(member)]
        found |= {
            address.chat for address in mine if address is not None and address.messenger == service.home
        }
    return sorted(found)
