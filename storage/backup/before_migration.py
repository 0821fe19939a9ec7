"""The copy of a SQLite database that a migration leaves beside it, and the way back to it.

It is the file itself, by SQLite's own backup: sealed as that is, readable by its owner alone.
"""

import os
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

from storage.engine import line_file
from storage.errors import StorageError
from storage.folder import PART, synchronised

BEFORE = ".before-"  # between the file's name and the revision that it had


def copy_of(file: Path, revision: str) -> Path:
    """Where the copy of that revision lies."""
    return file.with_name(f"{file.name}{BEFORE}{revision}")


def copies_of(file: Path) -> list[Path]:
    """Those that are there, the oldest version first."""
    return sorted(file.parent.glob(f"{file.name}{BEFORE}[0-9]*[0-9]"))


def copy_before(file: Path, revision: str) -> Path:
    """Written whole, or not at all; a migration that failed has left one of the same revision, which this replaces. No bot
    runs on the database meanwhile. Raises StorageError.
    """
    place = copy_of(file, revision)
    part = place.with_name(f"{place.name}{PART}")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
        synchronised(part)
        part.replace(place)
        synchronised(place.parent)
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or getattr(error, "sqlite_errorname", type(error).__name__)
        raise StorageError(
            f"The copy {place} cannot be written ({why}), so nothing was migrated: it takes as much room as the database."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return place


def way_back(file: Path, copy: Path) -> str:
    """What to type, once the version before is there again. A log that the newer one left would be read into the copy."""
    old, new = file.absolute(), copy.absolute()
    gone = [old.with_name(f"{old.name}{ending}") for ending in ("-wal", "-shm")] + [line_file(old)]
    return f"rm -f {' '.join(shlex.quote(str(path)) for path in gone)} && mv {shlex.quote(str(new))} {shlex.quote(str(old))}"
