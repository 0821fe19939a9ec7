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
        self._waits: dict[asyncio.Timeout, datetime] = {}

    def now(self) -> datetime:
        return datetime.now(UTC) + self._offset

    def shift(self, offset: timedelta) -> None:
        """Move the clock; whoever waits for a moment waits as much longer or shorter."""
        self._offset = offset
        for timeout, until in self._waits.items():
            if not timeout.expired():
                timeout.reschedule(self._steady(until))

    async def wait(self, event: asyncio.Event, until: datetime | None = None) -> None:
        """As promised; a wait is measured by the machine's steady clock, so that a wall clock put back prolongs none."""
        if event.is_set():
            return
        if until is None:
            await event.wait()
            return
        # Neither tasks nor asyncio.wait_for: every round of every loop waits here, and a cancellation must not be lost.
        timeout = asyncio.timeout_at(self._steady(until))
        try:
            async with timeout:
                self._waits[timeout] = until
                await event.wait()
        except TimeoutError:
            pass
        finally:
            self._waits.pop(timeout, None)

    def _steady(self, moment: datetime) -> float:
        return asyncio.get_running_loop().time() + (moment - self.now()).total_seconds()


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


async def _first(*awaitables: Awaitable[object]) -> None:
    """Return when the first is done; cancel the others.

    Not ``asyncio.wait_for``: that of Python 3.11 forgets that it was cancelled when both happen at once.
    """
    tasks = [asyncio.ensure_future(a) for a in awaitables]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
