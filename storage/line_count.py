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

DIGITS = 18  # of a number that we wrote


class LineCount:
    """The note in one file, with a hash by this key."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file = file
        self._key = key

    def noted(self) -> int | None:
        """How many lines were written; None if nobody has noted it yet, or something else stands there."""
        try:
            return self._read(self._file.read_text("latin-1"))
        except OSError:
            return None

    def add(self, lines: int, *, of: int) -> None:
        """So many more; ``of``: how many there are now, where nothing is noted. Trouble with the file is only logged."""
        try:
            with os.fdopen(
                os.open(self._file, os.O_CREAT | os.O_RDWR, 0o600), "r+", encoding="latin-1"
            ) as file:
                fcntl.flock(file, fcntl.LOCK_EX)  # commands of the command line write too
                before = self._read(file.read())
                file.seek(0)
                file.truncate()
                file.write(self._text(of if before is None else before + lines))
        except OSError as error:
            log.warning("the count of lines was not noted in %s: %s", self._file.name, error)

    def _read(self, text: str) -> int | None:
        number, _, _ = text.partition(" ")
        known = number.isdecimal() and len(number) <= DIGITS and text == self._text(int(number))
        return int(number) if known else None

    def _text(self, lines: int) -> str:
        keyed = hmac.digest(self._key, b"lines\0%d" % lines, hashlib.sha256)
        return f"{lines} {keyed.hex()}\n"
