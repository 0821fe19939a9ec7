"""One row of the outbox: how it is performed at the messenger, and what each outcome writes.

sent            the row says so; the message is remembered so that it can be deleted or repaired
RetryLater      waiting again, later each time; unknown outcomes are repeated
Unreachable     the row fails and the person's offers end now
Moved           the address follows, the row goes again
Gone            a card is shown as a new message; anything else is content
Rejected        the row fails and the operator is told
"""

from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from bot.core.presentation import Presentation
from bot.core.traffic import Card, Lane, Message, Outgoing
from bot.messengers.errors import (
    Gone,
    MessengerError,
    Moved,
    Rejected,
    RetryLater,
    Unchanged,
    Unreachable,
)
from bot.messengers.telegram import Telegram
from handlers import outgoing
from handlers.service import Service
from storage.outbox import Waiting, waits
from storage.transaction import Transaction

PAUSES = (1, 2, 5, 15, 30, 60, 120, 300)  # seconds before the next attempt, the last repeated
DELETE_BATCH = 100


class Outcome(Protocol):
    """What the loop knows about a finished send."""

    @property
    def message_id(self) -> int | None: ...

    @property
    def error(self) -> MessengerError | None: ...


async def perform(
    telegram: Telegram, chat: str, row: Outgoing | Card, shown: Presentation | None
) -> int | None:
    """Do at the messenger what the row asks; the id of a new message. Raises MessengerError."""
    if isinstance(row, Card):
        if shown is None:
            if row.message_id is not None:
                await telegram.delete(chat, [row.message_id])
            return None
        if row.message_id is None:
            return await telegram.send(chat, shown)
        await telegram.edit(chat, row.message_id, shown)
        return row.message_id
    match row.kind:
        case "delete":
            ids = row.payload["message_ids"]
            for start in range(0, len(ids), DELETE_BATCH):
                await telegram.delete(chat, ids[start : start + DELETE_BATCH])
            return None
        case "leave":
            await telegram.leave(chat)
            return None
        case "edit" if shown is not None:
            await telegram.edit(chat, row.payload["message_id"], shown)
            return None
        case _ if shown is not None:
            return await telegram.send(chat, shown)
        case _:
            raise Rejected(f"an outbox row of kind {row.kind!r} has nothing to show")


def broken(error: BaseException) -> MessengerError:
    """A programming error while sending, as a rejection."""
    return Rejected(f"the send broke: {type(error).__name__}")


async def record_message(tx: Transaction, service: Service, row: Outgoing, result: Outcome) -> Waiting | None:
    """Write the outcome of a plain message; the row again if it is to be repeated."""
    error = result.error
    if error is None or isinstance(error, (Gone, Unchanged)):
        sent = tx.outgoing.put(
            replace(row, state="sent", lease=None, sent_at=tx.now, message_id=result.message_id)
        )
        _remember(tx, row.address_id, result.message_id)
        await outgoing.on_sent(tx, service, sent)
        return None
    if isinstance(error, (RetryLater, Moved)):
        await _follow(tx, row.address_id, error)
        unknown = isinstance(error, RetryLater) and error.sent is None
        payload = {**row.payload, "repeat": True} if unknown else row.payload
        row = tx.outgoing.put(
            replace(
                row,
                state="waiting",
                lease=None,
                attempts=row.attempts + 1,
                payload=payload,
                not_before=tx.now + _pause(row.attempts, error),
            )
        )
        return await waits(tx, row)
    tx.outgoing.put(replace(row, state="failed", lease=None, failed=_why(error)))
    await _give_up(tx, service, row.address_id, error)
    return None


async def record_card(
    tx: Transaction, service: Service, sent: Card, shown: Presentation | None, result: Outcome
) -> Waiting | None:
    """Write the outcome of showing a card; the card again if something newer is wanted by now."""
    card = await tx.cards.get(sent.id)
    if card is None:
        return None
    error = result.error
    card = replace(card, lease=None)
    if error is None or isinstance(error, Unchanged):
        content = tx.keyed_hash("card", outgoing.fingerprint(shown))
        fresh = card.message_id is None and sent.message_id is None
        renewed = card.message_id != sent.message_id  # a new message was asked for while this one was sent
        card = replace(card, attempts=0, not_before=None, lane=Lane.EDIT)
        if not renewed:
            card = replace(card, shown=sent.wanted, content=content, message_id=result.message_id)
        if fresh:
            _remember(tx, card.address_id, result.message_id)
    elif isinstance(error, Gone):
        card = replace(card, message_id=None, content=None, shown=min(card.shown, card.wanted - 1))
        if shown is None:
            card = replace(card, shown=sent.wanted)
    elif isinstance(error, (RetryLater, Moved)):
        await _follow(tx, card.address_id, error)
        card = replace(card, attempts=card.attempts + 1, not_before=tx.now + _pause(card.attempts, error))
    else:
        card = replace(card, failed=_why(error))
    tx.cards.put(card)
    if card.failed and error is not None:
        await _give_up(tx, service, card.address_id, error)
        return None
    return await waits(tx, card) if card.wanted > card.shown else None


def _pause(attempts: int, error: MessengerError) -> timedelta:
    asked = error.seconds if isinstance(error, RetryLater) else 0
    if asked is None:
        asked = PAUSES[min(attempts, len(PAUSES) - 1)]
    return timedelta(seconds=asked)


def _why(error: MessengerError) -> str:
    return f"{type(error).__name__}: {error}"


def _remember(tx: Transaction, address_id: int, message_id: int | None) -> None:
    if message_id is not None:
        tx.messages.add(Message(tx.new_id(), address_id, message_id, tx.now, outgoing=True))


async def _follow(tx: Transaction, address_id: int, error: MessengerError) -> None:
    """A group that moved: write down where."""
    address = await tx.addresses.get(address_id)
    if isinstance(error, Moved) and address is not None:
        lookup = tx.lookup(address.messenger, error.new_chat)
        tx.addresses.put(replace(address, chat=error.new_chat, lookup=lookup))


async def _give_up(tx: Transaction, service: Service, address_id: int, error: MessengerError) -> None:
    if isinstance(error, Unreachable):
        address = await tx.addresses.get(address_id)
        if address is not None:
            await outgoing.on_unreachable(tx, service, address)
    else:
        await outgoing.on_rejected(tx, service, _why(error))
