"""One transaction: a map for each table, flushed in few statements.

The order of a flush: removals from the last table to the first, then for each table, parents first, the changed rows and the
new ones. Removals and changes come before new rows so that these find unique keys free.
"""

import hashlib
import hmac
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.traffic import Boot, Card, Outgoing
from storage import layout
from storage.folder import Folder
from storage.ids import Ids
from storage.layout import Layout
from storage.row_map import Wanted, load
from storage.rows import Rows
from storage.sealing import Keyring
from storage.session import Session
from storage.unsealed_cache import Opened

T = TypeVar("T")


class Transaction:
    """What handlers read and write through. ``now`` is the moment it stands for (UTC); made by storage.database."""

    def __init__(
        self,
        connection: AsyncConnection,
        now: datetime,
        *,
        keyring: Keyring,
        opened: Opened,
        lookup_key: bytes,
        names_key: bytes,
        ids: Ids,
        writable: bool,
        noted_lines: Callable[[], int | None],
        folder: Folder | None,
    ) -> None:
        self.now = now
        self.keyring = keyring
        self._opened = opened
        self.session = Session(connection)
        self.dialect = self.session.dialect
        # Past the maps, for storage itself: pending rows are not flushed first.
        self.execute = self.session.execute
        self._lookup_key = lookup_key
        self._names_key = names_key
        self._ids = ids
        self._writable = writable
        self.noted_lines = noted_lines  # how many lines all timelines must have at least
        self.folder = folder  # of the files that people sent
        self.new_lines = 0  # of timelines, written here
        self._made: set[int] = set()
        self.files_written = False  # here: whoever fetches them looks again
        self._tables: list[Rows[Any]] = []
        self.sendable: dict[tuple[type, int], Outgoing | Card] = {}  # written here, as written last
        self.timers_due: list[datetime] = []  # of those written here
        self.told_burdens: Sequence[Sequence[Any]] | None = None  # by the database, since the last flush
        self.newest_update = 0  # the number of the newest one that was stored here
        self.sign_of_life: Boot | None = None  # written here
        self._map_tables()

    def _map_tables(self) -> None:
        """In the order of a flush."""
        self.addresses = self._rows(layout.ADDRESSES)
        self.members = self._rows(layout.MEMBERS)
        self.cases = self._rows(layout.CASES)
        self.reports = self._rows(layout.REPORTS)
        self.guests = self._rows(layout.GUESTS)
        self.files = self._rows(layout.FILES)
        self.entries = self._rows(layout.ENTRIES)
        self.dialogues = self._rows(layout.DIALOGUES)
        self.checkins = self._rows(layout.CHECKINS)
        self.practices = self._rows(layout.PRACTICES)
        self.stints = self._rows(layout.STINTS)
        self.persons = self._rows(layout.PERSONS)
        self.links = self._rows(layout.LINKS)
        self.claims = self._rows(layout.CLAIMS)
        self.name_blocks = self._rows(layout.NAME_BLOCKS)
        self.lookups = self._rows(layout.LOOKUPS)
        self.drills = self._rows(layout.DRILLS)
        self.drill_offers = self._rows(layout.DRILL_OFFERS)
        self.invitations = self._rows(layout.INVITATIONS)
        self.roster_files = self._rows(layout.ROSTER_FILES)
        self.clock_marks = self._rows(layout.CLOCK_MARKS)
        self.signatures = self._rows(layout.SIGNATURES)
        self.alerts = self._rows(layout.ALERTS)
        self.cards = self._rows(layout.CARDS)
        self.outgoing = self._rows(layout.OUTGOING)
        self.timers = self._rows(layout.TIMERS)
        self.timeline = self._rows(layout.TIMELINE)
        self.messages = self._rows(layout.MESSAGES)
        self.digests = self._rows(layout.DIGESTS)
        self.alarms = self._rows(layout.ALARMS)
        self.boots = self._rows(layout.BOOTS)

    def new_id(self) -> int:
        """An id for a new row, greater than all before."""
        made = self._ids.next(self.now)
        self._made.add(made)
        return made

    def lookup(self, messenger: str, chat: str) -> bytes:
        """What ``Address.lookup`` is for this chat."""
        return self.keyed_hash("address", f"{messenger}\0{chat}")

    def keyed_hash(self, purpose: str, text: str | bytes) -> bytes:
        """HMAC-SHA256 by which equal texts are found. It stays the same when the sealing keys are rotated."""
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        return hmac.digest(self._lookup_key, purpose.encode() + b"\0" + data, hashlib.sha256)

    def name_hash(self, text: str) -> bytes:
        """HMAC-SHA256 by which names that may be one are found; with a key of its own, made anew when keys are rotated."""
        return hmac.digest(self._names_key, text.encode("utf-8", "surrogatepass"), hashlib.sha256)

    @property
    def names_key(self) -> bytes:
        """By which it is known of a :meth:`name_hash` whether the key of now made it."""
        return self.name_hash("which key")[:4]

    def is_distrusted(self, table: str, key: int) -> bool:
        """Whether this row, as it was loaded last, was changed by hand: see storage.vouching."""
        return (table, key) in self._opened.distrusted

    @property
    def statements(self) -> int:
        """Executed so far, not counting BEGIN and COMMIT."""
        return self.session.statements

    async def prefetch(self, *wanted: Wanted) -> None:
        """Load what tables want (``tx.cases.want("id", ids)``), in one go."""
        await load(self.session, wanted)

    async def flush(self) -> None:
        """Write what is pending. Done by the commit; ``select`` and ``count`` do it too."""
        pending = [rows for rows in self._tables if rows.pending]
        self.told_burdens = None
        await load(self.session, [rows.unlearnt() for rows in pending])
        for rows in reversed(pending):
            await rows.delete()
        for rows in pending:
            self._note(rows, await rows.save())
        await self.session.send()

    def _note(self, rows: Rows[Any], saved: Sequence[Any]) -> None:
        if rows is self.timers:
            self.timers_due += [timer.due_at for timer in saved if not timer.parked]
        elif rows is self.boots:
            self.sign_of_life = saved[-1] if saved else None
        elif rows is self.files:
            self.files_written = self.files_written or bool(saved)
        elif rows is self.outgoing or rows is self.cards:
            self.sendable.update({(type(row), row.id): row for row in saved})

    def _rows(self, layout: Layout[T]) -> Rows[T]:
        rows = Rows(layout, self.keyring, self._opened, self.session, self.flush, self._writable, self._made)
        self._tables.append(rows)
        return rows
