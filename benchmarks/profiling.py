"""Where the processor time of an update goes: .venv/bin/python -m benchmarks.profiling [--step flat] [--seconds 12]

One step of benchmarks.load with Dabyl, while py-spy looks at the bot 250 times a second: at whichever thread holds the
interpreter. Two tables: by what the bot was doing (the outermost function that PARTS names), and by whose code ran (the
innermost frame). A profile shows shares; what an update costs in all is beside it.
"""

import argparse
import asyncio
import gc
import sys
import tempfile
from asyncio.subprocess import DEVNULL
from collections import Counter
from dataclasses import replace
from pathlib import Path

from rich.console import Console

from benchmarks.bench import show
from benchmarks.load import STEPS, Json, Load, stage
from benchmarks.sizes import SIZES

SPY = Path(sys.executable).with_name("py-spy")
PARTS = (  # what is happening → a frame that only then is on the stack
    ("updates fetched and stored", "Inbox.poll"),
    ("updates handled", "Inbox._batch"),
    ("sends and what is drawn for them written", "Outbox.run"),
    ("requests that send", "Outbox._send"),
    ("presses answered", "Courtesy._answer"),
    ("SQLite", "_connection_worker_thread"),
)
PACKAGES = (
    "storage",
    "handlers",
    "bot",
    "core",
    "playground",
    "sqlalchemy",
    "aiosqlite",
    "aiohttp",
    "telegram",
    "asyncio",
    "json",
    "fluent",
)
OTHER = "the event loop and all else"


async def profiled(step: str, seconds: float, into: Path) -> Json:
    """Run the step while py-spy writes its stacks; the figures of the step."""
    full = SIZES["full"]
    sizes = replace(full, flat_seconds=seconds, fifty_seconds=seconds)
    async with stage("dabyl") as (server, phones, running):
        load = Load(server, phones, running, sizes, 1)
        gc.disable()
        await load.start()
        await load.warm_up(sizes.warm_up)
        assert running.process is not None  # it was started
        command = (SPY, "record", "--gil", "-r", "250", "-f", "raw", "-d", str(int(seconds)), "-o", into)
        spy = await asyncio.create_subprocess_exec(*command, "-p", str(running.process.pid), stdout=DEVNULL)
        await load.step(step)
        if await spy.wait():
            raise SystemExit("py-spy may not look at the bot: it needs the rights of root, or of ptrace.")
        await running.stop()
        load.read(await running.alerted())
    found: Json = load.result["steps"][step]
    return found


def shares(stacks: str) -> tuple[Counter[str], Counter[str]]:
    """By what the bot was doing, and by whose code ran; in samples."""
    doing: Counter[str] = Counter()
    whose: Counter[str] = Counter()
    for line in stacks.splitlines():
        stack, _, samples = line.rpartition(" ")
        frames = stack.split(";")
        doing[next((part for part, name in PARTS if any(name in frame for frame in frames)), OTHER)] += int(
            samples
        )
        path = frames[-1].rpartition("(")[2].replace("site-packages/", "/")
        whose[
            next((one for one in PACKAGES if f"/{one}/" in path or path.startswith(f"{one}/")), "others")
        ] += int(samples)
    return doing, whose


def main() -> None:
    """Measure and show."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--step", choices=STEPS["dabyl"], default="flat")
    parser.add_argument("--seconds", type=float, default=12)
    given = parser.parse_args()
    console = Console()
    with tempfile.TemporaryDirectory(prefix="dabyl-profile-") as folder:
        stacks = Path(folder, "stacks")
        figures = asyncio.run(profiled(given.step, given.seconds, stacks))
        tables = shares(stacks.read_text("utf-8"))
    handled = figures["handled"]
    console.print(
        f"{handled / figures['seconds']:.0f} updates a second, {1000 * figures['cpu_s'] / handled:.2f} ms each",
        markup=False,
    )
    for head, counted in zip(("what it was doing", "whose code ran"), tables, strict=True):
        total = counted.total()
        show(
            console,
            (head, "share"),
            [(name, f"{100 * n / total:.0f} %") for name, n in counted.most_common()],
        )


if __name__ == "__main__":
    main()
