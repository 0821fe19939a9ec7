"""Emptying a chat: nothing that says what it was about stays there, as far as the messenger lets us.

What is young enough is deleted, on both sides, and with it everything between and around what we know of: a message whose
sending was repeated may be there twice. Older ones of ours are emptied, which has no limit of time, the newest first and not
all at once. Older ones of the person stay, and they are told so: only they can delete them. Where a messenger deletes
nothing of theirs, all of theirs stays.
"""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from core.incoming import FileKind
from core.model import Address
from core.traffic import Lane, Timer
from handlers.casework import disclosure
from handlers.outbox import sending
from handlers.service import Service
from storage.schema import messages
from storage.transaction import Transaction

SPAN = 2000  # ids before the newest that we know, between which copies are looked for
AHEAD = 100  # ids after it
PORTION = 100  # old messages that are emptied at once
NEXT = timedelta(minutes=2)  # what a messenger takes for them in one chat
LONG_AGO = datetime(2013, 8, 14, tzinfo=UTC)  # when a message was shown about which nothing is known any more


async def clear(
    tx: Transaction, service: Service, address: Address, pressed: int | None = None
) -> datetime | None:
    """Delete, empty, and take the command menu away. Until when the person's own words stay; None if none do.

    ``pressed``: a message that is there for sure, whether we know of it or not.
    """
    known = await tx.messages.by(address_id=address.id)
    abilities = service.abilities[address.messenger]
    too_old = tx.now - abilities.deletable
    theirs = {
        message.message_id for message in known if not message.outgoing and not abilities.deletes_theirs
    }
    young = {message.message_id for message in known if message.at > too_old} - theirs
    old: dict[int, tuple[datetime, FileKind | None]] = {}
    for row in await disclosure.disclosed_rows(tx, address_id=address.id):
        if row.message_id is not None:
            old[row.message_id] = (row.sent_at or row.created_at, disclosure.file_of(row))
            tx.outgoing.remove(row.id)
    for card in await tx.cards.by(address_id=address.id):
        if card.message_id is not None:
            old.setdefault(card.message_id, (card.created_at, None))
    if pressed is not None and abilities.deletes_theirs and pressed not in {m.message_id for m in known}:
        old.setdefault(pressed, (LONG_AGO, None))
    young |= {number for number, (at, _) in old.items() if at > too_old}
    if young:
        sending.delete_messages(tx, address.id, sorted(young, reverse=True))
        if abilities.counted:
            sending.delete_messages(tx, address.id, _ids_around(young))
    sending.set_menu(tx, address.id, Lane.HIDE)
    for number in sorted(old.keys() - young, reverse=True):
        sending.take_message_away(tx, address.id, number, *old[number])
    for message in known:
        if message.message_id in young or message.message_id in old:
            tx.messages.remove(message.id)
    await _empty_old(tx, service, address)
    stays = [
        message.at
        for message in known
        if not message.outgoing and (message.at <= too_old or message.message_id in theirs)
    ]
    return max(stays, default=None)


async def on_emptying_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The next portion of an emptied chat's old messages, unless it was brought back meanwhile."""
    address = await tx.addresses.get(timer.subject_id)
    if address is not None and address.silenced_at is not None:
        await _empty_old(tx, service, address)


async def _empty_old(tx: Transaction, service: Service, address: Address) -> None:
    deletable = service.abilities[address.messenger].deletable
    ours = messages.c.address_id == address.id, messages.c.outgoing, messages.c.at <= tx.now - deletable
    found = await tx.messages.select(*ours, order_by=messages.c.message_id.desc(), limit=PORTION)
    for message in found:
        sending.take_message_away(tx, address.id, message.message_id, message.at)
        tx.messages.remove(message.id)
    if len(found) == PORTION:
        tx.timers.put(Timer(f"emptying:{address.id}", "emptying", tx.now + NEXT, address.id))


async def sweep_late_message(tx: Transaction, service: Service, address: Address) -> None:
    """A message was on its way when the chat was hidden, and nobody knows whether it arrived."""
    abilities = service.abilities[address.messenger]
    known = await tx.messages.by(address_id=address.id)
    young = {m.message_id for m in known if tx.now - m.at < abilities.deletable}
    if young and abilities.counted:
        sending.delete_messages(tx, address.id, _ids_around(young, before=AHEAD))


def _ids_around(known: Collection[int], before: int = 0) -> list[int]:
    """The ids of everything else that may be between and beside these, newest first."""
    last = max(known)
    first = max(min(known) - before, last - SPAN, 0)
    return [number for number in range(last + AHEAD, first, -1) if number not in known]
