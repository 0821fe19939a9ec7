"""How long `dabyl migrate` takes for a database of before claims: .venv/bin/python -m benchmarks.carrying [--cases 100000]

The eleven cases of tests/storage/before_claims.json.gz, each many times, sealed anew for its new row; SQLite in a temporary
folder. Printed: the time of the migration, cases a second, the size of the file before and after.
"""

import argparse
import asyncio
import sqlite3
import tempfile
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.cli.progress import progress
from storage.migrate import migrate
from storage.schema.columns import EPOCH, MICROSECOND
from storage.sealing import Keyring, context
from tests.storage.before_claims import BEFORE, KEY, value_of

COPIED = ("cases", "reports", "dialogues", "detainees", "alerts", "timeline")  # entries are not read
SEALED = {"facts", "answers", "name", "details", "receipt", "chat", "phone", "secret"}
REFERENCES = {"id", "case_id", "report_id", "subject_id"}  # of rows that are copied
CHUNK = 500  # copies a transaction


def rows_of(table: str, keyring: Keyring) -> list[dict[str, Any]]:
    """The rows of a table of the fixture, what is sealed in the clear."""
    content = BEFORE["tables"][table]
    found = [
        {name: value_of(value) for name, value in zip(content["columns"], row, strict=True)}
        for row in content["rows"]
    ]
    for row in found:
        for name in [name for name in SEALED & row.keys() if isinstance(row[name], bytes)]:
            row[name] = keyring.unseal(row[name], context(table, name, row.get("id", row.get("name"))))
    return found


def fill(file: Path, cases: int, keyring: Keyring) -> int:
    """Copy until there are so many cases; how many there are."""
    database = sqlite3.connect(file)
    database.execute("PRAGMA synchronous = OFF")
    originals = {table: rows_of(table, keyring) for table in ("addresses", "secrets", "members", *COPIED)}
    for table in ("addresses", "secrets", "members"):
        _insert(database, table, [_stored(table, row, keyring) for row in originals[table]])
    copies = -(-cases // len(originals["cases"]))
    for first in range(0, copies, CHUNK):
        numbers = range(first, min(first + CHUNK, copies))
        for table in COPIED:
            rows = [
                _stored(table, _copy(table, row, n), keyring) for n in numbers for row in originals[table]
            ]
            _insert(database, table, rows)
        database.commit()
    database.close()
    return copies * len(originals["cases"])


def _copy(table: str, row: dict[str, Any], number: int) -> dict[str, Any]:
    moved = {name: row[name] + (number << 44) for name in REFERENCES & row.keys() if row[name] is not None}
    unique: dict[str, Any] = {
        "code": f"{row.get('code')} {number}",
        "receipt_lookup": b"%d %d" % (row["id"], number),
    }
    if table == "dialogues":
        unique["state"] = "finished"  # the copies have one reporter
    return row | moved | {name: value for name, value in unique.items() if name in row}


def _stored(table: str, row: dict[str, Any], keyring: Keyring) -> dict[str, Any]:
    values = dict(row)
    for name, value in row.items():
        if name in SEALED and isinstance(value, bytes):
            values[name] = keyring.seal(value, context(table, name, row.get("id", row.get("name"))))
        elif isinstance(value, datetime):
            values[name] = (value - EPOCH) // MICROSECOND
        elif isinstance(value, date):
            values[name] = value.isoformat()
    return values


def _insert(database: sqlite3.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    names = list(rows[0])
    statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
    database.executemany(statement, [[row[name] for name in names] for row in rows])


async def main(cases: int) -> None:
    """Measure and print."""
    keyring = Keyring.parse(KEY)
    with tempfile.TemporaryDirectory(prefix="dabyl-carrying-") as folder:
        file = Path(folder, "dabyl.db")
        url = f"sqlite:///{file}"
        await migrate(url, to=BEFORE["revision"])
        filled = fill(file, cases, keyring)
        before = file.stat().st_size
        begun, cpu = time.perf_counter(), time.process_time()
        with progress("Cases carried over") as shown:
            await migrate(url, keyring=keyring, progress=shown)
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
        after = file.stat().st_size
    print(f"{filled} cases: {seconds:.0f} s ({cpu:.0f} s of processor time), {filled / seconds:.0f} a second")
    print(f"file: {before / 1e6:.0f} MB before, {after / 1e6:.0f} MB after")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--cases", type=int, default=100_000, help="how many cases (default: 100,000)")
    asyncio.run(main(arguments.parse_args().cases))
