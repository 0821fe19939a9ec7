"""What a report costs with 1,000 to 1,000,000 others stored: .venv/bin/python -m benchmarks.growth [--most 1000000]

SQLite in a temporary folder, the real bot in this process, the local Bot API server in another. At each size:

report      processor time of one whole report (twelve messages, in batches of 32) and its statements
alert       from a citizen's message to the request that shows it to a lawyer, the bot idle before (median)
digest      counting and wording the day's digest
start       opening the database until the loops could run
night       the nightly housekeeping
backup      a whole copy, as docs/run/operations.md says; it grows with the file, as it must
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import pygal
from pygal.style import LightColorizedStyle

from benchmarks.copies import copy, remember
from benchmarks.measure import LAWYERS
from benchmarks.reporting import people, report, set_up
from bot import app as program
from bot.clock.clock import RealClock
from bot.config.settings import KEY, TOKEN, Settings, load
from bot.observability.process import seldom_collected
from core.digest.channel_text import digest_text
from core.traffic import Timer
from handlers.daily import digest_figures, edition, upkeep
from playground.client import Playground
from playground.server import TOKEN as TOKEN_VALUE
from storage.sealing import new_key

SIZES = (1_000, 10_000, 100_000, 1_000_000)
REPORTS = 64  # measured at each size
ALERTS = 15
RESULTS = Path(__file__).parent / "results"
CONFIG = """\
[telegram]
api_url = "{api_url}"
[storage]
url = "sqlite+aiosqlite:///{file}"
[limits]
per_second = 10000
chat_per_second = 10000
chat_burst = 10000
"""


@dataclass(frozen=True)
class Size:
    """What was measured with so many reports stored."""

    stored: int
    megabytes: float
    report_cpu_ms: float
    report_statements: float
    alert_ms: float
    digest_ms: float
    start_ms: float
    night_ms: float
    backup_s: float


async def measure(settings: Settings, file: Path, playground: Playground, stored: int) -> Size:
    """All of it on the database as it is."""
    begun = time.perf_counter()
    async with program.open_app(settings, RealClock()) as app:
        start = time.perf_counter() - begun
        with seldom_collected():  # as the program runs
            await report(app, 4)  # warm
            cpu, statements = await report(app, REPORTS)
            summary, night = await day(app)
            alert = await alert_time(app, playground)
    begun = time.perf_counter()
    megabytes = await asyncio.to_thread(backup, file)
    cpu, alert, summary, start, night = (1000 * one for one in (cpu, alert, summary, start, night))
    return Size(stored, megabytes, cpu, statements, alert, summary, start, night, time.perf_counter() - begun)


async def day(app: program.App) -> tuple[float, float]:
    """Seconds for the day's digest, and for the nightly housekeeping."""
    now = app.clock.now()
    begun = time.perf_counter()
    async with app.database.read(now) as tx:
        today = now.astimezone(app.service.zone).date()
        figures = (await digest_figures.as_of(tx, app.service, today))[0]
        reader = edition.digest_reader(app.service, app.service.language)
        digest_text(figures, reader, today, room=app.service.everywhere.text)
    counted = time.perf_counter() - begun
    begun = time.perf_counter()
    async with app.database.write(now) as tx:
        await upkeep.on_housekeeping_due(tx, app.service, Timer("housekeeping", "housekeeping", now))
    return counted, time.perf_counter() - begun


async def alert_time(app: program.App, playground: Playground) -> float:
    """Seconds from a citizen's message to the request that shows it to a lawyer, by the server's log; the median."""
    loops = asyncio.create_task(app.run())
    times = []
    try:
        await until(lambda: _rests(app, playground))
        for _ in range(ALERTS):
            citizen = await playground.person("Citizen", id=next(people), language="ru")
            await asyncio.sleep(0.3)  # nothing else happens
            seen = (await playground.calls())[-1]["sequence"]
            begun = time.perf_counter()
            await citizen.writes("задержали двух человек в Алматы")
            await until(partial(_alerted, playground, seen))
            times.append(time.perf_counter() - begun)
    finally:
        loops.cancel()
        await asyncio.gather(loops, return_exceptions=True)
        await app.finish()
    return statistics.median(times)


