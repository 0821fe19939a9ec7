"""The files that ``dabyl init`` writes: the examples with the answers in them. They and their folders are private before
anything is in them, and are never overwritten.
"""

import json
import os
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryFile

from msgspec import Struct

from storage.file_owner import owner, user, way_in

MISREAD = re.compile(r"""[\s%\\"'$]""")  # in a path of a unit
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


class Impossible(Exception):
    """It cannot be done here: a sentence that says why, and what to type."""


def write_new(path: Path, text: str, mode: int = PRIVATE_FILE) -> bool:
    """Whether it was written: False, and nothing changed, where there is one already."""
    prepare_folder(path.parent)
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


def prepare_folder(folder: Path) -> None:
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
        there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
        raise Impossible(
            f"{folder} cannot be written: {_why(error, folder, there)}; or name another folder."
        ) from error


def _why(error: OSError, folder: Path, there: Path) -> str:
    """``there``: the nearest folder that is there."""
    if not isinstance(error, PermissionError):
        return f"{error.strerror}"
    if there == folder or owner(there) == user():
        return way_in(there)
    make = f"sudo install -d -m 700 -o {user()} {folder.absolute()}"
    return f"it lies in {there}, which belongs to {owner(there)}, and this is {user()}. Type: {make}"


EXAMPLE, UNIT = "config.example.toml", "dabyl.service"
BACKUP, TIMER = "dabyl-backup.service", "dabyl-backup.timer"
HOMES = ("/home/", "/root/")
_SECTION = re.compile(r"\[([a-z.]+)\]")
_SETTING = re.compile(r"([a-z_]+) = ")


def configuration_text(values: Mapping[str, str]) -> str:
    """The example with every sentence that explains it, and these values in place of its own."""
    section, lines, left = "", list[str](), dict(values)
    for line in files("bot.examples").joinpath(EXAMPLE).read_text("utf-8").splitlines():
        if found := _SECTION.fullmatch(line):
            section = found[1]
        named = _SETTING.match(line)
        key = f"{section}.{named[1]}" if named else ""
        lines.append(f"{line.split(' = ')[0]} = {_quoted(left.pop(key))}" if key in left else line)
    assert not left, f"the example has no {', '.join(left)}"
    return "\n".join(lines) + "\n"


class Installation(Struct, frozen=True):
    """Where things are, and whose."""

    program: Path
    config: Path
    data: Path
    backups: Path
    user: str


def unit_text(ours: Installation, name: str = UNIT) -> str:
    """An example of a unit, with the places of this installation; each is put in once, as one may lie in another."""
    here = {
        "/opt/dabyl/bin/dabyl": str(ours.program),
        "/var/lib/dabyl/config.toml": str(ours.config),
        "/var/lib/dabyl/data": str(ours.data),
        "/var/lib/dabyl/backups": str(ours.backups),
        "/var/lib/dabyl": str(ours.config.parent),
        "User=dabyl": f"User={ours.user}",
    }
    if any(str(place).startswith(HOMES) for place in (ours.program, ours.config, ours.data, ours.backups)):
        here["ProtectHome=yes"] = "ProtectHome=no"
    text = files("bot.examples").joinpath(name).read_text("utf-8")
    return re.sub("|".join(map(re.escape, here)), lambda found: here[found[0]], text)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # a basic string of TOML reads the same
