"""Which lines of the modules each test passes, and how long it takes: found once, and kept while nothing changes."""

import json
import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutants.children import on_all_cores


class Passing:
    """What is known of the tests. ``digest``: of which state of the code; ``files``: of the modules."""

    def __init__(self, file: Path, digest: str, files: Collection[str]) -> None:
        self._file = file
        self._digest = digest
        self._files = files
        self.lines: dict[str, dict[str, set[int]]] = {}  # by test
        self.took: dict[str, float] = {}
        self.reread()

    def reread(self) -> None:
        """What was found last time, or by another process, if nothing has changed since."""
        if self._file.exists():
            known, *found = self._file.read_text("utf-8").splitlines()
            if known == self._digest:
                self._take(found)

    def look(self, session: pytest.Session) -> None:
        """Let every test run once. Raises if one fails."""
        found = "".join(on_all_cores(lambda items: _looked(session, items, self._files), session.items))
        self._take(found.splitlines())
        if failing := [test for test, took in self.took.items() if took < 0]:
            raise session.Failed(f"{', '.join(failing)} fails when nothing is broken")
        self._file.write_text(f"{self._digest}\n{found}", "utf-8")

    def passes(self, test: str, file: str, lines: Collection[int]) -> bool:
        """Whether the test passes one of the lines."""
        return not self.lines[test].get(file, set()).isdisjoint(lines)

    def promise(self, test: str, file: str) -> float:
        """How much of a file the test passes for its time: for who looks for one that notices a break of it."""
        return len(self.lines.get(test, {}).get(file, ())) / max(self.took.get(test, 1), 0.001)

    def _take(self, found: Sequence[str]) -> None:
        for test, passed, took in map(json.loads, found):
            self.lines[test] = {file: set(lines) for file, lines in passed.items()}
            self.took[test] = took


def _looked(session: pytest.Session, items: Sequence[pytest.Item], files: Collection[str]) -> str:
    """A line for each test: its name, what it passes, its time (less than nothing: it fails)."""
    return "".join(json.dumps([item.nodeid, *_passed(session, item, files)]) + "\n" for item in items)


def _passed(
    session: pytest.Session, item: pytest.Item, files: Collection[str]
) -> tuple[dict[str, list[int]], float]:
    passed: dict[str, set[int]] = {}

    def note(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code.co_filename not in files:
            return None
        passed.setdefault(frame.f_code.co_filename, set()).add(frame.f_lineno)
        return note

    began = time.process_time()
    sys.settrace(note)
    try:
        goes = runs(session, item)
    finally:
        sys.settrace(None)
    took = time.process_time() - began
    return {file: sorted(lines) for file, lines in passed.items()}, took if goes else -1


def runs(session: pytest.Session, item: pytest.Item) -> bool:
    """Whether the test passes; what was made for the whole session stays for the next one."""
    reports = runtestprotocol(item, log=False, nextitem=session)  # type: ignore[arg-type]
    return not any(report.failed for report in reports)
