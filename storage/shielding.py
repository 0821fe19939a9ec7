"""No driver sees a cancellation. A statement that is cancelled half-way leaves a connection that nobody closes, or a lock
that nobody gives back; so what has begun comes to its end, and the cancellation goes on after it.
"""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

T = TypeVar("T")

PATIENCE = 10.0  # seconds that a cancelled task waits for the database to answer; longer, it is broken


class ShieldedFuture(asyncio.Future[T]):
    """The result of a thread. A task that is cancelled while it waits ends only when the result has come. (asyncio.shield
    would deliver it one turn of the loop later, some hundred times for each report.)
    """

    def cancel(self, msg: Any | None = None) -> bool:
        """Not now: False makes a task be cancelled when it goes on."""
        if not self.done():
            giving_up = self.get_loop().call_later(PATIENCE, super().cancel, msg)
            self.add_done_callback(lambda _: giving_up.cancel())
        return False


async def finish_shielded(work: Awaitable[T]) -> T:
    """Await the work. A task that is cancelled meanwhile waits for its end, and is cancelled then."""
    if isinstance(work, ShieldedFuture):
        told: T = await work
        return told
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
