"""The rows of one table inside one transaction: a map in front of the database.

* A row that was read once is answered from the map; everything written is seen by every later question.
* A group (``by(case_id=17)``) is loaded once. ``prefetch`` loads many groups, the empty ones too, with one statement.
* Nothing is written before the flush, and then only what differs from what the database holds, many rows a statement.
* What the map knows wins over what a SELECT brings.

Rows are frozen. A dict inside a row that is changed in place is written only when the row is put again.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, select

from storage import statements
from storage.layout import Layout, Plain
from storage.row_map import NOTHING, Key, Known, Wanted, load
from storage.sealing import Keyring
from storage.session import Session
from storage.unsealed_cache import Opened

T = TypeVar("T")
Where = ColumnElement[bool]
Change = tuple[Plain | None, Plain | None]  # a row before and after; None: no row


class Rows(Known[T]):
    """One table of a transaction. ``flush`` writes all tables of the transaction."""

    def __init__(
        self,
        layout: Layout[T],
        keyring: Keyring,
        opened: Opened,
        session: Session,
        flush: Callable[[], Awaitable[None]],
        writable: bool,
        made: AbstractSet[int],
    ) -> None:
        super().__init__(layout, keyring, opened, session, writable, made)
        self._flush = flush
        self._tallies: dict[Any, dict[Any, int]] = {}  # as the database counted since the last flush
        self._saved: set[Key] = set()  # by this transaction
        self._recorded: dict[Key, Change] = {}  # by the last flush

    def serve(self, session: Session, flush: Callable[[], Awaitable[None]]) -> None:
        """The next transaction, which knows what this one knew."""
        self._session, self._flush = session, flush
        self._tallies.clear()
        for key in self._saved & self._stored.keys():  # a tuple that was put is a list where it is read
            self._set(key, self._layout.shown(self._stored[key], whole=True))
        self._saved.clear()

    # --- questions

    async def get(self, key: Key) -> T | None:
        """The row with this key."""
        if not self._has(key) and not self._is_new(key):
            await self.prefetch(self._layout.key, [key])
        return self._rows.get(key)

    async def by(self, **equals: Any) -> list[T]:
        """The rows whose columns equal these values, sorted by key. ``None`` finds the empty ones."""
        index, values = self._index(equals)
        if values not in index.complete:
            if not self._knows(equals):
                names, empty, given = self._split(equals)
                await self._ask(statements.rows_where(self._table, names, empty), given)
            index.complete.add(values)
        return [self._rows[key] for key in sorted(index.keys[values])]

    async def oldest(self, limit: int, **equals: Any) -> list[T]:
        """The first rows of ``by(**equals)``, so many at most. Loads no others."""
        return (await self._at_an_end(limit, newest=False, equals=equals))[:limit]

    async def newest(self, limit: int, **equals: Any) -> list[T]:
        """The last rows of ``by(**equals)``, so many at most, sorted by key. Loads no others."""
        return (await self._at_an_end(limit, newest=True, equals=equals))[-limit:]

    async def _at_an_end(self, limit: int, *, newest: bool, equals: dict[str, Any]) -> list[T]:
        index, values = self._index(equals)
        if not self._knows(equals):
            names, empty, given = self._split(equals)
            key = self._layout.key
            asked = statements.rows_at_an_end(self._table, key, newest=newest, equal=names, empty=empty)
            gone = sum(key in self._stored for key in self._touched)  # of the group perhaps, and not any more
            await self._ask(asked, {**given, "_limit": limit + gone})
        return [self._rows[key] for key in sorted(index.keys[values])]

    async def prefetch(self, column: str, values: Iterable[Any], **equals: Any) -> None:
        """Load the groups ``by(column=value, **equals)`` of all values at once; by the key alone: what ``get`` finds."""
        await load(self._session, [self.want(column, values, **equals)])

    async def select(self, *where: Where, order_by: Any = None, limit: int | None = None) -> list[T]:
        """The rows that a SELECT finds, in its order (by key unless said otherwise). Pending rows are flushed first.

        Without order and limit they are sorted here: told to order by key, SQLite walks the table instead of an index.
        """
        await self._flush()
        statement = select(self._table).where(*where)
        if order_by is None and limit is None:
            found = self._take((await self._session.execute(statement)).all())
            return [self._rows[key] for key in sorted(found)]
        order = () if order_by is None else order_by if isinstance(order_by, Sequence) else (order_by,)
        ordered = statement.order_by(*order, self._key).limit(limit)
        return [self._rows[key] for key in self._take((await self._session.execute(ordered)).all())]

    async def answers(self, question: statements.Prepared, values: statements.Values) -> list[T]:
        """The rows that a prepared question for whole rows finds, in its order. Pending rows are flushed first."""
        await self._flush()
        found = self._take(await self._session.fetch(question, values), self._session.reader(question))
        return [self._rows[key] for key in found]

    async def count(self, *where: Where) -> int:
        """How many rows a SELECT finds. Pending rows are flushed first."""
        await self._flush()
        result = await self._session.execute(select(func.count()).select_from(self._table).where(*where))
        return int(result.scalar_one())

    async def tally(self, column: str, **equals: Any) -> Counter[Any]:
        """How many of the rows ``by(**equals)`` have each value of a column. Loads none of them, and flushes nothing."""
        changes = await self.changes()
        asked = column, tuple(sorted(equals.items()))
        if asked not in self._tallies:
            names, empty, values = self._split(equals)
            counted = statements.tally_where(self._table, column, names, empty)
            read = self._session.reader(counted)
            self._tallies[asked] = dict(map(read, await self._session.fetch(counted, values)))  # type: ignore[arg-type]
        tally = Counter(self._tallies[asked])
        for before, after in changes:  # the database does not know these yet
            for row, sign in ((after, 1), (before, -1)):
                if row is not None and all(getattr(row, name) == wanted for name, wanted in equals.items()):
                    tally[getattr(row, column)] += sign
        return tally

    async def changes(self) -> list[tuple[T | None, T | None]]:
        """What was added, put or removed since the last flush: each as the database holds it, and as it is now."""
        unknown = [key for key in self._touched if key not in self._stored and key not in self._absent]
        for question, values in self._among(self._layout.key, unknown, {}):
            await self._ask(question, values)
        found = []
        for key in self._touched:
            stored = self._stored.get(key)
            found.append((None if stored is None else self._layout.row(stored), self._rows.get(key)))
        return found

    # --- the flush, driven by the transaction

    @property
    def pending(self) -> bool:
        """Whether anything was added, put or removed since the last flush."""
        return bool(self._touched)

    def unlearnt(self, *, gone: bool = False) -> Wanted:
        """The rows that were put without being read, so that they become an INSERT or an UPDATE. ``gone``: and those that
        were removed so.
        """
        unknown = {
            key
            for key in self._touched
            if (gone or key in self._rows) and key not in self._stored and key not in self._absent
        }
        if not unknown:
            return NOTHING
        return Wanted(self._among(self._layout.key, unknown, {}), self._take, lambda: self._miss(unknown))

    async def delete(self) -> None:
        """Write the removals."""
        gone = [key for key in self._touched if key not in self._rows and key not in self._absent]
        removal = statements.delete(self._table, self._layout.key)
        await self._session.write(removal, [{"_key": key} for key in gone])
        for key in gone:
            self._recorded[key] = self._stored.pop(key, None), None
            self._absent.add(key)

    async def save(self) -> list[T]:
        """Write the changed rows, then the new ones; these are returned."""
        new: dict[Key, Plain] = {}
        changed: dict[Key, Plain] = {}
        columns: set[int] = set()
        for key in self._touched:
            if key not in self._rows:
                continue
            plain = self._opened.vouched(self._layout, self._layout.plain(self._rows[key]))
            stored = self._stored.get(key)
            if stored is None:
                new[key] = plain
            elif stored != plain:
                changed[key] = plain
                columns.update(i for i, value in enumerate(plain) if value != stored[i])
        self._touched.clear()
        self._tallies.clear()
        self._recorded.update((key, (None, plain)) for key, plain in new.items())
        self._recorded.update((key, (self._stored[key], plain)) for key, plain in changed.items())
        if changed:
            await self._update(changed, columns)
        sealed = [self._layout.seal(plain, self._keyring) for plain in new.values()]
        await self._session.write(statements.insert(self._table), sealed)
        self._absent.difference_update(new)
        self._stored.update(changed | new)
        self._saved.update(changed, new)
        return [self._rows[key] for key in (*changed, *new)]

    def take_recorded(self) -> dict[Key, Change]:
        """What the last flush wrote, each row as it was and as it is."""
        recorded, self._recorded = self._recorded, {}
        return recorded

    async def _update(self, changed: dict[Key, Plain], columns: set[int]) -> None:
        """One statement for all changed rows, over the columns in which any of them changed."""
        names = tuple(self._layout.names[i] for i in sorted(columns))
        parameters = []
        for key, plain in changed.items():
            values = self._layout.seal(plain, self._keyring, columns)
            parameters.append({"_key": key} | {f"new_{name}": values[name] for name in names})
        await self._session.write(statements.update(self._table, self._layout.key, names), parameters)
