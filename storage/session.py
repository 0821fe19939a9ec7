"""A connection in one transaction: runs statements, and counts them.

On SQLite it begins together with the first question or change, in the same visit to the driver's thread.

No statement is ever cancelled half-way (storage.shielding), and what the drivers raise is translated
(storage.driver_errors).
"""

from collections.abc import Awaitable, Callable, Sequence
from sqlite3 import Connection
from typing import Any, TypeVar

from sqlalchemy import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.base import Executable

from storage.driver_errors import translated
from storage.engine import READING, WRITING, Change, Visit, at_driver, run_all
from storage.schema import inbox
from storage.shielding import finish_shielded
from storage.statements import Prepared, Values

T = TypeVar("T")
Question = tuple[Prepared, Values]


class Session:
    """``statements``: executed so far, without BEGIN and COMMIT. ``broken``: one failed, so nothing may be committed.

    ``past_the_maps``: something may have been changed of which these do not know. ``others``: on SQLite, the connection and
    how often others had written when it began; nobody does while a writer's transaction lasts.
    """

    def __init__(self, connection: AsyncConnection, *, writable: bool) -> None:
        self.statements = 0
        self.broken = False
        self.dialect = connection.dialect.name
        self.connection = connection
        self._begin = WRITING if writable else READING
        self.past_the_maps = False
        self.others: tuple[Connection, Any] | None = None
        self._has_begun = self.dialect != "sqlite"  # a server was asked before
        self._unsent: list[Change] = []  # for SQLite's driver

    async def execute(
        self, statement: Executable, parameters: Sequence[Values] | Values | None = None
    ) -> CursorResult[Any]:
        """Run any statement through SQLAlchemy."""
        connection = await self._begun()
        self.past_the_maps = self.past_the_maps or is_past_the_maps(statement)
        self.statements += 1
        return await self._answer(lambda: connection.execute(statement, parameters))

    async def begun(self) -> AsyncConnection:
        """The connection itself, in the transaction, and with all changes that waited."""
        self.past_the_maps = True
        return await self._begun()

    async def begin(self) -> None:
        """Now, not with what is asked first."""
        await self._visit(lambda _: None)

    async def _begun(self) -> AsyncConnection:
        if self._unsent or not self._has_begun:
            await self.begin()
        return self.connection

    async def fetch(self, prepared: Prepared, values: Values) -> Sequence[Sequence[Any]]:
        """Run a prepared question; all its records, as the driver gives them: :meth:`reader` reads them."""
        return (await self.fetch_all([(prepared, values)]))[0]

    async def fetch_all(self, questions: Sequence[Question]) -> list[Sequence[Sequence[Any]]]:
        """The same of several questions; on SQLite all in one visit to the driver's thread."""
        if self.dialect != "sqlite":
            return [(await self.execute(prepared.clause, values)).all() for prepared, values in questions]
        self.statements += len(questions)
        ready = [(prepared.sqlite.sql, prepared.sqlite.parameters(values)) for prepared, values in questions]
        return await self._visit(
            lambda sqlite: [sqlite.execute(*statement).fetchall() for statement in ready]
        )

    def reader(self, prepared: Prepared) -> Callable[[Sequence[Any]], Sequence[Any]]:
        """What makes of such a record the values that the column types give."""
        return prepared.sqlite.read if self.dialect == "sqlite" else _as_it_is

    async def write(self, prepared: Prepared, rows: Sequence[Values]) -> None:
        """Run a prepared change once for each of these rows, before the next question or at :meth:`send`."""
        if not rows:
            return
        if self.dialect != "sqlite":
            await self.execute(prepared.clause, rows)
            return
        statement = prepared.sqlite
        self._unsent.append((statement.sql, [statement.parameters(values) for values in rows]))
        self.statements += 1

    async def send(self) -> None:
        """Run the changes that wait, in their order and in one visit to the driver's thread."""
        if self._unsent:
            await self.begin()

    @property
    def is_open(self) -> bool:
        """Whether there is anything to commit."""
        return self._has_begun or bool(self._unsent)

    def unsent(self) -> Visit:
        """What the next visit does first: begins, if that was not done, and makes the changes that wait."""
        changes, self._unsent = self._unsent, []

        def run(sqlite: Connection) -> None:
            if not self._has_begun:
                sqlite.execute(self._begin).fetchall()
                self._has_begun = True
                self.others = sqlite, sqlite.execute("PRAGMA data_version").fetchone()
            run_all(sqlite, changes)

        return run

    async def _visit(self, act: Callable[[Connection], T]) -> T:
        """Do this in the driver's thread, after the changes that wait. Its own doors lead there once a statement, and the
        way costs more than that.
        """
        first = self.unsent()

        def visit(sqlite: Connection) -> T:
            first(sqlite)
            return act(sqlite)

        return await self._answer(lambda: at_driver(self.connection, visit))

    async def _answer(self, ask: Callable[[], Awaitable[T]]) -> T:
        """What the driver says. What it raises is translated, and noted: a part of what was written is not there."""
        try:
            return await finish_shielded(ask())
        except BaseException:
            self.broken = True
            with translated():
                raise


def is_past_the_maps(statement: Executable) -> bool:
    """Whether it may change rows that the maps know. Of the inbox they know none."""
    return not statement.is_select and getattr(statement, "table", None) is not inbox


def _as_it_is(record: Sequence[Any]) -> Sequence[Any]:
    return record  # SQLAlchemy has read it
