"""What a case left in what came and in what has left: updates as they came, texts as they went. By their terms they go
within days; where somebody asks that a case be forgotten, they go with it.

Found are those of a reporter's chat in which nothing else was said; the reporter's own words in any chat; and whatever names
the code of the case, in members' chats too: what the bot wrote there is taken away as far as the messenger lets.
"""

import json
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from sqlalchemy import not_

from bot.core.model import Case
from bot.core.traffic import Lane, Outgoing, Received
from handlers.casework.handed_out import KEY as HANDED_OUT
from handlers.forgetting import chats
from handlers.outbox import sending
from storage import inbox
from storage.schema import message_leased, message_waits, outbox
from storage.transaction import Transaction

PORTION = 1_000  # rows that are opened in one transaction


class Reached(Struct, frozen=True):
    """Behind which rows of the inbox and the outbox it is looked on."""

    came: int = 0
    left: int = 0


class _Of(Struct, frozen=True):
    """By what the traces of a case are known. ``chats``: nothing else was said there; ``said``: chat and message."""

    code: str
    chats: dict[int, str]  # the address's id and how the messenger calls it
    said: frozenset[tuple[str, str]]

    def came(self, row: Received) -> bool:
        leaves = set(_leaves(_read(row.raw)))
        if any(chat in leaves for chat in self.chats.values()) or any(self.code in leaf for leaf in leaves):
            return True
        return any(chat in leaves and message in leaves for chat, message in self.said)

    def left(self, row: Outgoing) -> bool:
        return row.address_id in self.chats or any(self.code in leaf for leaf in _leaves(row.payload))


async def forget(tx: Transaction, case: Case, reached: Reached) -> Reached | None:
    """The next of them. None: there are no more. To be called before it is forgotten whose reports they were."""
    tx.forget()
    of = await _of(tx, case)
    came = await inbox.handled(tx, PORTION, reached.came)
    await inbox.delete(tx, [row.id for row in came if of.came(row)])
    over = not_(message_waits), not_(message_leased), outbox.c.id > reached.left
    left = await tx.outgoing.select(*over, order_by=outbox.c.id, limit=PORTION)
    for row in left:
        if of.left(row) and not (row.key or "").startswith(HANDED_OUT):
            await _take_away(tx, of, row)
    if len(came) < PORTION and len(left) < PORTION:
        return None
    return Reached(came[-1].id if came else reached.came, left[-1].id if left else reached.left)


async def _of(tx: Transaction, case: Case) -> _Of:
    alone, said = {}, set()
    for report in await tx.reports.by(case_id=case.id):
        address = await tx.addresses.get(report.address_id)
        if address is None:
            continue
        if await chats.is_of_nothing_else(tx, report, address):
            alone[address.id] = address.chat
        entries = await tx.entries.by(report_id=report.id)
        said |= {(address.chat, str(entry.message_id)) for entry in entries if entry.message_id}
    return _Of(case.code, alone, frozenset(said))


async def _take_away(tx: Transaction, of: _Of, row: Outgoing) -> None:
    """The text, and the message on a member's phone; a reporter's chat is emptied with the help."""
    address = await tx.addresses.get(row.address_id)
    shown = row.payload.get("message_id") if row.kind == "edit" else row.message_id
    if shown is not None and address is not None and address.private and address.id not in of.chats:
        sending.take_away(tx, address.id, shown, row.sent_at or row.created_at, lane=Lane.EDIT)
    tx.outgoing.remove(row.id)


def _read(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except ValueError:  # nothing that we understand, but it may name the code
        return raw.decode("utf-8", "replace")


def _leaves(value: Any) -> Iterator[str]:
    """Every value in it, as text."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _leaves(one)
    else:
        yield str(value)
