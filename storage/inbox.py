"""The inbox: raw updates, kept before they are confirmed. A row is open, then done, or parked when nothing can handle it.

It is unique on (messenger, update id, fingerprint): the same update twice is one row, while another update under an id that
Telegram used before (ids restart after a silent week) is a new one. A row whose seal does not open is found like any other,
or it would hide all that came after it. These functions go past the maps.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Integer, Update, bindparam, select

from core.traffic import InboxUpdate
from storage.errors import Damaged, WrongKey
from storage.layout import INBOX
from storage.schema import inbox
from storage.sealing import Keyring
from storage.statements import Prepared, among, insert_once, rows_among
from storage.transaction import Transaction

MOST_AT_ONCE = 7  # a statement takes 2 ** 7 new rows; a poll brings a hundred
GIVEN = [column.name for column in inbox.c if column.name != "id"]  # the database counts the ids
OLDEST = Prepared(
    select(inbox)
    .where(inbox.c.state == bindparam("_state"), inbox.c.id > bindparam("_after"))
    .order_by(inbox.c.id)
    .limit(bindparam("_limit", type_=Integer)),
    inbox.c,
)
DONE = Prepared(inbox.update().where(inbox.c.id == bindparam("_id")).values(state="done", error=None))


@cache
def _insertion(dialect: str, size: int) -> Prepared:
    """So many new rows; their values are numbered. Gives the ids of those that were not there."""
    rows = [{name: bindparam(f"{name}_{n}", type_=inbox.c[name].type) for name in GIVEN} for n in range(size)]
    once = insert_once(dialect, inbox, "messenger", "update_id", "fingerprint")
    return Prepared(once.values(rows), inbox.primary_key.columns)


async def store(tx: Transaction, messenger: str, updates: Iterable[tuple[int, bytes]]) -> int:
    """Keep raw updates, in their order. How many were new."""
    rows = [
        InboxUpdate(0, messenger, update_id, tx.keyed_hash("update", raw), raw, tx.now, "open")
        for update_id, raw in updates
    ]
    if not rows:
        return 0
    values = [INBOX.seal(INBOX.plain(row), tx.keyring) for row in rows]
    new: list[int] = []
    start = 0
    while start < len(values):
        size = 1 << min((len(values) - start).bit_length() - 1, MOST_AT_ONCE)
        numbered = {
            f"{name}_{n}": value[name]
            for n, value in enumerate(values[start : start + size])
            for name in GIVEN
        }
        new += [number for (number,) in await tx.session.fetch(_insertion(tx.dialect, size), numbered)]
        start += size
    tx.newest_update = max(new, default=0)
    return len(new)


async def next_open(tx: Transaction, limit: int, *, after: int = 0) -> list[InboxUpdate]:
    """The oldest open rows with greater ids, in the order of their arrival."""
    return await _find(tx, "open", limit, after)


async def still_open(tx: Transaction, ids: Sequence[int]) -> list[InboxUpdate]:
    """Those of these rows that are open, in the order of the ids given."""
    size, numbered = among(ids)
    asked = rows_among(inbox, "id", size, ("state",))
    found = await tx.session.fetch(asked, {"state": "open", **numbered})
    read = tx.session.reader(asked)
    rows = {row.id: row for row in (_opened(read(record), tx.keyring) for record in found)}
    return [rows[id] for id in ids if id in rows]


async def all_open(tx: Transaction) -> tuple[set[int], list[int]]:
    """The ids of all open rows; and, oldest first, of those that were tried before."""
    found = (await tx.execute(select(inbox.c.id, inbox.c.attempts).where(inbox.c.state == "open"))).all()
    return {row.id for row in found}, sorted(row.id for row in found if row.attempts)


async def parked(tx: Transaction, limit: int) -> list[InboxUpdate]:
    """The oldest parked rows. Show of them the id, the time and the error; never the content."""
    return await _find(tx, "parked", limit)


async def handled(tx: Transaction, limit: int, after: int) -> list[InboxUpdate]:
    """The oldest handled rows with greater ids. One whose seal does not open is empty."""
    return await _find(tx, "done", limit, after)


async def delete(tx: Transaction, ids: Collection[int]) -> None:
    """These rows are gone for good."""
    if ids:
        await tx.execute(inbox.delete().where(inbox.c.id.in_(ids)))


async def mark_done(tx: Transaction, ids: Collection[int]) -> None:
    """These rows were handled."""
    await tx.session.write(DONE, [{"_id": id} for id in ids])


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


async def _find(tx: Transaction, state: str, limit: int, after: int = 0) -> list[InboxUpdate]:
    found = await tx.session.fetch(OLDEST, {"_state": state, "_limit": limit, "_after": after})
    read = tx.session.reader(OLDEST)
    return [_opened(read(record), tx.keyring) for record in found]


def _opened(record: Sequence[Any], keyring: Keyring) -> InboxUpdate:
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
