"""What a question to SQLite costs: .venv/bin/python -m benchmarks.statements

The same question, three addresses by their ids, asked in turns through SQLAlchemy, prepared and straight to the driver, and
ten at a time in one visit to the driver's thread. Processor time of all threads, medians of several rounds.
"""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from sqlalchemy import select

from benchmarks.bench import show
from benchmarks.tables import Rows
from storage import statements
from storage.database import Database
from storage.migrate import migrate
from storage.schema import addresses
from storage.sealing import Keyring, new_key

ROUNDS, TIMES, TOGETHER = 7, 500, 10
IDS = (1, 2, 3)


async def cost(ask: Callable[[], Awaitable[object]]) -> float:
    """Microseconds of processor time for one call."""
    begun = time.process_time()
    for _ in range(TIMES):
        await ask()
    return 1e6 * (time.process_time() - begun) / TIMES


async def measure(url: str) -> dict[str, float]:
    """Way → microseconds a question."""
    await migrate(url)
    database = await Database.open(url, Keyring.parse(new_key()))
    size, values = statements.among(IDS)
    question = statements.rows_among(addresses, "id", size)
    found: dict[str, list[float]] = {}
    async with database.read(datetime.now(UTC)) as tx:
        ways: dict[str, tuple[Callable[[], Awaitable[object]], int]] = {
            "composed and run by SQLAlchemy": (
                lambda: tx.execute(select(addresses).where(addresses.c.id.in_(IDS))),
                1,
            ),
            "prepared, straight to the driver": (lambda: tx.session.fetch(question, values), 1),
            f"the same, {TOGETHER} in one visit": (
                lambda: tx.session.fetch_all([(question, values)] * TOGETHER),
                TOGETHER,
            ),
        }
        for _ in range(ROUNDS):
            for name, (ask, questions) in ways.items():
                found.setdefault(name, []).append(await cost(ask) / questions)
    await database.close()
    return {name: statistics.median(costs) for name, costs in found.items()}


def main() -> None:
    """Measure and show."""
    with tempfile.TemporaryDirectory(prefix="dabyl-statements-") as folder:
        costs = asyncio.run(measure(f"sqlite:///{Path(folder, 'dabyl.db')}"))
    first = next(iter(costs.values()))
    rows: Rows = [(name, f"{one:.0f} µs", f"{one / first:.2f}") for name, one in costs.items()]
    show(Console(), ("a question", "processor time", "ratio"), rows)


if __name__ == "__main__":
    main()
