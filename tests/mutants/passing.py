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
        known, *found = self._file.read_text("utf-8").splitlines() if self._file.exists() else [""]
        for test, passed, took in map(json.loads, found if known == self._digest else []):
            self.lines[test] = {file: set(lines) for file, lines in passed.items()}
            self.took[test] = took

    def look(self, session: pytest.Session) -> None:
        """Let every test run once that is not known yet. Raises if one fails."""
        if not self.took:
            self._file.write_text(f"{self._digest}\n", "utf-8")
        unknown = [item for item in session.items if item.nodeid not in self.took]
        on_all_cores(lambda items: self._note(session, items), unknown)
        self.reread()
        if failing := [item.nodeid for item in unknown if item.nodeid not in self.took]:
            raise session.Failed(f"when nothing is broken, these fail: {', '.join(failing)}")

    def passes(self, test: str, file: str, lines: Collection[int]) -> bool:
        """Whether the test passes one of the lines."""
        return not self.lines[test].get(file, set()).isdisjoint(lines)

    def promise(self, test: str, file: str) -> float:
        """How much of a file the test passes for its time: for who looks for one that notices a break of it."""
        return len(self.lines.get(test, {}).get(file, ())) / max(self.took.get(test, 1), 0.001)

    def seconds(self, item: pytest.Item) -> float:
        """Of processor time that the test takes."""
        return self.took.get(item.nodeid, 1)

    def _note(self, session: pytest.Session, items: Sequence[pytest.Item]) -> str:
        """A line in the file for each test that does not fail, on disk at once."""
        for item in items:
            passed, took, fails = _passed(session, item, self._files)
            if not fails:
                with self._file.open("ab", buffering=0) as file:
                    file.write(f"{json.dumps([item.nodeid, passed, took])}\n".encode())
        return ""


def _passed(
    session: pytest.Session, item: pytest.Item, files: Collection[str]
) -> tuple[dict[str, list[int]], float, bool]:
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
    return {file: sorted(lines) for file, lines in passed.items()}, took, not goes


def runs(session: pytest.Session, item: pytest.Item) -> bool:
    """Whether the test passes; what was made for the whole session stays for the next one."""
    reports = runtestprotocol(item, log=False, nextitem=session)  # type: ignore[arg-type]
    return not any(report.failed for report in reports)
