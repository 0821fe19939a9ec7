"""Where the digest goes: to the channels of the configuration; where it names none, to the one chosen in a chat."""

from collections.abc import Mapping

from bot.core.setting_up import ToldChannel
from handlers.service import Service
from storage.transaction import Transaction


async def of(tx: Transaction, service: Service) -> Mapping[str, str]:
    """Language → channel."""
    if service.channels:
        return service.channels
    one = await chosen(tx)
    return {service.language: one.chat} if one is not None else {}


async def chosen(tx: Transaction) -> ToldChannel | None:
    """The channel that an administrator chose with a tap; a row that was changed by hand says nothing."""
    found = [one for one in await tx.told_channels.select() if one.chosen_at is not None]
    return max(found, key=lambda one: one.id, default=None)
