"""Time as the bot has it: what others kept it from the processors does not count.

What a flood does to it is then the same on a machine on which others work. Only Linux tells how long that was; elsewhere
it is the time of everybody.
"""

import time
from pathlib import Path


def now(process: int) -> float:
    """Seconds, but those for which a thread of this process could have gone on and another process had the processor. One
    writes to the database while the other waits for it, so that both count.
    """
    return time.perf_counter() - sum(map(_kept, Path(f"/proc/{process}/task").glob("*")))


def _kept(thread: Path) -> float:
    try:
        _, waited, _ = (thread / "schedstat").read_text().split()
    except (FileNotFoundError, ProcessLookupError, ValueError):
        return 0.0
    return int(waited) / 1e9
