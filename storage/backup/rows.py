"""All rows of a database, table by table, portion by portion, by the shortest way that each driver has."""

import hashlib
from collections.abc import AsyncIterator, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.backup.columns import (
    FROM_SERVER,
    ON_SERVER,
    TO_SERVER,
    Values,
    converted,
    holds,
    in_the_clear,
)
from storage.engine import at_driver
from storage.schema import metadata
from storage.translated import translated
from storage.uncancelled import finished

PORTION = 1_000  # rows
TABLES = metadata.sorted_tables  # parents first


class Held(Struct, frozen=True):
    """A table: its name, its columns and what each holds."""

    table: str
    names: Sequence[str]
    kinds: Sequence[str]

    def columns(self) -> str:
        """For SQL."""
        return ", ".join(f'"{name}"' for name in self.names)


class Portion(Struct, frozen=True):
    """Some rows of a table, as columns; none: the table begins."""

    held: Held
    columns: Sequence[Values]

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0


class Seen:
    """A hash of all rows: equal where each is."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, held: Held, said: bytes, raw: bytes) -> None:
        """A portion in the clear."""
        self._hash.update(f"{held.table} {held.columns()} {len(said)} {len(raw)}\n".encode())
        self._hash.update(said)
        self._hash.update(raw)

    def hex(self) -> str:
        """Of all that was added."""
        return self._hash.hexdigest()


async def count(connection: AsyncConnection) -> int:
    """How many rows there are in all."""
    counts = [select(func.count()).select_from(table) for table in TABLES]
    return sum([(await connection.execute(one)).scalar_one() for one in counts])


async def portions(connection: AsyncConnection) -> AsyncIterator[Portion]:
    """All of them, those of a table in the order of its key. No more than one is in memory."""
    for table in TABLES:
        held = Held(table.name, [one.name for one in table.c], [holds(one) for one in table.c])
        yield Portion(held, ())
        (key,) = table.primary_key.columns
        at, last = held.names.index(key.name), None
        while True:
            found = await _after(connection, held, at, last)
            if found:
                last = found[-1][at]
                columns: list[Values] = list(zip(*found, strict=True))
                if connection.dialect.name != "sqlite":
                    columns = converted(held.kinds, columns, FROM_SERVER)
                yield Portion(held, columns)
            if len(found) < PORTION:
                break


async def _after(connection: AsyncConnection, held: Held, at: int, last: Any) -> Sequence[Sequence[Any]]:
    """The rows behind this key. Text is ordered by its bytes, whatever language the server sorts by."""
    on_server = connection.dialect.name != "sqlite"
    key = f'"{held.names[at]}"' + (' COLLATE "C"' if on_server and held.kinds[at] == "text" else "")
    where = f" WHERE {key} > {'$1' if on_server else '?'}" if last is not None else ""
    sql = f"SELECT {held.columns()} FROM {held.table}{where} ORDER BY {key} LIMIT {PORTION}"
    values = () if last is None else (last,)
    with translated():
        if on_server:
            return (await connection.exec_driver_sql(sql, values)).all()
        return await finished(at_driver(connection, lambda sqlite: sqlite.execute(sql, values).fetchall()))


async def put(connection: AsyncConnection, portion: Portion) -> None:
    """Write them, in one statement."""
    held = portion.held
    with translated():
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(held.names))
            sql = f"INSERT INTO {held.table} ({held.columns()}) VALUES ({marks})"
            rows = zip(*portion.columns, strict=True)
            await finished(at_driver(connection, lambda sqlite: sqlite.executemany(sql, rows)))
        else:
            arrays = ", ".join(f"${n}::{ON_SERVER[kind]}[]" for n, kind in enumerate(held.kinds, 1))
            sql = f"INSERT INTO {held.table} ({held.columns()}) SELECT * FROM unnest({arrays})"
            columns = converted(held.kinds, portion.columns, TO_SERVER)
            await connection.exec_driver_sql(sql, tuple(list(values) for values in columns))


async def hash_of(connection: AsyncConnection) -> str:
    """SHA-256 of all rows."""
    seen = Seen()
    async for portion in portions(connection):
        if portion:
            seen.add(portion.held, *in_the_clear(portion.held.kinds, portion.columns))
    return seen.hex()
