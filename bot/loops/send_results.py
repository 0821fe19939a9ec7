"""What each outcome of a send writes.

sent            the row says so; the message is remembered so that it can be deleted or repaired
RetryLater      waiting again, later each time; unknown outcomes are repeated; after ``ASIDE`` of them others pass it. One
                that has an ``at_last`` counts as that after so many, and the operator is told
Limited         the same, and the member who would be asked there is asked elsewhere
Unreachable     the row fails, a card rests until something changes; the person's offers end now
Untrusted       the same, and a coordinator is asked whose phone it is
Moved           the address follows, the row goes again
Gone            a card is shown as a new message; anything else is content
Rejected        the row fails and the operator is told; whom a card would have asked, somebody else is asked in place of

What was withdrawn while it was on its way is not sent again, and deleted if it has arrived.

While a card is on its way it may change: it is compared again, and goes as a reply if somebody pressed on it meanwhile. Or
it may be renewed, so that another message shall show it: what comes back about the old one changes nothing. If the chat was
silenced meanwhile, the message that arrived is deleted.
"""

from datetime import timedelta

from msgspec.structs import replace

from bot.loops.send_jobs import Result
from bot.messengers.errors import (
    Gone,
    Limited,
    MessengerError,
    Moved,
    RetryLater,
    Unchanged,
    Unreachable,
    Untrusted,
)
from core.model import Address
from core.traffic import ASIDE, Card, Lane, Message, Outgoing
from handlers import outgoing, routes
from handlers.chats import may_move
from handlers.outbox import repeated_messages, sending
from handlers.service import Service
from handlers.typed_input import offered_choices
from storage.outbox import Waiting, waits
from storage.transaction import Transaction

PAUSES = (1, 2, 5, 10, 20, 30)  # seconds before the next attempt, the last repeated
ALERT_PAUSE = 5  # at most: when Telegram is back, lawyers are asked within seconds
# Before each further attempt of what cannot be tried for ever; an alert has the first of them only, a minute in all, as
# somebody else is to be asked.
GROWING = (2, 5, 15, 40, 120, 300, 900, 1800)
OF_ALERTS = 4


async def record(tx: Transaction, service: Service, result: Result) -> Waiting | None:
    """Write what became of the send; the row again if there is more to send. Recorded twice it is written once."""
    row = result.job.row
    if isinstance(row, Card):
        return await _record_card(tx, service, row, result)
    return await _record_message(tx, service, row, result)


async def write_off(tx: Transaction, item: Waiting, why: str) -> None:
    """A row whose outcome or content breaks our own code: it is given up, so that the others go on."""
    if item.kind == "message":
        row = await tx.outgoing.get(item.id)
        if row is not None:
            tx.outgoing.put(replace(row, state="failed", lease=None, failed=why))
    else:
        card = await tx.cards.get(item.id)
        if card is not None:
            tx.cards.put(replace(card, lease=None, failed=why))


