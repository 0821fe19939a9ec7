"""Cards: show what is wanted now. Creating, touching and renewing them; drawing is in the views."""

from dataclasses import replace

from bot.core.traffic import Card, Lane
from handlers import sending
from storage.transaction import Transaction


async def show(
    tx: Transaction, subject: str, subject_id: int, address_id: int, lane: Lane, *, case_id: int = 0
) -> Card:
    """The card of this subject at this address: made if new, else touched."""
    found = await tx.cards.by(subject=subject, subject_id=subject_id, address_id=address_id)
    if found:
        return touch(tx, found[0])
    return tx.cards.add(Card(tx.new_id(), subject, subject_id, address_id, lane, tx.now, case_id=case_id))


async def renew(
    tx: Transaction, subject: str, subject_id: int, address_id: int, lane: Lane, *, case_id: int = 0
) -> Card:
    """As :func:`show`, but as a new message at the end of the chat, so that the phone makes a sound again."""
    found = await tx.cards.by(subject=subject, subject_id=subject_id, address_id=address_id)
    if not found:
        return await show(tx, subject, subject_id, address_id, lane, case_id=case_id)
    card = found[0]
    if card.message_id is not None:
        sending.delete(tx, address_id, [card.message_id])
    return tx.cards.put(
        replace(card, wanted=card.wanted + 1, message_id=None, content=None, lane=lane, failed=None)
    )


def touch(tx: Transaction, card: Card) -> Card:
    """Something it shows may have changed; one that could not be drawn or shown has another chance."""
    return tx.cards.put(replace(card, wanted=card.wanted + 1, failed=None))


async def touch_case(tx: Transaction, case_id: int) -> None:
    """Every card that shows this case, and the overviews that list it."""
    for card in await tx.cards.by(case_id=case_id):
        touch(tx, card)
    await touch_overviews(tx)


async def touch_overviews(tx: Transaction) -> None:
    """Boards of coordinators and lists of lawyers."""
    for subject in ("board", "list"):
        for card in await tx.cards.by(subject=subject):
            touch(tx, card)
