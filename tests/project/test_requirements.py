"""What is installed is pinned with hashes, agrees with pyproject.toml, and names no place to fetch it from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.tree import ROOT, tracked

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINNED = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[^ ;\\]+)(?P<marker> ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
# Written so that this file does not contain what it looks for.
PLACES = re.compile(
    r"py[p]i\.org|pythonhoste[d]|(?<!no-emit-)inde[x]-url|PIP_INDE[X]|UV_INDE[X]|UV_DEFAULT_INDE[X]|--find-link[s]"
    r"|--trusted-hos[t]|registry\.np[m]|docke[r]\.io|/simpl[e]/"
)
NAMES = ("requirements.txt", "requirements-dev.txt")


def pins(name: str) -> dict[str, str]:
    """Name → version of a requirements file."""
    found = map(PINNED.fullmatch, (ROOT / name).read_text(encoding="utf-8").splitlines())
    return {match["name"]: match["version"] for match in found if match}


@pytest.mark.parametrize("name", NAMES)
def test_every_requirement_is_pinned_and_has_a_hash(name: str) -> None:
    lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line.strip()]
    code = [line for line in lines if not line.lstrip().startswith("#")]
    assert [line for line in code if not PINNED.fullmatch(line) and not HASH.fullmatch(line)] == []
    assert [
        a for a, b in zip(code, [*code[1:], ""], strict=True) if PINNED.match(a) and not HASH.match(b)
    ] == []


@pytest.mark.parametrize(
    ("name", "extras"), [(NAMES[0], ("postgres", "image")), (NAMES[1], ("postgres", "dev"))]
)
def test_the_pins_are_what_the_project_asks_for(name: str, extras: tuple[str, ...]) -> None:
    asked = [Requirement(text) for text in PROJECT["dependencies"]]
    asked += [Requirement(text) for extra in extras for text in PROJECT["optional-dependencies"][extra]]
    pinned = pins(name)
    for requirement in asked:
        assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)]), requirement


def test_what_is_tested_is_what_is_installed() -> None:
    tested, installed = pins(NAMES[1]), pins(NAMES[0])
    assert installed.items() <= tested.items()


def test_no_file_says_where_packages_are_fetched_from() -> None:
    assert [f"{path}: {place}" for path in tracked() for place in places(path)] == []


def places(path: Path) -> list[str]:
    """From where this file says that packages are fetched."""
    return PLACES.findall((ROOT / path).read_bytes().decode("utf-8", errors="replace"))
