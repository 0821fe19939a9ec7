"""The inbox: raw updates, kept before they are confirmed. A row is open, then done, or parked when nothing can handle it.

It is unique on (messenger, update id, fingerprint): the same update twice is one row, while another update under an id that
Telegram used before (ids restart after a silent week) is a new one. A row whose seal does not open is found like any other,
or it would hide all that came after it. These functions go past the maps.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Update, bindparam, func, select

from bot.core.traffic import Received
from storage.errors import Damaged, WrongKey
from storage.layout import INBOX
from storage.once import insert_once
from storage.schema import inbox
from storage.sealing import Keyring
from storage.transaction import Transaction


async def store(tx: Transaction, messenger: str, updates: Iterable[tuple[int, bytes]]) -> int:
    """Keep raw updates, in their order. How many were new."""
    rows = [
        Received(0, messenger, update_id, tx.keyed_hash("update", raw), raw, tx.now, "open")
        for update_id, raw in updates
    ]
    if not rows:
        return 0
    values = [INBOX.seal(INBOX.plain(row), tx.keyring) for row in rows]
    for value in values:
        del value["id"]  # the database counts
    once = insert_once(tx.dialect, inbox, "messenger", "update_id", "fingerprint")
    return len((await tx.execute(once, values)).all())


async def next_open(tx: Transaction, limit: int) -> list[Received]:
    """The oldest open rows, in the order of their arrival."""
    return await _find(tx, "open", limit)


async def parked(tx: Transaction, limit: int) -> list[Received]:
    """The oldest parked rows. Show of them the id, the time and the error; never the content."""
    return await _find(tx, "parked", limit)


async def count_open(tx: Transaction) -> int:
    """How many rows are not handled yet."""
    result = await tx.execute(select(func.count()).select_from(inbox).where(inbox.c.state == "open"))
    return int(result.scalar_one())


async def mark_done(tx: Transaction, ids: Collection[int]) -> None:
    """These rows were handled."""
    await _change(tx, ids, inbox.update().values(state="done", error=None))


async def count_attempt(tx: Transaction, ids: Collection[int]) -> None:
    """These rows are about to be tried singly. Commit this first: a row that kills the process is counted too."""
    await _change(tx, ids, inbox.update().values(attempts=inbox.c.attempts + 1))


async def park(tx: Transaction, id: int, error_class: str) -> None:
    """Nothing can handle this row. It is kept, and the others go on."""
    await _change(tx, [id], inbox.update().values(state="parked", error=error_class))


async def reopen(tx: Transaction, ids: Collection[int]) -> None:
    """Parked rows are tried again, as if for the first time: the cause was mended."""
    still = inbox.update().where(inbox.c.state == "parked")
    await _change(tx, ids, still.values(state="open", attempts=0, error=None))


async def name_sender(tx: Transaction, senders: Mapping[int, bytes]) -> None:
    """Note whose rows these are (row id → lookup), so that later rows of a person can wait for a failing one."""
    if senders:
        statement = inbox.update().where(inbox.c.id == bindparam("_id")).values(sender=bindparam("_sender"))
        await tx.execute(statement, [{"_id": id, "_sender": lookup} for id, lookup in senders.items()])


async def _find(tx: Transaction, state: str, limit: int) -> list[Received]:
    found = await tx.execute(select(inbox).where(inbox.c.state == state).order_by(inbox.c.id).limit(limit))
    return [_opened(record, tx.keyring) for record in found.all()]


def _opened(record: Sequence[Any], keyring: Keyring) -> Received:
    """The row. One whose seal does not open is there all the same, empty and with the reason as its ``error``."""
    try:
        return INBOX.row(INBOX.unseal(record, keyring))
    except (Damaged, WrongKey) as error:
        closed = list(record)
        closed[INBOX.names.index("raw")] = b""
        closed[INBOX.names.index("error")] = type(error).__name__
        return INBOX.row(tuple(closed))


async def _change(tx: Transaction, ids: Collection[int], update: Update) -> None:
    if ids:
        await tx.execute(update.where(inbox.c.id.in_(ids)))
