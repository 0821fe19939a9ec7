"""Copies that nobody tracks: the outcome of a sending was unknown, it was repeated, and both may have arrived.

Some minutes later everything between the messages that we know, and that is not one of them, is deleted: so all that a chat
shows can be taken back. The messenger passes over numbers that are not in the chat. Administrators are left out, because
what they are told past the outbox is known to nobody; so are messengers that do not count, where nobody can name what is
between.
"""

from datetime import timedelta

from sqlalchemy import or_

from core.traffic import Timer
from handlers.outbox import sending
from handlers.service import Service
from storage.schema import cards, message_leased, message_waits, outbox
from storage.transaction import Transaction

LATER = timedelta(minutes=10)  # by then what was written meanwhile is read, and so known
BEFORE = timedelta(minutes=5)  # the sending began later than that before its outcome was unknown
SPAN = 2000  # ids before the newest that we know, between which copies are looked for


async def expect_copy(tx: Transaction, address_id: int) -> None:
    """There may be one now: it is looked for, counted from the first unknown outcome."""
    key = f"copies:{address_id}"
    if await tx.timers.get(key) is None:
        tx.timers.put(Timer(key, "copies", tx.now + LATER, address_id))


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Look for them, once something that we know has arrived behind them."""
    address = await tx.addresses.get(timer.subject_id)
    if address is None or not address.private or address.chat in service.administrators:
        return
    if not service.abilities[address.messenger].counted:
        return
    began = timer.due_at - LATER - BEFORE
    known = {message.message_id: message.at for message in await tx.messages.by(address_id=address.id)}
    newer = [number for number, at in known.items() if at > began]
    if newer:
        last = max(newer)
        older = [number for number, at in known.items() if at <= began and number < last]
        first = max([*older, last - SPAN, 0])
        if copies := [number for number in range(last - 1, first, -1) if number not in known]:
            sending.delete_messages(tx, address.id, copies)
    elif address.unreachable_since is None and await _is_still_sent_to(tx, address.id):
        tx.timers.put(Timer(timer.key, timer.kind, tx.now + LATER, address.id))


async def _is_still_sent_to(tx: Transaction, address_id: int) -> bool:
    messages = or_(message_waits, message_leased), outbox.c.address_id == address_id
    shown = cards.c.wanted > cards.c.shown, cards.c.failed.is_(None), cards.c.address_id == address_id
    return await tx.outgoing.count(*messages) + await tx.cards.count(*shown) > 0
