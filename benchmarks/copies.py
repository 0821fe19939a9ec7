"""Old reports in any number: a few real ones, reported, taken and closed through the bot, copied in SQL.

Everything that refers to a time or to a copied row moves together: each copy is as old as if it had been reported
``APART`` earlier than the one before, behind ``BEHIND``. Sealed columns are copied as they are, and since a sealed value
opens in its own row only, whoever reads an old report during a measurement fails aloud: nothing of the daily work may.
"""

import sqlite3
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Column, Date

from storage.ids import COUNTER_BITS
from storage.schema import metadata
from storage.schema.columns import UtcTime

COPIED = (
    "addresses",
    "cases",
    "reports",
    "entries",
    "dialogues",
    "persons",
    "links",
    "claims",
    "alerts",
    "timeline",
)
OF_REPORTERS = "SELECT address_id FROM reports"  # whose addresses are copied; lawyers stay who they are
UNIQUE = {
    ("addresses", "lookup"): "randomblob(32)",
    ("reports", "receipt_lookup"): "randomblob(32)",
    ("cases", "code"): "t.code || ' ' || n.i",
}
UNCHECKED = ("subject_id", "person_id", "entry_id")  # of copied rows, without a foreign key
BEHIND = timedelta(days=60)  # no digest looks back so far
APART = timedelta(seconds=400)  # a million reports fill twelve years
CHUNK = 1_000  # copies of each report a statement


def remember(file: Path) -> int:
    """Note which rows are to be copied: all that are there now. How many reports these are."""
    with sqlite3.connect(file) as database:
        for name in COPIED:
            where = f" WHERE id IN ({OF_REPORTERS})" if name == "addresses" else ""
            database.execute(f"CREATE TABLE original_{name} AS SELECT * FROM {name}{where}")
        found = database.execute("SELECT count(*) FROM original_reports").fetchone()
    database.close()
    return int(found[0])


def copy(file: Path, originals: int, first: int, last: int) -> None:
    """Add the copies numbered ``first`` to ``last`` (excluded) of every report. The bot does not run meanwhile."""
    database = sqlite3.connect(file)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -1000000")
    for begin in range(first, last, CHUNK):
        end = min(begin + CHUNK, last)
        numbers = f"WITH RECURSIVE n(i) AS (SELECT {begin} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {end})"
        for name in COPIED:
            columns = metadata.tables[name].columns
            names = ", ".join(column.name for column in columns)
            values = ", ".join(_value(column, originals) for column in columns)
            database.execute(
                f"{numbers} INSERT INTO {name} ({names}) SELECT {values} FROM n, original_{name} AS t"
            )
        database.commit()
    database.close()


def _value(column: Column[object], originals: int) -> str:
    """The expression that gives the copy's value of a column."""
    name = f"t.{column.name}"
    if unique := UNIQUE.get((column.table.name, column.name)):
        return unique
    step = int(APART / timedelta(milliseconds=1)) * originals
    age = f"({int(BEHIND / timedelta(milliseconds=1))} + n.i * {step})"  # milliseconds
    parents = {key.column.table.name for key in column.foreign_keys}
    if column.primary_key or column.name in UNCHECKED or parents & set(COPIED):
        return f"{name} - ({age} << {COUNTER_BITS})"
    if isinstance(column.type, UtcTime):
        return f"{name} - {age} * 1000"
    if isinstance(column.type, Date):
        return f"date({name}, printf('-%d days', {age} / 86400000))"
    return name
