"""The one clock. Everything that waits, waits through it, so that tests and the playground can move time."""

import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time (UTC, aware) and waits."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        ...

    async def wait(self, event: asyncio.Event, until: datetime | None = None) -> None:
        """Return when the event is set or the moment has come. ``until=None`` waits for the event alone."""
        ...


class RealClock:
    """The machine's clock, plus an offset that a playground may move. Set ``offset`` through :meth:`shift`."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def shift(self, offset: timedelta) -> None:
        """Move the clock; whoever waits looks again."""
        self._offset = offset
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def wait(self, event: asyncio.Event, until: datetime | None = None) -> None:
        """As promised; a wait is measured by the machine's steady clock, so that a wall clock put back prolongs none."""
        while not event.is_set():
            moved = self._moved
            left = None if until is None else (until - self.now()).total_seconds()
            if left is not None and left <= 0:
                return
            await _first(event.wait(), moved.wait(), timeout=left)
            if not moved.is_set():
                return


class SteppedClock:
    """Stands still until somebody moves it. For tests."""

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return self._now

    def move_to(self, moment: datetime) -> None:
        """Set the time; whoever waits looks again. Clocks of real machines also jump back, so this one may."""
        self._now = moment
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def wait(self, event: asyncio.Event, until: datetime | None = None) -> None:
        while not event.is_set() and (until is None or self._now < until):
            before = self._now
            await _first(event.wait(), self._moved.wait())
            if until is not None and self._now < before:
                until -= (
                    before - self._now
                )  # as with the machine's clock: one that is put back prolongs no wait


async def _first(*awaitables: Awaitable[object], timeout: float | None = None) -> None:
    """Return when the first is done, or after ``timeout`` seconds; cancel the others.

    Not ``asyncio.wait_for``: that of Python 3.11 forgets that it was cancelled when both happen at once.
    """
    tasks = [asyncio.ensure_future(a) for a in awaitables]
    try:
        await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
