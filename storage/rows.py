"""The rows of one table inside one transaction: a map in front of the database.

* A row that was read once is answered from the map; whatever is written is seen by every later question.
* A group (``by(case_id=17)``) is loaded once. ``prefetch`` loads many groups, the empty ones too, with one statement.
* Nothing is written before the flush, and then only what differs from what the database holds, many rows a statement.
* What the map knows wins over what a SELECT brings.

Rows are frozen. A dict inside a row that is changed in place is written only when the row is put again.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, CursorResult, bindparam, func, select
from sqlalchemy.sql.base import Executable

from storage.groups import Groups, Index
from storage.layout import Layout, Plain
from storage.sealing import Keyring

T = TypeVar("T")
Key = Any  # int, str or date
Where = ColumnElement[bool]
Run = Callable[..., Awaitable[CursorResult[Any]]]
CHUNK = 5_000  # values in one IN; both dialects take some 32,000 parameters a statement


class Rows(Generic[T]):
    """One table of a transaction. ``run`` executes a statement, ``flush`` writes all tables of the transaction."""

    def __init__(
        self,
        layout: Layout[T],
        keyring: Keyring,
        run: Run,
        flush: Callable[[], Awaitable[None]],
        writable: bool,
    ) -> None:
        self._layout = layout
        self._table = layout.table
        self._key = layout.table.c[layout.key]
        self._keyring = keyring
        self._run = run
        self._flush = flush
        self._writable = writable
        self._rows: dict[Key, T] = {}  # what is true now
        self._stored: dict[Key, Plain] = {}  # what the database holds
        self._absent: set[Key] = set()  # what the database is known not to hold
        self._touched: dict[Key, None] = {}  # added, put or removed since the last flush, in that order
        self._groups: Groups[T] = Groups()

    # --- questions

    async def get(self, key: Key) -> T | None:
        """The row with this key."""
        if key not in self._rows and key not in self._touched and key not in self._absent:
            await self._load(self._key == key)
            if key not in self._stored:
                self._absent.add(key)
        return self._rows.get(key)

    async def by(self, **equals: Any) -> list[T]:
        """The rows whose columns equal these values, sorted by key. ``None`` finds the empty ones."""
        index, names, values = self._index(equals)
        if values not in index.complete:
            await self._load(*(self._equals(name, equals[name]) for name in names))
            index.complete.add(values)
        return [self._rows[key] for key in sorted(index.keys[values])]

    async def prefetch(self, column: str, values: Iterable[Any], **equals: Any) -> None:
        """Load the groups ``by(column=value, **equals)`` of all values at once; by the key alone: what ``get`` finds."""
        if column == self._layout.key and not equals:
            unknown = set(values) - self._rows.keys() - self._touched.keys() - self._absent
            await self._load_in(column, unknown)
            self._absent |= unknown - self._stored.keys()
            return
        wanted = {value: self._index({column: value, **equals}) for value in values}
        missing = [value for value, (index, _, group) in wanted.items() if group not in index.complete]
        await self._load_in(column, missing, *(self._equals(name, value) for name, value in equals.items()))
        for value in missing:
            index, _, group = wanted[value]
            index.complete.add(group)

    async def select(self, *where: Where, order_by: Any = None, limit: int | None = None) -> list[T]:
        """The rows that a SELECT finds, in its order (by key unless said otherwise). Pending rows are flushed first.

        Without order and limit they are sorted here: told to order by key, SQLite walks the table instead of an index.
        """
        await self._flush()
        statement = select(self._table).where(*where)
        if order_by is None and limit is None:
            return [self._rows[key] for key in sorted(await self._take(statement))]
        order = () if order_by is None else order_by if isinstance(order_by, Sequence) else (order_by,)
        found = await self._take(statement.order_by(*order, self._key).limit(limit))
        return [self._rows[key] for key in found]

    async def count(self, *where: Where) -> int:
        """How many rows a SELECT finds. Pending rows are flushed first."""
        await self._flush()
        result = await self._run(select(func.count()).select_from(self._table).where(*where))
        return int(result.scalar_one())

    async def tally(self, column: str, **equals: Any) -> Counter[Any]:
        """How many of the rows ``by(**equals)`` have each value of a column. Loads none of them, and flushes nothing."""
        unknown = [key for key in self._touched if key not in self._stored and key not in self._absent]
        await self._load_in(self._layout.key, unknown)
        value, where = self._table.c[column], [self._equals(name, one) for name, one in equals.items()]
        counted = select(value, func.count().label("counted")).where(*where).group_by(value)
        tally: Counter[Any] = Counter()
        for record in (await self._run(counted)).mappings():
            tally[record[column]] = record["counted"]
        for key in self._touched:  # the database does not know these yet
            stored = self._stored.get(key)
            for row, sign in ((self._rows.get(key), 1), (stored and self._layout.row(stored), -1)):
                if row is not None and all(getattr(row, name) == wanted for name, wanted in equals.items()):
                    tally[getattr(row, column)] += sign
        return tally

    # --- changes

    def add(self, row: T) -> T:
        """A new row. ValueError when the map knows its key already."""
        key = getattr(row, self._layout.key)
        if key in self._rows:
            raise ValueError(f"{self._table.name} has a row {key!r} already")
        if key not in self._touched:
            self._absent.add(key)
        return self._place(key, row)

    def put(self, row: T) -> T:
        """This row in place of the one with its key; it need not have been read, nor exist."""
        return self._place(getattr(row, self._layout.key), row)

    def remove(self, key: Key) -> None:
        """No row with this key; it need not have been read, nor exist."""
        self._change(key, None)

    def _place(self, key: Key, row: T) -> T:
        self._change(key, row)
        return row

    def _change(self, key: Key, row: T | None) -> None:
        if not self._writable:
            raise RuntimeError("a reading transaction cannot write: use database.write(now)")
        self._touched[key] = None
        self._set(key, row)

    # --- the flush, driven by the transaction

    @property
    def pending(self) -> bool:
        """Whether anything was added, put or removed since the last flush."""
        return bool(self._touched)

    async def learn(self) -> None:
        """Look up the rows that were put without being read, so that they become an INSERT or an UPDATE."""
        unknown = [
            k for k in self._touched if k in self._rows and k not in self._stored and k not in self._absent
        ]
        await self._load_in(self._layout.key, unknown)
        self._absent.update(key for key in unknown if key not in self._stored)

    async def delete(self) -> None:
        """Write the removals."""
        gone = [key for key in self._touched if key not in self._rows and key not in self._absent]
        if gone:
            await self._run(
                self._table.delete().where(self._key == bindparam("_key")), [{"_key": key} for key in gone]
            )
        for key in gone:
            self._stored.pop(key, None)
            self._absent.add(key)

    async def save(self) -> list[T]:
        """Write the changed rows, then the new ones; these are returned."""
        new: dict[Key, Plain] = {}
        changed: dict[Key, Plain] = {}
        columns: set[int] = set()
        for key in self._touched:
            if key not in self._rows:
                continue
            plain = self._layout.plain(self._rows[key])
            stored = self._stored.get(key)
            if stored is None:
                new[key] = plain
            elif stored != plain:
                changed[key] = plain
                columns.update(i for i, value in enumerate(plain) if value != stored[i])
        self._touched.clear()
        if changed:
            await self._update(changed, columns)
        if new:
            await self._run(self._table.insert(), [self._layout.seal(p, self._keyring) for p in new.values()])
            self._absent -= new.keys()
        self._stored |= changed | new
        return [self._rows[key] for key in (*changed, *new)]

    async def _update(self, changed: dict[Key, Plain], columns: set[int]) -> None:
        """One statement for all changed rows, over the columns in which any of them changed."""
        names = {self._layout.names[i]: f"new_{self._layout.names[i]}" for i in sorted(columns)}
        statement = (
            self._table.update()
            .where(self._key == bindparam("_key"))
            .values({name: bindparam(parameter) for name, parameter in names.items()})
        )
        parameters = []
        for key, plain in changed.items():
            values = self._layout.seal(plain, self._keyring, columns)
            parameters.append({"_key": key} | {names[name]: value for name, value in values.items()})
        await self._run(statement, parameters)

    # --- loading

    async def _load(self, *where: Where) -> None:
        await self._take(select(self._table).where(*where))

    async def _load_in(self, column: str, values: Iterable[Any], *where: Where) -> None:
        found = [self._layout.value(column, value) for value in values]
        for start in range(0, len(found), CHUNK):
            await self._load(self._table.c[column].in_(found[start : start + CHUNK]), *where)

    async def _take(self, statement: Executable) -> list[Key]:
        """Run a SELECT of whole rows, note what the map did not know, and return the keys."""
        keys = []
        for record in (await self._run(statement)).all():
            key = record[self._layout.key_at]
            keys.append(key)
            if key in self._stored:
                continue
            plain = self._stored[key] = self._layout.unseal(record, self._keyring)
            self._absent.discard(key)
            if key not in self._touched:
                self._set(key, self._layout.row(plain))
        return keys

    def _set(self, key: Key, row: T | None) -> None:
        self._groups.move(key, self._rows.get(key), row)
        if row is None:
            self._rows.pop(key, None)
        else:
            self._rows[key] = row

    def _index(self, equals: dict[str, Any]) -> tuple[Index[T], tuple[str, ...], tuple[Any, ...]]:
        names = tuple(sorted(equals))
        return self._groups.index(names, self._rows.items()), names, tuple(equals[name] for name in names)

    def _equals(self, name: str, value: Any) -> Where:
        equal: Where = self._table.c[name] == self._layout.value(name, value)
        return equal
