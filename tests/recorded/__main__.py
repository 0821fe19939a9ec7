"""``python -m tests.recorded [--accept] [NAME …]``: play the scripts, print what differs from their records by person."""

import argparse
import asyncio
import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from storage.migrate import migrate
from tests.recorded.comparing import accept, difference
from tests.recorded.play import Played, play
from tests.recorded.script import Script, read_script, scripts

MEMORY = Path("/dev/shm") if Path("/dev/shm").is_dir() else None


async def _played(script: Script) -> Played:
    with tempfile.TemporaryDirectory(prefix="recorded-", dir=MEMORY) as folder:
        url = f"sqlite:///{folder}/dabyl.db"
        await migrate(url)
        return await play(script, url, Path(folder))


def _differences(script: Script, *, accepts: bool) -> Iterator[str]:
    played = asyncio.run(_played(script))
    if differs := difference(script, played):
        yield differs
        if accepts:
            accept(script, played)
    for name, texts in sorted(played.broken.items()):
        yield from (f"BROKEN: {script.name}: {name}: {text}" for text in texts)


def main() -> int:
    """1 if something differs and is not accepted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="of scripts, or how these begin; none: all")
    parser.add_argument("--accept", action="store_true", help="write what was played as the new record")
    given = parser.parse_args()
    logging.disable()  # what the bot says to its operator is not what is read here
    names = [name for name in scripts() if not given.names or name.startswith(tuple(given.names))]
    console = Console(highlight=False, soft_wrap=True)
    differing = 0
    for name in names:
        differences = list(_differences(read_script(name), accepts=given.accept))
        differing += bool(differences)
        for text in differences:
            console.print(escape(text) + "\n")
    console.print(f"{len(names)} conversations were played; {differing} are not as they were recorded.")
    return int(bool(differing) and not given.accept)


if __name__ == "__main__":
    raise SystemExit(main())
