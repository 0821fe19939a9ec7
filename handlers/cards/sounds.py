"""How many sounds a member's phone makes by cards that nobody there asked for: at most fifteen in any hour.

A bucket: ``BURST`` at once, and one more each ``REFILL``, of which the last ``KEPT`` are for what is urgent. What finds none
is there at once to be read, and is heard as soon as there is one, if there is still a reason (the timer ``bell``). An urgent
offer always sounds, as its own message, and takes none; so does what coordinators are asked of an urgent case of which no
lawyer is asked, the first time, and what is told of an open case.

What grows, as the card of cases that nobody has taken, is heard when it has passed a step, or was quiet for ``PATIENCE``.
"""

from datetime import datetime, timedelta

from core.traffic import Card, Timer
from core.vocabulary import TOLD_TASKS, URGENT_TASKS, OfferState, TaskKind
from handlers.people.membership import active_members_at
from storage.transaction import Transaction

BURST, KEPT, REFILL = 6, 2, timedelta(minutes=8)
STEPS = (1, 2, 4, 7, 12, 20, 35, 60, 100, 200)
PATIENCE = timedelta(minutes=20)
MOMENT = timedelta(minutes=1)  # what came with a sound, and who looks finds what came beside it
KIND = "hush"  # of timers that are read, and do nothing when they are due
OFFER, URGENT = "alert", "urgent"
# Of a case that nobody can be asked for another card sounds; what is told of one is heard once a minute of that case.
UNHEARD = frozenset(f"ask-{kind}" for kind in (TaskKind.REGION, *TOLD_TASKS))
RANG_AGAIN = "again:unread"  # the timer during which no other of these is heard again
UNREAD_ASKS = frozenset(
    f"ask-{kind}" for kind in (TaskKind.NO_PLACE, TaskKind.UNCLEAR, TaskKind.VOICE, TaskKind.LANGUAGE)
)
URGENT_ASKS = frozenset(f"ask-{kind}" for kind in URGENT_TASKS)
PRESSING = frozenset({OFFER, "list", "missed", "chat", *URGENT_ASKS})  # subjects that may take the last


async def next_sound(tx: Transaction, card: Card) -> datetime:
    """When the card may be heard; now, if it may."""
    if await _takes_none(tx, card):
        return tx.now
    room = (BURST - 1 - (0 if card.subject in PRESSING else KEPT)) * REFILL
    return max(tx.now, await _filled_until(tx, card.address_id) - room)


async def take_sound(tx: Transaction, card: Card) -> None:
    """It is heard."""
    if not await _takes_none(tx, card):
        due = await _filled_until(tx, card.address_id) + REFILL
        tx.timers.put(Timer(_bucket(card.address_id), KIND, due))


async def _filled_until(tx: Transaction, address_id: int) -> datetime:
    """When all of it would be free again; a clock that was put back has forgotten what was."""
    bucket = await tx.timers.get(_bucket(address_id))
    if bucket is None or bucket.due_at > tx.now + BURST * REFILL:
        return tx.now
    return max(bucket.due_at, tx.now)


async def _takes_none(tx: Transaction, card: Card) -> bool:
    if card.subject in UNHEARD or not await active_members_at(tx, card.address_id):
        return True
    if card.subject in URGENT_ASKS and card.rang_at is None:  # of an urgent case for the first time
        about = await tx.cases.get(card.case_id)
        return about is not None and about.priority == URGENT and not about.alerting
    offer = await tx.alerts.get(card.subject_id) if card.subject == OFFER else None
    case = (
        await tx.cases.get(offer.case_id) if offer is not None and offer.state is OfferState.OFFERED else None
    )
    return case is not None and case.priority == URGENT


def note_rung_again(tx: Transaction, card: Card) -> None:
    """What nobody has read, if it has just been heard again."""
    if card.subject in UNREAD_ASKS and card.rang_at == tx.now:
        tx.timers.put(Timer(RANG_AGAIN, KIND, tx.now + REFILL))


async def has_just_sounded(tx: Transaction, address_id: int) -> bool:
    """Whether another card made a sound there at this moment, as in the morning when several are asked about."""
    cards = await tx.cards.by(address_id=address_id)
    return any(card.rang_at is not None and timedelta() <= tx.now - card.rang_at < MOMENT for card in cards)


def _bucket(address_id: int) -> str:
    return f"sounds:{address_id}"


async def has_passed_step(tx: Transaction, card: Card, count: int) -> bool:
    """Whether so many are past a step that had not been passed when the card was heard last."""
    heard = await tx.timers.get(_heard(card))
    return heard is None or any(heard.subject_id < step <= count for step in STEPS)


async def quiet_until(tx: Transaction, card: Card) -> datetime:
    """When it is heard again though it has passed no step."""
    heard = await tx.timers.get(_heard(card))
    return heard.due_at if heard is not None else tx.now


def note_heard(tx: Transaction, card: Card, count: int) -> None:
    """It is heard with so many."""
    tx.timers.put(Timer(_heard(card), KIND, tx.now + PATIENCE, count))


def _heard(card: Card) -> str:
    return f"heard:{card.id}"
