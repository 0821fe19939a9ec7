"""What the README tells a newcomer to type and to read exists."""

import re
import shlex
from pathlib import Path

import pytest

from tests.project.commands import subcommands, targets
from tests.project.tree import ROOT

DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def lines_to_type(text: str) -> list[list[str]]:
    """Every command of the ``sh`` blocks, in words; comments and variables set before it left out."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [
        shlex.split(line, comments=True)
        for block in blocks
        for line in block.replace("\\\n", " ").splitlines()
    ]
    return [[word for word in words if not re.match(r"[A-Z_]+=", word)] for words in lines if words]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_that_is_shown_exists(path: Path) -> None:
    unknown = []
    for words in lines_to_type(path.read_text(encoding="utf-8")):
        match words:
            case ["make", *named]:
                known = {word for word in named if not word.startswith("-")} <= targets()
            case [program, name, *rest] if program.rpartition("/")[2] == "dabyl":
                inner = subcommands().get(name)
                known = inner is not None and (not inner or bool(rest and rest[0] in inner))
            case _:
                known = True
        if not known:
            unknown.append(" ".join(words))
    assert unknown == []


def test_the_readme_shows_how_to_see_it_run_and_how_to_test_it() -> None:
    shown = lines_to_type(README)
    assert ["make", "demo"] in shown
    assert ["make", "test"] in shown


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_test_that_is_named_exists(path: Path) -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", path.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_a_command_in_a_block_is_read_as_it_would_be_typed() -> None:
    text = (
        "```sh\n# a comment\nDABYL_KEY=x dabyl run \\\n  --config config.toml  # starts\n\nmake test\n```\n"
    )
    assert lines_to_type(text) == [["dabyl", "run", "--config", "config.toml"], ["make", "test"]]
