"""docs/develop/architecture.md has one line for each room, and none for a room that is not there."""

import re
from pathlib import Path

import pytest

from tests.project.tree import PACKAGES, ROOT, tracked

PAGE = (ROOT / "docs/develop/architecture.md").read_text(encoding="utf-8")
LONGEST = 200  # lines of the page


def lines_of_rooms(page: str) -> list[str]:
    """The rooms that the page tells of, in its order."""
    part = page.partition("\n## The rooms\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([\w/]+)` \| .*\S.* \|$", part, re.MULTILINE)


def rooms(files: list[Path]) -> set[str]:
    """Every folder of a package, and those below it that have modules."""
    found = {"/".join(path.parts[:2]) for path in files if path.parts[0] in PACKAGES and len(path.parts) > 2}
    modules = [path for path in files if path.parts[0] in PACKAGES and path.suffix == ".py"]
    return found | {
        path.parent.as_posix()
        for path in modules
        if len(path.parts) > 2 and path.name not in ("__init__.py", "__main__.py")
    }


def complaints(page: str, files: list[Path]) -> list[str]:
    """What is wrong with the page's lines."""
    told, there = lines_of_rooms(page), rooms(files)
    return [
        *(f"{room} has no line" for room in sorted(there - set(told))),
        *(f"there is no room {room}" for room in told if room not in there),
        *(f"{room} has more than one line" for room in sorted(set(told)) if told.count(room) > 1),
    ]


def test_every_room_has_one_line_and_every_line_a_room() -> None:
    assert complaints(PAGE, tracked()) == []


@pytest.mark.parametrize(
    ("page", "files", "complaint"),
    [
        (PAGE, [*tracked(), Path("handlers/garden/roses.py")], "handlers/garden has no line"),
        (
            PAGE,
            [path for path in tracked() if path.parts[:2] != ("core", "watch")],
            "there is no room core/watch",
        ),
        (
            PAGE.replace("| `core/watch` |", "| `core/words` |"),
            tracked(),
            "core/words has more than one line",
        ),
        (PAGE, [*tracked(), Path("bot/messengers/letters/client.py")], "bot/messengers/letters has no line"),
    ],
)
def test_a_room_too_many_and_a_room_too_few_are_told_by_name(
    page: str, files: list[Path], complaint: str
) -> None:
    assert complaint in complaints(page, files)


def test_the_page_can_be_read_over_a_coffee() -> None:
    assert len(PAGE.splitlines()) <= LONGEST
