"""Modules are small, say what they are for, and are named after one thing."""

import ast
from pathlib import Path

import pytest

from tests.project.tree import ROOT, modules

CEILING = 250  # lines
FORBIDDEN = {"utils", "util", "base", "manager", "helpers", "common", "misc"}
MIGRATIONS = "storage/migrations/versions"  # history: never split, never touched again
CONTENTS = Path(
    "handlers/routes.py"
)  # tables alone, as long as there are behaviours: tests.project.test_routes
GENERATED_NAMES = {"upgrade", "downgrade"}  # what Alembic calls in a migration; its file says what it does


@pytest.mark.parametrize("path", modules(), ids=str)
def test_a_module_fits_three_screens_and_has_a_name_of_its_own(path: Path) -> None:
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    assert len(lines) <= CEILING or path.is_relative_to(MIGRATIONS) or path == CONTENTS
    assert path.stem not in FORBIDDEN


@pytest.mark.parametrize("path", modules(), ids=str)
def test_whatever_is_public_says_what_it_is(path: Path) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    silent = ["the module"] if tree.body and not ast.get_docstring(tree) else []
    silent += [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and node.name not in GENERATED_NAMES
        and not ast.get_docstring(node)
    ]
    assert silent == []
