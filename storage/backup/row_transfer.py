"""All rows of a database on their way: table by table, portion by portion, by the shortest way that each driver has. The
same rows give the same bytes, whichever database has them.

A portion of rows is `length (4) | JSON, compressed | bytes`. JSON has a list a column; of a column of bytes it has their
lengths, and they themselves follow: what is sealed cannot be compressed, and base64 would take its time.

What a column holds is written down with it, so that tables of an earlier version are read too. Values have SQLite's form: a
moment is microseconds since 1970, a day its ISO text, yes 1.
"""

import hashlib
import json
import zlib
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import accumulate, pairwise
from typing import Any

from msgspec import Struct
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    func,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.driver_errors import translated
from storage.engine import at_driver
from storage.schema import metadata
from storage.schema.columns import EPOCH, MICROSECOND, UtcTime
from storage.shielding import finish_shielded

Values = Sequence[Any]  # of one column
Convert = Callable[[Any], Any]
BYTES = "bytes"
_KINDS = (
    (UtcTime, "moment"),
    (DateTime, "moment"),  # as PostgreSQL itself calls it
    (Date, "day"),
    (LargeBinary, BYTES),
    (Boolean, "yes"),
    (Integer, "number"),
    (Float, "fraction"),
    (Text, "text"),
)
# What PostgreSQL calls it.
ON_SERVER = {
    "moment": "timestamptz",
    "day": "date",
    BYTES: "bytea",
    "yes": "boolean",
    "number": "bigint",
    "fraction": "double precision",
    "text": "text",
}


def _counted(moment: datetime) -> int:
    return (moment - EPOCH) // MICROSECOND


def _moment(count: int) -> datetime:
    return EPOCH + timedelta(microseconds=count)


FROM_SERVER: dict[str, Convert] = {"moment": _counted, "day": date.isoformat, "yes": int}
TO_SERVER: dict[str, Convert] = {"moment": _moment, "day": date.fromisoformat, "yes": bool}


def kind_of_column(column: Column[Any]) -> str:
    """What a column holds; where only SQLite's word for it is known, which has none for a moment, as ours of that name.
    KeyError for a type that no backup knows.
    """
    ours = metadata.tables.get(column.table.name)
    known = ours.c.get(column.name) if ours is not None else None
    if known is not None and isinstance(known.type, UtcTime) and isinstance(column.type, Integer):
        return "moment"
    for kind, name in _KINDS:
        if isinstance(column.type, kind):
            return name
    raise KeyError(str(column))


def convert_columns(kinds: Sequence[str], columns: Sequence[Values], by: dict[str, Convert]) -> list[Values]:
    """The columns, each value as ``by`` says for its kind."""
    return [
        [None if value is None else by[kind](value) for value in values] if kind in by else values
        for kind, values in zip(kinds, columns, strict=True)
    ]


def in_the_clear(kinds: Sequence[str], columns: Sequence[Values]) -> tuple[bytes, bytes]:
    """JSON and bytes, of which hashes are made: compressed, they are another program's on another machine."""
    said: list[Values] = []
    raw: list[bytes] = []
    for kind, values in zip(kinds, columns, strict=True):
        if kind == BYTES:
            raw += [value for value in values if value]
            said.append([None if value is None else len(value) for value in values])
        else:
            said.append(values)
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode(), b"".join(raw)


def pack(said: bytes, raw: bytes) -> bytes:
    """The bytes of a portion, for a frame of the backup."""
    small = zlib.compress(said, 1)
    return len(small).to_bytes(4) + small + raw


def unpack(kinds: Sequence[str], body: bytes) -> list[Values]:
    """The columns out of the body of a frame."""
    end = 4 + int.from_bytes(body[:4])
    columns: list[Values] = json.loads(zlib.decompress(body[4:end]))
    for number, kind in enumerate(kinds):
        if kind == BYTES:
            lengths = columns[number]
            ends = accumulate((length or 0 for length in lengths), initial=end)
            columns[number] = [
                None if length is None else body[first:last]
                for length, (first, last) in zip(lengths, pairwise(ends), strict=True)
            ]
            end += sum(length or 0 for length in lengths)
    return columns


PORTION = 1_000  # rows
TABLES = metadata.sorted_tables  # parents first


