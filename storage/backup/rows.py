"""All rows of a database, table by table, as frames: the same frames from the same rows, whichever database has them."""

import hashlib
import json
from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import Column, Table, Text, collate, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.elements import ColumnElement

from storage.backup.frames import framed, holds, rows_frame
from storage.schema import metadata

PORTION = 500  # rows of a frame
TABLES = metadata.sorted_tables  # parents first


async def count(connection: AsyncConnection) -> int:
    """How many rows there are in all."""
    counts = [select(func.count()).select_from(table) for table in TABLES]
    return sum([(await connection.execute(one)).scalar_one() for one in counts])


async def row_frames(connection: AsyncConnection) -> AsyncIterator[tuple[bytes, int]]:
    """Each frame, and how many rows stand in it. No more than one frame is in memory."""
    for table in TABLES:
        kinds = [holds(column) for column in table.c]
        named = [[column.name, kind] for column, kind in zip(table.c, kinds, strict=True)]
        yield framed(b"T", json.dumps([table.name, named]).encode()), 0
        key, last = _key(table, connection), None
        while True:
            statement = select(table).order_by(key).limit(PORTION)
            found = (
                await connection.execute(statement if last is None else statement.where(key > last))
            ).all()
            if found:
                last = found[-1]._mapping[_column(table).name]
                yield rows_frame(kinds, found), len(found)
            if len(found) < PORTION:
                break


async def hash_of(connection: AsyncConnection) -> str:
    """SHA-256 of all frames: equal where every row is."""
    seen = hashlib.sha256()
    async for frame, _ in row_frames(connection):
        seen.update(frame)
    return seen.hexdigest()


def _column(table: Table) -> Column[Any]:
    (key,) = table.primary_key.columns
    return key


def _key(table: Table, connection: AsyncConnection) -> ColumnElement[Any]:
    """By what rows are ordered: text by its bytes, whatever language the server sorts by."""
    key = _column(table)
    by_bytes = isinstance(key.type, Text) and connection.dialect.name == "postgresql"
    return collate(key, "C") if by_bytes else key
