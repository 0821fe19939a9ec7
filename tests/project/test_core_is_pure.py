"""core decides and never acts: no await, clock, chance, file, database or network; but it reads its own files."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.tree import ROOT, modules

READERS = (
    "core/resources",
    "core/documents",
    "core/drawing",
)  # they read the data of core and make documents of it
CORE = [path for path in modules() if path.is_relative_to("core") and not path.as_posix().startswith(READERS)]
IMPURE_MODULES = {
    "aiosqlite", "asyncio", "asyncpg", "concurrent", "glob", "http", "httpx", "importlib", "logging", "multiprocessing",
    "os", "pathlib", "pickle", "random", "secrets", "shutil", "signal", "socket", "sqlalchemy", "sqlite3", "ssl",
    "subprocess", "sys", "telegram", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
IMPURE_NAMES = {"__import__", "breakpoint", "eval", "exec", "input", "open", "print"}
IMPURE_CALLS = {"now", "utcnow", "today", "monotonic", "fromtimestamp", "read_text", "write_text"}


def impurities(source: str) -> Iterator[str]:
    """What in the source acts, reads the clock or draws lots; each with its line."""
    for node in ast.walk(ast.parse(source)):
        found = ""
        match node:
            case ast.Import(names=names):
                found = ", ".join(n.name for n in names if n.name.split(".")[0] in IMPURE_MODULES)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in IMPURE_MODULES:
                found = module
            case ast.Name(id=name, ctx=ast.Load()) if name in IMPURE_NAMES:
                found = name
            case ast.Call(func=ast.Attribute(attr=name)) if name in IMPURE_CALLS:
                found = f".{name}()"
            case ast.Await() | ast.AsyncFunctionDef() | ast.AsyncFor() | ast.AsyncWith():
                found = "await"
        if found:
            yield f"line {getattr(node, 'lineno', 0)}: {found}"


@pytest.mark.parametrize("path", CORE, ids=str)
def test_a_core_module_is_pure(path: Path) -> None:
    assert list(impurities((ROOT / path).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "async def f(): ...",
        "import os.path",
        "from time import monotonic",
        "from random import choice",
        "import sqlite3",
        "datetime.now(UTC)",
        "date.today()",
        "open('x')",
        "Path('x').read_text()",
    ],
)
def test_what_is_impure_is_seen(source: str) -> None:
    assert list(impurities(source))
