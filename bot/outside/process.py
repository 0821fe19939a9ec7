"""What the process costs."""

import os
import resource
from pathlib import Path

from msgspec import Struct

STATM = Path("/proc/self/statm")


class Process(Struct, frozen=True):
    """Processor time in seconds, memory in bytes; None where the system does not tell it so."""

    processor: float
    memory: int | None


def process() -> Process:
    """At this moment."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    pages = int(STATM.read_text().split()[1]) if STATM.exists() else None
    return Process(
        used.ru_utime + used.ru_stime, pages * os.sysconf("SC_PAGE_SIZE") if pages is not None else None
    )
