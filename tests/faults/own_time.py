"""Time as the bot has it: what others kept it from the processors does not count.

What a flood does to it is then the same on a machine on which others work. Only Linux tells how long that was; elsewhere
it is the time of everybody.
"""

import time
from pathlib import Path


def now(process: int) -> float:
    """Seconds, but those for which this process could have gone on and another had the processor."""
    return time.perf_counter() - _kept(process)


def _kept(process: int) -> float:
    try:
        _, waited, _ = Path(f"/proc/{process}/schedstat").read_text().split()
    except (FileNotFoundError, ProcessLookupError, ValueError):
        return 0.0
    return int(waited) / 1e9
