"""The database: opens, hands out transactions, and tells what was committed.

One writer at a time. A write that ends well is flushed, committed and announced; one that raises leaves no trace, in the
database or in memory. Readers run beside the writer and see the last commit. After something was deleted for good, SQLite's
write-ahead log is emptied, so that no older page of it stays there.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage import evidence
from storage.connections import Guard, connected, ended, given_back
from storage.driver_errors import translated
from storage.engine import (
    begin_reading,
    begin_writing,
    commit,
    connect,
    files_folder,
    line_file,
    parse_url,
    refuse_cut_off,
    sqlite_file,
    wal_emptied,
)
from storage.errors import NotMigrated, Refused
from storage.file_owner import refuse_foreign
from storage.folder import Folder
from storage.ids import Ids, highest_id
from storage.outbox import Committed, committed
from storage.row_cache import RowCache
from storage.schema_revision import check, revisions
from storage.sealing import Keyring
from storage.secret_keys import LOOKUP, NAMES, secret_key
from storage.sqlite_notes import HighWater, LineCount
from storage.transaction import Transaction
from storage.unsealed_cache import Opened

AGAIN = timedelta(minutes=1)  # until it is tried again, where somebody was reading


class LogEmptied:
    """Of one database. What was deleted may stand in the log since ``_since``."""

    def __init__(self) -> None:
        self._since: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether somebody was reading, so that what was deleted still stands there."""
        return self._since is not None

    async def after(self, connection: AsyncConnection, tx: Transaction) -> None:
        """A transaction was committed: empty the log if it forgot something, or an earlier one did that could not."""
        if tx.forgets or self._is_time(tx.now):
            self._since = None if await wal_emptied(connection) else tx.now

    def _is_time(self, now: datetime) -> bool:
        """A minute later; or earlier than before, by a clock that was put back."""
        return self._since is not None and not timedelta() <= now - self._since < AGAIN


__all__ = ["Committed", "Database"]


