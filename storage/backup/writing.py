"""A backup of a database, even while a bot runs on it: one snapshot of all rows, then the files that the rows know. One that
an earlier version made is written down as it is, so that version can restore it.

The file is `DABYLBK2 | length (4) | its head, as JSON | sealed pieces` (storage.sealed_files). The head says the revision,
the time, the key of this backup, sealed with the newest key of the ring, and with which keys its rows are sealed: during a
rotation there are several. So anyone who has DABYL_KEY can open it. The head is in the clear, and the pieces vouch for it.

Before it is sealed, a backup is a row of frames, each `kind (1 byte) | length (4) | body`.

H   the hash of what the file says of itself before them, in the clear: its time, and which keys it needs
N   how many rows and files there are in all
T   a table: its name and its columns, each with what it holds; what follows belongs to it
R   some of its rows (storage.backup.row_transfer)
F   a file of the folder: its name; what follows belongs to it
D   bytes of that file, sealed as they are
E   the end: how many rows and files, and the hash of all rows
"""

import base64
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, BinaryIO

from sqlalchemy import select

from core.sent_files import FileState
from storage.backup.row_transfer import Portion, RowsHash, count_rows, in_the_clear, pack, portions, tables_in
from storage.database import Database
from storage.errors import Damaged, StorageError
from storage.folder import PART, Folder, synchronised
from storage.key_rotation import in_use
from storage.schema import files
from storage.schema_revision import revisions
from storage.sealed_files import Sealer, new_key
from storage.sealing import context

HEAD = 5
CUT_OFF = "The backup is cut off or damaged: it has no end. Use another one."
Frame = tuple[bytes, bytes]


def framed(kind: bytes, body: bytes) -> bytes:
    """One frame of a backup, as its bytes."""
    return kind + len(body).to_bytes(4) + body


def frames(pieces: Iterable[bytes]) -> Iterator[Frame]:
    """The frames in bytes that come piece by piece. Raises Damaged where they end in the middle of one."""
    rest = bytearray()
    for piece in pieces:
        rest += piece
        at = 0
        while len(rest) - at >= HEAD:
            end = at + HEAD + int.from_bytes(rest[at + 1 : at + HEAD])
            if len(rest) < end:
                break
            yield bytes(rest[at : at + 1]), bytes(rest[at + HEAD : end])
            at = end
        del rest[:at]
    if rest:
        raise Damaged(CUT_OFF)


MAGIC = b"DABYLBK2"
ABOUT = context("backup", "content", 0)
KEY_OF = context("backup", "key", 0)
PIECE = 1 << 20  # bytes of a file in one frame
Progress = Callable[[int, int], None]


async def write(database: Database, now: datetime, place: Path, progress: Progress) -> int:
    """Write it, readable by its owner alone; how many rows it has. Until it is whole it has another name.

    ``progress`` is told how many rows and files of how many. Raises StorageError where nothing can be written there.
    """
    part = place.with_name(f"{place.name}{PART}")
    try:
        with _private_file(part) as file:
            rows = await stream(database, now, file, progress)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
        synchronised(place.parent)
    except OSError as error:
        raise StorageError(
            f"The backup {place} cannot be written ({error.strerror}). What was written of it is removed; older ones are as "
            "they were."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return rows


def _private_file(part: Path) -> BinaryIO:
    return open(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb")


async def stream(database: Database, now: datetime, out: IO[bytes], progress: Progress) -> int:
    """Write it to something that is open; how many rows it has. Raises OSError where that takes no more."""
    key = new_key()
    sealer, rows, kept, seen = Sealer(key, ABOUT), 0, 0, RowsHash()
    async with database.read(now) as tx:
        connection = await tx.session.begun()
        tables = await tables_in(connection, ours=database.revision == revisions()[0])
        head = {
            "revision": database.revision,
            "made_at": now.isoformat(),
            "key": base64.b64encode(database.keyring.seal(key, KEY_OF)).decode(),
            "keys": sorted(await in_use(tx, tables)),
        }
        said = json.dumps(head).encode()
        out.write(MAGIC + len(said).to_bytes(4) + said + sealer.begin())
        out.write(sealer.feed(framed(b"H", hashlib.sha256(said).digest())))
        known = [
            row.id for row in await tx.execute(select(files.c.id).where(files.c.state == FileState.KEPT))
        ]
        total = await count_rows(connection, tables) + len(known)
        out.write(sealer.feed(framed(b"N", str(total).encode())))
        async for portion in portions(connection, tables):
            out.write(sealer.feed(_frame(portion, seen)))
            rows += len(portion)
            progress(rows, total)
    if database.folder is not None:
        for number in known:
            for frame in _file(database.folder, number):
                out.write(sealer.feed(frame))
                kept += frame[:1] == b"F"
            progress(rows + kept, total)
    end = {"rows": rows, "files": kept, "sha256": seen.hex()}
    out.write(sealer.feed(framed(b"E", json.dumps(end).encode())) + sealer.end())
    return rows


def _frame(portion: Portion, seen: RowsHash) -> bytes:
    held = portion.held
    if not portion:
        named = list(zip(held.names, held.kinds, strict=True))
        return framed(b"T", json.dumps([held.table, named]).encode())
    said, raw = in_the_clear(held.kinds, portion.columns)
    seen.add(held, said, raw)
    return framed(b"R", pack(said, raw))


def _file(folder: Folder, number: int) -> Iterator[bytes]:
    """The file as it lies there. One that was removed meanwhile is left out: its row says that it may be."""
    try:
        with (folder.path / folder.name(number)).open("rb") as file:
            yield framed(b"F", folder.name(number).encode())
            while piece := file.read(PIECE):
                yield framed(b"D", piece)
    except FileNotFoundError:
        return
