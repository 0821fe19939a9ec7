"""A channel makes the bot its administrator: administrators read its title and id, and with one tap the digest goes there.

Only somebody of ours can tell of a channel so; others' are left in silence. The file goes before the tap: where it names a
channel, nothing is chosen here. A channel that nobody chose is left a day later.
"""

from datetime import timedelta

from msgspec.structs import replace

from core.folding import inert_line
from core.incoming import Incoming
from core.presentation import Button, Presentation
from core.records.invitations import ToldChannel
from core.traffic import Lane, Timer
from handlers.alerting import tasks
from handlers.daily import digest, posting
from handlers.outbox import administrators, sending
from handlers.people import addresses
from handlers.people.membership import home_address
from handlers.people.readers import is_administrator, is_coordinator, language_of
from handlers.service import Service
from handlers.turn import Turn, id_in
from storage.transaction import Transaction

KIND = "unchosen-channel"
WAITS = timedelta(days=1)
TITLE = 80  # characters that are shown


async def on_channel_told(tx: Transaction, service: Service, incoming: Incoming) -> bool:
    """Whether the bot stays in the channel for now, because somebody of ours made it an administrator there."""
    actor = await addresses.of_chat(tx, incoming.sender, messenger=incoming.messenger)
    ours = await is_administrator(tx, service, actor.id) or await is_coordinator(tx, actor.id)
    readers = await administrators.address_ids(tx, service)
    if not ours or not readers:
        return False
    title = inert_line(incoming.title)[:TITLE]
    known = await _find_channel(tx, incoming.chat)
    if known is None:
        channel = tx.told_channels.add(ToldChannel(tx.new_id(), incoming.chat, title, tx.now))
    else:
        channel = tx.told_channels.put(replace(known, title=title))
    tx.timers.put(_timer(tx, channel))
    for reader in readers:
        language = await language_of(tx, service, reader)
        key = "channel-told-file" if service.channels else "channel-told"
        text = service.words.say(language, key, title=title, id=channel.chat)
        button = Button(service.words.say(language, "button-channel"), f"channel:{channel.id}")
        rows = () if service.channels else ((button,),)
        sending.send_message(tx, service, reader, Presentation(text, rows, protect=True))
    return True


async def told_channel(turn: Turn, argument: str) -> ToldChannel | None:
    """The channel of a button, while the bot is there."""
    return await turn.tx.told_channels.get(id_in(argument) or 0)


async def on_chosen(turn: Turn, channel: ToldChannel) -> None:
    """*The digest goes there*: from the next on. Another one that was chosen before is left."""
    tx, service = turn.tx, turn.service
    if service.channels:
        turn.reply_in_place("channel-told-file", title=channel.title, id=channel.chat)
        return
    before = await posting.chosen_channel(tx)
    turn.reply_in_place("channel-chosen", title=channel.title)
    if before is not None and before.id == channel.id:
        return
    if before is not None:
        await _leave(tx, service, before)
    tx.timers.remove(_timer(tx, channel).key)
    tx.told_channels.put(replace(channel, chosen_at=tx.now))
    await digest.schedule(tx, service)  # coordinators see it ahead, as there is a channel now
    others = {turn.address.id}
    for member in await tasks.coordinators(tx):
        others.add(there := await home_address(tx, member))
        await _send(tx, service, there, channel)
    for reader in await administrators.address_ids(tx, service):
        if reader not in others:
            await _send(tx, service, reader, channel)


async def on_channel_gone(tx: Transaction, service: Service, incoming: Incoming) -> None:
    """The bot is not in the channel any more. If the digest went there, administrators hear it now, not in the evening, and
    coordinators too: it is in their chats from now on.
    """
    channel = await _find_channel(tx, incoming.chat)
    if channel is None:
        return
    if channel.chosen_at is not None and not service.channels:
        await administrators.tell(tx, service, "operator-channel-gone", title=channel.title)
        for member in await tasks.coordinators(tx):
            await _send(tx, service, await home_address(tx, member), channel, "channel-lost")
    tx.timers.remove(_timer(tx, channel).key)
    tx.told_channels.remove(channel.id)


async def on_unchosen(tx: Transaction, service: Service, timer: Timer) -> None:
    """A day is over, and nobody has chosen it."""
    channel = await tx.told_channels.get(timer.subject_id)
    if channel is not None and channel.chat not in (await posting.digest_channels(tx, service)).values():
        await _leave(tx, service, channel)


async def _find_channel(tx: Transaction, chat: str) -> ToldChannel | None:
    found = [channel for channel in await tx.told_channels.select() if channel.chat == chat]
    return found[0] if found else None


async def _leave(tx: Transaction, service: Service, channel: ToldChannel) -> None:
    address = await addresses.of_chat(tx, channel.chat, messenger=service.home, private=False)
    sending.leave_group(tx, address.id)
    tx.told_channels.remove(channel.id)


async def _send(
    tx: Transaction, service: Service, address_id: int, channel: ToldChannel, key: str = "channel-chosen"
) -> None:
    language = await language_of(tx, service, address_id)
    text = service.words.say(language, key, title=channel.title)
    sending.send_message(tx, service, address_id, Presentation(text, protect=True), Lane.NEWS)


def _timer(tx: Transaction, channel: ToldChannel) -> Timer:
    return Timer(f"channel:{channel.id}", KIND, tx.now + WAITS, channel.id)
