"""What a bot takes where little happens: ``python -m benchmarks.footprint dabyl-limits ptb [--runs 3]``; half a minute each.

Of each contestant in turns, against the local Bot API server: processor time and seconds until it first asks for updates,
memory at rest and after a thousand updates, and the processor time of a report at 11 updates a second.
"""

import argparse
import asyncio
import gc
from dataclasses import replace
from statistics import median

from rich.console import Console

from benchmarks.bench import show
from benchmarks.guided import UPDATES
from benchmarks.load import STEPS, Load, stage
from benchmarks.sizes import SIZES
from playground.limits import Limits

FIGURES = (
    "processor s to the first poll",
    "seconds to the first poll",
    "MB at rest",
    "processor ms a report, 11 updates/s",
    "MB after 1,000 updates",
)
MANY = 1_000


async def taken(name: str, rest: float, seconds: float) -> tuple[float, ...]:
    """The figures of one run."""
    sizes = replace(SIZES["full"], rest_seconds=0, eleven_seconds=seconds, fifty_seconds=1)
    async with stage(name) as (server, phones, running):
        load = Load(server, phones, running, sizes, 1)
        gc.disable()
        try:
            await load.start()
            start = load.cpu(), load.result["start_s"]
            await asyncio.sleep(rest)
            at_rest = load.memory()
            await load.warm_up(20)
            await load.step("11")
            report = 1000 * load.result["steps"]["11"]["cpu_s"] / (11 * seconds) * UPDATES
            server.gate.limits = Limits.off()
            await load.warm_up(max(1, MANY // (UPDATES // 2)))
            return *start, at_rest, report, load.memory()
        finally:
            gc.enable()


def main() -> None:
    """Measure and show the medians, with the lowest and the highest."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("contestants", nargs="+", choices=STEPS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rest", type=float, default=10, help="seconds until memory at rest is read")
    parser.add_argument("--seconds", type=float, default=10, help="of 11 updates a second")
    given = parser.parse_args()
    found: dict[str, list[tuple[float, ...]]] = {name: [] for name in given.contestants}
    for _ in range(given.runs):
        for name, runs in found.items():
            runs.append(asyncio.run(taken(name, given.rest, given.seconds)))
    rows = [
        (figure, *(_middle([run[number] for run in runs]) for runs in found.values()))
        for number, figure in enumerate(FIGURES)
    ]
    show(Console(), ("", *found), rows)


def _middle(values: list[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


if __name__ == "__main__":
    main()
