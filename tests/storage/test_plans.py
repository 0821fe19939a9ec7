"""What SQLite reads to answer: rows that are asked for, and not those that have become many with the years."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from storage.database import Database
from tests.project.tree import ROOT, modules
from tests.storage.samples import NOW

pytestmark = pytest.mark.slow

TABLES = {"outgoing": "outbox"}  # where a transaction has another name for one
WAYS = {
    "by": 0,
    "tally": 0,
    "oldest": 0,
    "newest": 0,
    "prefetch": 1,
    "want": 1,
}  # to ask, and how many arguments name a column of the group
# Groups of which an index finds only a part of the columns, or none, because what is read beside them stays little.
FEW = {
    ("claims", "kind", "report_id"): "what one report says",
    ("claims", "case_id", "kind"): "of one case",
    ("dialogues", "form", "subject_id"): "about one report or person",
    ("dialogues", "address_id", "form"): "of one chat",
    ("dialogues", "address_id", "form", "state"): "of one chat",
    ("messages", "address_id", "outgoing"): "of one chat, as long as the messenger lets us delete them",
    ("signatures", "revoked_at"): "one for each row of the law",
    ("signatures", "revoked_at", "row"): "one for each row of the law",
    ("entries", "kind", "report_id"): "only of a report that has gone to another phone",
    ("members", "suspended_at"): "the roster",
    ("members", "role", "suspended_at"): "the roster",
    ("timers", "kind", "parked"): "one a digest",
    ("cases", "alerting", "state"): "those without a lawyer, counted only",
    ("cases", "city", "state"): "those that somebody has, the newest alone",
    ("papers", "case_id", "state"): "of one case",
    ("alerts", "case_id", "member_id"): "of one case",
    ("cards", "address_id", "subject"): "of one chat",
    ("outbox", "address_id", "topic"): "of one chat",
    ("outbox", "address_id", "state", "topic"): "of one chat",
    ("emergency_steps", "ended_at", "step"): "a few in all",
    ("notices", "address_id", "confirmed_at"): "of one member",
}


def groups() -> dict[tuple[str, ...], list[str]]:
    """What our code asks for by equal columns: the table and the columns, and where."""
    found = defaultdict(list)
    for path in modules():
        for node in ast.walk(ast.parse((ROOT / path).read_text())):
            for group in _asked(node):
                found[group].append(f"{path}:{getattr(node, 'lineno', 0)}")
    return dict(found)


def _asked(node: ast.AST) -> Iterator[tuple[str, ...]]:
    """As in ``tx.cases.by(owner_id=…, state=…)`` or ``tx.cases.want("owner_id", …, state=…)``."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=rows), attr=way), args=args) if (
            way in WAYS and rows != "tx"  # turn.tx.prefetch(…) asks for what it is given
        ):
            first = [str(one.value) for one in args[: WAYS[way]] if isinstance(one, ast.Constant)]
            names = first + [word.arg for word in node.keywords if word.arg is not None]
            yield TABLES.get(rows, rows), *sorted(names)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_every_group_is_found_by_all_its_columns(database: Database) -> None:
    asked = groups()
    assert len(asked) > 30
    read: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}
    async with database.read(NOW) as tx:
        explain: Any = tx.session.connection.exec_driver_sql
        for (table, *columns), where in asked.items():
            equal = " AND ".join(f"{column} = ?" for column in columns)
            text = f"EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {equal}"
            plan = [str(row[-1]) for row in (await explain(text, (None,) * len(columns))).all()]
            found = set(re.findall(r"(\w+)=\?", " ".join(plan).replace("rowid", "id")))
            if found < set(columns):
                read[table, *columns] = (plan, where)
    assert read.keys() == FEW.keys(), read
