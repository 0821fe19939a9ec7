"""Insert once: rows whose unique key is there already are left alone. SQLite and PostgreSQL say it alike, but not
through one function."""

from importlib import import_module

from sqlalchemy import Insert, Table


def insert_once(dialect: str, table: Table, *unique: str) -> Insert:
    """An INSERT that skips rows whose ``unique`` columns exist, and returns the primary keys of the others."""
    said = import_module(f"sqlalchemy.dialects.{dialect}")  # only where it is used: some megabytes
    insert: Insert = (
        said.insert(table)
        .on_conflict_do_nothing(index_elements=list(unique))
        .returning(*table.primary_key.columns)
    )
    return insert