async def _record_message(tx: Transaction, service: Service, row: Outgoing, result: Result) -> Waiting | None:
    error = _in_the_end(row, await _believed(tx, row, result.error))
    current = await tx.outgoing.get(row.id)
    if current is None or current.lease is None:  # the commit that seemed to fail had worked
        return await waits(tx, current) if current is not None else None
    if error is None or isinstance(error, (Gone, Unchanged)):
        sent = replace(row, state="sent", lease=None, sent_at=tx.now, message_id=result.message_id)
        tx.outgoing.put(sent)
        address = await tx.addresses.get(row.address_id)
        if address is not None and offered_choices.chooses_by_typing(service, address):
            await offered_choices.note_arrival(tx, row, result.message_id)
        if address is not None and result.message_id is not None:
            await routes.EVENTS.served(tx, service, address)
        despite_silence = bool(row.payload.get("despite_silence"))
        await _arrived(tx, service, row.address_id, result.message_id, despite_silence=despite_silence)
        if row.kind == "paper":
            await outgoing.on_paper_left(tx, service, sent, result.made)
        await outgoing.on_sent(tx, service, sent)
        if current.failed is not None and result.message_id is not None:
            sending.delete_messages(tx, row.address_id, [result.message_id])
        return None
    if isinstance(error, (RetryLater, Moved)):
        await _follow(tx, service, row.address_id, error)
        unknown = isinstance(error, RetryLater) and error.sent is None
        if unknown and result.job.shown is not None and row.kind != "edit":
            await repeated_messages.expect_copy(tx, row.address_id)
        if unknown and row.lane is Lane.DIGEST and row.payload.get("repeat"):  # repeated once, no more
            tx.outgoing.put(replace(row, state="failed", lease=None, failed=_why(error)))
            await routes.EVENTS.rejected(tx, service, _why(error))
            return None
        if current.failed is not None:
            tx.outgoing.put(replace(row, state="failed", lease=None, failed=current.failed))
            return None
        again = replace(
            row,
            state="waiting",
            lease=None,
            attempts=await _counted(tx, service, row, error),
            payload={**row.payload, "repeat": True} if unknown else row.payload,
            not_before=tx.now + _pause(row, error),
        )
        return await waits(tx, tx.outgoing.put(again))
    tx.outgoing.put(replace(row, state="failed", lease=None, failed=_why(error)))
    await _give_up(tx, service, row.address_id, error, at_last=error is not result.error)
    return None


async def _record_card(tx: Transaction, service: Service, sent: Card, result: Result) -> Waiting | None:
    error, fresh = _in_the_end(sent, await _believed(tx, sent, result.error)), sent.message_id is None
    card = await tx.cards.get(sent.id)
    if card is not None and card.lease is None:  # the commit that seemed to fail had worked
        return await waits(tx, card)
    if fresh:
        await _arrived(tx, service, sent.address_id, result.message_id)
    if card is None:  # taken off while it was on its way
        if fresh and result.message_id is not None:
            sending.delete_messages(tx, sent.address_id, [result.message_id])
        return None
    renewed = card.message_id != sent.message_id
    meanwhile = card.lane if not fresh and card.wanted > sent.wanted else Lane.EDIT
    card = replace(card, lease=None, lane=card.lane if renewed else min(card.lane, sent.lane))
    if renewed:
        pass  # the new message must still be sent, no matter what became of the old one
    elif error is None or isinstance(error, Unchanged):
        if (address := await tx.addresses.get(card.address_id)) is not None:
            await routes.EVENTS.served(tx, service, address)
        message_id = sent.message_id if error is not None else result.message_id
        card = replace(
            card,
            shown=sent.wanted,
            content=result.job.content,
            message_id=message_id,
            lane=meanwhile,
            attempts=0,
            not_before=None,
        )
    elif isinstance(error, Gone):
        shown = sent.wanted if result.job.shown is None else min(card.shown, card.wanted - 1)
        card = replace(card, message_id=None, content=None, shown=shown)
    elif isinstance(error, (RetryLater, Moved)):
        await _follow(tx, service, card.address_id, error)
        if fresh and isinstance(error, RetryLater) and error.sent is None:
            await repeated_messages.expect_copy(tx, card.address_id)
        attempts = await _counted(tx, service, card, error)
        card = replace(card, attempts=attempts, not_before=tx.now + _pause(card, error))
    elif isinstance(error, Unreachable):
        card = replace(card, shown=sent.wanted)
    else:
        card = replace(card, failed=_why(error))
        await routes.EVENTS.unshown(tx, service, card)
    tx.cards.put(card)
    if fresh and error is None and card.message_id is not None:
        await outgoing.on_arrived(tx, service, card)
    if error is not None:
        await _give_up(tx, service, card.address_id, error, at_last=error is not result.error)
    return await waits(tx, card)


async def _counted(tx: Transaction, service: Service, row: Outgoing | Card, error: RetryLater | Moved) -> int:
    """Its failed attempts, this one included if the messenger had the request; the technician hears of very many."""
    if isinstance(error, RetryLater) and error.at_last is not None:
        return row.attempts + 1
    if isinstance(error, Moved) or error.sent is False:
        return row.attempts
    if row.attempts + 1 == ASIDE:
        await routes.EVENTS.stuck(tx, service, _why(error))
    return row.attempts + 1


