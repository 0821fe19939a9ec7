"""Files and folders that are private before anything is in them, and never written over."""

import os
import re
from pathlib import Path
from tempfile import TemporaryFile

from storage.owner import owner, user

MISREAD = re.compile(r"""[\s%\\"'$]""")  # in a path of a unit
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


class Impossible(Exception):
    """It cannot be done here: a sentence that says why, and what to type."""


def written(path: Path, text: str, mode: int = PRIVATE_FILE) -> bool:
    """Whether it was written: False, and nothing changed, where there is one already."""
    prepare(path.parent)
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    except FileExistsError:
        return False
    except OSError as error:
        raise Impossible(f"{path} cannot be written: {error.strerror}.") from error
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:  # a half would be kept by the next run
        path.unlink()
        raise Impossible(f"{path} cannot be written: {error.strerror}.") from error
    return True


def prepare(folder: Path) -> None:
    """Make the folder for this user alone, if it is not there, and see that it can be written."""
    if found := MISREAD.search(str(folder.absolute())):
        raise Impossible(
            f"{folder.absolute()} has {found[0]!r} in its name, and the system's unit would not take it: name another."
        )
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except FileExistsError:
        raise Impossible(f"{folder} is a file; name a folder.") from None
    except OSError as error:
        there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
        raise Impossible(
            f"{folder} cannot be written ({error.strerror}): {there} belongs to {owner(there)}, and this is {user()}. Type: "
            f"sudo install -d -m 700 -o {user()} {folder.absolute()}; or name another folder."
        ) from error
