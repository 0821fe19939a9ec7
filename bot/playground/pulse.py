"""A number that grows with every change, so that anybody can ask "what is new since N" and wait for it."""

import asyncio


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
