"""How far a SQLite database had come, noted beside it, in its lock file: a start that finds it less far knows that an older
one was put in its place, or that its WAL is gone.

Noted after a commit: the number of the newest update, which never comes twice, and with every sign of life the run and
the time. No word, no name. Nothing waits for the disk: after a power cut the note may be behind the database, and that is no
alarm.
"""

import json
import logging
import os
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct, to_builtins
from msgspec.structs import replace
from sqlalchemy import text

from bot.core.traffic import Boot
from storage.schema import boots
from storage.transaction import Transaction

log = logging.getLogger(__name__)

LENGTH = 120  # bytes, so that a shorter note leaves nothing of a longer one


class Reached(Struct, frozen=True):
    """The newest update (a row of the inbox), the newest run, and its last sign of life (seconds since 1970; 0: none)."""

    update: int = 0
    boot: int = 0
    alive: float = 0

    @property
    def alive_at(self) -> datetime:
        """UTC."""
        return datetime.fromtimestamp(self.alive, UTC)

    def is_behind(self, other: "Reached") -> bool:
        """Whether what ``other`` had reached is missing here."""
        return self.update < other.update or (self.boot, self.alive) < (other.boot, other.alive)


class HighWater:
    """The note of one database."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._noted = self.read() or Reached()

    def read(self) -> Reached | None:
        """What is noted; None when nothing is, or nobody can read it."""
        try:
            return Reached(**json.loads(self._file.read_text("ascii")))
        except (OSError, ValueError, TypeError):
            return None

    def note(self, update: int, boot: Boot | None) -> None:
        """After a commit: what it wrote of these (0 and None: nothing)."""
        reached = replace(self._noted, update=update) if update else self._noted
        if boot is not None:
            reached = replace(reached, boot=boot.id, alive=boot.alive_at.timestamp())
        if reached != self._noted:
            self._noted = reached
            self._write(reached)

    def begin(self, reached: Reached) -> None:
        """From now on this is how far it is: what is missing has been told."""
        self._noted = reached

    def _write(self, reached: Reached) -> None:
        line = json.dumps(to_builtins(reached)).ljust(LENGTH).encode("ascii")
        try:
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(descriptor, line)
            finally:
                os.close(descriptor)
        except OSError as error:  # a disk that is full is told by others
            log.warning("how far the database is was not noted: %s", error.strerror)


async def reached(tx: Transaction) -> Reached:
    """How far this SQLite database is."""
    newest = await tx.boots.select(order_by=boots.c.id.desc(), limit=1)
    counted = await tx.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'inbox'"))
    update = int(counted.scalar() or 0)
    return Reached(update, newest[0].id, newest[0].alive_at.timestamp()) if newest else Reached(update)
