"""Whose a database's file and folder are: who may not use them reads the owner and what to type, not a driver's error."""

import os
import pwd
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
        raise StorageError(
            f"The database {file} belongs to {owner(foreign[0])}, and this is {user()}, who may not write it. Type: sudo "
            f"chown -R {user()} {file}*; or do this as {owner(foreign[0])}."
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise StorageError(
            f"The folder {folder} belongs to {owner(folder)}, and this is {user()}, who may not write into it, so the "
            f"database {file} cannot be created or used. Type: sudo chown {user()} {folder}; or do this as {owner(folder)}."
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
