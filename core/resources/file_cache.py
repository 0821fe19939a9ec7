"""What was read from the program's own files is kept beside the modules that Python compiled: to read and fold it again
takes 0.4 s of a start, and after a crash people wait for that start.

It is as reliable as those modules: it lies in their folder, for the same interpreter, and is made again when a file of the
program has changed or the cache is damaged. If the folder cannot be written, or Python is told not to write there, all is
read again each time, and `dabyl check` says so.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from hashlib import sha256
from inspect import ismethod
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

_PROGRAM = Path(__file__).parents[1]
_ROOMS = ("core", "documents", "jurisdictions", "resources", "words")  # what is read, and what it is made of
_ENDINGS = (".py", ".toml", ".tsv", ".txt")
_FOR_ALL = 0o644
KEPT_IN = _PROGRAM / "resources" / "__pycache__"
not_kept: set[str] = set()  # what this process had to read and could not keep for the next one

T = TypeVar("T")


def cached(name: str, read: Callable[[], T], program: Path = _PROGRAM) -> T:
    """What ``read`` returns, or did when the program was the same. Raises what ``read`` raises."""
    file = program / "resources" / "__pycache__" / f"{name}.{sys.implementation.cache_tag}.read"
    try:
        head, _, data = file.read_bytes().partition(b"\n")
        if head == _head(program, data):
            found: T = pickle.loads(data)
            return found
    except OSError:
        pass  # no cache has been made yet
    found = read()
    if sys.dont_write_bytecode or not _keep(file, found, program):
        not_kept.add(name)
    return found


def _keep(file: Path, found: object, program: Path) -> bool:
    """Whether it was, whole or not at all: others may start meanwhile."""
    packed = BytesIO()
    _Pickler(packed, pickle.HIGHEST_PROTOCOL).dump(found)
    new = file.with_suffix(f".{os.getpid()}")
    try:
        new.write_bytes(_head(program, packed.getvalue()) + b"\n" + packed.getvalue())
        new.chmod(_FOR_ALL)
        new.replace(file)
    except OSError:
        if new.exists():  # the disk is full; else the program belongs to somebody else
            new.unlink()
        return False
    return True


class _Pickler(pickle.Pickler):
    """Also of a method that remembers its last answers: it remembers none yet."""

    def reducer_override(self, found: Any) -> Any:
        """As pickle asks it: how to make this object again."""
        method = getattr(found, "__wrapped__", None)
        if ismethod(method) and hasattr(found, "cache_parameters"):
            return _remembering, (method, found.cache_parameters()["maxsize"])
        return NotImplemented


def _remembering(method: Callable[..., T], most: int | None) -> Callable[..., T]:
    return lru_cache(most)(method)


def _head(program: Path, data: bytes) -> bytes:
    return b"%s %d" % (_state(program), crc32(data))


@cache
def _state(program: Path) -> bytes:
    """Another where one of its files is: by time and size, as Python sees it of modules."""
    found = sha256()
    for room in _ROOMS:
        for file in sorted(_files(program / room), key=lambda file: file.path):
            status = file.stat()
            found.update(f"{file.path} {status.st_mtime_ns} {status.st_size}\n".encode())
    return found.hexdigest().encode()


def _files(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path)
            elif entry.name.endswith(_ENDINGS):
                yield entry
