"""The recipes of docs/develop/extending.md are true: a toy made by each works, and needs no file but those it names."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from core.model import LANGUAGES
from tests.project.toys import Edit
from tests.project.toys_below import TOYS
from tests.project.tree import ROOT, modules, tracked

LONGEST = 14  # lines of a recipe
TRIED_APART = {"A language"}  # tests.project.test_fourth_language: all other toys would lack its words
COPIED = ("bot", "core", "handlers", "playground", "storage", "tests", "docs")
NOT_COPIED = (".png", ".svg")
PAGE = (ROOT / "docs/develop/extending.md").read_text(encoding="utf-8")
RECIPES = {heading: text for heading, _, text in (part.partition("\n") for part in PAGE.split("\n## ")[1:])}


def steps(heading: str) -> list[str]:
    """The files of a recipe, in its order; ``<…>`` stands for a name."""
    return re.findall(r"^\d+\. `([^`]+)`", RECIPES[heading], re.MULTILINE)


def step_of(edit: Edit, files: list[str]) -> int:
    """Which step an edit is. StopIteration for a file that the recipe does not name."""
    patterns = [re.sub(r"<\w+>", r"\\w+", re.escape(file)) for file in files]
    return next(at for at, pattern in enumerate(patterns) if re.fullmatch(pattern, edit.file))


def became(tree: Path) -> dict[str, str]:
    """What became of each toy, all of them built in one copy of the project: empty, or what failed."""
    for path in tracked():
        if path.parts[0] in COPIED and path.suffix not in NOT_COPIED:
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, tree / path)
    for edits in TOYS.values():
        for edit in edits:
            edit.apply(tree)
    with TemporaryDirectory() as folder:
        ran = subprocess.run(
            [sys.executable, "-m", "tests.project.toys_tried", folder],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, str] = json.loads(ran.stdout)
    return found


def test_a_toy_made_by_each_recipe_works() -> None:
    with TemporaryDirectory() as tree:  # the toys are gone at its end
        found = became(Path(tree))
    assert found.keys() == TOYS.keys()
    failed = [f"{heading}: {error}" for heading, error in found.items() if error]
    assert not failed, "\n".join(failed)


@pytest.mark.parametrize("heading", TOYS)
def test_a_toy_needs_the_files_of_its_recipe_in_their_order_and_no_other(heading: str) -> None:
    files = steps(heading)
    done = [step_of(edit, files) for edit in TOYS[heading]]
    assert done == sorted(done)
    assert set(done) == set(range(len(files)))


def test_every_recipe_has_its_toy() -> None:
    assert RECIPES.keys() == TOYS.keys() | TRIED_APART


@pytest.mark.parametrize("heading", RECIPES)
def test_a_recipe_is_short(heading: str) -> None:
    assert len(list(filter(None, RECIPES[heading].splitlines()))) <= LONGEST


@pytest.mark.parametrize("heading", RECIPES)
def test_a_file_that_a_recipe_names_is_there_unless_it_is_new(heading: str) -> None:
    for file in steps(heading):
        for language in LANGUAGES:
            path = file.replace("<language>", language).replace("<country>", "kz")
            assert "<" in path or (ROOT / path).exists(), path


@pytest.mark.parametrize("heading", RECIPES)
def test_a_name_that_a_recipe_names_is_defined(heading: str) -> None:
    names = re.findall(r"`(?:\w+\.)?([A-Z]\w+|_*[a-z]+(?:_[a-z]+)+)`", RECIPES[heading])
    assert [name for name in names if name not in DEFINED] == []


def defined() -> Iterator[str]:
    """What the modules of the project define: classes, functions, methods, tables, parameters, and what a class holds."""
    for path in modules():
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            match node:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                    yield name
                case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                    yield name


DEFINED = frozenset(defined())
