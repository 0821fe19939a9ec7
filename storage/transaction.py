"""One transaction: a map for each table, flushed in few statements.

The order of a flush: removals from the last table to the first, then for each table, parents first, the changed rows and the
new ones. Removals and changes come before new rows so that these find unique keys free.
"""

import hashlib
import hmac
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.base import Executable

from core.traffic import Card, Outgoing, Run
from storage import layout
from storage.folder import Folder
from storage.ids import Ids
from storage.layout import COVERED, Layout
from storage.row_cache import CachedRows
from storage.row_map import Wanted, load
from storage.rows import Change, Rows
from storage.sealing import Keyring
from storage.session import Session, is_past_the_maps
from storage.statements import Values
from storage.unsealed_cache import Opened

T = TypeVar("T")


class _Mapped(Generic[T]):
    """A table, mapped in the transactions that ask for it: most need three or four of all."""

    def __init__(self, layout: Layout[T]) -> None:
        self._layout = layout

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, tx: "Transaction", owner: type) -> Rows[T]:
        rows = tx.known.maps.get(self._name)
        if rows is None:
            rows = tx.known.maps[self._name] = tx._rows(self._layout)
        else:
            rows.serve(tx.session, tx.flush)
        vars(tx)[self._name] = rows  # where it is found from now on
        return rows


