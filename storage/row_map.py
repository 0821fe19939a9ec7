"""What one transaction knows of one table, and how it learns it.

What the map knows wins over what a SELECT brings; what was changed here is known before it is written. ``_stored`` is what
the database holds, so that a flush writes only what differs. What belongs to an id that was made here was written here, so
nobody asks the database for it. A map may serve several transactions: see storage.row_cache.

It also knows which rows belong to which group, and which groups are known completely. A group is named by columns and their
values, as in ``by(address_id=…, state="open")``. Every set of columns that was ever asked for has an index over all known
rows; a row that changes moves between the groups of all indexes.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Any, Generic, TypeVar

from msgspec import Struct

from storage import statements
from storage.layout import Layout, Plain
from storage.sealing import Keyring
from storage.session import Question, Session
from storage.statements import Values
from storage.unsealed_cache import Opened, Read

T = TypeVar("T")
Names = tuple[str, ...]
GroupValues = tuple[Any, ...]


class Index(Generic[T]):
    """The groups of one set of columns."""

    def __init__(self, names: Names) -> None:
        get = attrgetter(*names)
        self.names = names
        self.values: Callable[[T], GroupValues] = (lambda row: (get(row),)) if len(names) == 1 else get
        self.keys: defaultdict[GroupValues, set[Any]] = defaultdict(set)
        self.complete: set[GroupValues] = set()


class Groups(Generic[T]):
    """All indexes of one table."""

    def __init__(self) -> None:
        self._indexes: dict[Names, Index[T]] = {}

    def index(self, names: Names, known: Iterable[tuple[Any, T]]) -> Index[T]:
        """The index over these columns; a new one is filled from the known rows."""
        index = self._indexes.get(names)
        if index is None:
            index = self._indexes[names] = Index(names)
            for key, row in known:
                index.keys[index.values(row)].add(key)
        return index

    def complete(self, equals: Mapping[str, Any]) -> bool:
        """Whether all rows of this group are known: it was loaded, or a wider one was."""
        for index in self._indexes.values():  # it is asked for each case of a list, a dozen times
            named = index.complete and all(map(equals.__contains__, index.names))
            if named and tuple(map(equals.__getitem__, index.names)) in index.complete:
                return True
        return False

    def move(self, key: Any, before: T | None, after: T | None) -> None:
        """A row came (no before), changed or went (no after)."""
        for index in self._indexes.values():
            if before is not None:
                index.keys[index.values(before)].discard(key)
            if after is not None:
                index.keys[index.values(after)].add(key)


Key = Any  # int, str or date
GROUPS = 128  # in one statement
AT_ITS_END = re.compile(r"[0-9]+$")
CHUNK = 5_000  # values in one IN; both dialects take some 32,000 parameters a statement


class Wanted(Struct, frozen=True):
    """Questions, who takes the rows of their answers, and what is known then."""

    questions: list[Question]
    take: Callable[[Iterable[Sequence[Any]], Read], object]
    then: Callable[[], None]


NOTHING = Wanted([], lambda records, read: None, lambda: None)


async def load(session: Session, wanted: Sequence[Wanted]) -> None:
    """Ask what is wanted, all at once."""
    wanted = [request for request in wanted if request is not NOTHING]
    questions = [question for request in wanted for question in request.questions]
    answers = iter(await session.fetch_all(questions) if questions else ())
    for request in wanted:
        for asked, _ in request.questions:
            request.take(next(answers), session.reader(asked))
        request.then()


class Known(Generic[T]):
    """The rows of one table in one transaction: what is known of them, and changes."""

    def __init__(
        self,
        layout: Layout[T],
        keyring: Keyring,
        opened: Opened,
        session: Session,
        writable: bool,
        made: AbstractSet[int],
    ) -> None:
        self.layout = self._layout = layout
        self._table = layout.table
        self._key = layout.table.c[layout.key]
        self._keyring = keyring
        self._opened = opened
        self._session = session
        self._writable = writable
        self._made = made  # ids given since this began: all that belongs to them was written here
        self._rows: dict[Key, T] = {}  # what is true now
        self._stored: dict[Key, Plain] = {}  # what the database holds
        self._absent: set[Key] = set()  # what the database is known not to hold
        self._touched: dict[Key, None] = {}  # added, put or removed since the last flush, in that order
        self._groups: Groups[T] = Groups()

    @property
    def size(self) -> int:
        """How many rows of the database are known."""
        return len(self._stored)

    def clear(self) -> None:
        """Nothing is known any more."""
        for known in (self._rows, self._stored, self._absent, self._touched):
            known.clear()
        self._groups = Groups()

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
        if key not in self._stored and self._is_new(key):
            self._absent.add(key)
        self._touched[key] = None
        self._set(key, row)

    def starts_empty(self, **equals: Any) -> None:
        """There are no such rows yet, so nobody need ask for them. Where an id made here says so it need not be told."""
        index, values = self._index(equals)
        index.complete.add(values)

    # --- loading

    def want(self, column: str, values: Iterable[Any], **equals: Any) -> Wanted:
        """What is not known yet of the groups ``by(column=value, **equals)``; by the key alone: of the rows with it."""
        if column == self._layout.key and not equals:
            unknown = {key for key in values if not (self._has(key) or self._is_new(key))}
            if not unknown:
                return NOTHING
            return Wanted(self._among(column, unknown, {}), self._take, lambda: self._miss(unknown))
        missing = [value for value in dict.fromkeys(values) if not self._knows({column: value, **equals})]
        if not missing:
            return NOTHING
        groups = [self._index({column: value, **equals}) for value in missing]
        return Wanted(self._among(column, missing, equals), self._take, lambda: _complete(groups))

    def want_all(self, **equals: Any) -> Wanted:
        """What is not known yet of the one group ``by(**equals)``; ``None`` finds the empty ones."""
        group = self._index(equals)
        if self._knows(equals):
            return Wanted([], self._take, lambda: _complete([group]))
        names, empty, values = self._split(equals)
        asked = statements.rows_where(self._table, names, empty)
        return Wanted([(asked, values)], self._take, lambda: _complete([group]))

    def want_groups(self, names: Names, wanted: Iterable[tuple[Any, ...]]) -> Wanted:
        """What is not known yet of the groups that have these values in these columns; none of them empty."""
        missing = [
            values
            for values in dict.fromkeys(wanted)
            if not self._knows(dict(zip(names, values, strict=True)))
        ]
        if not missing:
            return NOTHING
        known = [self._index(dict(zip(names, values, strict=True))) for values in missing]
        questions: list[Question] = []
        for start in range(0, len(missing), GROUPS):
            size, numbered = statements.groups(names, missing[start : start + GROUPS])
            questions.append((statements.rows_of_groups(self._table, names, size), numbered))
        return Wanted(questions, self._take, lambda: _complete(known))

    def _has(self, key: Key) -> bool:
        """Whether it is known if there is a row with this key."""
        return key in self._rows or key in self._absent or key in self._touched

    def _is_new(self, key: Key) -> bool:
        """Whether the key is an id that was made here, or a text with one at its end: so the keys of timers are made."""
        if isinstance(key, str):
            digits = AT_ITS_END.search(key)
            key = int(digits[0]) if digits else None
        return key in self._made

    def _knows(self, equals: Mapping[str, Any]) -> bool:
        """Whether all rows of this group are known: it was loaded, or what they belong to was made here."""
        return not self._made.isdisjoint(equals.values()) or self._groups.complete(equals)

    def _among(self, column: str, wanted: Iterable[Any], equals: dict[str, Any]) -> list[Question]:
        found = [self._layout.value(column, value) for value in wanted]
        names, empty, values = self._split(equals)
        questions: list[Question] = []
        for start in range(0, len(found), CHUNK):
            size, numbered = statements.among(found[start : start + CHUNK])
            question = statements.rows_among(self._table, column, size, names, empty)
            questions.append((question, values | numbered))
        return questions

    async def _ask(self, question: statements.Prepared, values: Values) -> None:
        self._take(await self._session.fetch(question, values), self._session.reader(question))

    def _miss(self, keys: set[Key]) -> None:
        self._absent.update(keys - self._stored.keys())

    def _split(self, equals: dict[str, Any]) -> tuple[Names, Names, dict[str, Any]]:
        """The columns that have a value, those that are empty, and the values as their columns take them."""
        values = {n: self._layout.value(n, value) for n, value in equals.items() if value is not None}
        return tuple(values), tuple(name for name in equals if name not in values), values

    def _take(self, records: Iterable[Sequence[Any]], read: Read = tuple) -> list[Key]:
        """Note of whole rows what the map did not know, and return their keys."""
        keys = []
        at = self._layout.key_at
        for record in records:
            if record[at] in self._stored:  # it came with another group, and is not opened once more
                keys.append(record[at])
                continue
            plain, row = self._opened.open(self._layout, record, read)
            key = plain[at]
            keys.append(key)
            if key in self._stored:  # a day, which the driver gives as text
                continue
            self._stored[key] = plain
            self._absent.discard(key)
            if key not in self._touched:
                self._set(key, row)
        return keys

    def _set(self, key: Key, row: T | None) -> None:
        self._groups.move(key, self._rows.get(key), row)
        if row is None:
            self._rows.pop(key, None)
        else:
            self._rows[key] = row

    def _index(self, equals: dict[str, Any]) -> tuple[Index[T], tuple[Any, ...]]:
        if len(equals) == 1:
            ((name, value),) = equals.items()
            return self._groups.index((name,), self._rows.items()), (value,)
        names = tuple(sorted(equals))
        return self._groups.index(names, self._rows.items()), tuple([equals[name] for name in names])


def _complete(groups: Iterable[tuple[Index[Any], tuple[Any, ...]]]) -> None:
    for index, values in groups:
        index.complete.add(values)
