"""Two notes beside a SQLite database, outside of it, by which a start notices that an older database was put in its place.

In the lock file: how far the database had come. After a commit the number of the newest update is noted, which never comes
twice, and with every sign of life the run and the time. No word, no name. Nothing waits for the disk: after a power cut the
note may be behind the database, which raises no alarm. If the database is behind the note, it is an older one, or its WAL is
gone.

In a note of its own: how many lines all timelines and all evidence have. If lines are cut off at an end, a chain stays
whole, but there are fewer lines than were written. The note has a keyed hash, so that it cannot be lowered by hand. It is
updated after the commit: a crash in between leaves it too low, never too high. It is not noticed if an older note is put
back with an older database. On PostgreSQL we have no folder, and no note.
"""

import fcntl
import hashlib
import hmac
import json
import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import replace
from sqlalchemy import text

from core.traffic import Run
from storage.schema import boots
from storage.transaction import Transaction

log = logging.getLogger(__name__)

LENGTH = 120  # bytes, so that a shorter note leaves nothing of a longer one


class Progress(Struct, frozen=True):
    """The newest update (a row of the inbox), the newest run, and its last sign of life (seconds since 1970; 0: none)."""

    update: int = 0
    boot: int = 0
    alive: float = 0

    @property
    def alive_at(self) -> datetime:
        return datetime.fromtimestamp(self.alive, UTC)

    def is_behind(self, other: "Progress") -> bool:
        """Whether what ``other`` had reached is missing here."""
        return self.update < other.update or (self.boot, self.alive) < (other.boot, other.alive)


class HighWater:
    """The note of one database."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._noted = self.read() or Progress()

    def read(self) -> Progress | None:
        """What is noted; None when nothing is, or nobody can read it."""
        try:
            return Progress(**json.loads(self._file.read_text("ascii")))
        except (OSError, ValueError, TypeError):
            return None

    def note(self, update: int, boot: Run | None) -> None:
        """After a commit: what it wrote of these (0 and None: nothing)."""
        reached = replace(self._noted, update=update) if update else self._noted
        if boot is not None:
            reached = replace(reached, boot=boot.id, alive=boot.alive_at.timestamp())
        if reached != self._noted:
            self._noted = reached
            self._write(reached)

    def begin(self, reached: Progress) -> None:
        """From now on this is how far it is: what is missing has been told."""
        self._noted = reached

    def _write(self, reached: Progress) -> None:
        line = json.dumps(to_builtins(reached)).ljust(LENGTH).encode("ascii")
        try:
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(descriptor, line)
            finally:
                os.close(descriptor)
        except OSError as error:  # a disk that is full is told by others
            log.warning("how far the database is was not noted: %s", error.strerror)


async def read_progress(tx: Transaction) -> Progress:
    """How far this SQLite database is."""
    newest = await tx.boots.select(order_by=boots.c.id.desc(), limit=1)
    counted = await tx.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'inbox'"))
    update = int(counted.scalar() or 0)
    return Progress(update, newest[0].id, newest[0].alive_at.timestamp()) if newest else Progress(update)


DIGITS = 18
WIDTH = DIGITS + 1 + 64 + 1  # of a note, in bytes: number, space, hash, end


class LineCount:
    """The note in one file, with a hash by this key."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file = file
        self._key = key

    def noted(self) -> int | None:
        """How many lines were written; None if nobody has noted it yet, or something else stands there."""
        try:
            with self._file.open("rb") as file:
                return self._read(file.read(WIDTH))
        except OSError:
            return None

    def begin(self, lines: int) -> None:
        """So many, in place of what was noted. Trouble with the file is only logged, here and in :meth:`add`."""
        self._change(lambda before: lines)

    def add(self, lines: int, *, of: int) -> None:
        """So many more; ``of``: how many there are now. Where nothing is noted and there were some before, the note is gone,
        and what is missing besides nobody can tell any more: it stays so until somebody has looked (``dabyl audit verify``).
        """
        self._change(lambda before: before + lines if before is not None else lines if of == lines else None)

    def _change(self, lines_after: Callable[[int | None], int | None]) -> None:
        try:
            descriptor = os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX)  # commands of the command line write too
                lines = lines_after(self._read(os.pread(descriptor, WIDTH, 0)))
                if lines is not None:
                    # In place and of one width: a file that is cut to nothing first is written to the disk at its closing.
                    os.pwrite(descriptor, self._text(lines), 0)
            finally:
                os.close(descriptor)
        except OSError as error:
            log.warning("the count of lines was not noted in %s: %s", self._file.name, error)

    def _read(self, text: bytes) -> int | None:
        number = text[:DIGITS]
        return int(number) if number.isdigit() and text == self._text(int(number)) else None

    def _text(self, lines: int) -> bytes:
        keyed = hmac.digest(self._key, b"lines\0%d" % lines, hashlib.sha256)
        return b"%018d %s\n" % (lines, keyed.hex().encode())
