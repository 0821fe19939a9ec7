"""Statements that are composed and compiled once. SQLAlchemy says what they are, the driver runs them.

Running a statement through SQLAlchemy costs ten times what SQLite needs for it, and a handling asks a few questions over
and over: rows of a table by some of their columns, new rows, changed rows, removed rows. So each of these is compiled once
for its table and its columns. What is asked rarely goes through SQLAlchemy as ever, in the same transaction.

On PostgreSQL the same clauses are run by SQLAlchemy: there the way to the server is what costs.

To insert once, rows whose unique key is already there are left alone; SQLite and PostgreSQL say it in the same way, but
SQLAlchemy has a function for each.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib import import_module
from itertools import chain, repeat
from typing import Any

from sqlalchemy import Column, ColumnElement, Insert, Integer, Table, and_, bindparam, func, or_, select
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.sql.base import Executable

from storage.errors import Refused

SQLITE = SQLiteDialect_aiosqlite()
Values = Mapping[str, Any]


class Prepared:
    """One statement. ``returns``: the columns of the rows that it gives, none for one that gives no rows."""

    def __init__(self, clause: Executable, returns: Iterable[ColumnElement[Any]] = ()) -> None:
        self.clause = clause
        self._returns: tuple[ColumnElement[Any], ...] = tuple(returns)

    @cached_property
    def sqlite(self) -> "ForSqlite":
        """The statement for SQLite's driver."""
        return ForSqlite(self.clause, self._returns)


class ForSqlite:
    """``sql`` with question marks; what goes in and comes out is converted by the column types."""

    def __init__(self, clause: Executable, returns: Sequence[ColumnElement[Any]]) -> None:
        compiled: Any = clause.compile(dialect=SQLITE)  # type: ignore[attr-defined]
        self.sql: str = compiled.string
        self._names: list[str] = compiled.positiontup
        self._fixed = {name: bind.value for name, bind in compiled.binds.items() if not bind.required}
        kinds = [compiled.binds[name].type.dialect_impl(SQLITE) for name in self._names]
        self._into = [
            (at, convert) for at, kind in enumerate(kinds) if (convert := kind.bind_processor(SQLITE))
        ]
        results = [column.type.dialect_impl(SQLITE) for column in returns]
        self._from = [
            (at, convert)
            for at, kind in enumerate(results)
            if (convert := kind.result_processor(SQLITE, None))
        ]

    def parameters(self, values: Values) -> list[Any]:
        """The values by position. Raises Refused for one that its column does not take."""
        given = {**self._fixed, **values} if self._fixed else values
        found = [given[name] for name in self._names]
        try:
            for at, convert in self._into:
                found[at] = convert(found[at])
        except (TypeError, ValueError) as error:
            raise Refused(f"A value does not fit its column ({type(error).__name__}).") from error
        return found

    def read(self, record: Sequence[Any]) -> Sequence[Any]:
        """A record as the column types give it."""
        values = list(record)
        for at, convert in self._from:
            if values[at] is not None:  # no type of ours makes anything of nothing
                values[at] = convert(values[at])
        return values


# --- the questions


@cache
def rows_where(table: Table, equal: tuple[str, ...], empty: tuple[str, ...] = ()) -> Prepared:
    """Whole rows whose columns ``equal`` have the values of these names, and whose columns ``empty`` have none."""
    return Prepared(select(table).where(*_conditions(table, equal, empty)), table.c)


@cache
def rows_among(
    table: Table, column: str, size: int, equal: tuple[str, ...] = (), empty: tuple[str, ...] = ()
) -> Prepared:
    """The same, and whose ``column`` has one of ``size`` values: see :func:`among`."""
    wanted = one_of(table.c[column], size)
    return Prepared(select(table).where(*_conditions(table, equal, empty), wanted), table.c)


