"""What a case left in chats, in what came in and in what was sent: cards of members, what the bot wrote to its reporters,
updates as they came. By their terms these go within days; if somebody asks that a case be forgotten, they go with it.

Found are those of a reporter's chat in which nothing else was said, the reporter's own words in any chat, and everything
that names the code of the case, in members' chats too.

Telegram lets a bot delete for 48 hours; what is older it may change, so it is emptied. Words of the person stay: only they
can delete them. A chat in which something else is under way is left as it is.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import not_, or_

from core.model import Address, Case, Report
from core.traffic import InboxUpdate, Lane, Outgoing
from core.vocabulary import DialogueState, ReportState
from handlers.casework.disclosure import KEY as HANDED_OUT
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.membership import members_at
from handlers.service import Service
from storage import inbox
from storage.schema import cards, message_leased, message_waits, messages, outbox
from storage.transaction import Transaction

MESSAGES_AT_ONCE = 100  # messages of a chat that are emptied in one transaction


async def empty_chat(tx: Transaction, service: Service, report: Report) -> bool:
    """The reporter's chat, if nothing of theirs is left there that is not forgotten. False: there is more."""
    address = await tx.addresses.get(report.address_id)
    if address is None or not addresses.is_chat(address):
        return True
    if not await is_about_report_only(tx, report, address):
        return True
    mine = messages.c.address_id == address.id
    found = await tx.messages.select(mine, order_by=messages.c.id.desc(), limit=MESSAGES_AT_ONCE)
    for message in found:
        if message.outgoing:
            sending.take_message_away(tx, address.id, message.message_id, message.at, lane=Lane.EDIT)
        tx.messages.remove(message.id)
    return len(found) < MESSAGES_AT_ONCE


async def is_about_report_only(tx: Transaction, report: Report, address: Address) -> bool:
    """Whether all that was ever said in this chat is about this report."""
    others = [other for other in await tx.reports.by(address_id=address.id) if other.id != report.id]
    used = any(other.state is not ReportState.EXPIRED for other in others) or await _is_used(tx, address)
    return addresses.is_chat(address) and not used


async def _is_used(tx: Transaction, address: Address) -> bool:
    """Whether it is a member's, or something is under way there."""
    return bool(
        await members_at(tx, address.id)
        or await tx.dialogues.by(address_id=address.id, state=DialogueState.OPEN)
        or await tx.checkins.by(address_id=address.id)
        or await tx.lookups.by(address_id=address.id)
    )


async def take_case_cards_away(tx: Transaction, case: Case, reports: Sequence[Report]) -> None:
    """Every card of the case, in every chat; also those that asked about it."""
    about = cards.c.subject_id.in_([case.id, *(report.id for report in reports)])
    for card in await tx.cards.select(or_(cards.c.case_id == case.id, about)):
        if card.message_id is not None:
            sending.take_message_away(tx, card.address_id, card.message_id, card.created_at, lane=Lane.EDIT)
        tx.cards.remove(card.id)


async def take_all_cards_away(tx: Transaction, address_id: int) -> None:
    """Every card of somebody who is not on the roster any more."""
    for card in await tx.cards.by(address_id=address_id):
        if card.message_id is not None:
            sending.take_message_away(tx, address_id, card.message_id, card.created_at, lane=Lane.EDIT)
        tx.cards.remove(card.id)


ROWS_AT_ONCE = 1_000  # rows that are opened in one transaction


class TraceProgress(Struct, frozen=True):
    """Behind which rows of the inbox and the outbox it is looked on."""

    came: int = 0
    left: int = 0


class _CaseTraces(Struct, frozen=True):
    """By what the traces of a case are known. ``chats``: nothing else was said there; ``said``: chat and message."""

    code: str
    chats: dict[int, str]  # the address's id and how the messenger calls it
    said: frozenset[tuple[str, str]]

    def came(self, row: InboxUpdate) -> bool:
        leaves = set(_values_in(_parse(row.raw)))
        if any(chat in leaves for chat in self.chats.values()) or any(self.code in leaf for leaf in leaves):
            return True
        return any(chat in leaves and message in leaves for chat, message in self.said)

    def left(self, row: Outgoing) -> bool:
        return row.address_id in self.chats or any(self.code in leaf for leaf in _values_in(row.payload))


async def forget_traces(tx: Transaction, case: Case, reached: TraceProgress) -> TraceProgress | None:
    """The next of them, or None after the last. To be called before it is forgotten whose reports they were."""
    tx.forget()
    of = await _traces_of(tx, case)
    came = await inbox.handled(tx, ROWS_AT_ONCE, reached.came)
    await inbox.delete(tx, [row.id for row in came if of.came(row)])
    over = not_(message_waits), not_(message_leased), outbox.c.id > reached.left
    left = await tx.outgoing.select(*over, order_by=outbox.c.id, limit=ROWS_AT_ONCE)
    for row in left:
        if of.left(row) and not (row.key or "").startswith(HANDED_OUT):
            await _take_text_away(tx, of, row)
    if len(came) < ROWS_AT_ONCE and len(left) < ROWS_AT_ONCE:
        return None
    return TraceProgress(came[-1].id if came else reached.came, left[-1].id if left else reached.left)


async def _traces_of(tx: Transaction, case: Case) -> _CaseTraces:
    alone, said = {}, set()
    for report in await tx.reports.by(case_id=case.id):
        address = await tx.addresses.get(report.address_id)
        if address is None:
            continue
        if await is_about_report_only(tx, report, address):
            alone[address.id] = address.chat
        entries = await tx.entries.by(report_id=report.id)
        said |= {(address.chat, str(entry.message_id)) for entry in entries if entry.message_id}
    return _CaseTraces(case.code, alone, frozenset(said))


async def _take_text_away(tx: Transaction, of: _CaseTraces, row: Outgoing) -> None:
    """The text, and the message on a member's phone; a reporter's chat is emptied with the help."""
    address = await tx.addresses.get(row.address_id)
    shown = row.payload.get("message_id") if row.kind == "edit" else row.message_id
    if shown is not None and address is not None and address.private and address.id not in of.chats:
        sending.take_message_away(tx, address.id, shown, row.sent_at or row.created_at, lane=Lane.EDIT)
    tx.outgoing.remove(row.id)


def _parse(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:  # nothing that we understand, but it may name the code
        return raw.decode("utf-8", "replace")


def _values_in(value: Any) -> Iterator[str]:
    """Every value in it, as text."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _values_in(part)
    else:
        yield str(value)
