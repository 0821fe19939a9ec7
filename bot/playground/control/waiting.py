"""A request that waits until something has changed, in the machine's time: whoever waits here is a real process."""

import asyncio

from starlette.requests import Request

LONGEST_WAIT = 25.0


def until(request: Request, otherwise: float) -> float:
    """When to stop waiting, by the loop's clock."""
    seconds = min(float(request.query_params.get("wait", otherwise)), LONGEST_WAIT)
    return asyncio.get_running_loop().time() + seconds


async def pause(request: Request, event: asyncio.Event, until: float) -> bool:
    """Wait for the event. False once the time is over or the client has hung up."""
    left = until - asyncio.get_running_loop().time()
    if left <= 0:
        return False
    happened, gone = asyncio.ensure_future(event.wait()), asyncio.ensure_future(_hung_up(request))
    await asyncio.wait([happened, gone], timeout=left, return_when=asyncio.FIRST_COMPLETED)
    lost = gone.done()
    happened.cancel()
    gone.cancel()
    return not lost


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
