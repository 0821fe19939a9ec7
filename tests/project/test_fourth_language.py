"""The recipe of a language in docs/develop/extending.md: every place that lists the languages stands in it, and all
that a fourth
one lacks is told by its name."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.model import LANGUAGES
from tests.project.tree import ROOT, modules

RECIPE = (
    (ROOT / "docs/develop/extending.md")
    .read_text("utf-8")
    .partition("\n## A language\n")[2]
    .partition("\n## ")[0]
)
LOOKED_FOR = """
import json
from core.resources import law_files, place_files, word_files
from core.resources.paper_checks import paper_mistakes
from core.resources.paper_files import Papers

def complaint(read):
    try:
        return read()
    except Exception as error:
        return [str(error)]

def words():
    known = word_files.load_words()
    every = frozenset().union(*map(known.keys, known.languages))
    return [f"{language}: {key} is missing" for language in known.languages for key in every - known.keys(language)]

READ = (
    words, word_files.load_heard, word_files.load_receipt_words, lambda: place_files.load_gazetteer("kz"),
    lambda: law_files.load_law("kz"), lambda: law_files.load_rights("kz", unreviewed=True),
    lambda: law_files.known_charges("criminal", "kz"), lambda: law_files.cited_mistakes("kz"),
    lambda: paper_mistakes(Papers("kz")),
)
found = [complaint(read) for read in READ]
print(json.dumps([str(line) for lines in found if isinstance(lines, (list, tuple)) for line in lines]))
"""


def lists_of_languages(path: Path) -> Iterator[int]:
    """The lines of a module where all our languages are written out together."""
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        match node:
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts) | ast.Dict(keys=parts):
                if set(LANGUAGES) <= {part.value for part in parts if isinstance(part, ast.Constant)}:
                    yield node.lineno


def test_every_module_that_lists_the_languages_stands_in_the_recipe() -> None:
    lists = {path.as_posix() for path in modules() if any(lists_of_languages(path))}
    named = set(re.findall(r"`([\w/]+\.py)`", RECIPE))
    assert lists - named == set()
    assert named - lists == set()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The core with a fourth language, of which there is nothing yet."""
    shutil.copytree(ROOT / "core", tmp_path / "core", ignore=shutil.ignore_patterns("__pycache__"))
    model = tmp_path / "core/model.py"
    text = model.read_text("utf-8")
    model.write_text(
        text.replace('LANGUAGES = ("kk", "ru", "en")', 'LANGUAGES = ("kk", "ru", "en", "de")'), "utf-8"
    )
    assert '"de"' in model.read_text("utf-8")
    return tmp_path


def missing(tree: Path) -> str:
    """All that is told to be missing or wrong, a line each."""
    ran = subprocess.run(
        [sys.executable, "-P", "-c", LOOKED_FOR],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    lines: list[str] = json.loads(ran.stdout)
    return "\n".join(lines)


def test_what_a_fourth_language_lacks_is_told_by_its_name(tree: Path) -> None:
    told = missing(tree)
    for piece in (
        "core/words/de: there are no words (*.ftl)",
        "core/words/de/heard.toml",
        "core/words/de/receipt_words.toml",
        "clocks.toml, row 1 (administrative-detention): de is missing",
        "addressees.toml, office 1",
        "papers/motion/paper.toml: de: is missing",
    ):
        assert piece in told, piece
    for file, row in (
        ("places.toml", "(region|city)"),
        ("rights.toml", "right"),
        ("articles.toml", "charge"),
    ):
        assert re.search(rf"{file}, {row} \S+: de is missing", told), file


def test_of_a_language_with_most_of_its_words_the_missing_one_is_told(tree: Path) -> None:
    shutil.copytree(tree / "core/words/en", tree / "core/words/de")
    staff = tree / "core/words/de/staff.ftl"
    staff.write_text(
        re.sub(r"^command-unknown = .*\n", "", staff.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    told = missing(tree)
    assert "de: command-unknown is missing" in told
    assert told.count("de: command-") == 1
    assert "core/words/de" not in told
