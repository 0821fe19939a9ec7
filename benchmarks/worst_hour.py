"""``make worst-hour``: the worst hour known through Dabyl, python-telegram-bot and aiogram. 25 minutes; ``--fast`` 6.

1,100 detentions, each reported by three different people in twelve messages, 200 lawyers, 10 coordinators, Telegram's limits
at the local Bot API server, ten kill -9. Time goes ``--factor`` times faster (benchmarks.hour.pace), so times in seconds are
the hour's: what the processor takes counts so many times over. All three play side by side, each with a server of its own.
Results are kept in benchmarks/results/NAME.json.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.bench import RESULTS, ROOT, show
from benchmarks.hour.pace import Pace
from benchmarks.machine import describe
from benchmarks.tables import Rows

NAMES = ("ptb", "aiogram", "dabyl-shipped")
HEAD = ("the worst hour", "python-telegram-bot", "aiogram", "Dabyl")
NOON = 7  # UTC: in Kazakhstan, so that it is day
Json = dict[str, Any]
Cell = Callable[[Json], str]


def _seconds(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _off(one: Json) -> str:
    said, true = one["digest_says"], one["truly_detained"]
    return "none" if said is None else f"{100 * abs(said - true) / true:.0f} %"


def _of(one: Json, what: str) -> str:
    return f"{one[what]} of {one['duplicates']}"


ROWS: tuple[tuple[str, Cell], ...] = (
    ("updates that people sent", lambda one: f"{one['updates']}"),
    ("people left without an answer", lambda one: f"{one['unanswered']} of {one['people']}"),
    ("answers taken, then lost", lambda one: f"{one['answers_lost']} of {one['answers_taken']}"),
    ("opened cases no lawyer heard of", lambda one: f"{one['not_alerted']} of {one['opened']}"),
    ("sent twice to a lawyer", lambda one: f"{one['repeated'].get('lawyer', 0)}"),
    (
        "sent twice to others",
        lambda one: f"{sum(count for role, count in one['repeated'].items() if role != 'lawyer')}",
    ),
    ("429 from Telegram", lambda one: f"{one['refused']}"),
    ("opening to first alert: p50 s", lambda one: _seconds(one["alert_s"]["p50"])),
    ("opening to first alert: p99 s", lambda one: _seconds(one["alert_s"]["p99"])),
    ("opening to first alert: worst s", lambda one: _seconds(one["alert_s"]["worst"])),
    ("away after a kill, on average s", lambda one: _seconds(_mean(one["away_s"]))),
    *(
        (f"messages a minute: {role}", lambda one, role=role: f"{one['sent'][role] / one['minutes']:.0f}")
        for role in ("citizen", "lawyer", "coordinator")
    ),
    ("messages to the channel", lambda one: f"{one['digest_posts']}"),
    ("of the allowed rate used", lambda one: f"{100 * one['share']:.0f} %"),
    ("in the busiest minute", lambda one: f"{100 * one['share_busiest']:.0f} %"),
    (
        "the digest says, of so many reported and not linked",
        lambda one: (
            f"{one['digest_says']} of {one['digest_expected']}" + ("" if one["digest_right"] else " (wrong)")
        ),
    ),
    ("the digest is off what truly happened by", _off),
    ("second reports of one arrest that were proposed", lambda one: _of(one, "duplicates_proposed")),
    ("proposed, and two arrests", lambda one: f"{one['pairs_false']} of {one['pairs_proposed']}"),
    ("linked by coordinators", lambda one: _of(one, "linked")),
    ("processor ms a report", lambda one: f"{1000 * one['cpu_s'] / one['people']:.0f}"),
    ("memory at most, MB", lambda one: f"{one['memory_mb']:.0f}"),
    ("of a core for server and phones", lambda one: f"{100 * one['harness_share']:.0f} %"),
)


def play(names: Sequence[str], arguments: list[str], folder: Path) -> list[Json]:
    """These bots at the same time, each with a server and phones of its own: what became of those that came to the end."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    start = tomorrow.replace(hour=NOON, minute=0, second=0, microsecond=0)
    running = []
    for name in names:
        file = folder / f"{name}.pace"
        Pace.create(file, start)
        module = ("-m", "benchmarks.hour.start", str(file), "benchmarks.hour.play")
        command = (sys.executable, *module, name, "--pace-file", str(file), *arguments)
        running.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE))
    answers = [one.communicate()[0] for one in running]
    return [json.loads(answer) for one, answer in zip(running, answers, strict=True) if not one.returncode]


def rows(results: Json) -> Rows:
    """The table, without its head."""
    bots = results["bots"]
    return [(label, *(cell(bots[name]) if name in bots else "–" for name in NAMES)) for label, cell in ROWS]


def notes(results: Json) -> list[str]:
    """What stands beside it."""
    one = next(iter(results["bots"].values()))
    lines = [f"{name}: {words}" for name, words in results["machine"].items()]
    hour = f"{one['detentions']} detentions in {one['minutes']:.0f} minutes"
    return [
        *lines,
        f"{hour}, {one['kills']} kills, {one['factor']:.0f} times as fast as life; seconds are the hour's",
    ]


def main() -> None:
    """Play, show, keep."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=60, help="a slice of the hour (default: 60)")
    parser.add_argument("--factor", type=float, default=3, help="how much faster than life (default: 3)")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fast", action="store_true", help="ten minutes of the hour with four kills")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, help="these bots (default: all)")
    parser.add_argument("--name", default="worst-hour", help="of the results (default: worst-hour)")
    given = parser.parse_args()
    minutes, kills = (10.0, 4) if given.fast else (given.minutes, given.kills)
    arguments = [
        f"--minutes={minutes}",
        f"--factor={given.factor}",
        f"--kills={kills}",
        f"--seed={given.seed}",
    ]
    console = Console()
    results: Json = {"machine": describe(), "bots": {}}
    with tempfile.TemporaryDirectory(prefix="dabyl-pace-") as folder:
        console.print(f"playing: {', '.join(given.only)}")
        for found in play(given.only, arguments, Path(folder)):
            results["bots"][found["name"]] = found
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{given.name}.json").write_text(json.dumps(results) + "\n", "utf-8")
    if len(results["bots"]) < len(given.only):
        raise SystemExit(f"only {', '.join(results['bots']) or 'none'} came to the end of the hour")
    for line in notes(results):
        console.print(line, markup=False)
    show(console, HEAD, rows(results))


if __name__ == "__main__":
    main()
