"""Rotation: everything that an earlier key sealed is sealed again with the newest one.

``dabyl keys rotate`` notes the id of the key that is to seal (`sealing_keys`). A running process looks there with each sign
of life, reads its keys again, and says in the sign which key it seals with; nothing is sealed again before that is the right
one.

The rotation runs in small writes of its own, beside a running service or without one, and may be interrupted and started
again: rows that already have the newest key are skipped. When it has ended, the earlier keys can be taken out of DABYL_KEY;
the old backups still need them.

The keys of hashes come last: until then the earlier key opens the database, even if the newest is lost. The key for hashes
of names is replaced; a running service sees that and makes its hashes again.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, Row, Table, bindparam, func, select

from storage.database import Database
from storage.schema import metadata, sealing_keys, secrets
from storage.schema.columns import bound_to
from storage.sealing import Keyring, context
from storage.secret_keys import NAMES, context_of, renew
from storage.transaction import Transaction

log = logging.getLogger(__name__)


async def wanted_key_id(tx: Transaction) -> str | None:
    """The id of the key that is to seal, if any rotation has said so."""
    newest = select(sealing_keys.c.key).order_by(sealing_keys.c.since.desc()).limit(1)
    return (await tx.execute(newest)).scalar()


async def follow_rotation(database: Database, tx: Transaction) -> bool:
    """Do what a rotation asks, as far as it can be done. Whether the key of names is another one now."""
    keyring, key = database.keyring, await wanted_key_id(tx)
    if key is not None and key != keyring.newest.hex():
        why = await asyncio.to_thread(keyring.read_again)
        if not why and key != keyring.newest.hex():
            why = f"it is not the first one there ({', '.join(keyring.ids)})"
        if why:
            log.error("the key %s is wanted: %s", key, why)
        else:
            log.info("the key %s seals from now on", key)
    sealed = (await tx.execute(select(secrets.c.secret).where(secrets.c.name == NAMES))).scalar_one()
    return database.take_names_key(keyring.unseal(sealed, context_of(NAMES)))


ROWS = 500  # a write
Progress = Callable[[int, int], object]  # how many rows were looked at, of how many
SEALED = {
    table: names
    for table in [*(table for table in metadata.sorted_tables if table is not secrets), secrets]
    if (names := [column.name for column in table.c if "sealed" in column.info])
}


async def reseal(database: Database, now: datetime, progress: Progress = lambda done, total: None) -> int:
    """Seal everything with the newest key. How many rows that changed. Raises WrongKey when an earlier key is missing."""
    changed = looked_at = 0
    async with database.read(now) as tx:
        total = sum([await _count(tx, table) for table in SEALED])
    for table, sealed in SEALED.items():
        after: Any = None
        while True:
            async with database.write(now) as tx:
                after, count = await _some(tx, table, sealed, after)
                if (
                    count and table is secrets
                ):  # in one write with it: if it is interrupted here, both are done or neither
                    await renew(tx, NAMES)
            changed += count
            looked_at += ROWS
            progress(min(looked_at, total), total)
            if after is None:
                break
    return changed


async def in_use(tx: Transaction, tables: Iterable[Table] = metadata.sorted_tables) -> Counter[str]:
    """By the id of each key: in how many rows something is sealed with it. ``tables``: those that are there, where an
    earlier version made them.
    """
    there = {(table.name, column.name) for table in tables for column in table.c}
    counted: Counter[str] = Counter()
    for table, sealed in SEALED.items():
        columns = [
            func.substr(table.c[name], 2, 4, type_=LargeBinary)
            for name in sealed
            if (table.name, name) in there
        ]
        if not columns:
            continue
        for row in await tx.execute(select(*columns, func.count()).group_by(*columns)):
            for key in {bytes(sealed).hex() for sealed in list(row)[:-1]}:
                counted[key] += row[-1]
    return counted


async def _count(tx: Transaction, table: Table) -> int:
    return int((await tx.execute(select(func.count()).select_from(table))).scalar_one())


async def _some(tx: Transaction, table: Table, sealed: list[str], after: Any) -> tuple[Any, int]:
    """The next rows behind the key ``after``. The last key, None at the end; and how many rows changed."""
    key = next(iter(table.primary_key.columns))
    statement = select(table).order_by(key).limit(ROWS)
    rows = (await tx.execute(statement if after is None else statement.where(key > after))).all()
    old = [row for row in rows if not all(tx.keyring.is_newest(row._mapping[name]) for name in sealed)]
    if old:
        update = table.update().where(key == bindparam("_key"))
        update = update.values({name: bindparam(f"new_{name}") for name in sealed})
        await tx.execute(update, [_anew(tx.keyring, table, sealed, row) for row in old])
    last = rows[-1]._mapping[key.name] if len(rows) == ROWS else None
    return last, len(old)


def _anew(keyring: Keyring, table: Table, sealed: list[str], row: Row[Any]) -> dict[str, Any]:
    values = row._mapping
    anew = {"_key": values[next(iter(table.primary_key.columns)).name]}
    for name in sealed:
        about = context(table.name, name, values[bound_to(table)])
        anew[f"new_{name}"] = keyring.seal(keyring.unseal(values[name], about), about)
    return anew
