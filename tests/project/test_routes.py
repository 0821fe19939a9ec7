"""Whatever happens is found from handlers/routes.py."""

import ast
import re
from pathlib import Path

import pytest

from tests.project.tree import ROOT

ROUTES = (ROOT / "handlers/routes.py").read_text(encoding="utf-8")
READ_THE_TABLES = [
    *(ROOT / "bot/loops").glob("*.py"),
    *(ROOT / f"handlers/{name}.py" for name in ("dispatch", "outgoing", "timing")),
]
ABOVE = {"dispatch", "outgoing", "timing", "routes"}
MACHINES = {"dialogues"}  # what runs any form is no behaviour


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


def test_the_page_stays_a_page() -> None:
    assert len(ROUTES.splitlines()) <= 200


def test_no_handler_outside_its_rooms_names_the_report_form() -> None:
    names = re.compile(r"""\bREPORT\b|["']report["']|\breport import .*\bFORM\b""")
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "handlers").rglob("*.py")
        if path.parent.name not in ("reporting", "forms") and names.search(path.read_text(encoding="utf-8"))
    ]
    assert found == ["handlers/routes.py"]
