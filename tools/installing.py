"""Install pinned requirements with pip, and say how far it is: ``python tools/installing.py requirements-dev.txt``.

It is the first thing that a newcomer runs, with nothing installed yet: the standard library only.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

PINNED = re.compile(r"^[A-Za-z0-9][\w.-]*(?:\[[\w,-]+\])?==", re.MULTILINE)
TAIL = 40  # lines of pip that a failure shows
COLLECTING = re.compile(r"^Collecting ([\w.-]+)")


def told(lines: Iterable[str], total: int) -> Iterator[str]:
    """What to say of pip's lines, a package at a time."""
    done = 0
    for line in lines:
        if found := COLLECTING.match(line):
            done += 1
            yield f"{done} of {total} packages: {found[1]}"
        elif line.startswith("Installing collected packages"):
            yield f"{total} packages are here; putting them into place, about a minute more …"


def main(file: Path) -> int:
    """pip's exit code; what it said is shown if it failed."""
    total = len(PINNED.findall(file.read_text("utf-8")))
    _say(f"Installing {total} packages, once; with a good network it takes two or three minutes.\n")
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]
    said: list[str] = []
    with subprocess.Popen(
        [*pip, "--no-deps", "--require-hashes", "-r", str(file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None  # it is a pipe
        for note in told(_kept(process.stdout, said), total):
            _say(f"\r\x1b[K{note}" if sys.stdout.isatty() else f"{note}\n")  # one line that changes
    _say("\n")
    if process.returncode:
        _say("".join(said[-TAIL:]))
    return process.returncode


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _kept(lines: Iterable[str], said: list[str]) -> Iterator[str]:
    for line in lines:
        said.append(line)
        yield line


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
