"""How many lines all timelines have, noted outside the database: lines cut off at an end leave their chain whole, but are
fewer then than were written.

The note stands beside a SQLite database, with a keyed hash, so that it cannot be lowered by hand. It is brought up to date
after the commit: a crash in between leaves it too low, never too high. What is not noticed: an older note put back with an
older database. On PostgreSQL there is no folder of ours, and no note.
"""

import fcntl
import hashlib
import hmac
import logging
import os
from pathlib import Path

log = logging.getLogger(__name__)

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

    def add(self, lines: int, *, of: int) -> None:
        """So many more; ``of``: how many there are now, where nothing is noted. Trouble with the file is only logged."""
        try:
            descriptor = os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX)  # commands of the command line write too
                before = self._read(os.pread(descriptor, WIDTH, 0))
                # In place and of one width: a file that is cut to nothing first is written to the disk at its closing.
                os.pwrite(descriptor, self._text(of if before is None else before + lines), 0)
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
