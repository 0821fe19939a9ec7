"""Time as the bot has it: what others kept it from the processors does not count.

What a flood does to it is then the same on a machine on which others work. Only Linux tells how long that was; elsewhere
it is the time of everybody.
"""

import time
from collections.abc import Callable
from pathlib import Path

LEAST = 1e-6  # seconds from one look to the next: what comes later is later


class OwnTime:
    """Of a process, by its number."""

    def __init__(self, process: Callable[[], int]) -> None:
        self._process = process
        self._real = time.perf_counter()
        self._waited: dict[str, float] = {}
        self._own = 0.0

    def now(self) -> float:
        """Seconds, but those for which a thread of it could have gone on and another process had the processor.

        One writes to the database while the other waits for it, so that both count. Where both wait, time stands still.
        """
        real, waited = time.perf_counter(), _waited(self._process())
        kept = sum(seconds - self._waited.get(thread, 0.0) for thread, seconds in waited.items())
        self._own += max(LEAST, real - self._real - kept)
        self._real, self._waited = real, waited
        return self._own


def _waited(process: int) -> dict[str, float]:
    """How long each thread could have gone on and did not."""
    found = {thread.name: _kept(thread) for thread in Path(f"/proc/{process}/task").glob("*")}
    return {name: seconds for name, seconds in found.items() if seconds is not None}


def _kept(thread: Path) -> float | None:
    try:
        _, waited, _ = (thread / "schedstat").read_text().split()
    except (FileNotFoundError, ProcessLookupError, ValueError):
        return None
    return int(waited) / 1e9
