"""No driver sees a cancellation. A statement that is cancelled half-way leaves a connection that nobody closes, or a lock
that nobody gives back; so what has begun comes to its end, and the cancellation goes on after it.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 10.0  # seconds that a cancelled task waits for the database to answer; longer, it is broken


async def finished(work: Awaitable[T]) -> T:
    """Await the work. Whoever is cancelled meanwhile waits for its end, and is cancelled then."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task], timeout=PATIENCE)
        if not task.done():
            task.cancel()
        elif not task.cancelled():
            task.exception()  # nobody is left to whom it could be told
        raise
