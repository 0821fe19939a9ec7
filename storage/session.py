"""A connection in one transaction: runs statements, and counts them.

No statement is ever cancelled half-way (storage.finishing), and what the drivers raise is translated (storage.errors).
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.base import Executable

from storage.engine import driver
from storage.errors import translated
from storage.finishing import finished
from storage.prepared import Prepared, Values


class Session:
    """``statements``: executed so far, not counting BEGIN and COMMIT."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.statements = 0
        self.dialect = connection.dialect.name
        self.connection = connection

    async def execute(
        self, statement: Executable, parameters: Sequence[Values] | Values | None = None
    ) -> CursorResult[Any]:
        """Run any statement through SQLAlchemy."""
        self.statements += 1
        with translated():
            return await finished(self.connection.execute(statement, parameters))

    async def fetch(self, prepared: Prepared, values: Values) -> Sequence[Sequence[Any]]:
        """Run a prepared question; all its records, as the driver gives them: :meth:`reader` reads them."""
        if self.dialect != "sqlite":
            return (await self.execute(prepared.clause, values)).all()
        self.statements += 1
        statement = prepared.sqlite
        parameters = statement.parameters(values)
        with translated():
            records = await finished(driver(self.connection).execute_fetchall(statement.sql, parameters))
        return list(records)

    def reader(self, prepared: Prepared) -> Callable[[Sequence[Any]], Sequence[Any]]:
        """What makes of such a record the values that the column types give."""
        return prepared.sqlite.read if self.dialect == "sqlite" else _as_it_is

    async def write(self, prepared: Prepared, rows: Sequence[Values]) -> None:
        """Run a prepared change once for each of these rows; for none of them, nothing."""
        if not rows:
            return
        if self.dialect != "sqlite":
            await self.execute(prepared.clause, rows)
            return
        self.statements += 1
        statement = prepared.sqlite
        parameters = [statement.parameters(values) for values in rows]
        with translated():
            await finished(driver(self.connection).executemany(statement.sql, parameters))


def _as_it_is(record: Sequence[Any]) -> Sequence[Any]:
    return record  # SQLAlchemy has read it
