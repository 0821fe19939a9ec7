"""Garbage collections of a process whose words, places and modules stay to its end: they need not look through these again
and again, which would stop all loops for some 0.1 s, and are rarer: with Python's 700 they took a fifteenth of all.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

BETWEEN = 10_000  # new objects from one collection to the next


@contextmanager
def seldom_collected() -> Iterator[None]:
    """What is in memory now stays while this lasts."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(BETWEEN, 10, 10)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
