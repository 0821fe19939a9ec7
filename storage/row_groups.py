"""Which known rows belong to which group, and which groups are known completely.

A group is named by columns and their values, as in ``by(address_id=…, state="open")``. Every set of columns that was ever
asked for has an index over all known rows; a row that changes moves between the groups of all indexes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Names = tuple[str, ...]
Values = tuple[Any, ...]


class Index(Generic[T]):
    """The groups of one set of columns."""

    def __init__(self, names: Names) -> None:
        get = attrgetter(*names)
        self.names = names
        self.values: Callable[[T], Values] = (lambda row: (get(row),)) if len(names) == 1 else get
        self.keys: defaultdict[Values, set[Any]] = defaultdict(set)
        self.complete: set[Values] = set()


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