class TableColumns(Struct, frozen=True):
    """A table: its name, its columns and what each holds."""

    table: str
    names: Sequence[str]
    kinds: Sequence[str]

    def columns(self) -> str:
        """The names of the columns, quoted for SQL."""
        return ", ".join(f'"{name}"' for name in self.names)


class Portion(Struct, frozen=True):
    """Some rows of a table, as columns; none: the table begins."""

    held: TableColumns
    columns: Sequence[Values]

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0


class RowsHash:
    """A hash of all rows: equal where each is."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, held: TableColumns, said: bytes, raw: bytes) -> None:
        """A portion in the clear."""
        self._hash.update(f"{held.table} {held.columns()} {len(said)} {len(raw)}\n".encode())
        self._hash.update(said)
        self._hash.update(raw)

    def hex(self) -> str:
        """Of all that was added."""
        return self._hash.hexdigest()


async def tables_in(connection: AsyncConnection, *, ours: bool) -> Sequence[Table]:
    """Its tables, parents first: ours, or where an earlier version made them as they are."""
    return TABLES if ours else await connection.run_sync(_found)


def _found(connection: Connection) -> Sequence[Table]:
    there = MetaData()
    there.reflect(connection)
    return [table for table in there.sorted_tables if table.name != "alembic_version"]


async def count_rows(connection: AsyncConnection, tables: Sequence[Table] = TABLES) -> int:
    """How many rows there are in all."""
    counts = [select(func.count()).select_from(table) for table in tables]
    return sum([(await connection.execute(count)).scalar_one() for count in counts])


async def portions(connection: AsyncConnection, tables: Sequence[Table] = TABLES) -> AsyncIterator[Portion]:
    """All of them, those of a table in the order of its key. No more than one is in memory."""
    for table in tables:
        held = TableColumns(
            table.name, [column.name for column in table.c], [kind_of_column(column) for column in table.c]
        )
        yield Portion(held, ())
        (key,) = table.primary_key.columns
        at, last = held.names.index(key.name), None
        while True:
            found = await _after(connection, held, at, last)
            if found:
                last = found[-1][at]
                columns: list[Values] = list(zip(*found, strict=True))
                if connection.dialect.name != "sqlite":
                    columns = convert_columns(held.kinds, columns, FROM_SERVER)
                yield Portion(held, columns)
            if len(found) < PORTION:
                break


async def _after(
    connection: AsyncConnection, held: TableColumns, at: int, last: Any
) -> Sequence[Sequence[Any]]:
    """The rows behind this key. Text is ordered by its bytes, no matter which language the server sorts by."""
    on_server = connection.dialect.name != "sqlite"
    key = f'"{held.names[at]}"' + (' COLLATE "C"' if on_server and held.kinds[at] == "text" else "")
    where = f" WHERE {key} > {'$1' if on_server else '?'}" if last is not None else ""
    sql = f"SELECT {held.columns()} FROM {held.table}{where} ORDER BY {key} LIMIT {PORTION}"
    values = () if last is None else (last,)
    with translated():
        if on_server:
            return (await connection.exec_driver_sql(sql, values)).all()
        return await finish_shielded(
            at_driver(connection, lambda sqlite: sqlite.execute(sql, values).fetchall())
        )


async def write_portion(connection: AsyncConnection, portion: Portion) -> None:
    """Write them, in one statement."""
    held = portion.held
    with translated():
        if connection.dialect.name == "sqlite":
            marks = ", ".join("?" * len(held.names))
            sql = f"INSERT INTO {held.table} ({held.columns()}) VALUES ({marks})"
            rows = zip(*portion.columns, strict=True)
            await finish_shielded(at_driver(connection, lambda sqlite: sqlite.executemany(sql, rows)))
        else:
            arrays = ", ".join(f"${n}::{ON_SERVER[kind]}[]" for n, kind in enumerate(held.kinds, 1))
            sql = f"INSERT INTO {held.table} ({held.columns()}) SELECT * FROM unnest({arrays})"
            columns = convert_columns(held.kinds, portion.columns, TO_SERVER)
            await connection.exec_driver_sql(sql, tuple(list(values) for values in columns))


async def hash_of(connection: AsyncConnection) -> str:
    """SHA-256 of all rows."""
    seen = RowsHash()
    async for portion in portions(connection):
        if portion:
            seen.add(portion.held, *in_the_clear(portion.held.kinds, portion.columns))
    return seen.hex()
