"""What happened on the wire, newest last, with one numbering for calls and updates; old lines are dropped. And a number that
grows with every change, so that anybody can ask "what is new since N" and wait for it.
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from itertools import takewhile
from typing import Any


class Pulse:
    """``version`` counts the beats. :meth:`next` gives an event that the next beat sets (it may be set early)."""

    def __init__(self) -> None:
        self.version = 0
        self._next: asyncio.Event | None = None

    def beat(self) -> int:
        """Something changed. Returns the new version."""
        self.version += 1
        if self._next is not None:
            self._next.set()
            self._next = None
        return self.version

    def next(self) -> asyncio.Event:
        """Set at the next beat; shared by all who wait, so look again before believing it."""
        if self._next is None or self._next.is_set():
            self._next = asyncio.Event()
        return self._next


class Numbers:
    """One sequence, shared by several journals."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        """The next number, from 1."""
        self.last += 1
        return self.last


class Journal:
    """The last ``keep`` lines. A line is JSON data with at least ``sequence`` and ``at`` (UTC, ISO 8601).

    ``changed`` beats when a line is added or completed.
    """

    def __init__(self, numbers: Numbers, keep: int = 20_000) -> None:
        self._numbers = numbers
        self._lines: deque[dict[str, Any]] = deque(maxlen=keep)
        self.changed = Pulse()

    def add(self, line: dict[str, Any]) -> dict[str, Any]:
        """Number the line and keep it. The caller may complete it later."""
        line["sequence"] = self._numbers.next()
        self._lines.append(line)
        self.changed.beat()
        return line

    def after(self, sequence: int = 0) -> list[dict[str, Any]]:
        """The lines with a greater number, oldest first."""
        newest_first: Iterator[dict[str, Any]] = takewhile(
            lambda line: line["sequence"] > sequence, reversed(self._lines)
        )
        return list(newest_first)[::-1]

    def find(self, sequence: int) -> dict[str, Any] | None:
        """The line with this number, if it is still kept."""
        return next((line for line in self._lines if line["sequence"] == sequence), None)

    def __len__(self) -> int:
        return len(self._lines)
