"""Telling the administrators (the technician) about trouble: ids and classes of errors, never a person's words."""

from bot.core.presentation import Presentation
from bot.core.traffic import Lane, Outgoing
from bot.core.vocabulary import Role
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.membership import addresses_of, home
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

FEW = 5  # messages of one kind in an hour; then one more says that the others are in the log only


async def tell(tx: Transaction, service: Service, key: str, *, once: str = "", **details: str) -> None:
    """Write to every administrator, in their language; of one kind of ``once`` only one.

    Without ``once``, so few an hour that a flood of broken updates does not become a flood of messages.
    """
    hour = f"{key}:{tx.now:%Y-%m-%d %H}"
    for reader in await readers(tx, service):
        numbers = [once] if once else [f"{hour}:{number}" for number in range(FEW + 1)]
        for number, kind in enumerate(numbers):
            unique = f"{kind}:{reader}"
            if not await tx.outgoing.by(key=unique):
                language = await language_of(tx, service, reader)
                text = service.words.say(language, key, **details)
                if number == FEW:
                    text = service.words.say(language, "operator-more", kind=key.removeprefix("operator-"))
                sending.message(tx, service, reader, Presentation(text), Lane.NEWS, key=unique)
                break


def is_said_again(row: Outgoing) -> bool:
    """That nobody is left to ask: it is told anew every few minutes as long as it is so."""
    return row.key is not None and row.key.startswith("operator-nobody-to-ask:")


async def readers(tx: Transaction, service: Service) -> list[int]:
    """The addresses of all administrators: of the configuration, and of the roster, where they are reached now."""
    found = [
        (await addresses.of(tx, chat, messenger=service.home)).id for chat in sorted(service.administrators)
    ]
    for member in await tx.members.by(role=Role.ADMINISTRATOR, suspended_at=None):
        if set(found).isdisjoint(addresses_of(member)):
            found.append(await home(tx, member))
    return found


async def chats(tx: Transaction, service: Service) -> list[str]:
    """Their chats, where they can be told past the outbox too."""
    found = set(service.administrators)
    for member in await tx.members.by(role=Role.ADMINISTRATOR, suspended_at=None):
        mine = [await tx.addresses.get(id) for id in addresses_of(member)]
        found |= {one.chat for one in mine if one is not None and one.messenger == service.home}
    return sorted(found)
