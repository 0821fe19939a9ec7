"""The measurements as tables: pure functions from the JSON of benchmarks.bench to rows of words."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.guided import UPDATES

Json = dict[str, Any]
Rows = list[tuple[str, ...]]
HEAD = ("", "python-telegram-bot", "aiogram", "Dabyl", "Dabyl : PTB", "Dabyl : aiogram")
KILL_HEAD = (
    "",
    "updates",
    "people left without an answer",
    "answers taken, then lost",
    "reports confirmed, then lost",
    "opened cases no lawyer heard of",
    "messages twice",
    "alerts twice",
)
KILL_NAMES = {
    "ptb": "python-telegram-bot, as documented (saves every 60 s)",
    "ptb-every-second": "python-telegram-bot, saving every second",
    "aiogram": "aiogram with SQLite",
    "dabyl": "Dabyl",
}
LOADS = {"idle": "idle", "11": "11 updates/s", "50": "50 updates/s"}


@dataclass(frozen=True)
class Figure:
    """A row. ``values`` gives the samples of one run; the row shows ``middle`` of all and its spread over the runs."""

    label: str
    step: str
    values: Callable[[Json], Sequence[float]]
    middle: Callable[[Sequence[float]], float] = statistics.median
    digits: int = 0


def percentile(values: Sequence[float], percent: int = 99) -> float:
    """The smallest value that so many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def _of_step(name: str) -> Callable[[str], Callable[[Json], Sequence[float]]]:
    return lambda step: lambda run: run["steps"][step][name]


def _cpu_ms(step: str) -> Callable[[Json], Sequence[float]]:
    """Processor milliseconds a report of 14 updates."""
    return lambda run: [1000 * UPDATES * run["steps"][step]["cpu_s"] / max(1, run["steps"][step]["handled"])]


def _handled(run: Json) -> Sequence[float]:
    return [run["steps"]["flat"]["handled"] / run["steps"]["flat"]["seconds"]]


def figures() -> list[Figure]:
    """All rows, in their order."""
    rows = [Figure("updates handled a second, all it can", "flat", _handled)]
    for what, name in (("alert", "alert_ms"), ("reply", "reply_ms")):
        for step, load in LOADS.items():
            values = _of_step(name)(step)
            rows.append(Figure(f"update to {what}, {load}: p50 ms", step, values))
            rows.append(Figure(f"update to {what}, {load}: p99 ms", step, values, percentile))
    rows += [
        Figure(f"processor ms a report, {load}", step, _cpu_ms(step))
        for step, load in {"11": "11 updates/s", "50": "50 updates/s", "flat": "all it can"}.items()
    ]
    return [
        *rows,
        Figure("memory at rest, MB", "", lambda run: [run["memory_rest_mb"]]),
        Figure("memory under load, MB", "flat", lambda run: [run["steps"]["flat"]["memory_mb"]]),
        Figure("start to first poll, s", "", lambda run: [run["start_s"]], digits=2),
    ]


def runs_of(results: Json, who: str, step: str) -> list[Json]:
    """The runs that say something about a step: where little happens Dabyl's are those with its send limits."""
    lifted = step in ("50", "flat")
    return list(results["runs"]["dabyl-limits" if who == "dabyl" and not lifted else who])


def cell(figure: Figure, runs: list[Json]) -> tuple[float, str]:
    """The middle of all samples, and how it is shown with its spread over the runs."""
    samples = [list(figure.values(run)) for run in runs]
    every = [value for one in samples for value in one]
    if not every:
        return 0.0, "none"
    middle, single = figure.middle(every), [figure.middle(one) for one in samples if one]
    low, high = (f"{edge:.{figure.digits}f}" for edge in (min(single), max(single)))
    return middle, f"{middle:.{figure.digits}f} ({low}–{high})"


def measured(results: Json) -> Rows:
    """The large table, without its head."""
    rows: Rows = []
    for figure in figures():
        cells = [cell(figure, runs_of(results, who, figure.step)) for who in ("ptb", "aiogram", "dabyl")]
        (a, _), (b, _), (c, _) = cells
        ratios = (f"{c / other:.2f}" if other else "" for other in (a, b))
        rows.append((figure.label, *(shown for _, shown in cells), *ratios))
    return rows


def killed(results: Json) -> Rows:
    """The table of what is lost and what is repeated, without its head."""
    names = (
        "unanswered",
        "answers_lost",
        "reports_lost",
        "not_alerted",
        "messages_repeated",
        "alerts_repeated",
    )
    wholes = ("people", "answers_taken", "reports_confirmed", "opened", "", "")
    rows: Rows = []
    for who, label in KILL_NAMES.items():
        one = results["kills"][who]
        counts = (
            f"{one[n]} of {one[of]}" if of else str(one[n]) for n, of in zip(names, wholes, strict=True)
        )
        rows.append((f"{label}, {one['kills']} kills", str(one["updates"]), *counts))
    return rows


def notes(results: Json) -> list[str]:
    """What stands beside the tables, one sentence a line."""
    runs = results["runs"]
    echo = cell(Figure("", "flat", _handled), runs["echo"])[1]
    share = statistics.median(
        run["steps"]["flat"]["server_cpu_s"] / run["steps"]["flat"]["seconds"] for run in runs["dabyl"]
    )
    lines = [f"{name}: {words}" for name, words in results["machine"].items()]
    lines.append(f"runs of each: {len(runs['ptb'])}; in parentheses the lowest and the highest of the runs")
    lines.append(f"ceiling of server and phones (a bot that only echoes): {echo} updates/s")
    lines.append(f"server and phones used {100 * share:.0f} % of one core while Dabyl did all it could")
    for step in ("idle", "11"):
        values = _of_step("alert_ms")(step)
        p50, p99 = (
            cell(Figure("", step, values, m), runs["dabyl-shipped"])[1]
            for m in (statistics.median, percentile)
        )
        lines.append(
            f"Dabyl asking three lawyers at once, as shipped, {LOADS[step]}: first alert p50 {p50}, p99 {p99} ms"
        )
    return lines


def markdown(head: Sequence[str], rows: Rows) -> str:
    """A table for a document."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
