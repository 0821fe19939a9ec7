"""What one audit costs: many open cases, ten times as many closed ones, everything that goes with them.

    .venv/bin/python benchmarks/audit.py --open 10000 --stored 100000 [--url postgresql://…]

Without --url in a temporary SQLite file. Prints the plan, then the time of one look, the median of 20.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from core.watch.audit import judge_sights
from storage import audit
from storage.database import Database
from storage.migrate import migrate
from storage.schema import addresses, boots, cards, cases, digests, inbox, outbox, timers
from storage.sealing import Keyring, new_key
from storage.transaction import Transaction

NOW = datetime(2018, 9, 17, 12, tzinfo=UTC)
BLOB = b"x" * 700  # about what a message takes
BATCH = 5_000


async def fill(database: Database, open_cases: int, stored: int) -> None:
    """Half of the open cases look for a lawyer, half are accepted; each has its timer, a card and an update."""
    async with database.write(NOW) as tx:
        digest = {"day": NOW.date(), "covers_from": NOW, "covers_to": NOW, "posted_at": NOW, "figures": "{}"}
        await tx.execute(insert(digests), [digest])
        await tx.execute(insert(boots), [{"id": 1, "started_at": NOW, "alive_at": NOW}])
        await tx.execute(insert(addresses), [_address()])
        timer = {"key": "digest:2018-09-18", "kind": "digest", "due_at": NOW + timedelta(hours=8)}
        await tx.execute(insert(timers), [timer | {"subject_id": 0, "attempts": 0, "parked": False}])
    for first in range(0, open_cases + stored, BATCH):
        numbers = range(first + 10, min(first + BATCH, open_cases + stored) + 10)
        async with database.write(NOW) as tx:
            await tx.execute(insert(cases), [_case(n, n < open_cases) for n in numbers])
            await tx.execute(insert(cards), [_card(n) for n in numbers])
            await tx.execute(insert(outbox), [_message(n) for n in numbers])
            await tx.execute(insert(inbox), [_update(n) for n in numbers])
            running = [_timer(n) for n in numbers if n < open_cases]
            if running:
                await tx.execute(insert(timers), running)


def _address() -> dict[str, Any]:
    return {
        "id": 1,
        "lookup": b"1",
        "messenger": "telegram",
        "chat": BLOB,
        "private": True,
        "created_at": NOW,
        "language_chosen": False,
    }


def _case(number: int, is_open: bool) -> dict[str, Any]:
    state = ("open" if number % 2 else "accepted") if is_open else "closed"
    texts = dict.fromkeys(
        ("record", "situation", "language", "started_precision", "ongoing", "count_kind"), "x"
    )
    numbers = dict.fromkeys(("identified", "unidentified_min", "step", "round", "loops"), 0)
    flags = {"alerting": True, "says_over": False, "says_false": False}
    return (
        texts
        | numbers
        | flags
        | {"id": number, "code": f"code {number}", "state": state, "opened_at": NOW}
        | {"priority": "urgent", "verification": "unknown"}
    )


def _card(number: int) -> dict[str, Any]:
    shown = {"wanted": 3, "shown": 3, "message_id": number, "attempts": 0}
    return shown | {
        "id": number,
        "subject": "alert",
        "subject_id": number,
        "address_id": 1,
        "lane": 0,
        "created_at": NOW,
        "case_id": number,
    }


def _message(number: int) -> dict[str, Any]:
    row = {"id": number, "address_id": 1, "lane": 1, "kind": "message", "payload": BLOB, "created_at": NOW}
    return row | {"state": "sent", "attempts": 0}


def _update(number: int) -> dict[str, Any]:
    row = {"messenger": "telegram", "update_id": number, "fingerprint": b"%d" % number, "raw": BLOB}
    return row | {"received_at": NOW, "state": "done", "attempts": 0}


def _timer(number: int) -> dict[str, Any]:
    kind = "escalation" if number % 2 else "first-action"
    due = NOW + timedelta(minutes=5)
    row = {"key": f"{kind}:case-{number}", "kind": kind, "due_at": due, "subject_id": number}
    return row | {"attempts": 0, "parked": False}


async def plan(tx: Transaction) -> list[str]:
    """How the database finds each part."""
    lines = []
    for part in audit._parts():
        asked = part.params(now=NOW, horizon=NOW + audit.PLANNED)
        compiled = str(
            asked.compile(dialect=tx.session.connection.dialect, compile_kwargs={"literal_binds": True})
        )
        how = "EXPLAIN QUERY PLAN " if tx.dialect == "sqlite" else "EXPLAIN "
        rows = (await tx.session.connection.exec_driver_sql(how + compiled)).all()
        lines += [str(row[-1]) for row in rows] + [""]
    return lines


async def main(open_cases: int, stored: int, url: str) -> None:
    """Fill, look, print."""
    keyring = Keyring.parse(new_key())
    with tempfile.TemporaryDirectory() as folder:
        url = url or f"sqlite:///{folder}/dabyl.db"
        await migrate(url)
        database = await Database.open(url, keyring)
        await fill(database, open_cases, stored)
        async with database.write(NOW) as tx:
            if tx.dialect == "postgresql":  # as the server does by itself after a while
                await tx.session.connection.exec_driver_sql("ANALYZE")
        async with database.read(NOW) as tx:
            print("\n".join(await plan(tx)))
        times, cpu = [], time.process_time()
        for _ in range(20):
            begun = time.perf_counter()
            async with database.read(NOW) as tx:
                sights = await audit.read_sights(tx)
            assert judge_sights(sights, {}, NOW, NOW) == ()
            times.append(1000 * (time.perf_counter() - begun))
        cpu = 1000 * (time.process_time() - cpu) / len(times)
        await database.close()
        print(
            f"one audit: median {statistics.median(times):.1f} ms, worst {max(times):.1f} ms, processor {cpu:.1f} ms"
        )


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--open", type=int, default=10_000, help="open cases (default: 10000)")
    arguments.add_argument("--stored", type=int, default=100_000, help="closed cases (default: 100000)")
    arguments.add_argument("--url", default="", help="an empty database of your own")
    given = arguments.parse_args()
    asyncio.run(main(given.open, given.stored, given.url))
