"""``make bench``: Dabyl beside python-telegram-bot and aiogram, all in one go on one machine. 17 minutes.

benchmarks.guided says what is done, benchmarks.load how it is measured, benchmarks.kill what is counted when they are
killed. Each run of each bot is a fresh process with fresh files; the order of the bots changes from run to run.
Results are kept in benchmarks/results/NAME.json and NAME.md.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import kill, load
from benchmarks.machine import describe
from benchmarks.sizes import SIZES
from benchmarks.tables import HEAD, KILL_HEAD, Rows, killed, markdown, measured, notes

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results"
BESIDE = ("dabyl-shipped", "echo")
LONGEST = 600  # seconds of one run
Json = dict[str, Any]


def run(module: str, name: str, size: str, seed: int) -> Json:
    """One run in a process of its own. Raises CalledProcessError or TimeoutExpired."""
    command = (sys.executable, "-m", f"benchmarks.{module}", name, "--size", size, "--seed", str(seed))
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, timeout=LONGEST)
    found: Json = json.loads(done.stdout)
    return found


def everything(size: str, console: Console) -> Json:
    """All runs; the results as JSON data."""
    names, sizes = list(load.STEPS), SIZES[size]
    results: Json = {"size": size, "machine": describe(), "runs": {name: [] for name in names}, "kills": {}}
    begun = time.monotonic()
    for number in range(sizes.runs):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            if name in BESIDE and number >= sizes.side_runs:
                continue
            console.print(
                f"[{time.monotonic() - begun:4.0f} s] run {number + 1} of {sizes.runs}: {name}", markup=False
            )
            results["runs"][name].append(run("load", name, size, number + 1))
    for name in kill.NAMES:
        console.print(f"[{time.monotonic() - begun:4.0f} s] kill -9: {name}", markup=False)
        results["kills"][name] = run("kill", name, size, 1)
    return results


def document(results: Json) -> str:
    """Everything as markdown."""
    parts = ("\n".join(f"* {line}" for line in notes(results)), markdown(HEAD, measured(results)))
    return "\n\n".join((*parts, markdown(KILL_HEAD, killed(results)))) + "\n"


def show(console: Console, head: tuple[str, ...], rows: Rows) -> None:
    """A table on the screen."""
    table = Table(*head)
    for column in table.columns[1:]:
        column.justify = "right"
    for row in rows:
        table.add_row(*row)
    console.print(table)


def main() -> None:
    """Measure, show, keep."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--name", default="latest", help="of the results (default: latest)")
    given = parser.parse_args()
    console = Console()
    results = everything(given.size, console)
    for line in notes(results):
        console.print(line, markup=False)
    show(console, HEAD, measured(results))
    show(console, KILL_HEAD, killed(results))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{given.name}.json").write_text(json.dumps(results) + "\n", "utf-8")
    (RESULTS / f"{given.name}.md").write_text(document(results), "utf-8")


if __name__ == "__main__":
    main()
