"""The figures: how much waits, since when, and what is under way, of one moment, in one statement. Numbers and kinds alone.

Each part counts through an index, as the audit does (storage.audit): what it costs is what is under way, not what is stored.
`dabyl status`, /healthz and /metrics show these and nothing else.
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Select, Text, bindparam, cast, func, literal, null, select, union_all

from core.casework.sieves import BY_NEED, OVER, Sieve
from core.records.emergency_steps import EmergencyKind
from core.traffic import Lane
from core.vocabulary import STILL
from storage import sieves
from storage.backup.backup_age import Backups
from storage.schema import (
    addresses,
    boots,
    card_waits,
    cards,
    cases,
    digests,
    emergency_steps,
    inbox,
    members,
    message_leased,
    message_waits,
    outbox,
    timer_parked,
    timer_waits,
    timers,
)
from storage.schema.columns import UtcTime
from storage.schema_revision import revisions
from storage.transaction import Transaction

ALIVE = timedelta(minutes=3)  # a run that lives says so each minute
LATELY = timedelta(days=1)
CLOCK = "clock"  # the kind of timer that a case with a running clock of the law has


class Queue(Struct, frozen=True):
    """How many wait, and since when the oldest does."""

    count: int = 0
    since: datetime | None = None


class Figures(Struct, frozen=True):
    """How much there is of everything that a technician may ask about."""

    at: datetime
    revision: str
    run: int = 0  # its number; 0: there was none
    started_at: datetime | None = None
    alive_at: datetime | None = None
    starts: int = 0  # within a day
    received: Queue = Queue()  # updates that are not handled
    lanes: dict[Lane, Queue] = field(default_factory=dict)  # what has to leave
    overdue: Queue = Queue()  # timers
    parked_updates: int = 0
    parked_timers: int = 0
    members: int = 0
    unreachable: int = 0  # of these
    silenced: int = 0  # of these: said that their phone is being taken
    digest_at: datetime | None = None  # until when the last one covers
    clocks_running: int = 0  # cases
    clocks_over: dict[Sieve, int] = field(default_factory=dict)  # likewise, surely and perhaps
    cases: dict[Sieve, int] = field(default_factory=dict)  # that are not closed
    backup_at: datetime | None = None
    proven_at: datetime | None = None  # when the newest backup was made that could be restored
    silent_since: datetime | None = None  # nothing leaves, because somebody said so

    @property
    def alive(self) -> bool:
        """Whether the newest run gave a sign of life just now."""
        return self.alive_at is not None and abs(self.at - self.alive_at) <= ALIVE

    @property
    def alerts(self) -> int:
        """Calls that have not left."""
        return sum(queue.count for lane, queue in self.lanes.items() if lane <= Lane.ALERT)


async def read_figures(tx: Transaction, backups: Backups | None) -> Figures:
    """The figures at ``tx.now``. ``backups``: where the newest is looked for, which stands in no table."""
    made = proven = None
    if backups is not None:
        made = await asyncio.to_thread(backups.newest, tx.now)
        proven = await asyncio.to_thread(backups.proven, tx.now)
    rows = (await tx.execute(PARTS, {"now": tx.now, "lately": tx.now - LATELY})).all()
    return replace(figures_of(rows, tx.now), backup_at=made, proven_at=proven)


def figures_of(rows: Sequence[Any], now: datetime) -> Figures:
    """Rows of ``PARTS`` as figures."""
    return Figures(
        at=now,
        revision=revisions()[0],
        run=_queue_of(rows, "run").count,
        started_at=_queue_of(rows, "run").since,
        alive_at=_queue_of(rows, "alive").since,
        starts=_queue_of(rows, "starts").count,
        received=_queue_of(rows, "received"),
        lanes={lane: _sum(_queues_of(rows, "lane", str(int(lane)))) for lane in Lane},
        overdue=_queue_of(rows, "overdue"),
        parked_updates=_queue_of(rows, "parked_updates").count,
        parked_timers=_queue_of(rows, "parked_timers").count,
        members=_queue_of(rows, "members").count,
        unreachable=_queue_of(rows, "unreachable").count,
        silenced=_queue_of(rows, "silenced").count,
        digest_at=_queue_of(rows, "digest").since,
        clocks_running=_queue_of(rows, "clocks_running").count,
        clocks_over={over: _sum(_queues_of(rows, "clocks_over", over)).count for over in OVER.values()},
        cases={need: _sum(_queues_of(rows, "case", need)).count for need in BY_NEED},
        silent_since=_queue_of(rows, "silence").since,
    )


def _queues_of(rows: Sequence[Any], what: str, which: str) -> list[Queue]:
    return [Queue(row.number or 0, row.since) for row in rows if (row.what, row.which) == (what, which)]


def _queue_of(rows: Sequence[Any], what: str) -> Queue:
    return _sum(_queues_of(rows, what, ""))


def _sum(queues: Sequence[Queue]) -> Queue:
    began = [queue.since for queue in queues if queue.since is not None]
    return Queue(sum(queue.count for queue in queues), min(began, default=None))


def _parts() -> list[Select[Any]]:
    newest = boots.c.id == select(func.max(boots.c.id)).scalar_subquery()
    reached = members.c.address_id == addresses.c.id
    on_the_roster = members.c.suspended_at.is_(None)
    leased = cards.c.lease.is_not(None)
    still = cases.c.state.in_([state.value for state in STILL])
    silent = (emergency_steps.c.step == EmergencyKind.SILENCE.value, emergency_steps.c.ended_at.is_(None))
    return [
        _part("run", newest, number=func.max(boots.c.id), since=func.max(boots.c.started_at)),
        _part("alive", newest, since=func.max(boots.c.alive_at)),
        _part("starts", boots.c.started_at > bindparam("lately")),
        _part("received", inbox.c.state == "open", since=func.min(inbox.c.received_at)),
        _part("parked_updates", inbox.c.state == "parked"),
        *(
            _part("lane", condition, which=table.c.lane, since=func.min(table.c.created_at))
            for table, condition in (
                (outbox, message_waits),
                (outbox, message_leased),
                (cards, card_waits),
                (cards, leased),
            )
        ),
        _part("overdue", timer_waits, timers.c.due_at <= bindparam("now"), since=func.min(timers.c.due_at)),
        _part("parked_timers", timer_parked),
        _part("members", on_the_roster),
        _part("unreachable", on_the_roster, reached, addresses.c.unreachable_since.is_not(None)),
        _part("silenced", on_the_roster, reached, addresses.c.silenced_at.is_not(None)),
        _part("digest", since=func.max(digests.c.covers_to)),
        _part("clocks_running", timers.c.kind == CLOCK, timer_waits),
        _part("clocks_over", still, which=sieves.OVER),
        _part("silence", *silent, since=func.min(emergency_steps.c.at)),
        _part("case", still, which=sieves.NEED),
    ]


def _part(
    what: str,
    *where: ColumnElement[bool],
    which: ColumnElement[Any] | None = None,
    number: ColumnElement[Any] | None = None,
    since: ColumnElement[datetime] | None = None,
) -> Select[Any]:
    """Rows as (what, which, number, since)."""
    columns = (
        literal(what).label("what"),
        (cast(which, Text) if which is not None else literal("")).label("which"),
        (number if number is not None else func.count()).label("number"),
        (since if since is not None else cast(null(), UtcTime)).label("since"),
    )
    found = select(*columns).where(*where)
    return found if which is None else found.group_by(which)


PARTS = union_all(*_parts())  # making it takes longer than running it