class Transaction:
    """What handlers read and write through. ``now`` is the moment it stands for (UTC); made by storage.database."""

    # In the order of a flush.
    addresses = _Mapped(layout.ADDRESSES)
    members = _Mapped(layout.MEMBERS)
    cases = _Mapped(layout.CASES)
    reports = _Mapped(layout.REPORTS)
    guests = _Mapped(layout.GUESTS)
    files = _Mapped(layout.FILES)
    entries = _Mapped(layout.ENTRIES)
    dialogues = _Mapped(layout.DIALOGUES)
    checkins = _Mapped(layout.CHECKINS)
    practices = _Mapped(layout.PRACTICES)
    stints = _Mapped(layout.STINTS)
    persons = _Mapped(layout.PERSONS)
    links = _Mapped(layout.LINKS)
    claims = _Mapped(layout.CLAIMS)
    incidents = _Mapped(layout.INCIDENTS)
    incident_links = _Mapped(layout.INCIDENT_LINKS)
    name_blocks = _Mapped(layout.NAME_BLOCKS)
    pairs = _Mapped(layout.PAIRS)
    lookups = _Mapped(layout.LOOKUPS)
    drills = _Mapped(layout.DRILLS)
    drill_offers = _Mapped(layout.DRILL_OFFERS)
    invitations = _Mapped(layout.INVITATIONS)
    bindings = _Mapped(layout.BINDINGS)
    roster_files = _Mapped(layout.ROSTER_FILES)
    door_lists = _Mapped(layout.DOOR_LISTS)
    rounds = _Mapped(layout.ROUNDS)
    station_calls = _Mapped(layout.STATION_CALLS)
    clock_marks = _Mapped(layout.CLOCK_MARKS)
    signatures = _Mapped(layout.SIGNATURES)
    paper_templates = _Mapped(layout.PAPER_TEMPLATES)
    papers = _Mapped(layout.PAPERS)
    outgoing_numbers = _Mapped(layout.OUTGOING_NUMBERS)
    holds = _Mapped(layout.HOLDS)
    alerts = _Mapped(layout.ALERTS)
    cards = _Mapped(layout.CARDS)
    outgoing = _Mapped(layout.OUTGOING)
    timers = _Mapped(layout.TIMERS)
    draft_lines = _Mapped(layout.DRAFT_LINES)
    timeline = _Mapped(layout.TIMELINE)
    evidence = _Mapped(layout.EVIDENCE)
    day_lines = _Mapped(layout.DAY_LINES)
    messages = _Mapped(layout.MESSAGES)
    choices = _Mapped(layout.CHOICES)
    digests = _Mapped(layout.DIGESTS)
    previews = _Mapped(layout.PREVIEWS)
    postings = _Mapped(layout.POSTINGS)
    export_permits = _Mapped(layout.EXPORT_PERMITS)
    told_channels = _Mapped(layout.TOLD_CHANNELS)
    alarms = _Mapped(layout.ALARMS)
    emergency_steps = _Mapped(layout.EMERGENCY_STEPS)
    notices = _Mapped(layout.NOTICES)
    sealing_keys = _Mapped(layout.SEALING_KEYS)
    boots = _Mapped(layout.BOOTS)

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
        self.known = CachedRows()
        self.session = Session(connection, writable=writable)
        self.dialect = self.session.dialect
        self._lookup_key = lookup_key
        self._names_key = names_key
        self._ids = ids
        self._writable = writable
        self.noted_lines = noted_lines  # how many lines all timelines must have at least
        self.folder = folder  # of the files that people sent
        self.new_lines = 0  # of timelines and of evidence, written here
        self.recorded: dict[tuple[Layout[Any], int], Change] = {}  # what was written of what is covered
        self.forgets = False  # something is deleted here for good
        self.files_written = False  # here: the loop that fetches them looks again
        self.sendable: dict[tuple[type, int], Outgoing | Card] = {}  # written here, as written last
        self.timers_due: list[datetime] = []  # of those written here
        self.told_burdens: Sequence[Sequence[Any]] | None = None  # by the database, since the last flush
        self.newest_update = 0  # the number of the newest one that was stored here
        self.sign_of_life: Run | None = None  # written here

    def new_id(self) -> int:
        """An id for a new row, greater than all before."""
        made = self._ids.next(self.now)
        self.known.made.add(made)
        return made

    def lookup(self, messenger: str, chat: str) -> bytes:
        """What ``Address.lookup`` is for this chat."""
        return self.keyed_hash("address", f"{messenger}\0{chat}")

    def keyed_hash(self, purpose: str, text: str | bytes) -> bytes:
        """HMAC-SHA256 by which equal texts are found. It stays the same when the sealing keys are rotated."""
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        return hmac.digest(self._lookup_key, purpose.encode() + b"\0" + data, hashlib.sha256)

    def name_hash(self, text: str) -> bytes:
        """HMAC-SHA256 by which names that may be the same are found; it has a key of its own, replaced when keys are
        rotated.
        """
        return hmac.digest(self._names_key, text.encode("utf-8", "surrogatepass"), hashlib.sha256)

    @property
    def names_key(self) -> bytes:
        """By which it is known of a :meth:`name_hash` whether the key of now made it."""
        return self.name_hash("which key")[:4]

    def forget(self) -> None:
        """What this transaction deletes is to be found nowhere afterwards: not in memory, not in the write-ahead log."""
        self.forgets = True
        self.known.until = 0
        self._opened.forget()

    def is_distrusted(self, table: str, key: int) -> bool:
        """Whether this row, as it was loaded last, was changed by hand: see storage.layout."""
        return (table, key) in self._opened.distrusted

    async def execute(
        self, statement: Executable, parameters: Sequence[Values] | Values | None = None
    ) -> CursorResult[Any]:
        """Run any statement, past the maps: pending rows are not flushed first. If it may have changed rows, the maps that
        have nothing pending are emptied.
        """
        result = await self.session.execute(statement, parameters)
        if is_past_the_maps(statement) and not self._pending():
            self.known = CachedRows()
            for name in TABLES:
                vars(self).pop(name, None)
        return result

    def _pending(self) -> list[Rows[Any]]:
        mapped = vars(self)
        return [mapped[name] for name in TABLES if name in mapped and mapped[name].pending]

    @property
    def statements(self) -> int:
        """Executed so far, not counting BEGIN and COMMIT."""
        return self.session.statements

    async def prefetch(self, *wanted: Wanted) -> None:
        """Load what tables want (``tx.cases.want("id", ids)``), in one go."""
        await load(self.session, wanted)

    async def flush(self) -> None:
        """Write what is pending. ``select`` and ``count`` do it too."""
        await self.prepare()
        await self.session.send()

    async def prepare(self) -> None:
        """Turn what is pending into changes that the session sends with the next question, or with the commit."""
        pending = self._pending()
        self.told_burdens = None
        await load(self.session, [rows.unlearnt(gone=rows.layout in COVERED) for rows in pending])
        for rows in reversed(pending):
            await rows.delete()
        for rows in pending:
            self._note(rows, await rows.save())
            changes = rows.take_recorded()
            if rows.layout in COVERED:
                for key, (before, after) in changes.items():
                    first, _ = self.recorded.get((rows.layout, key), (before, after))
                    self.recorded[rows.layout, key] = first, after

    def _note(self, rows: Rows[Any], saved: Sequence[Any]) -> None:
        table = rows.layout
        if table is layout.TIMERS:
            self.timers_due += [timer.due_at for timer in saved if not timer.parked]
        elif table is layout.BOOTS:
            self.sign_of_life = saved[-1] if saved else None
        elif table is layout.FILES:
            self.files_written = self.files_written or bool(saved)
        elif table is layout.OUTGOING or table is layout.CARDS:
            self.sendable.update({(type(row), row.id): row for row in saved})

    def _rows(self, layout: Layout[T]) -> Rows[T]:
        made = self.known.made
        return Rows(layout, self.keyring, self._opened, self.session, self.flush, self._writable, made)


TABLES = [name for name, value in vars(Transaction).items() if isinstance(value, _Mapped)]
