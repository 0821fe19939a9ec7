"""The way back: a backup becomes a database that had no rows, all of it in one transaction, and every row is compared.

A backup of an earlier version is put into the tables of that version, which are then brought to this one.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.backup.columns import unpacked
from storage.backup.files import Files
from storage.backup.frames import CUT_OFF, Frame, frames
from storage.backup.place import brought_to_this_version, filling, new_place
from storage.backup.rows import Held, Portion, hash_of, put
from storage.backup.writing import ABOUT, KEY_OF, MAGIC, Progress
from storage.engine import parse_url
from storage.errors import Damaged, NewerDatabase, StorageError, WrongFile, WrongKey
from storage.revision import revisions
from storage.sealed_files import is_whole, opened
from storage.sealing import Keyring, id_in

NAME = re.compile(r"[a-z_]+")
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
    """Raises WrongFile (there is none, or it is no backup), Damaged, WrongKey, NewerDatabase."""
    said, behind = _head(path)
    if not said:
        raise WrongFile(NO_BACKUP.format(path))
    try:
        head = json.loads(said)
        sealed = base64.b64decode(head["key"])
        revision, made_at = str(head["revision"]), datetime.fromisoformat(head["made_at"]).astimezone(UTC)
        lacking = [one for one in _keys(head) if one not in keyring.ids]
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


async def restore(
    backup: Backup, url: str, keyring: Keyring, folder: Path | None, progress: Progress
) -> Restored:
    """Into a database that is new, and a folder of files (None: files are left out). Whatever fails leaves no row and no
    file.

    Raises StorageError where rows are there already or anything cannot be written, AlreadyRunning, Damaged.
    """
    compared = backup.revision == revisions()[0]
    async with new_place(parse_url(url)) as place:
        with _told(folder), Files(folder) as files:
            async with filling(place, backup.revision) as connection:
                end = await _put(connection, backup, files, progress)
                if compared and await hash_of(connection) != end["sha256"]:
                    raise Damaged("What was read back is not what was written. Nothing was kept.")
        await brought_to_this_version(place, keyring)
    return Restored(int(end["rows"]), int(end["files"]), backup.made_at, compared)


@contextmanager
def _told(folder: Path | None) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(f"The folder of files {folder} cannot be written ({error.strerror}).") from error


async def _put(
    connection: AsyncConnection, backup: Backup, files: Files, progress: Progress
) -> dict[str, int | str]:
    """All of it. What the end of the backup says."""
    into, rows, total = Held("", (), ()), 0, 0
    for kind, body in backup.frames():
        if kind == b"N":
            total = int(body)
        elif kind == b"T":
            into = _table(body)
        elif kind == b"R":
            portion = Portion(into, unpacked(into.kinds, body))
            await put(connection, portion)
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


def _table(body: bytes) -> Held:
    """Raises Damaged for a name that none of ours has had: it becomes a part of a statement."""
    name, named = json.loads(body)
    if not all(NAME.fullmatch(one) for one in (name, *(column for column, _ in named))):
        raise Damaged("The backup names a table that cannot be one of ours.")
    return Held(name, [column for column, _ in named], [holds for _, holds in named])
