"""Files that people sent are fetched, sealed and kept; those that nobody needs any more are deleted.

A row says what is to be done, and is marked when it is done: fetched again after a crash, a file comes to the same place.
Of each person one file is fetched at a time, the oldest, and of all persons ``AT_ONCE``. Nothing of them is looked into, but
in those that are sent to be read (``routes.FILES``): these stay in memory, and are in no folder at any time.
"""

import asyncio
import logging
from collections.abc import Mapping
from contextlib import aclosing
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.clock.clock import Clock
from bot.loops.trouble import STORAGE_TROUBLE, Operator, code_line, error_name
from bot.messengers.errors import MessengerError, NoFile, Rejected, RetryLater, TooBig
from bot.messengers.messenger import Messenger
from core import sent_files
from core.sent_files import FileState, NotFetchedReason, SentFile
from handlers import routes
from handlers.routing import FileRoute
from handlers.service import Service
from storage import files
from storage.database import Database
from storage.folder import Folder, Kept
from storage.outbox import Committed
from storage.shielding import finish_shielded
from storage.transaction import Transaction

log = logging.getLogger(__name__)

AT_ONCE = 4
TICK = timedelta(seconds=30)  # looks even if a wake-up was lost
AGAIN = timedelta(seconds=1)  # until what could not be written is tried again


class FileFindings(Struct, frozen=True):
    """What was found in a file that was read."""

    what: Any


Outcome = (
    Kept | FileFindings | NotFetchedReason | MessengerError | OSError | None
)  # None: there is no room, or we failed


