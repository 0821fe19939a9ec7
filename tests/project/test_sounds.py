"""The page that says what sounds names every kind of ask where it belongs."""

import re
from collections.abc import Collection

from core.vocabulary import QUIET_TASKS, URGENT_TASKS, TaskKind
from tests.project.tree import ROOT


def _named(beginning: str) -> set[str]:
    """The kinds in the row that begins so."""
    page = (ROOT / "docs" / "run" / "reliability.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| | {beginning}: ")]
    return set(re.findall("`([a-z-]+)`", row.split("|")[2]))


def _values(kinds: Collection[TaskKind]) -> set[str]:
    return {kind.value for kind in kinds}


def test_every_ask_stands_in_the_row_of_its_sound() -> None:
    assert _named("asks, ahead of replies") == _values(URGENT_TASKS)
    assert _named("asks that wait") == _values(QUIET_TASKS)
    assert _named("asks") == _values(set(TaskKind) - URGENT_TASKS - QUIET_TASKS)
