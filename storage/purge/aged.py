"""Rows that are over their term: found, counted and deleted by the one condition of their rule."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct
from sqlalchemy import Table, and_, func, select
from sqlalchemy.sql.elements import ColumnElement

from bot.core.forgetting.terms import Terms
from storage.schema import addresses
from storage.transaction import Transaction

AT_ONCE = 1_000  # rows of a table in one statement
Condition = ColumnElement[bool]


class Aged(Struct, frozen=True):
    """Rows of a table that go, by what they are called in counts; ``first``: tables whose rows of these go before."""

    name: str
    table: Table
    condition: Callable[[Terms, datetime], Condition]
    first: Sequence[Table] = ()


async def find(tx: Transaction, rule: Aged, terms: Terms, keep: set[bytes], most: int = AT_ONCE) -> list[Any]:
    """Keys of some of them. ``keep``: lookups of chats that stay."""
    key = next(iter(rule.table.primary_key.columns))
    ids = select(key).where(_condition(rule, terms, tx.now, keep)).limit(most)
    return list((await tx.execute(ids)).scalars())


async def delete(tx: Transaction, rules: Sequence[Aged], terms: Terms, keep: set[bytes]) -> int:
    """Some rows of each rule; how many. Past the maps: nothing may be pending."""
    deleted = 0
    for rule in rules:
        found = await find(tx, rule, terms, keep)
        if not found:
            continue
        tx.forget()
        for table in rule.first:
            (column,) = [one.parent for one in table.foreign_keys if one.column.table is rule.table]
            await tx.execute(table.delete().where(column.in_(found)))
        key = next(iter(rule.table.primary_key.columns))
        await tx.execute(rule.table.delete().where(key.in_(found)))
        deleted += len(found)
    return deleted


async def count(
    tx: Transaction, rules: Sequence[Aged], terms: Terms, keep: set[bytes]
) -> Mapping[tuple[str, str], int]:
    """By table and rule, how many rows would go now; what only their going frees is not among them."""
    found = {}
    for rule in rules:
        number = select(func.count()).select_from(rule.table).where(_condition(rule, terms, tx.now, keep))
        found[rule.table.name, rule.name] = int((await tx.execute(number)).scalar_one())
    return found


def _condition(rule: Aged, terms: Terms, now: datetime, keep: set[bytes]) -> Condition:
    condition = rule.condition(terms, now)
    return and_(condition, addresses.c.lookup.not_in(sorted(keep))) if rule.table is addresses else condition
