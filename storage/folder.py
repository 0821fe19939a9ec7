"""The folder of the files that people sent: beside a SQLite database, or where the configuration says.

A name is a keyed hash of the number of the file's row: it says nothing, and a file that is fetched twice comes to the same
place. A file has another name until all of it is on the disk, so a file under its own name is whole; its row is marked after
that. A row is removed after its file. So a crash leaves at most a file that no row knows: :meth:`Folder.sweep`.
"""

import hashlib
import hmac
import os
import secrets
import shutil
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from storage.errors import StorageError
from storage.sealed_files import Sealer, opened, sealed_size
from storage.sealing import context

PART = ".part"  # behind a name: not whole yet


class Kept(Struct, frozen=True):
    """What was written: clear bytes, how many, and their hash."""

    size: int
    sha256: str


class Folder:
    """All of it is for threads: disks are slow. ``lookup`` is the key of keyed hashes."""

    def __init__(self, path: Path, lookup: bytes) -> None:
        self.path = path
        self._lookup = lookup

    def prepare(self) -> None:
        """Make it, readable by its owner alone. Raises StorageError where nothing can be written there."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            trial = self.path / f"{secrets.token_hex(8)}{PART}"
            trial.touch(mode=0o600, exist_ok=False)
            trial.unlink()
        except OSError as error:
            raise StorageError(
                f"The folder of files {self.path} cannot be written ({error.strerror}); "
                "correct storage.files, or its owner and mode."
            ) from error

    def name(self, number: int) -> str:
        """The name of the file of this row."""
        return hmac.digest(self._lookup, b"file\0%d" % number, hashlib.sha256).hex()[:32]

    def size(self, number: int) -> int | None:
        """The bytes on the disk; None where there is no file."""
        try:
            return (self.path / self.name(number)).stat().st_size
        except FileNotFoundError:
            return None

    def is_whole(self, number: int, size: int) -> bool:
        """Whether the file of this row is there, as long as one of so many clear bytes is."""
        return self.size(number) == sealed_size(size)

    def write(self, number: int, key: bytes) -> "Writing":
        """Begin to write the file of this row."""
        return Writing(self.path, self.name(number), Sealer(key, _about(number)))

    def read(self, number: int, key: bytes) -> bytes:
        """All clear bytes. Raises Damaged, or OSError where there is no file."""
        return b"".join(opened(self.path / self.name(number), key, _about(number)))

    def remove(self, number: int) -> None:
        """It is there no more, whether it was or not."""
        (self.path / self.name(number)).unlink(missing_ok=True)

    def free(self) -> int:
        """Bytes that are left on its disk. OSError where there is no folder."""
        return shutil.disk_usage(self.path).free

    def sweep(self, known: Collection[int], before: datetime) -> int:
        """Remove the files that none of these rows has, if they were last written before that. How many they were."""
        names = {self.name(number) for number in known}
        strangers = [
            file for file in self.path.iterdir() if file.name not in names and _last_written(file) < before
        ]
        for file in strangers:
            file.unlink(missing_ok=True)
        return len(strangers)


class Writing:
    """One file on its way into the folder: opened, written, then :meth:`finish` or :meth:`give_up`."""

    def __init__(self, folder: Path, name: str, sealer: Sealer) -> None:
        self._place = folder / name
        self._part = (
            folder / f"{name}.{secrets.token_hex(4)}{PART}"
        )  # of its own: another run may have left one
        self._sealer = sealer
        self._hash = hashlib.sha256()
        self.size = 0  # clear bytes so far
        self._file = open(os.open(self._part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")  # noqa: SIM115
        self._file.write(sealer.begin())

    def write(self, clear: bytes) -> None:
        """These bytes too. OSError where the disk is full."""
        self._hash.update(clear)
        self.size += len(clear)
        self._file.write(self._sealer.feed(clear))

    def finish(self) -> Kept:
        """Put all of it on the disk under its own name; from then on it stays there even after a crash."""
        with self._file as file:
            file.write(self._sealer.end())
            file.flush()
            os.fsync(file.fileno())
        self._part.replace(self._place)
        synchronised(self._place.parent)
        return Kept(self.size, self._hash.hexdigest())

    def give_up(self) -> None:
        """Nothing of it stays; does nothing after :meth:`finish`."""
        self._file.close()
        self._part.unlink(missing_ok=True)


def synchronised(folder: Path) -> None:
    """The names in it are on the disk. Also for a file: what is in it."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _about(number: int) -> str:
    return context("files", "content", number)


def _last_written(file: Path) -> datetime:
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except FileNotFoundError:
        return datetime.max.replace(tzinfo=UTC)
