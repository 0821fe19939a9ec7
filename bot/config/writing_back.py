"""A secret that lies in a file gets another value there: whole or not at all, as readable as before but never by everybody.

What it replaces is kept beside it, in a file of the same name with ``.old`` at its end: old backups need old keys.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.config.sources import Kind, Source

OLD = ".old"
MOST = 0o640  # of the mode that was there


def can(source: Source | None) -> bool:
    """Whether we can write there; a command, a credential and the environment are the technician's."""
    return source is not None and source.kind is Kind.FILE


@contextmanager
def alone(source: Source) -> Iterator[None]:
    """Nobody else who asks for it changes what lies there meanwhile. Raises BlockingIOError where somebody does."""
    if not can(source):
        yield
        return
    folder = os.open(
        Path(source.where).resolve().parent, os.O_RDONLY
    )  # the file is another one after each change
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(folder)


def replace(source: Source, value: str) -> None:
    """Raises OSError; then the file is as it was."""
    _write(Path(source.where).resolve(), value)


def keep(source: Source, values: list[str]) -> Path:
    """These go to what was kept before, newest first. Where that is. Raises OSError."""
    file = Path(source.where).resolve()
    old = file.with_name(file.name + OLD)
    before = old.read_text("utf-8-sig").strip().split(",") if old.exists() else []
    _write(old, ",".join([*values, *(one for one in before if one and one not in values)]), like=file)
    return old


def _write(file: Path, value: str, like: Path | None = None) -> None:
    was = (like or file).stat()
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)  # what a crash has left
    descriptor = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(f"{value}\n")
            out.flush()
            if os.geteuid() == 0:  # the bot's own user reads it, whoever rotates
                os.fchown(out.fileno(), was.st_uid, was.st_gid)
            os.fchmod(out.fileno(), was.st_mode & MOST)
            os.fsync(out.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
