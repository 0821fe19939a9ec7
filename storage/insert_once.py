"""Insert once: rows whose unique key is there already are left alone. SQLite and PostgreSQL say it alike, but not
through one function."""

from typing import Any

from sqlalchemy import Insert, Table
from sqlalchemy.dialects import postgresql, sqlite

INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def insert_once(dialect: str, table: Table, *unique: str) -> Insert:
    """An INSERT that skips rows whose ``unique`` columns exist, and returns the primary keys of the others."""
    insert: Insert = (
        INSERTS[dialect](table)
        .on_conflict_do_nothing(index_elements=list(unique))
        .returning(*table.primary_key.columns)
    )
    return insert
