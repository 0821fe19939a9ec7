"""What we use of the drivers beyond what they promise is there still."""

import ast
import sqlite3

import aiosqlite
import asyncpg

from storage.engine import PRIVATE_OF_AIOSQLITE, PRIVATE_OF_ASYNCPG
from tests.casework import conftest
from tests.project.tree import ROOT


def lacking(place: object, names: tuple[str, ...]) -> list[str]:
    """Which of these it does not have."""
    return sorted(set(names) - set(dir(place)))


def test_this_version_of_the_drivers_has_the_private_names_that_we_use() -> None:
    connection = aiosqlite.Connection(lambda: sqlite3.connect(":memory:"), 64)  # never opened
    assert lacking(connection, PRIVATE_OF_AIOSQLITE) == []
    assert lacking(asyncpg.Connection, PRIVATE_OF_ASYNCPG) == []


def test_nor_do_the_tests_use_a_name_that_it_lacks() -> None:
    assert lacking(aiosqlite.core, conftest.PRIVATE_OF_AIOSQLITE) == []


def test_the_lists_have_every_private_name_that_is_used() -> None:
    tree = ast.parse((ROOT / "storage/engine.py").read_text(encoding="utf-8"))
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr[0] == "_"}
    assert used == {*PRIVATE_OF_AIOSQLITE, *PRIVATE_OF_ASYNCPG}
