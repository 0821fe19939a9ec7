"""The files that ``dabyl init`` writes, as text: the examples, with the answers in them."""

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

EXAMPLE, UNIT = "config.example.toml", "dabyl.service"
BACKUP, TIMER = "dabyl-backup.service", "dabyl-backup.timer"
HOMES = ("/home/", "/root/")
_SECTION = re.compile(r"\[([a-z.]+)\]")
_SETTING = re.compile(r"([a-z_]+) = ")


def configuration(values: Mapping[str, str]) -> str:
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


def unit(ours: Installation, name: str = UNIT) -> str:
    """An example of a unit, with the places of this installation; each is put in once, as one may lie in another."""
    here = {
        "/opt/dabyl/bin/dabyl": str(ours.program),
        "/etc/dabyl/config.toml": str(ours.config),
        "/etc/dabyl": str(ours.config.parent),
        "/var/lib/dabyl": str(ours.data),
        "/var/backups/dabyl": str(ours.backups),
        "User=dabyl": f"User={ours.user}",
    }
    if any(str(place).startswith(HOMES) for place in (ours.program, ours.config, ours.data, ours.backups)):
        here["ProtectHome=yes"] = "ProtectHome=no"
    text = files("bot.examples").joinpath(name).read_text("utf-8")
    return re.sub("|".join(map(re.escape, here)), lambda found: here[found[0]], text)


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)  # a basic string of TOML reads the same
