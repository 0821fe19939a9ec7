"""SQLite's write-ahead log after something was deleted for good: no older page of it may stay there."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import wal_emptied
from storage.transaction import Transaction

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