async def _rests(app: program.App, playground: Playground) -> bool:
    return app.outbox.idle(app.clock.now()) and not await playground.pending()


async def _alerted(playground: Playground, since: int) -> bool:
    sent = await playground.calls("sendMessage", since)
    listed = await playground.calls("editMessageText", since)  # of a lawyer who has several offers
    return any(int(call["params"]["chat_id"]) in LAWYERS for call in [*sent, *listed])


async def until(true: Callable[[], Awaitable[bool]]) -> None:
    """Look again and again. TimeoutError after two minutes."""
    async with asyncio.timeout(120):
        while not await true():
            await asyncio.sleep(0.002)


def backup(file: Path) -> float:
    """As the documents say; the megabytes of the copy."""
    target = file.with_suffix(".backup")
    subprocess.run([sys.executable, "-c", BACKUP, file, target], check=True)
    megabytes = target.stat().st_size / 1e6
    target.unlink()
    return megabytes


BACKUP = """
import sqlite3, sys
source, target = (sqlite3.connect(name) for name in sys.argv[1:])
source.backup(target)
"""


async def main(sizes: Sequence[int]) -> list[Size]:
    """Measure at every size, on one database that grows."""
    with tempfile.TemporaryDirectory(prefix="dabyl-growth-") as folder:
        file = Path(folder, "dabyl.db")
        async with serving() as api_url, Playground(api_url) as playground:
            config = Path(folder, "config.toml")
            config.write_text(CONFIG.format(api_url=api_url, file=file))
            settings = load(config, {**os.environ, TOKEN: TOKEN_VALUE, KEY: new_key()})
            await set_up(settings)
            originals = await asyncio.to_thread(remember, file)
            for number in LAWYERS:
                await (await playground.person("Lawyer", id=number, language="ru")).starts()
            done, found = 0, []
            for size in sizes:
                last = size // originals
                await asyncio.to_thread(copy, file, originals, done, last)
                done = last
                found.append(await measure(settings, file, playground, size))
                print(found[-1], flush=True)
            return found


@asynccontextmanager
async def serving() -> AsyncIterator[str]:
    """The local Bot API server as a process of its own; its address."""
    command = [sys.executable, "-m", "playground", "--no-limits"]
    server = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert server.stdout is not None
    try:
        yield (await server.stdout.readline()).decode().split()[-1]
    finally:
        server.terminate()
        await server.wait()


def picture(found: Sequence[Size], file: Path) -> None:
    """Every cost against the number of stored reports, as a multiple of that with the fewest; both axes logarithmic."""
    names = {
        "report_cpu_ms": "a report",
        "alert_ms": "an alert",
        "digest_ms": "the digest",
        "start_ms": "a start",
        "night_ms": "the night",
        "backup_s": "a backup",
    }
    chart = pygal.Line(
        logarithmic=True,
        js=(),
        width=760,
        height=420,
        x_title="stored reports",
        y_title="times the cost with the fewest",
        style=LightColorizedStyle,
    )
    chart.x_labels = [f"{one.stored:,}" for one in found]
    for field, name in names.items():
        chart.add(name, [getattr(one, field) / getattr(found[0], field) for one in found])
    file.write_bytes(chart.render())


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument(
        "--most", type=int, default=SIZES[-1], help="the largest size (default: a million)"
    )
    arguments.add_argument("--picture", type=Path, help="draw it into this SVG file")
    given = arguments.parse_args()
    measured = asyncio.run(main([size for size in SIZES if size <= given.most]))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "growth.json").write_text(json.dumps([asdict(one) for one in measured], indent=1) + "\n")
    if given.picture:
        picture(measured, given.picture)
