"""Whose a database's file and folder are: who may not use them reads the owner and what to type, not a driver's error."""

import os
import pwd
import stat
from pathlib import Path

from storage.errors import StorageError


def refuse_foreign(file: Path) -> None:
    """Raise StorageError where this user cannot use the file of a SQLite database, or its folder."""
    folder = file.absolute().parent
    if not folder.is_dir():
        raise StorageError(
            f"There is no folder {folder}, so the database {file} cannot be created. Type: mkdir -p {folder}; or correct "
            "storage.url."
        )
    ours = [path for path in folder.glob(f"{file.name}*") if not path.is_dir()]
    foreign = [path for path in ours if not os.access(path, os.R_OK | os.W_OK)]
    if foreign:
        raise StorageError(f"The database {file} cannot be used: {way_in(foreign[0], f'{file}*')}.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise StorageError(
            f"The database {file} cannot be created or used, because of its folder {folder}: {way_in(folder)}."
        )


def way_in(path: Path, named: str = "") -> str:
    """Why this user may not use a file or a folder, and what to type. ``named``: as the shell is to take it."""
    whose, mode = owner(path), stat.S_IMODE(path.stat().st_mode)
    if whose == user():
        rights = "u+rwx" if path.is_dir() else "u+rw"
        return (
            f"it is yours ({whose}), and its mode {mode:o} forbids it. Type: chmod {rights} {named or path}"
        )
    return (
        f"it belongs to {whose} (mode {mode:o}), and this is {user()}. Type: sudo chown {user()} {named or path}; or do "
        f"this as {whose}"
    )


def owner(path: Path) -> str:
    """The user to whom it belongs, by name where it has one."""
    return named(path.stat().st_uid)


def user() -> str:
    """The user who runs this."""
    return named(os.geteuid())


def named(number: int) -> str:
    """The name of a user's number; in a container there may be none."""
    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)
