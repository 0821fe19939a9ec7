"""The way back: a backup becomes a database that had no rows, all of it in one transaction, and every row is compared.

A backup of an earlier version is put into the tables of that version, which are then brought to this one.
"""

import base64
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, column, insert, table, text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.backup.files import Files
from storage.backup.frames import CUT_OFF, HOLDS, Frame, frames, rows_of
from storage.backup.rows import hash_of
from storage.backup.writing import ABOUT, KEY_OF, MAGIC, Progress
from storage.engine import begin_writing, commit, connect, parse_url, sqlite_file
from storage.errors import Damaged, NewerDatabase, StorageError
from storage.migrate import migrate
from storage.revision import revisions
from storage.sealed_files import opened
from storage.sealing import Keyring, id_in
from storage.translated import translated


@dataclass(frozen=True, slots=True)
class Backup:
    """What a file says of itself, and where its sealed pieces begin."""

    path: Path
    revision: str
    made_at: str  # ISO, UTC
    key: bytes
    behind: int

    def frames(self) -> Iterator[Frame]:
        """Its content. Raises Damaged."""
        return frames(opened(self.path, self.key, ABOUT, behind=self.behind))


@dataclass(frozen=True, slots=True)
class Restored:
    """What is there again. ``compared``: each row with what was written, which only this version's tables allow."""

    rows: int
    files: int
    made_at: str
    compared: bool


def _head(path: Path) -> tuple[bytes, int]:
    """What it says of itself, and what stands behind that."""
    try:
        with path.open("rb") as file:
            magic, size = file.read(len(MAGIC)), int.from_bytes(file.read(4))
            return file.read(size) if magic == MAGIC and size < 1 << 16 else b"", file.tell()
    except OSError as error:
        raise StorageError(f"The backup {path} cannot be read ({error.strerror}).") from error


def key_id(path: Path) -> str | None:
    """Which key opens it; None where that cannot be read."""
    try:
        return id_in(base64.b64decode(json.loads(_head(path)[0])["key"]))
    except (StorageError, ValueError, KeyError, TypeError):
        return None


def read(path: Path, keyring: Keyring) -> Backup:
    """Raises StorageError (there is none), Damaged, WrongKey, NewerDatabase."""
    said, behind = _head(path)
    try:
        head = json.loads(said)
        sealed = base64.b64decode(head["key"])
        revision, made_at = str(head["revision"]), str(head["made_at"])
    except (ValueError, KeyError, TypeError) as error:
        raise Damaged(f"{path} is no backup of this program, or its beginning is damaged.") from error
    if revision not in revisions():
        raise NewerDatabase("A newer version of the program made this backup. Restore it with that version.")
    return Backup(path, revision, made_at, keyring.unseal(sealed, KEY_OF), behind)


async def restore(
    backup: Backup, url: str, keyring: Keyring, folder: Path | None, progress: Progress
) -> Restored:
    """Into a database that is new, and a folder of files (None: files are left out). Whatever fails leaves no row.

    Raises StorageError where rows are there already or anything cannot be written, Damaged.
    """
    parsed = parse_url(url)
    file = sqlite_file(parsed)
    if file is not None and file.exists() and file.stat().st_size:
        raise StorageError(
            f"There is a database {file} already. Move it away first, with all that begins like it."
        )
    try:
        await migrate(url, to=backup.revision)
        end = await _filled(backup, parsed, folder, progress)
        await migrate(url, keyring=keyring)
    except BaseException:
        if file is not None:  # it was not there before
            for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
                file.with_name(name).unlink(missing_ok=True)
        raise
    compared = backup.revision == revisions()[0]
    return Restored(int(end["rows"]), int(end["files"]), backup.made_at, compared)


async def _filled(
    backup: Backup, url: URL, folder: Path | None, progress: Progress
) -> Mapping[str, int | str]:
    """All of it or nothing; what its end says."""
    engine = connect(url, foreign_keys=False)
    try:
        with translated(), _told(folder):
            async with engine.connect() as connection:
                await begin_writing(connection)
                await _refuse_rows(connection)
                end = await _put(connection, backup, folder, progress)
                if backup.revision == revisions()[0] and await hash_of(connection) != end["sha256"]:
                    raise Damaged("What was read back is not what was written. Nothing was kept.")
                await commit(connection)
                return end
    finally:
        await engine.dispose()


@contextmanager
def _told(folder: Path | None) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(f"The folder of files {folder} cannot be written ({error.strerror}).") from error


async def _refuse_rows(connection: AsyncConnection) -> None:
    for name in ("boots", "addresses", "cases", "inbox", "secrets"):
        if (await connection.execute(text(f"SELECT 1 FROM {name} LIMIT 1"))).first() is not None:
            raise StorageError("The database has rows already. A backup is restored into an empty one.")


async def _put(
    connection: AsyncConnection, backup: Backup, folder: Path | None, progress: Progress
) -> dict[str, int | str]:
    """All of it. What the end of the backup says."""
    into, names, kinds, rows, total = table(""), [], [], 0, 0
    with Files(folder) as files:
        for kind, body in backup.frames():
            if kind == b"N":
                total = int(body)
            elif kind == b"T":
                name, named = json.loads(body)
                names, kinds = [one for one, _ in named], [holds for _, holds in named]
                into = table(name, *(column(one, HOLDS[holds][0]) for one, holds in named))
            elif kind == b"R":
                found = [dict(zip(names, row, strict=True)) for row in rows_of(kinds, body)]
                await connection.execute(insert(into), found)
                rows += len(found)
                progress(rows, total)
            elif kind == b"F":
                files.begin(body.decode())
            elif kind == b"D":
                files.write(body)
            elif kind == b"E":
                files.finish()
                end: dict[str, int | str] = json.loads(body)
                if (end["rows"], end["files"]) != (rows, files.count):
                    raise Damaged(CUT_OFF)
                await _numbers_go_on(connection)
                return end
    raise Damaged(CUT_OFF)


async def _numbers_go_on(connection: AsyncConnection) -> None:
    """Where the database counts by itself, it counts on behind what was put there."""
    if connection.dialect.name == "postgresql":
        last = "(SELECT coalesce(max(id), 0) + 1 FROM inbox)"
        await connection.execute(text(f"SELECT setval(pg_get_serial_sequence('inbox', 'id'), {last}, false)"))
