"""What columns are made of: our own types, and one word for each sort of column.

A moment is `timestamptz` on PostgreSQL and, on SQLite, which has no type for it, an integer: microseconds since 1970.
Integers sort and compare as moments do, lose nothing, and are cheaper to read than text; fixed-width text would be
nicer to look at, but one hand-written row in another width would sort wrongly without anybody noticing.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Integer, LargeBinary, MetaData, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.types import TypeDecorator, TypeEngine

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

# SQLite's own row id must be called INTEGER to be the primary key without a second index. It is 64 bits wide all the same.
Id = BigInteger().with_variant(Integer(), "sqlite")


class UtcTime(TypeDecorator[datetime]):
    """A moment. Takes aware datetimes of any zone (ValueError for naive ones), gives aware ones in UTC."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(DateTime(timezone=True))
        return dialect.type_descriptor(BigInteger())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a naive datetime cannot be stored: {value!r} (say which zone it is in)")
        if dialect.name == "postgresql":
            return value
        return (value - EPOCH) // MICROSECOND

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "postgresql":
            moment: datetime = value
            return moment.astimezone(UTC)
        return EPOCH + timedelta(microseconds=value)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def an_id() -> Column[Any]:
    """The primary key, from storage.ids."""
    return Column("id", Id, primary_key=True, autoincrement=False)


def must(name: str, kind: Any, parent: str | None = None) -> Column[Any]:
    """A column that is never empty. ``parent`` is the table whose id it holds."""
    return Column(name, kind, *_reference(parent), nullable=False)


def may(name: str, kind: Any, parent: str | None = None) -> Column[Any]:
    """A column that may be empty."""
    return Column(name, kind, *_reference(parent), nullable=True)


def sealed(name: str) -> Column[Any]:
    """A column that holds ciphertext (storage.sealing)."""
    return Column(name, LargeBinary, nullable=False, info={"sealed": True})


def bound_to(table: Table) -> str:
    """The column whose value ties the sealed values of a row to it."""
    name: str = table.info.get("bound_to") or next(iter(table.primary_key.columns)).name
    return name


def index_condition(condition: ColumnElement[bool]) -> dict[str, Any]:
    """The arguments of an index over some of the rows. PostgreSQL's condition, the same, is said in the migrations alone:
    here it would load that dialect at each start.
    """
    return {"sqlite_where": condition}


def _reference(parent: str | None) -> tuple[ForeignKey, ...]:
    if parent is None:
        return ()
    return (ForeignKey(f"{parent}.id", deferrable=True, initially="DEFERRED"),)
