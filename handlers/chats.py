"""Chats that are not private. Conversations happen in private only; what nobody of ours named is left."""

from msgspec.structs import replace

from core.incoming import Incoming
from core.model import Address
from handlers.alerting import delivery
from handlers.daily import posting
from handlers.outbox import administrators, sending
from handlers.people import addresses
from handlers.people.membership import members_at
from handlers.service import Service
from handlers.setup import digest_channel
from storage.transaction import Transaction


async def on_membership(tx: Transaction, service: Service, incoming: Incoming) -> None:
    """The bot was blocked or unblocked by a person, or added to a chat."""
    if incoming.private:
        address = await addresses.of_chat(tx, incoming.chat, messenger=incoming.messenger)
        gone = incoming.status in ("kicked", "left")
        if gone and address.unreachable_since is None:
            await on_unreachable(tx, service, address)
        elif not gone and address.unreachable_since is not None:
            tx.addresses.put(replace(address, unreachable_since=None))
    elif incoming.status in ("kicked", "left"):
        await digest_channel.on_channel_gone(tx, service, incoming)
    elif incoming.status in ("member", "administrator", "restricted"):
        channel = incoming.chat_type == "channel" and incoming.status == "administrator"
        ours = incoming.chat in await posting.chats_of_ours(tx, service)
        if not channel or ours or not await digest_channel.on_channel_told(tx, service, incoming):
            await leave_unless_ours(tx, service, incoming)


async def on_unreachable(tx: Transaction, service: Service, address: Address) -> None:
    """Blocked or gone: stop asking, and end the person's offers now.

    A channel cannot write to say that it is back, so the next digest simply tries again.
    """
    for language, channel in (await posting.digest_channels(tx, service)).items():
        if tx.lookup(address.messenger, channel) == address.lookup:
            await posting.on_channel_gone(tx, service, address, language)
            return
    for partner in service.partners:
        if tx.lookup(address.messenger, partner) == address.lookup:
            await administrators.tell(
                tx, service, "operator-partner", once=f"partner:{tx.now:%Y-%m-%d}", chat=partner
            )
            return
    if address.unreachable_since is None:
        tx.addresses.put(replace(address, unreachable_since=tx.now))
    for member in await members_at(tx, address.id):
        await delivery.close_address(tx, service, member)


async def leave_unless_ours(tx: Transaction, service: Service, incoming: Incoming) -> None:
    """Leave a group or channel where neither the digest nor the day's line goes."""
    ours = await posting.chats_of_ours(tx, service)
    if incoming.chat in ours:
        return
    if incoming.chat_type == "channel" and any(channel.startswith("@") for channel in ours):
        return  # a configured channel is named, and an update of a channel carries its number only
    address = await addresses.of_chat(tx, incoming.chat, messenger=incoming.messenger, private=False)
    sending.leave_group(tx, address.id)


def may_move(address: Address, new_chat: str) -> bool:
    """Whether this can be true: groups become groups with another id, people stay who they are."""
    return not address.private and new_chat.startswith("-")


async def on_migrated(tx: Transaction, service: Service, incoming: Incoming) -> None:
    """A group became a supergroup: the same address, another id; ``lookup`` stays, by which it is configured."""
    old = await tx.addresses.by(lookup=tx.lookup(incoming.messenger, incoming.chat))
    if old and incoming.new_chat is not None and may_move(old[0], incoming.new_chat):
        tx.addresses.put(replace(old[0], chat=incoming.new_chat))
