"""One time for all processes of a played hour, which goes faster than the machine's and whose pace can be changed.

A file says what the hour's time was at a moment of the machine's steady clock, and how fast it has gone since. Every process
maps it: its event loop waits by it (timeouts, limiters and timers of any library), and Dabyl's clock tells it. So the
limits of a second and the minutes of a timer keep their proportions at any pace, and no library has to know of it.
"""

import asyncio
import mmap
import selectors
import struct
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.clock import clock as clocks

LOOKS = 0.05  # real seconds a loop sleeps at most: then it sees another pace
_HEAD = struct.Struct("q")  # which of the two rows counts: one that is being written is not read
_ROW = struct.Struct("ddd")  # steady clock, the hour's time (UTC seconds), its seconds a real second
_SIZE = _HEAD.size + 2 * _ROW.size


class Pace:
    """The file. One process sets it, the others read it."""

    def __init__(self, file: Path) -> None:
        with file.open("r+b") as opened:
            self._map = mmap.mmap(opened.fileno(), _SIZE)

    @classmethod
    def create(cls, file: Path, start: datetime, factor: float = 1.0) -> "Pace":
        """A new file: the hour begins at ``start``."""
        row = _ROW.pack(time.monotonic(), start.timestamp(), factor)
        file.write_bytes(_HEAD.pack(0) + row + row)
        return cls(file)

    def _row(self) -> tuple[float, float, float]:
        (number,) = _HEAD.unpack_from(self._map)
        begun, at, factor = _ROW.unpack_from(self._map, _HEAD.size + number * _ROW.size)
        return begun, at, factor

    @property
    def factor(self) -> float:
        """Seconds of the hour in a real second."""
        return self._row()[2]

    def now(self) -> float:
        """The hour's time, UTC seconds."""
        begun, at, factor = self._row()
        return at + (time.monotonic() - begun) * factor

    def set(self, factor: float) -> None:
        """From now on it goes so fast."""
        (number,) = _HEAD.unpack_from(self._map)
        row = time.monotonic(), self.now(), factor
        _ROW.pack_into(self._map, _HEAD.size + (1 - number) * _ROW.size, *row)
        _HEAD.pack_into(self._map, 0, 1 - number)


class _Selector(selectors.DefaultSelector):
    """Sleeps for what is a real time."""

    def __init__(self, pace: Pace) -> None:
        super().__init__()
        self._pace = pace

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        real = timeout if timeout is None else min(timeout / self._pace.factor, LOOKS)
        found: list[tuple[selectors.SelectorKey, int]] = super().select(real)
        return found


class PacedLoop(asyncio.SelectorEventLoop):
    """An event loop whose seconds are the hour's."""

    def __init__(self, pace: Pace) -> None:
        super().__init__(_Selector(pace))
        self._pace = pace

    def time(self) -> float:
        return self._pace.now()


class PacedClock(clocks.RealClock):
    """Dabyl's clock in the hour."""

    pace: Pace

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.pace.now(), UTC)

    def elapsed(self) -> timedelta:
        return timedelta(seconds=self.pace.now())


class _Policy(asyncio.DefaultEventLoopPolicy):
    def __init__(self, pace: Pace) -> None:
        super().__init__()
        self._pace = pace

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        return PacedLoop(self._pace)


def live_by(pace: Pace) -> None:
    """From now on every event loop of this process, and Dabyl's clock if it is built after this, go at this pace."""
    asyncio.set_event_loop_policy(_Policy(pace))
    PacedClock.pace = pace
    clocks.RealClock = PacedClock  # type: ignore[misc] # the one place where Dabyl's time comes from
