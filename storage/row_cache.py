"""What the writer's transactions know, for those after them: an update, what leaves for it and what became of that are about
the same few rows, and two of three questions asked for these again. Rows are carried on as they would be read.

It is true as long as nobody else writes. SQLite counts how often others did: by that a transaction sees, when it has begun,
whether what the one before knew is still so. A server does not count, so there nothing is carried on; nor of what failed, or
forgot, or wrote past the maps. What people said stays in memory by it for some seconds.
"""

import asyncio
from typing import Any

from storage.rows import Rows
from storage.session import Session

KEPT = 10.0  # seconds
MOST = 3_000  # rows


class CachedRows:
    """The maps of all tables that were asked for, by name. ``until``: on the loop's clock, when they are to be forgotten.

    ``made``: ids that were given since it began; what belongs to them was written here.
    """

    def __init__(self, until: float = 0) -> None:
        self.until = until
        self.maps: dict[str, Rows[Any]] = {}
        self.made: set[int] = set()

    @property
    def size(self) -> int:
        """How many rows of the database."""
        return sum([rows.size for rows in self.maps.values()])

    def clear(self) -> None:
        """Nothing of it stays in memory until somebody collects garbage. It may not be used any more."""
        for rows in self.maps.values():
            rows.clear()
        self.maps.clear()
        self.made.clear()


class RowCache:
    """The knowledge of one writer between its transactions."""

    def __init__(self) -> None:
        self._knowledge: CachedRows | None = None
        self._others: object = None  # of the transaction that gave it back

    async def known(self, session: Session) -> CachedRows:
        """What a transaction knows when it begins. If it ends well, it gives it back."""
        loop = asyncio.get_running_loop()
        found, self._knowledge = self._knowledge, None
        if found is not None:
            await session.begin()
            if session.others == self._others and loop.time() < found.until:
                return found
            found.clear()
        if session.dialect != "sqlite":
            return CachedRows()
        return CachedRows(loop.call_later(KEPT, self.forget).when())

    def given_back(self, knowledge: CachedRows, session: Session) -> None:
        """For the next transaction: if it is not too old nor too much, and this one has changed nothing beside it."""
        self._knowledge, self._others = knowledge, session.others
        is_young = asyncio.get_running_loop().time() < knowledge.until
        if not is_young or self._others is None or session.past_the_maps or knowledge.size > MOST:
            self.forget()

    def forget(self) -> None:
        """Nothing is carried on."""
        if self._knowledge is not None:
            self._knowledge.clear()
        self._knowledge = None
