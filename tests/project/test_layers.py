"""Imports point down, every module has its layer, and the contracts that say so can fail."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.project.tree import PACKAGES, ROOT

PYPROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads(PYPROJECT)["tool"]["importlinter"]["contracts"]
FLOORS = [contract["layers"] for contract in CONTRACTS if contract["type"] == "layers"]
ASIDE = {
    "playground",
    "playground.page",
    "core.jurisdictions",
    "core.words",
}  # by itself; data without code

UPWARDS = [
    ("core/a.py", "import storage"),
    ("core/a.py", "import bot.clock"),
    ("bot/clock/clock.py", "import core"),
    ("storage/a.py", "import handlers"),
    ("storage/a.py", "import bot.messengers"),
    ("handlers/a.py", "import bot.messengers"),
    ("bot/messengers/a.py", "import handlers"),
    ("handlers/a.py", "import bot.loops"),
    ("handlers/a.py", "import bot.config"),
    ("bot/loops/a.py", "import bot.app"),
    ("bot/loops/a.py", "import bot.config"),
    ("bot/config/settings.py", "import handlers"),
    ("bot/app.py", "import bot.cli"),
    ("bot/app.py", "import playground"),
    ("handlers/a.py", "import playground"),
    ("bot/cli/main.py", "import playground"),
    ("playground/web/a.py", "import core"),
    ("playground/web/a.py", "import storage"),
    ("playground/server.py", "import playground.control"),
    ("playground/world.py", "import playground.bot_api"),
    ("playground/web/a.py", "import playground.control"),
    ("playground/phone.py", "import playground.world"),
    ("handlers/cards/a.py", "import handlers.casework"),
    ("handlers/cards/a.py", "import handlers.alerting"),
    ("handlers/alerting/a.py", "import handlers.casework"),
    ("handlers/casework/a.py", "import handlers.reporting"),
    ("handlers/people/a.py", "import handlers.outbox"),
    ("handlers/reporting/a.py", "import handlers.routes"),
    ("core/places/a.py", "import core.understanding"),
    ("core/understanding/a.py", "import core.conversation"),
    ("core/sending/a.py", "import core.alerting"),
    ("core/model.py", "import core.casework"),
]
DOWNWARDS = [
    ("bot/cli/main.py", "import bot.app, bot.config"),
    ("bot/app.py", "import bot.loops, bot.config, handlers, bot.messengers, storage, core, bot.clock"),
    ("bot/loops/a.py", "import handlers, bot.messengers, storage, core, bot.clock"),
    ("handlers/a.py", "import storage, core"),
    ("bot/messengers/a.py", "import storage, core"),
    ("storage/a.py", "import core, bot.clock"),
    ("bot/config/settings.py", "import core"),
    ("playground/web/a.py", "import bot.clock.a"),
    ("handlers/reporting/a.py", "import handlers.casework, handlers.forms, handlers.cards"),
    ("core/conversation/a.py", "import core.understanding, core.places"),
]


def layer_modules() -> set[str]:
    """The modules that the layers of all contracts name."""
    cleaned = (
        "|".join(layer for layers in FLOORS for layer in layers)
        .replace(":", "|")
        .replace("(", "")
        .replace(")", "")
    )
    return {name.strip() for name in cleaned.split("|")}


def contracts_kept(tree: Path) -> bool:
    """Whether the project's contracts hold in another tree of modules."""
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(tree), "PATH": ""},
    )
    assert "Contracts: " in run.stdout, run.stdout + run.stderr
    return run.returncode == 0


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Empty modules, one for every layer, under the project's contracts."""
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    for name in {*PACKAGES, *layer_modules(), "playground"}:
        path = tmp_path.joinpath(*name.split("."))
        if (ROOT.joinpath(*name.split("."))).is_dir():
            path.mkdir(parents=True, exist_ok=True)
            (path / "__init__.py").touch()
            (path / "a.py").touch()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(".py").touch()
    return tmp_path


@pytest.mark.parametrize("house", ["bot", "core", "handlers", "playground"])
def test_every_room_has_its_floor(house: str) -> None:
    found = {
        f"{house}.{path.stem}"
        for path in ROOT.joinpath(*house.split(".")).iterdir()
        if (path.suffix == ".py" or path.is_dir()) and not path.name.startswith("__")
    }
    assert found - layer_modules() - ASIDE == set()


def test_imports_that_point_down_are_allowed(tree: Path) -> None:
    for module, statement in DOWNWARDS:
        (tree / module).write_text(statement + "\n")
    assert contracts_kept(tree)


@pytest.mark.parametrize("room", ["core.places", "handlers.cards", "bot.loops"])
def test_modules_of_one_room_that_import_each_other_are_refused(room: str, tree: Path) -> None:
    path = tree.joinpath(*room.split("."))
    (path / "a.py").write_text(f"import {room}.b\n")
    (path / "b.py").write_text(f"import {room}.c\n")
    (path / "c.py").touch()
    assert contracts_kept(tree)
    (path / "c.py").write_text(f"if False:\n    import {room}.a\n")
    assert not contracts_kept(tree)


@pytest.mark.parametrize(("module", "statement"), UPWARDS)
def test_an_import_that_points_up_or_aside_is_refused(tree: Path, module: str, statement: str) -> None:
    (tree / module).write_text(statement + "\n")
    assert not contracts_kept(tree)
