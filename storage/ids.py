"""Ids: 63 bits, `milliseconds << 22 | chance`, strictly growing.

They sort by age, need no round trip to the database, and the random low bits hide how many there are. The milliseconds
count from 2010, so that 41 bits last until 2079. When the clock stands still or jumps back, the last id plus one is
given.
"""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema

EPOCH = datetime(2010, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
COUNTER_BITS = 22
START_BITS = COUNTER_BITS - 1  # the upper half is room to count in
# As text: of so many tables SQLAlchemy thinks longer than all else of an opening takes.
WITH_ID = [t.name for t in schema.metadata.sorted_tables if "id" in t.c and t is not schema.inbox]
NEWEST = " UNION ALL ".join(f"SELECT max(id) AS id FROM {name}" for name in WITH_ID)


class Ids:
    """The source of ids of one process. ``chance(bits)`` gives a random integer of that many bits."""

    def __init__(self, chance: Callable[[int], int] = secrets.randbits) -> None:
        self._chance = chance
        self._last = 0

    def not_below(self, highest: int) -> None:
        """All ids from here on are greater than ``highest``: what an earlier process gave, perhaps by a faster clock."""
        self._last = max(self._last, highest)

    def next(self, now: datetime) -> int:
        """A new id, greater than all before."""
        milliseconds = (now - EPOCH) // MILLISECOND
        self._last = max(milliseconds << COUNTER_BITS | self._chance(START_BITS), self._last + 1)
        return self._last


async def highest_id(connection: AsyncConnection) -> int:
    """The newest id that an earlier process gave, perhaps by a clock that was ahead. The inbox counts for itself."""
    return (await connection.exec_driver_sql(f"SELECT max(id) FROM ({NEWEST}) AS newest")).scalar() or 0