def one_of(column: ColumnElement[Any], size: int) -> ColumnElement[bool]:
    """Whether it has one of ``size`` values: see :func:`among`."""
    return column.in_([bindparam(name, type_=column.type) for name in _numbered(size)])


@cache
def rows_of_groups(table: Table, names: tuple[str, ...], size: int) -> Prepared:
    """Whole rows in one of ``size`` groups of values, one a column: see :func:`groups`."""
    each = [
        and_(*(table.c[name] == _bound(table.c[name], f"{name}_{number}") for name in names))
        for number in range(size)
    ]
    return Prepared(select(table).where(or_(*each)), table.c)


def groups(names: tuple[str, ...], wanted: Sequence[Sequence[Any]]) -> tuple[int, dict[str, Any]]:
    """A size for these groups, and their values by name; the last one fills up."""
    size = 1 << (len(wanted) - 1).bit_length()
    filled = chain(wanted, repeat(wanted[-1], size - len(wanted)))
    return size, {
        f"{name}_{number}": value
        for number, values in enumerate(filled)
        for name, value in zip(names, values, strict=True)
    }


@cache
def rows_at_an_end(
    table: Table, key: str, *, newest: bool, equal: tuple[str, ...], empty: tuple[str, ...] = ()
) -> Prepared:
    """So many (``_limit``) of the rows of :func:`rows_where`, with the greatest keys or the smallest."""
    order = table.c[key].desc() if newest else table.c[key]
    found = select(table).where(*_conditions(table, equal, empty)).order_by(order)
    return Prepared(found.limit(bindparam("_limit", type_=Integer)), table.c)


@cache
def tally_where(table: Table, column: str, equal: tuple[str, ...], empty: tuple[str, ...] = ()) -> Prepared:
    """Each value that ``column`` has in these rows, and in how many of them."""
    value, count = table.c[column], func.count().label("count")
    return Prepared(
        select(value, count).where(*_conditions(table, equal, empty)).group_by(value), (value, count)
    )


def among(values: Sequence[Any]) -> tuple[int, dict[str, Any]]:
    """A size for these values, and the values by name. Few sizes make few statements: the last value fills up."""
    size = 1 << (len(values) - 1).bit_length()
    filled = chain(values, repeat(values[-1], size - len(values)))
    return size, dict(zip(_numbered(size), filled, strict=True))


@cache
def insert(table: Table) -> Prepared:
    """A new row, from its values by column."""
    return Prepared(table.insert())


@cache
def update(table: Table, key: str, columns: tuple[str, ...]) -> Prepared:
    """The row whose key is ``_key`` gets other values in these columns; each is given as ``new_…``."""
    new = {name: _bound(table.c[name], f"new_{name}") for name in columns}
    return Prepared(table.update().where(table.c[key] == _bound(table.c[key], "_key")).values(new))


@cache
def delete(table: Table, key: str) -> Prepared:
    """The row whose key is ``_key`` goes."""
    return Prepared(table.delete().where(table.c[key] == _bound(table.c[key], "_key")))


def _conditions(table: Table, equal: tuple[str, ...], empty: tuple[str, ...]) -> list[ColumnElement[bool]]:
    return [
        *(table.c[name] == _bound(table.c[name]) for name in equal),
        *(table.c[name].is_(None) for name in empty),
    ]


def _bound(column: Column[Any], name: str = "") -> Any:
    return bindparam(name or column.name, type_=column.type)


@cache
def _numbered(size: int) -> tuple[str, ...]:
    return tuple(f"among_{number}" for number in range(size))


def insert_once(dialect: str, table: Table, *unique: str) -> Insert:
    """An INSERT that skips rows whose ``unique`` columns exist, and returns the primary keys of the others."""
    said = import_module(f"sqlalchemy.dialects.{dialect}")  # only where it is used: some megabytes
    insert: Insert = (
        said.insert(table)
        .on_conflict_do_nothing(index_elements=list(unique))
        .returning(*table.primary_key.columns)
    )
    return insert
