"""A folder of backups: what the next one is called, and which old ones go."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct, field

from storage.backup.backup_age import ENDING
from storage.backup.reading import read
from storage.errors import StorageError, WrongFile
from storage.folder import PART
from storage.sealing import Keyring

NAME = f"dabyl-%Y%m%d-%H%M%S{ENDING}"  # UTC
OURS = f"dabyl-*{ENDING}"


class Tidied(Struct, frozen=True):
    """What became of the older ones."""

    removed: list[Path] = field(default_factory=list)  # enough newer ones are there
    over: list[Path] = field(default_factory=list)  # removed, because they are of too long ago
    broken: list[Path] = field(
        default_factory=list
    )  # not whole, or of another key: neither counted nor removed
    later: list[Path] = field(default_factory=list)  # by their names made after this one: the same


@contextmanager
def kept_for_us(folder: Path) -> Iterator[None]:
    """Nobody else writes a backup into it meanwhile; what one that was killed has left is removed. Raises StorageError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StorageError(f"Another backup is being written into {folder}. Wait for its end.") from None
        for left in folder.glob(f"{OURS}{PART}"):
            left.unlink()
        yield
    finally:
        os.close(descriptor)


def new_name(folder: Path, now: datetime) -> Path:
    """By the time; a second later where one is called so already, because a clock was set back."""
    while (place := folder / now.astimezone(UTC).strftime(NAME)).exists():
        now += timedelta(seconds=1)
    return place


def newest(place: Path) -> Path:
    """The backup with the latest name in this folder, or the file itself. Raises WrongFile if there is no such file."""
    if not place.is_dir():
        return place
    if found := sorted(place.glob(OURS)):
        return found[-1]
    raise WrongFile(f"There is no backup in {place}.")


def tidy(made: Path, keep: int, keyring: Keyring, span: timedelta | None = None) -> Tidied:
    """Remove all but the newest ``keep`` that are whole, of which the one just made is the first. ``span``: of these too
    whichever are by their names so much older than that one.
    """
    done, counted = Tidied(), 1
    since = (_made_at(made) - span).strftime(NAME) if span is not None else ""
    for old in sorted(made.parent.glob(OURS), reverse=True):
        if old.name > made.name:
            done.later.append(old)
        elif old != made:
            if not is_whole(old, keyring):
                done.broken.append(old)
            elif old.name < since:
                old.unlink()
                done.over.append(old)
            elif counted < keep:
                counted += 1
            else:
                old.unlink()
                done.removed.append(old)
    return done


def _made_at(backup: Path) -> datetime:
    return datetime.strptime(backup.name, NAME).replace(tzinfo=UTC)


def is_whole(file: Path, keyring: Keyring) -> bool:
    """Whether these keys open it, its beginning and its end."""
    try:
        return read(file, keyring).is_whole()
    except (StorageError, OSError):
        return False
