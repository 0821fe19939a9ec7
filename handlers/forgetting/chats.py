"""What stands in chats about a case that is forgotten: cards of members, and what the bot wrote to whoever reported it.

Telegram lets a bot delete for 48 hours; what is older it may change, so it is emptied. Words of the person stay: only they
can delete them. A chat in which something else is under way keeps what stands there.
"""

from collections.abc import Sequence

from sqlalchemy import or_

from bot.core.model import Address, Case, Report
from bot.core.traffic import Lane
from bot.core.vocabulary import DialogueState, ReportState
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.membership import members_at
from handlers.service import Service
from storage.schema import cards, messages
from storage.transaction import Transaction

PORTION = 100  # messages of a chat that are emptied in one transaction


async def empty(tx: Transaction, service: Service, report: Report) -> bool:
    """The chat of whoever reported it, if nothing of theirs is left there that is not forgotten. False: there is more."""
    address = await tx.addresses.get(report.address_id)
    if address is None or not addresses.is_chat(address):
        return True
    if not await is_of_nothing_else(tx, report, address):
        return True
    mine = messages.c.address_id == address.id
    found = await tx.messages.select(mine, order_by=messages.c.id.desc(), limit=PORTION)
    for message in found:
        if message.outgoing:
            sending.take_away(tx, address.id, message.message_id, message.at, lane=Lane.EDIT)
        tx.messages.remove(message.id)
    return len(found) < PORTION


async def is_of_nothing_else(tx: Transaction, report: Report, address: Address) -> bool:
    """Whether all that was ever said in this chat is about this report."""
    others = [one for one in await tx.reports.by(address_id=address.id) if one.id != report.id]
    used = any(one.state is not ReportState.EXPIRED for one in others) or await _is_used(tx, address)
    return addresses.is_chat(address) and not used


async def _is_used(tx: Transaction, address: Address) -> bool:
    """Whether it is a member's, or something is under way there."""
    return bool(
        await members_at(tx, address.id)
        or await tx.dialogues.by(address_id=address.id, state=DialogueState.OPEN)
        or await tx.checkins.by(address_id=address.id)
        or await tx.lookups.by(address_id=address.id)
    )


async def take_away_cards(tx: Transaction, case: Case, reports: Sequence[Report]) -> None:
    """Every card of the case, whoever has it; also those that asked about it."""
    about = cards.c.subject_id.in_([case.id, *(report.id for report in reports)])
    for card in await tx.cards.select(or_(cards.c.case_id == case.id, about)):
        if card.message_id is not None:
            sending.take_away(tx, card.address_id, card.message_id, card.created_at, lane=Lane.EDIT)
        tx.cards.remove(card.id)


async def take_away_all(tx: Transaction, address_id: int) -> None:
    """Every card of somebody who is not on the roster any more."""
    for card in await tx.cards.by(address_id=address_id):
        if card.message_id is not None:
            sending.take_away(tx, address_id, card.message_id, card.created_at, lane=Lane.EDIT)
        tx.cards.remove(card.id)