def _steps(row: Outgoing | Card) -> tuple[int, ...]:
    return GROWING[:OF_ALERTS] if row.lane is Lane.ALERT else GROWING


def _in_the_end(row: Outgoing | Card, error: MessengerError | None) -> MessengerError | None:
    """What it counts as where it was tried often enough."""
    if isinstance(error, RetryLater) and error.at_last is not None and row.attempts >= len(_steps(row)):
        return error.at_last
    return error


def _pause(row: Outgoing | Card, error: MessengerError) -> timedelta:
    """How long the messenger asks us to wait; else longer each time, but never long for an alert.

    No time of its own when nobody can be reached: then the whole outbox waits, and goes on in the order of the lanes.
    """
    if isinstance(error, Moved):
        return timedelta()
    if isinstance(error, RetryLater) and error.sent is False and not error.chat_only:
        return timedelta()
    if isinstance(error, RetryLater) and error.at_last is not None:
        steps = _steps(row)
        return timedelta(seconds=steps[min(row.attempts, len(steps) - 1)])
    if isinstance(error, RetryLater) and error.seconds is not None:
        return timedelta(seconds=error.seconds)
    seconds = PAUSES[min(row.attempts, len(PAUSES) - 1)]
    return timedelta(seconds=min(seconds, ALERT_PAUSE) if row.lane is Lane.ALERT else seconds)


def _why(error: MessengerError) -> str:
    return f"{type(error).__name__}: {error}"


async def _arrived(
    tx: Transaction,
    service: Service,
    address_id: int,
    message_id: int | None,
    *,
    despite_silence: bool = False,
) -> None:
    """A message of ours is in the chat: remember it, or take it away if the chat was silenced on the way."""
    if message_id is None:
        return
    address = await tx.addresses.get(address_id)
    if not await _is_told_of(tx, service, address, message_id):
        tx.messages.add(Message(tx.new_id(), address_id, message_id, tx.now, outgoing=True))
    if address is not None and not outgoing.may_show(address) and not despite_silence:
        sending.delete_messages(tx, address_id, [message_id])


async def _is_told_of(tx: Transaction, service: Service, address: Address | None, message_id: int) -> bool:
    """Whether the phone was faster than we, and what it told of this message is noted already."""
    if address is None or not service.tells_of_delivery(address.messenger):
        return False
    return bool(await tx.messages.by(address_id=address.id, message_id=message_id))


async def _believed(
    tx: Transaction, row: Outgoing | Card, error: MessengerError | None
) -> MessengerError | None:
    """Only a group moves, and only to a group: to believe it of a person would lead their messages to somebody else."""
    address = await tx.addresses.get(row.address_id) if isinstance(error, Moved) else None
    if isinstance(error, Moved) and address is not None and not may_move(address, error.new_chat):
        return RetryLater("a private chat is said to have moved")
    return error


async def _follow(tx: Transaction, service: Service, address_id: int, error: MessengerError) -> None:
    """A group that moved: write down where; its ``lookup`` stays, by which the configuration finds it. What a messenger
    does not take now is asked elsewhere.
    """
    address = await tx.addresses.get(address_id)
    if isinstance(error, Moved) and address is not None:
        tx.addresses.put(replace(address, chat=error.new_chat))
    if isinstance(error, Limited) and address is not None:
        wait = timedelta(seconds=error.seconds or 0)
        await routes.EVENTS.limited(tx, service, address, error.token, wait)


async def _give_up(
    tx: Transaction, service: Service, address_id: int, error: MessengerError, *, at_last: bool
) -> None:
    """What follows from an outcome that no repetition changes; ``at_last``: has changed."""
    if isinstance(error, Unreachable):
        if at_last:
            await routes.EVENTS.given_up(tx, service, _why(error))
        address = await tx.addresses.get(address_id)
        follows = routes.EVENTS.untrusted if isinstance(error, Untrusted) else routes.EVENTS.unreachable
        if address is not None:
            await follows(tx, service, address)
    elif not isinstance(error, (RetryLater, Moved, Gone, Unchanged)):
        await routes.EVENTS.rejected(tx, service, _why(error))
