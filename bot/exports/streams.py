"""What makes an export of any size possible: ZIP archives that are written from beginning to end, and spools for records.

Archives with equal content are equal. A spool keeps records on the disk between reading and writing, because there are many,
sealed under a key that nobody keeps; its file has no name and is gone with the process. A portion is
`length (4) | nonce (12) | ciphertext and tag`.
"""

import marshal
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.exporting.table_columns import Row

FIRST_DAY = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # of every file: an archive says by its as-of when it was true, not when it was made
LEVEL = 1  # of compression: the sizes differ little, the time does


def zip_files(files: Iterable[tuple[str, Iterable[bytes]]], *, large: bool = True) -> Iterator[bytes]:
    """The archive of these files. ``large``: a file may have more than 2 GiB, which Excel does not read within its own."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:  # type: ignore[call-overload]
        for name, pieces in files:
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            with archive.open(entry, "w", force_zip64=large) as file:
                for piece in pieces:
                    file.write(piece)
                    yield pipe.taken()
    yield pipe.taken()


class _Pipe:
    """What was written and nobody has taken yet. It cannot be gone back in."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._waiting.append(data)
        return len(data)

    def flush(self) -> None:
        """Write all that is held back."""

    def taken(self) -> bytes:
        waiting, self._waiting = self._waiting, []
        return b"".join(waiting)


PORTION = 1_000  # records
NONCE = 12


class Spool:
    """The records of one table, in the order in which they come. OSError with the folder where it cannot be written."""

    def __init__(self) -> None:
        self._seal = AESGCM(AESGCM.generate_key(256))
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the spool
        self._waiting: list[Row] = []
        self._number = 0
        self.count = 0

    def add(self, rows: Sequence[Row]) -> None:
        self._waiting += rows
        self.count += len(rows)
        if len(self._waiting) >= PORTION:
            self._write()

    def _write(self) -> None:
        nonce = self._number.to_bytes(NONCE)
        self._number += 1
        sealed = self._seal.encrypt(nonce, marshal.dumps(self._waiting), None)
        try:
            self._file.seek(0, os.SEEK_END)
            self._file.write(len(sealed).to_bytes(4) + nonce + sealed)
            self._file.flush()
        except OSError as error:  # the file has no name
            raise OSError(error.errno, error.strerror, tempfile.gettempdir()) from error
        self._waiting = []

    def __iter__(self) -> Iterator[Row]:
        """From the first; as often as wanted."""
        self._write()
        self._file.seek(0)
        while head := self._file.read(4):
            nonce = self._file.read(NONCE)
            yield from marshal.loads(self._seal.decrypt(nonce, self._file.read(int.from_bytes(head)), None))

    def close(self) -> None:
        """Close the spool; its records are gone."""
        with suppress(OSError):  # what a full disk did not take is thrown away
            self._file.close()


@contextmanager
def open_spools(tables: Iterable[str]) -> Iterator[dict[str, Spool]]:
    """One a table; behind the block they are gone."""
    made = {table: Spool() for table in tables}
    try:
        yield made
    finally:
        for spool in made.values():
            spool.close()
