"""A backup of a database, whoever runs on it meanwhile: one snapshot of all rows, then the files that it knows.

The file is `DABYLBK1 | length (4) | what it is, as JSON | sealed pieces` (storage.sealed_files). What it is says the
revision, the time, and the key of this backup, sealed with the newest key of the ring: whoever has DABYL_KEY can open it.
"""

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import select

from bot.core.keeping import FileState
from storage.backup.frames import framed
from storage.backup.rows import count, row_frames
from storage.database import Database
from storage.errors import StorageError
from storage.folder import Folder
from storage.revision import revisions
from storage.schema import files
from storage.sealed_files import Sealer, new_key
from storage.sealing import context

MAGIC = b"DABYLBK1"
ABOUT = context("backup", "content", 0)
KEY_OF = context("backup", "key", 0)
PIECE = 1 << 20  # bytes of a file in one frame
ENDING = ".dabyl"
Progress = Callable[[int, int], None]


async def write(database: Database, now: datetime, place: Path, progress: Progress) -> int:
    """Write it, readable by its owner alone; how many rows it has. Until it is whole it has another name.

    ``progress`` is told how many rows of how many. Raises StorageError where nothing can be written there.
    """
    part = place.with_name(f"{place.name}.part")
    try:
        with _made(part) as file:
            rows = await stream(database, now, file, progress)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
    except OSError as error:
        raise StorageError(f"The backup {place} cannot be written ({error.strerror}).") from error
    finally:
        part.unlink(missing_ok=True)
    return rows


def _made(part: Path) -> BinaryIO:
    return open(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb")


async def stream(database: Database, now: datetime, out: BinaryIO, progress: Progress) -> int:
    """Write it to something that is open; how many rows it has."""
    key = new_key()
    sealer, rows, kept = Sealer(key, ABOUT), 0, 0
    head = {
        "revision": revisions()[0],
        "made_at": now.isoformat(),
        "key": base64.b64encode(database.keyring.seal(key, KEY_OF)).decode(),
    }
    said = json.dumps(head).encode()
    out.write(MAGIC + len(said).to_bytes(4) + said + sealer.begin())
    seen = hashlib.sha256()
    async with database.read(now) as tx:
        total = await count(tx.session.connection)
        out.write(sealer.feed(framed(b"N", str(total).encode())))
        async for frame, added in row_frames(tx.session.connection):
            seen.update(frame)
            rows += added
            out.write(sealer.feed(frame))
            progress(rows, total)
        known = [
            row.id for row in await tx.execute(select(files.c.id).where(files.c.state == FileState.KEPT))
        ]
    if database.folder is not None:
        for frame in (frame for number in known for frame in _file(database.folder, number)):
            out.write(sealer.feed(frame))
            kept += frame[:1] == b"F"
    end = {"rows": rows, "files": kept, "sha256": seen.hexdigest()}
    out.write(sealer.feed(framed(b"E", json.dumps(end).encode())) + sealer.end())
    return rows


def _file(folder: Folder, number: int) -> Iterator[bytes]:
    """The file as it lies there. One that was removed meanwhile is left out: its row says that it may be."""
    try:
        with (folder.path / folder.name(number)).open("rb") as file:
            yield framed(b"F", folder.name(number).encode())
            while piece := file.read(PIECE):
                yield framed(b"D", piece)
    except FileNotFoundError:
        return
