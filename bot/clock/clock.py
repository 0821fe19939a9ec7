"""The one clock. Everything that waits, waits through it, so that tests and the playground can move time."""

import asyncio
import time
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from typing import Protocol

STEP = timedelta(seconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Also counts while the machine sleeps; where there is no such clock, the steady one does.
BOOT_TIME = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


class Clock(Protocol):
    """Tells the time (UTC, aware) and waits."""

    def now(self) -> datetime:
        """The present moment, UTC."""
        ...

    def elapsed(self) -> timedelta:
        """Time that has truly passed since some fixed moment, including while the process was stopped or the machine slept,
        and no matter how the wall clock was set meanwhile.
        """
        ...

    def ahead(self) -> timedelta:
        """By how much more the machine's clock has moved since some moment than time has passed: it changes when somebody
        sets it, and not when a play moves the time.
        """
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

    def elapsed(self) -> timedelta:
        return timedelta(seconds=time.clock_gettime(BOOT_TIME))

    def ahead(self) -> timedelta:
        return datetime.now(UTC) - EPOCH - self.elapsed()

    def shift(self, offset: timedelta) -> None:
        """Move the clock; anything that waits for a moment then waits longer or shorter by as much."""
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
    """Stands still until somebody moves it. For tests.

    What is skipped in one move (more than ``STEP``) is not lived through, and so not elapsed: see :meth:`sleep`.
    """

    def __init__(self, start: datetime) -> None:
        self._now = start
        self._elapsed = self._ahead = timedelta()
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return self._now

    def move_to(self, moment: datetime) -> None:
        """Set the time; everything that waits looks at it again. It may jump back, as the clocks of real machines do."""
        step, self._now = moment - self._now, moment
        self._elapsed += step if timedelta() < step <= STEP else timedelta()
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    def elapsed(self) -> timedelta:
        return self._elapsed

    def ahead(self) -> timedelta:
        return self._ahead

    def jump(self, span: timedelta) -> None:
        """Somebody sets the machine's clock, or its time service goes wrong."""
        self._ahead += span
        self.move_to(self._now + span)

    def sleep(self, span: timedelta) -> None:
        """The machine sleeps so long: time passes and nobody is there."""
        self._elapsed += span
        self.move_to(self._now + span)

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
