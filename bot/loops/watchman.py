"""The watchman: every minute an audit; administrators are told what it finds; a heartbeat is sent when it finds nothing.

It reads what the database shows (storage.audit), adds what only the running program knows (polling, what waits at Telegram,
our own heartbeat), and lets core judge. It relies on no other loop's memory: whether a timer has run or a message was sent,
it reads from the rows alone.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from bot.clock.clock import Clock
from bot.loops.heartbeat import DeadMan
from bot.loops.inbox import Inbox
from bot.loops.receiving import Receiving
from bot.loops.trouble import Operator, code_line, error_name
from bot.messengers.errors import MessengerError
from core import sent_files
from core.watch.alarms import AlarmChange, alarm_changes, finding_details
from core.watch.audit import (
    AuditFinding,
    Key,
    Sight,
    Sights,
    is_clean,
    is_loop_stuck,
    judge_sights,
    remember_sights,
)
from handlers import routes
from handlers.service import Service
from storage import audit
from storage.audit import changed_by_hand
from storage.backup.backup_age import Backups
from storage.database import Database
from storage.folder import Folder

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)
SLEPT = timedelta(minutes=2)  # woken this much too late, or early, the machine slept or its clock was set
ATTEMPTS = (
    3  # looks that fail one after the other until it is told; of a busy database others tell, and sooner
)
SILENT = timedelta(minutes=3)  # without updates for so long, Telegram is asked whether it has some


class Watchman:
    """The loop. ``idle(now)`` says that no audit is due or under way.

    ``on_audit``: called with what each has found; ``on_alive``: called after each look unless one of our loops stands still.
    Both must be quick and not raise.
    """

    def __init__(
        self,
        database: Database,
        service: Service,
        clock: Clock,
        operator: Operator,
        inbox: Inbox,
        folder: Folder | None,
        heartbeat: DeadMan | None,
        backups: Backups | None,
    ) -> None:
        self._database = database
        self._service = service
        self._clock = clock
        self._operator = operator
        self._inbox = inbox
        self._folder = folder
        self._heartbeat = heartbeat
        self._backups = backups
        self.on_audit: list[Callable[[Sequence[AuditFinding]], None]] = []
        self.on_alive: list[Callable[[], None]] = []
        self._found: Sequence[AuditFinding] = ()
        self._hung = False
        self._watched_since = clock.now()
        self._seen: Mapping[Key, datetime] = {}
        self._known: tuple[str, ...] = ()  # the kinds found last, for the log
        self._failing: Sight | None = None  # our heartbeat does not arrive
        self._next: datetime | None = None

    def idle(self, now: datetime) -> bool:
        """Whether nothing is to be done at this moment."""
        return self._next is not None and self._next > now

    async def run(self) -> None:
        """Watch for ever. No error ends it."""
        never = asyncio.Event()
        failures = 0
        self._watched_since = self._clock.now()
        try:
            while True:
                due = self._next = self._clock.now() + EVERY
                await self._clock.wait(never, due)
                self._next, now = None, self._clock.now()
                if abs(now - due) > SLEPT:
                    self._watched_since, self._seen, self._failing = now, {}, None
                try:
                    await self._look(now)
                    await self._operator.mended("audit")
                    failures = 0
                except Exception as error:  # noqa: BLE001 - of any kind: the others go on, and it is told
                    failures, self._hung = failures + 1, False  # a restart mends no database
                    await self._complain(error, failures)
                for alive in self.on_alive if not self._hung else ():
                    alive()
        finally:
            if self._heartbeat is not None:
                await self._heartbeat.close()

    async def _complain(self, error: Exception, failures: int) -> None:
        log.error("the audit failed %d times: %s at %s", failures, error_name(error), code_line(error))
        if failures >= ATTEMPTS:
            await self._operator.tell("audit", error=error_name(error))

    async def _look(self, now: datetime) -> None:
        """One audit, and what follows from it."""
        async with self._database.read(now) as tx:
            stored = await audit.read_sights(tx)
            forged = [Sight(str(member)) for member in await changed_by_hand(tx)]
            alarms = await tx.alarms.select()
            self._operator.chats = await routes.EVENTS.administrators(tx, self._service)
        sights: Sights = {**stored, "forged": forged, **await self._sights(now)}
        self._seen = remember_sights(sights, self._seen, now)
        findings = judge_sights(sights, self._seen, self._watched_since, now)
        self._note(findings)
        self._hung = is_loop_stuck(findings, self._found) and not self._operator.knows("storage")
        self._found = findings
        for tell in self.on_audit:
            tell(findings)
        await self._tell(alarm_changes(findings, alarms, now), now)
        if self._heartbeat is not None and is_clean(findings):
            why = await self._heartbeat.beat()
            since = self._failing.since if self._failing is not None else now
            self._failing = Sight(why, since) if why else None

    async def _sights(self, now: datetime) -> Sights:
        """What the running program knows besides."""
        return {
            "deaf": [Sight(poll.messenger.name, poll.answered_at) for poll in self._inbox.polls],
            "daemon": [
                Sight(poll.messenger.name) for poll in self._inbox.polls if not await poll.messenger.alive()
            ],
            "heartbeat": [self._failing] if self._failing is not None else [],
            "unfetched": await self._unfetched(now),
            "full": await self._full(),
            **await self._backup(now),
        }

    async def _full(self) -> Sequence[Sight]:
        """Whether there is too little room for the files that people send; where that cannot be told, fetching tells why."""
        if self._folder is None:
            return []
        try:
            free = await asyncio.to_thread(self._folder.free)
        except OSError:
            return []
        return [Sight("disk")] if free < sent_files.ROOM else []

    async def _backup(self, now: datetime) -> Sights:
        """Whether the newest backup, or the newest that was tried out, is too old, where the configuration says that there
        are any.
        """
        if self._backups is None:
            return {}
        hours = {
            "backup": await asyncio.to_thread(self._backups.too_old, now),
            "unproven": await asyncio.to_thread(self._backups.unproven, now),
        }
        return {kind: [Sight(since, mark=kind)] if since else [] for kind, since in hours.items()}

    async def _unfetched(self, now: datetime) -> Sequence[Sight]:
        """Whether updates wait at a messenger though none has come for a while. A single look may meet one on its way."""
        found = [(poll.received_at, await self._waiting_at(poll, now)) for poll in self._inbox.polls]
        return [Sight(str(waiting), mark=heard.isoformat()) for heard, waiting in found if waiting]

    async def _waiting_at(self, polling: Receiving, now: datetime) -> int:
        if now - polling.received_at < SILENT:
            return 0
        try:
            return await polling.messenger.unfetched()
        except MessengerError:
            return 0  # nobody knows; "deaf" tells

    def _note(self, findings: Sequence[AuditFinding]) -> None:
        """Into the log, when it is another than before."""
        kinds = tuple(finding.kind for finding in findings)
        if kinds == self._known:
            return
        self._known = kinds
        for finding in findings:
            names = ", ".join(finding.names)
            log.error("audit: %s since %s: %d (%s)", finding.kind, finding.since, finding.count, names)
        if not findings:
            log.info("audit: clean again")

    async def _tell(self, changed: Sequence[AlarmChange], now: datetime) -> None:
        if not changed:
            return
        async with self._database.write(now) as tx:
            for change in changed:
                if change.alarm is not None:
                    tx.alarms.put(change.alarm)
                else:
                    tx.alarms.remove(change.kind)
                if change.finding is not None:
                    words = finding_details(change.finding, self._service.zone)
                    await routes.EVENTS.trouble(tx, self._service, f"watch-{change.kind}", **words)
                elif change.over:
                    await routes.EVENTS.trouble(tx, self._service, f"watch-{change.kind}-over")
