"""Whatever happens is found from handlers/routes.py, and a newcomer's questions lead from there."""

import ast
import re
from pathlib import Path

import pytest

from core.resources.word_files import load_words
from handlers import coordinator_buttons, member_buttons, own_buttons, routes
from tests.project.tree import ROOT

MADE_OF = ("card_views", "coordinator_buttons", "member_buttons", "own_buttons", "timers")
TABLES = {
    path: path.read_text(encoding="utf-8")
    for path in (ROOT / f"handlers/{name}.py" for name in ("routes", *MADE_OF))
}
READ_THE_TABLES = [
    *(ROOT / "bot/loops").glob("*.py"),
    *(ROOT / f"handlers/{name}.py" for name in ("dispatch", "outgoing", "timing")),
]
ABOVE = {"dispatch", "outgoing", "timing", "routes"}
MACHINES = {"dialogues"}  # what runs any form is no behaviour
PAGE = (ROOT / "docs/develop/architecture.md").read_text(encoding="utf-8")
MOST_FILES = 3


def reached(path: Path) -> set[str]:
    """The ``on_…`` functions of the rooms of handlers that a module names, by its imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules: set[str] = set()
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("handlers"):
            for alias in node.names:
                modules.add(alias.asname or alias.name)
                if alias.name.startswith("on_") and (node.module or "").rpartition(".")[2] not in ABOVE:
                    found.add(alias.name)
    rooms = modules - ABOVE - MACHINES
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    return found | {
        f"{node.value.id}.{node.attr}"
        for node in attributes
        if node.attr.startswith("on_") and isinstance(node.value, ast.Name) and node.value.id in rooms
    }


@pytest.mark.parametrize("path", READ_THE_TABLES, ids=lambda path: path.stem)
def test_whoever_reads_the_tables_knows_no_behaviour_beside_them(path: Path) -> None:
    assert reached(path) == set()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_page_of_tables_is_nothing_else(path: Path) -> None:
    kinds = {type(node) for node in ast.parse(TABLES[path]).body[1:]}  # after its docstring
    assert kinds <= {ast.ImportFrom, ast.AnnAssign, ast.Assign}


def test_no_button_is_in_two_tables() -> None:
    theirs = [own_buttons.BUTTONS, member_buttons.BUTTONS, coordinator_buttons.BUTTONS]
    assert len(routes.BUTTONS) == 1 + sum(map(len, theirs))


def test_no_handler_outside_its_rooms_names_the_report_form() -> None:
    names = re.compile(r"""(?<!SourceKind\.)\bREPORT\b|["']report["']|\breport import .*\bFORM\b""")
    found = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "handlers").rglob("*.py")
        if path.parent.name not in ("reporting", "forms") and names.search(path.read_text(encoding="utf-8"))
    }
    tables = {str(path.relative_to(ROOT)) for path in TABLES}
    assert found - tables == {"handlers/people/menus.py"}  # the command of this name


def questions() -> list[tuple[str, list[str]]]:
    """The newcomer's questions, and the steps (``file:function``) of the path to each answer."""
    part = PAGE.partition("## A newcomer's five questions")[2].partition("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("| ") and "`" in line]
    return [(row.split("|")[1].strip(), re.findall(r"`([\w/]+\.py:\w+)`", row)) for row in rows]


def test_a_newcomer_has_five_questions() -> None:
    assert len(questions()) == 5


@pytest.mark.parametrize(("question", "path"), questions())
def test_the_path_to_an_answer_is_short_and_leads_from_the_tables(question: str, path: list[str]) -> None:
    files = list(dict.fromkeys(step.partition(":")[0] for step in path))
    assert 1 <= len(files) <= MOST_FILES
    known = "".join(TABLES.values())
    for step in path:
        file, _, name = step.partition(":")
        assert re.search(rf"\b{name}\b", known), f"nothing leads to {step}"
        text = (ROOT / file).read_text(encoding="utf-8")
        assert name in public(text), f"{file} has no {name}"
        known += text


def public(text: str) -> set[str]:
    """What a module defines: functions, classes, tables."""
    body = ast.parse(text).body
    tables = [node.targets[0] for node in body if isinstance(node, ast.Assign)]
    tables += [node.target for node in body if isinstance(node, ast.AnnAssign)]
    return {node.id for node in tables if isinstance(node, ast.Name)} | {getattr(n, "name", "") for n in body}


def test_every_timer_has_its_words_on_the_page_of_phones() -> None:
    words = load_words()
    missing = [kind for kind in routes.TIMERS if not words.has("en", f"timer-{kind}")]
    assert missing == []
