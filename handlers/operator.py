"""Telling the administrators (the technician) about trouble: ids and classes of errors, never a person's words."""

from bot.core.presentation import Presentation
from bot.core.traffic import Lane
from handlers import addresses, sending
from handlers.service import Service
from storage.transaction import Transaction


async def tell(tx: Transaction, service: Service, key: str, *, once: str = "", **details: str) -> None:
    """Write to every administrator of the configuration, in their language; of one kind of ``once`` only one."""
    for chat in sorted(service.administrators):
        address = await addresses.of(tx, chat)
        language = address.language or service.language
        unique = f"{once}:{address.id}" if once else None
        if unique is None or not await tx.outgoing.by(key=unique):
            shown = Presentation(service.words.say(language, key, **details))
            sending.message(tx, address.id, shown, Lane.NEWS, key=unique)
