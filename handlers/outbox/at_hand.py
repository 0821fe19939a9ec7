"""Whether a file that somebody sent can be handed out at an address. What one messenger has, another does not know."""

from bot.core.keeping import SentFile, is_ours
from storage.transaction import Transaction


async def is_at_hand(tx: Transaction, file: SentFile, address_id: int) -> bool:
    """We have it ourselves, or it came by the same messenger."""
    return is_ours(file) or await same_messenger(tx, file.address_id, address_id)


async def same_messenger(tx: Transaction, sender_id: int | None, reader_id: int) -> bool:
    """Whether two addresses are of one messenger."""
    sender, reader = await tx.addresses.get(sender_id or 0), await tx.addresses.get(reader_id)
    return sender is not None and reader is not None and sender.messenger == reader.messenger
