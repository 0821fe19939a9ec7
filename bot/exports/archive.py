"""ZIP archives that are written from beginning to end, piece by piece, and are equal when what is in them is equal."""

import zipfile
from collections.abc import Iterable, Iterator

FIRST_DAY = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # of every file: an archive says by its as-of when it was true, not when it was made
LEVEL = 1  # of compression: the sizes differ little, the time does


def zipped(files: Iterable[tuple[str, Iterable[bytes]]], *, large: bool = True) -> Iterator[bytes]:
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
        """Nothing is held back."""

    def taken(self) -> bytes:
        waiting, self._waiting = self._waiting, []
        return b"".join(waiting)
