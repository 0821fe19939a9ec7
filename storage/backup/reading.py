"""The way back: a backup is restored into a database without rows, all in one transaction, and every row is compared; its
files go into the folder.

A backup of an earlier version is put into the tables of that version, which are then migrated to this one.
"""

import base64
import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any, BinaryIO

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.backup.new_database import brought_to_this_version, fill, new_place
from storage.backup.row_transfer import Portion, TableColumns, hash_of, unpack, write_portion
from storage.backup.writing import ABOUT, CUT_OFF, KEY_OF, MAGIC, Frame, Progress, frames
from storage.engine import parse_url
from storage.errors import Damaged, NewerDatabase, StorageError, WrongFile, WrongKey
from storage.schema_revision import revisions
from storage.sealed_files import is_whole, opened
from storage.sealing import Keyring, id_in

FILE_NAME = re.compile(r"[0-9a-f]{32}")


class Files:
    """Files on their way into the folder; each has its name when it is whole. Without a folder they are only counted.

    Where the block raises nothing of them stays, nor the folder where they were the first in it.
    """

    def __init__(self, folder: Path | None) -> None:
        self.count = 0
        self._folder = folder
        self._name = ""
        self._file: BinaryIO | None = None
        self._new: list[Path] = []
        self._made: list[Path] = []  # folders, the innermost first

    def __enter__(self) -> "Files":
        if self._folder is not None:
            places = (self._folder, *self._folder.absolute().parents)
            self._made = list(takewhile(lambda place: not place.exists(), places))
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._file is not None:
            self._file.close()
        if kind is None:
            return
        for path in self._new:
            path.unlink(missing_ok=True)
        with suppress(OSError):  # of somebody else, who has put something there meanwhile
            for place in self._made:
                place.rmdir()

    def begin(self, name: str) -> None:
        """Of a file. Raises Damaged for a name that no file of ours has: it might lead elsewhere."""
        self.finish()
        self.count += 1
        if not FILE_NAME.fullmatch(name):
            raise Damaged("The backup names a file that cannot be one of ours.")
        if self._folder is not None:
            self._name = name
            whole, half = self._folder / name, self._folder / f"{name}.part"
            self._new += [half] if whole.exists() else [half, whole]
            part = os.open(half, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            self._file = open(part, "wb")  # noqa: SIM115 - finish closes it

    def write(self, piece: bytes) -> None:
        """Some of it."""
        if self._file is not None:
            self._file.write(piece)

    def finish(self) -> None:
        """The one that was begun is whole."""
        if self._file is not None and self._folder is not None:
            with self._file as file:
                file.flush()
                os.fsync(file.fileno())
            (self._folder / f"{self._name}.part").replace(self._folder / self._name)
            self._file = None


COLUMN_OR_TABLE = re.compile(r"[a-z_]+")
NO_BACKUP = "{} is no backup of this program, or its beginning is damaged."


class Backup(Struct, frozen=True):
    """What a file says of itself, and where its sealed pieces begin."""

    path: Path
    revision: str
    made_at: datetime  # UTC
    key: bytes
    said: bytes  # all of this, as it stands there
    behind: int

    def frames(self) -> Iterator[Frame]:
        """Its content. Raises Damaged."""
        try:
            for kind, body in frames(opened(self.path, self.key, ABOUT, behind=self.behind)):
                if kind == b"H" and body != hashlib.sha256(self.said).digest():
                    raise Damaged("What it says of itself was changed.")
                yield kind, body
        except Damaged as error:
            raise Damaged(
                f"The backup {self.path} is damaged or cut off. Use another one; dabyl restore --try says of each whether "
                "it can be restored."
            ) from error

    def is_whole(self) -> bool:
        """Whether its end is there, and its beginning as it was written. What lies between was not read."""
        if not is_whole(self.path, self.key, ABOUT, behind=self.behind):
            return False
        try:
            return next(self.frames(), None) is not None
        except Damaged:
            return False


class Restored(Struct, frozen=True):
    """What is there again. ``compared``: each row with what was written, which only this version's tables allow."""

    rows: int
    files: int
    made_at: datetime
    compared: bool


def _head(path: Path) -> tuple[bytes, int]:
    """What it says of itself, and what stands behind that."""
    try:
        with path.open("rb") as file:
            magic, size = file.read(len(MAGIC)), int.from_bytes(file.read(4))
            return file.read(size) if magic == MAGIC and size < 1 << 16 else b"", file.tell()
    except OSError as error:
        raise WrongFile(f"The backup {path} cannot be read ({error.strerror}).") from error


def keys_of(path: Path) -> list[str]:
    """By their ids, the keys that it needs by what it says: that which opens it first. Empty where that cannot be read."""
    try:
        return _keys(json.loads(_head(path)[0]))
    except (StorageError, ValueError, KeyError, TypeError):
        return []


def _keys(head: Any) -> list[str]:
    """One of an earlier version does not say with which keys its rows are sealed."""
    return list(dict.fromkeys([id_in(base64.b64decode(head["key"])), *map(str, head.get("keys", ()))]))


def read(path: Path, keyring: Keyring) -> Backup:
    """Raises WrongFile (the file does not exist, or is not a backup), Damaged, WrongKey, NewerDatabase."""
    said, behind = _head(path)
    if not said:
        raise WrongFile(NO_BACKUP.format(path))
    try:
        head = json.loads(said)
        sealed = base64.b64decode(head["key"])
        revision, made_at = str(head["revision"]), datetime.fromisoformat(head["made_at"]).astimezone(UTC)
        lacking = [key for key in _keys(head) if key not in keyring.ids]
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged(NO_BACKUP.format(path)) from error
    if revision not in revisions():
        raise NewerDatabase("A newer version of the program made this backup. Restore it with that version.")
    if lacking:
        raise WrongKey(
            f"The backup {path} is sealed with the key {', '.join(lacking)}, which DABYL_KEY does not contain. Put that key "
            "into DABYL_KEY; where there is a newer one, behind it, after a comma."
        )
    try:
        key = keyring.unseal(sealed, KEY_OF)
    except Damaged as error:
        raise Damaged(NO_BACKUP.format(path)) from error
    return Backup(path, revision, made_at, key, said, behind)


async def restore(backup: Backup, url: str, folder: Path | None, progress: Progress) -> Restored:
    """Restore into a new database and a folder of files (None: files are left out). If anything fails, no row and no file is
    left behind.

    Raises StorageError where rows are there already or anything cannot be written, AlreadyRunning, Damaged.
    """
    compared = backup.revision == revisions()[0]
    async with new_place(parse_url(url)) as place:
        with _folder_errors(folder), Files(folder) as files:
            async with fill(place, backup.revision) as connection:
                end = await _put_content(connection, backup, files, progress)
                if compared and await hash_of(connection) != end["sha256"]:
                    raise Damaged("What was read back is not what was written. Nothing was kept.")
        await brought_to_this_version(place)
    return Restored(int(end["rows"]), int(end["files"]), backup.made_at, compared)


@contextmanager
def _folder_errors(folder: Path | None) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(f"The folder of files {folder} cannot be written ({error.strerror}).") from error


async def _put_content(
    connection: AsyncConnection, backup: Backup, files: Files, progress: Progress
) -> dict[str, int | str]:
    """All of it. What the end of the backup says."""
    into, rows, total = TableColumns("", (), ()), 0, 0
    for kind, body in backup.frames():
        if kind == b"N":
            total = int(body)
        elif kind == b"T":
            into = _table(body)
        elif kind == b"R":
            portion = Portion(into, unpack(into.kinds, body))
            await write_portion(connection, portion)
            rows += len(portion)
            progress(rows, total)
        elif kind == b"F":
            files.begin(body.decode())
            progress(rows + files.count, total)
        elif kind == b"D":
            files.write(body)
        elif kind == b"E":
            files.finish()
            end: dict[str, int | str] = json.loads(body)
            if (end["rows"], end["files"]) != (rows, files.count):
                raise Damaged(CUT_OFF)
            return end
    raise Damaged(CUT_OFF)


def _table(body: bytes) -> TableColumns:
    """Raises Damaged for a name that none of ours has had: it becomes a part of a statement."""
    name, named = json.loads(body)
    if not all(
        COLUMN_OR_TABLE.fullmatch(identifier) for identifier in (name, *(column for column, _ in named))
    ):
        raise Damaged("The backup names a table that cannot be one of ours.")
    return TableColumns(name, [column for column, _ in named], [holds for _, holds in named])