class Fetching:
    """The loop. ``idle(now)`` says that nothing is due and nothing on its way."""

    def __init__(
        self,
        database: Database,
        folder: Folder,
        messengers: Mapping[str, Messenger],
        service: Service,
        clock: Clock,
        operator: Operator,
    ) -> None:
        self._database = database
        self._folder = folder
        self._messengers = messengers
        self._service = service
        self._clock = clock
        self._operator = operator
        self._changed = asyncio.Event()
        self._tasks: dict[int, asyncio.Task[None]] = {}  # by whose file it is
        self._next: datetime | None = None
        self._known = False

    def on_commit(self, committed: Committed) -> None:
        """Called after every commit."""
        if committed.files:
            self._known = False
            self._changed.set()

    def idle(self, now: datetime) -> bool:
        """Whether nothing is due at this moment and nothing on its way."""
        return self._known and not self._tasks and (self._next is None or self._next > now)

    async def run(self) -> None:
        """Fetch and delete what is due, for ever."""
        try:
            while True:
                self._changed.clear()
                now = self._clock.now()
                try:
                    await self._look(now)
                except STORAGE_TROUBLE as error:
                    await self._operator.tell("storage", error=error_name(error))
                    await self._clock.wait(asyncio.Event(), now + AGAIN)
                    continue
                except Exception as error:  # noqa: BLE001 - rows that cannot be read; the other loops go on
                    log.error("files cannot be looked for: %s at %s", error_name(error), code_line(error))
                    await self._clock.wait(asyncio.Event(), now + TICK)
                    continue
                await self._clock.wait(self._changed, min(self._next or now + TICK, now + TICK))
        finally:
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    async def _look(self, now: datetime) -> None:
        """Begin what may begin now. Whose file is on its way while it is looked is left to the next look."""
        busy = set(self._tasks)
        async with self._database.read(now) as tx:
            wanted, unwanted = await files.list_wanted(tx), await files.list_unwanted(tx)
            later = await files.next_due(tx)
            through = {file.id: await self._through(tx, file) for file in wanted}
        self._next = later
        self._known = not (unwanted or self._changed.is_set())
        if unwanted:
            await self._delete(unwanted, now)
        for file in wanted:
            messenger = through[file.id]
            if messenger is not None and len(self._tasks) < AT_ONCE and file.address_id not in busy:
                self._tasks[file.address_id] = asyncio.create_task(self._settle(file, messenger))

    async def _through(self, tx: Transaction, file: SentFile) -> Messenger | None:
        """The one that has it; None where it was taken out of the configuration."""
        address = await tx.addresses.get(file.address_id)
        return self._messengers.get(address.messenger) if address is not None else None

    async def _delete(self, unwanted: list[SentFile], now: datetime) -> None:
        """First what is in the folder, then the rows."""
        try:
            for file in unwanted:
                await finish_shielded(asyncio.to_thread(self._folder.remove, file.id))
        except OSError as error:
            await self._tell(error)
            return
        async with self._database.write(now) as tx:
            for file in unwanted:
                current = await tx.files.get(file.id)
                if current is not None and current.state is FileState.UNWANTED:
                    tx.files.remove(file.id)
        self._known = False
        self._changed.set()  # there may be more

    async def _settle(self, file: SentFile, messenger: Messenger) -> None:
        """Fetch one, and write what became of it, however often that takes."""
        try:
            try:
                if await self._write(file, await self._outcome(file, messenger)):
                    await messenger.discard(file.about["id"])
            except OSError as error:
                await self._tell(error)  # it is swept away some day
            except STORAGE_TROUBLE as error:
                await self._operator.tell("storage", error=error_name(error))
                await self._clock.wait(asyncio.Event(), self._clock.now() + AGAIN)
            except Exception as error:  # noqa: BLE001 - a defect of ours: the others go on, and the watchman sees that it waits
                log.error("file %d cannot be fetched: %s at %s", file.id, error_name(error), code_line(error))
                await self._write(file, None)
        finally:
            del self._tasks[file.address_id]
            self._known = False
            self._changed.set()

    async def _write(self, file: SentFile, outcome: Outcome) -> bool:
        """Whether nobody will ask the messenger for it again."""
        while (settled := await self._written(file, outcome)) is None:
            await self._clock.wait(asyncio.Event(), self._clock.now() + AGAIN)
        return settled

    async def _outcome(self, file: SentFile, messenger: Messenger) -> Outcome:
        if (reads := routes.FILES.get(file.about.get("for", ""))) is not None:
            return await self._read(file, messenger, reads)
        async with self._database.read(self._clock.now()) as tx:
            kept = await files.kept_of(tx, file.address_id)
        if (why := sent_files.why_not_fetched(file.size, kept, messenger.abilities.file)) is not None:
            return why
        try:
            if await asyncio.to_thread(self._folder.free) < sent_files.ROOM + (file.size or 0):
                return None
            return await self._fetched(file, messenger)
        except TooBig:
            return NotFetchedReason.TOO_BIG
        except (MessengerError, OSError) as error:
            return error

    async def _read(self, file: SentFile, messenger: Messenger, reads: FileRoute[Any]) -> Outcome:
        content = bytearray()
        try:
            async with aclosing(messenger.download(file.about["id"])) as pieces:
                async for piece in pieces:
                    if len(content) + len(piece) > reads.most:
                        return NotFetchedReason.TOO_BIG
                    content += piece
        except TooBig:
            return NotFetchedReason.TOO_BIG
        except MessengerError as error:
            return error
        return FileFindings(await asyncio.to_thread(reads.read, self._service, bytes(content)))

    async def _fetched(self, file: SentFile, messenger: Messenger) -> Kept:
        """The whole file is in the folder, under its name. TooBig when more comes than may."""
        writing = await finish_shielded(asyncio.to_thread(self._folder.write, file.id, file.key))
        try:
            async with aclosing(messenger.download(file.about["id"])) as pieces:
                async for piece in pieces:
                    if writing.size + len(piece) > messenger.abilities.file:
                        raise TooBig("more than was said")
                    await finish_shielded(asyncio.to_thread(writing.write, piece))
            return await finish_shielded(asyncio.to_thread(writing.finish))
        finally:
            await finish_shielded(asyncio.to_thread(writing.give_up))

    async def _written(self, file: SentFile, outcome: Outcome) -> bool | None:
        """The row says now what became of its file: whether that is final. None: it could not be written."""
        now = self._clock.now()
        if isinstance(outcome, OSError):
            await self._tell(outcome)
        try:
            async with self._database.write(now) as tx:
                row = await tx.files.get(file.id)
                if row is not None and row.state is FileState.WANTED:
                    await self._record(tx, row, outcome)
                now_is = await tx.files.get(file.id)
        except STORAGE_TROUBLE as error:
            await self._operator.tell("storage", error=error_name(error))
            return None
        if row is None:  # forgotten meanwhile, and its file deleted before it was there
            await finish_shielded(asyncio.to_thread(self._folder.remove, file.id))
        return now_is is None or now_is.state is not FileState.WANTED

    async def _record(self, tx: Transaction, row: SentFile, outcome: Outcome) -> None:
        reads = routes.FILES.get(row.about.get("for", ""))
        if isinstance(outcome, FileFindings):
            assert reads is not None  # by which it was read
            await reads.follows(tx, self._service, row, outcome.what)
        elif reads is not None and isinstance(outcome, NotFetchedReason):
            await reads.left(tx, self._service, row, outcome)
        elif isinstance(outcome, Kept):
            await routes.EVENTS.kept(tx, self._service, row, outcome)
        elif isinstance(outcome, NotFetchedReason):
            await routes.EVENTS.left(tx, self._service, row, outcome)
        elif outcome is None or isinstance(outcome, OSError):
            tx.files.put(replace(row, not_before=tx.now + sent_files.NO_ROOM))
        elif isinstance(outcome, (NoFile, Rejected)) and row.attempts + 1 >= sent_files.GIVEN_UP:
            await self._record(tx, row, NotFetchedReason.GONE)
        else:
            told = isinstance(outcome, (NoFile, Rejected))  # else only the way there was broken
            attempts = row.attempts + 1 if told else min(row.attempts + 1, len(sent_files.PAUSES))
            log.info("file %d is fetched later: %s", row.id, error_name(outcome))
            asked = outcome.seconds if isinstance(outcome, RetryLater) else None
            wait = max(sent_files.retry_pause(attempts), timedelta(seconds=asked or 0))
            tx.files.put(replace(row, attempts=attempts, not_before=tx.now + wait))

    async def _tell(self, error: OSError) -> None:
        await self._operator.tell("files", error=error.strerror or type(error).__name__)
