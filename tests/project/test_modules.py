"""Modules are small, say what they are for, and are named after one thing."""

import ast

from tests.project.tree import ROOT, modules

CEILING = 400  # lines
FORBIDDEN = {"utils", "util", "base", "manager", "helpers", "common", "misc"}
MIGRATIONS = "storage/migrations/versions"  # history: never split, and once released never touched again


def test_a_module_is_one_concept_of_a_bounded_length_and_has_a_name_of_its_own() -> None:
    long = [
        f"{path}: {lines} lines"
        for path in modules()
        if (lines := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > CEILING
        and not path.is_relative_to(MIGRATIONS)
    ]
    assert long == []
    assert [path for path in modules() if path.stem in FORBIDDEN] == []


def test_each_module_says_what_it_is_for() -> None:
    trees = {path: ast.parse((ROOT / path).read_text(encoding="utf-8")) for path in modules()}
    assert [path for path, tree in trees.items() if tree.body and not ast.get_docstring(tree)] == []