class Database:
    """An open database. ``on_commit``: called with what a commit changed, after it; must be quick and not raise."""

    def __init__(
        self,
        engine: AsyncEngine,
        keyring: Keyring,
        lookup: bytes,
        names: bytes,
        ids: Ids,
        files: Path | None = None,
        revision: str = "",
    ) -> None:
        self.engine = engine
        self.revision = revision
        self.keyring = keyring
        self._opened = Opened(keyring, lookup)
        self.on_commit: list[Callable[[Committed], None]] = []
        self._lookup_key = lookup
        self._names_key = names
        self._ids = ids
        file = sqlite_file(engine.url)
        self._lines = LineCount(line_file(file), lookup) if file is not None else None
        files = files or (files_folder(file) if file is not None else None)
        self.folder = Folder(files, lookup) if files is not None else None  # None: nothing is copied
        self._writer = asyncio.Lock()
        self._writing: asyncio.Task[object] | None = None
        self._kept: AsyncConnection | None = None  # the writer's
        self.high_water: HighWater | None = None  # while the database is held, on SQLite
        self._guard: Guard | None = None  # while it is held, on a server
        self._held: list[int] = []
        self.log = LogEmptied()
        self._carried = RowCache()

    @classmethod
    async def open(
        cls,
        url: str,
        keyring: Keyring,
        *,
        ids: Ids | None = None,
        files: Path | None = None,
        earlier: bool = False,
    ) -> "Database":
        """Open a migrated database. ``files``: the folder of what people sent, if it is not beside a SQLite database.
        ``earlier``: also one of an earlier version, of which nothing but a backup can be made.

        Raises NotMigrated, NewerDatabase, WrongKey or Unavailable; each says what to do.
        """
        parsed = parse_url(url)
        file = sqlite_file(parsed)
        if file is not None and not file.exists():
            raise NotMigrated(
                f"There is no database {file} yet. Run `dabyl migrate`, or correct storage.url."
            )
        if file is not None:
            refuse_cut_off(file)
            refuse_foreign(file)
        engine = connect(parsed)
        ids = ids or Ids()
        try:
            with translated():
                async with engine.connect() as connection:
                    revision = await check(connection, earlier=earlier)
                    lookup = await secret_key(connection, keyring, LOOKUP)
                    names = await secret_key(connection, keyring, NAMES)
                    if revision == revisions()[0]:
                        ids.not_below(await highest_id(connection))
        except BaseException:
            await engine.dispose()
            raise
        return cls(engine, keyring, lookup, names, ids, files, revision)

    async def close(self) -> None:
        """Wait for the writer, then close the connections. All readers must have finished."""
        async with self._writer:
            self._carried.forget()
            if self._kept is not None:
                await given_back(self._kept, failing=True)
                self._kept = None
            await self.engine.dispose()
        for descriptor in self._held:
            os.close(descriptor)

    async def guard(self, guard: Guard | None) -> None:
        """Each session of the writer has to be let in by this one from now on; with None the one that is there ends.

        Raises what the guard raises.
        """
        async with self._writer:
            self._guard, kept, self._kept = guard, self._kept, None
            if kept is not None:
                await ended(kept)
            if guard is not None:
                self._kept = await self._new_writer()

    def take_names_key(self, key: bytes) -> bool:
        """Take the key of hashes of names, which a rotation may have replaced. Whether it is a different one now."""
        before, self._names_key = self._names_key, key
        return key != before

    def close_last(self, descriptor: int) -> None:
        """Close this file after all connections. The kernel drops SQLite's own locks when anybody in this process closes a
        descriptor of the database's file.
        """
        self._held.append(descriptor)

    @asynccontextmanager
    async def write(self, now: datetime) -> AsyncIterator[Transaction]:
        """A transaction that is flushed and committed when the block ends, and rolled back when it raises.

        Raises Unavailable (try again later) or Refused (the rows are to blame).
        """
        if self._writing is not None and self._writing is asyncio.current_task():
            raise RuntimeError("this task is writing already: a write inside a write would wait for itself")
        async with self._writer:
            self._writing = asyncio.current_task()
            try:
                async with self._writing_connection() as connection:
                    with translated():
                        await begin_writing(connection)
                    tx = self._transaction(connection, now, writable=True)
                    tx.known = await self._carried.known(tx.session)
                    yield tx
                    await tx.prepare()
                    if tx.recorded:
                        await evidence.cover(tx)
                        await tx.prepare()
                    changes = await committed(tx)
                    if tx.session.broken:
                        raise Refused(
                            "A statement of this transaction failed: what it has written is not whole."
                        )
                    lines = await self._lines_before(tx)
                    if tx.session.is_open:
                        with translated():
                            await commit(connection, tx.session.unsent())
                    await self.log.after(connection, tx)
                    if self.high_water is not None:
                        self.high_water.note(tx.newest_update, tx.sign_of_life)
                    if tx.new_lines and self._lines is not None:
                        self._lines.add(tx.new_lines, of=lines)
                    self._carried.given_back(tx.known, tx.session)
            finally:
                self._writing = None
        for tell in self.on_commit:
            tell(changes)

    @asynccontextmanager
    async def read(self, now: datetime) -> AsyncIterator[Transaction]:
        """A transaction that sees one snapshot and cannot write."""
        async with self._connection() as connection:
            with translated():
                await begin_reading(connection)
            yield self._transaction(connection, now, writable=False)

    def noted_lines(self) -> int | None:
        """How many lines all timelines must have at least: see storage.sqlite_notes. To be asked before they are counted."""
        return self._lines.noted() if self._lines is not None else None

    async def note_lines(self, tx: Transaction) -> int:
        """Note how many lines there are, in place of what was noted: a copy begins its own count."""
        lines = await evidence.count_lines(tx)
        if self._lines is not None:
            self._lines.begin(lines)
        return lines

    async def _lines_before(self, tx: Transaction) -> int:
        """All lines with those of this transaction, if nobody has noted yet how many there are."""
        unnoted = tx.new_lines and self._lines is not None and self._lines.noted() is None
        return await evidence.count_lines(tx) if unnoted else 0

    def _transaction(self, connection: AsyncConnection, now: datetime, *, writable: bool) -> Transaction:
        return Transaction(
            connection,
            now,
            keyring=self.keyring,
            opened=self._opened,
            lookup_key=self._lookup_key,
            names_key=self._names_key,
            ids=self._ids,
            writable=writable,
            noted_lines=self.noted_lines,
            folder=self.folder,
        )

    @asynccontextmanager
    async def _writing_connection(self) -> AsyncIterator[AsyncConnection]:
        """The writer's connection, kept from one write to the next unless something went wrong."""
        connection = self._kept = self._kept or await self._new_writer()
        try:
            yield connection
        except BaseException:
            self._kept = None
            await (given_back(connection, failing=True) if self._guard is None else ended(connection))
            raise

    async def _new_writer(self) -> AsyncConnection:
        with translated():
            connection = await connected(self.engine)
        try:
            if self._guard is not None:
                await self._guard.take(connection)
        except BaseException:
            await ended(connection)
            raise
        return connection

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[AsyncConnection]:
        """A connection. What is not committed at the end is rolled back, even when the task is being cancelled."""
        with translated():
            connection = await connected(self.engine)
        try:
            yield connection
        except BaseException:
            await given_back(connection, failing=True)
            raise
        await given_back(connection)
