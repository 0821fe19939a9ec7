"""What the README tells a newcomer to type and to read exists."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli.commands import load_command
from bot.cli.printouts import EXAMPLE_FILES
from tests.project.commands import subcommands, targets
from tests.project.tree import ROOT

DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
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


def unknown_options(words: list[str]) -> Iterator[str]:
    """Of a command of dabyl: what it is not, and which of its options it does not have."""
    command, rest = load_command(words[0]), words[1:]
    while (inner := getattr(command, "commands", {})) and rest and not rest[0].startswith("-"):
        if rest[0] not in inner:
            yield rest[0]
            return
        command, rest = inner[rest[0]], rest[1:]
    known = {name for one in command.params for name in one.opts} | {"--help"}
    yield from (word for word in rest if word.startswith("--") and word.partition("=")[0] not in known)
    yield from (word for word in rest[:1] if words[0] == "example" and word not in EXAMPLE_FILES)


def inline(text: str) -> list[list[str]]:
    """Every command of dabyl that stands in a line of a document, as ``dabyl keys list``."""
    return [shlex.split(one) for one in re.findall(r"`dabyl ([a-z][^`]*)`", text) if one.count("'") % 2 == 0]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_option_of_a_command_that_is_named_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    shown = [
        words[1:] for words in lines_to_type(text) if words[0].rpartition("/")[2] == "dabyl" and words[1:]
    ]
    named = [*shown, *inline(text)]
    wrong = [(words, list(unknown_options(words))) for words in named if words[0] in subcommands()]
    assert [words for words in named if words[0] not in subcommands()] == []
    assert [found for found in wrong if found[1]] == []


def test_the_readme_shows_how_to_see_it_run_and_how_to_test_it() -> None:
    shown = lines_to_type(README)
    assert ["make", "demo"] in shown
    assert ["make", "test"] in shown


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def anchors(path: Path) -> set[str]:
    """What a link may name behind ``#``: the headings, as forges make anchors of them."""
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_heading_leads_to_one(path: Path) -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]*)#([^)]+)\)", path.read_text(encoding="utf-8"))
    assert [
        (file, head) for file, head in links if head not in anchors(path.parent / file if file else path)
    ] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_test_that_is_named_exists(path: Path) -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", path.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_a_command_in_a_block_is_read_as_it_would_be_typed() -> None:
    text = (
        "```sh\n# a comment\nDABYL_KEY=x dabyl run \\\n  --config config.toml  # starts\n\nmake test\n```\n"
    )
    assert lines_to_type(text) == [["dabyl", "run", "--config", "config.toml"], ["make", "test"]]
