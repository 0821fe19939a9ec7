"""The daemon's three addresses: calls, the stream of envelopes, and whether it is there."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.clock.clock import Clock
from bot.playground.listener import Listener
from bot.playground.signal_cli.methods import Methods
from bot.playground.signal_cli.people import Signal
from bot.playground.signal_cli.rpc import answered

KEEP_ALIVE = 15.0  # real seconds


class Daemon:
    """``signal``: who is there. ``drop``: the stream breaks at the next envelope, before or after it was written.
    ``streams``: how often it was opened. ``handed``: how many envelopes were written to it. ``late``: as before 0.14, not
    even its headers leave before the first line.
    """

    def __init__(self, clock: Clock) -> None:
        self.signal = Signal(clock)
        self.methods = Methods(self.signal)
        self.drop = ""  # before, after
        self.twice = False  # the next envelope is handed over twice
        self.streams = 0
        self.handed = 0
        self.late = False
        self.keep_alive = KEEP_ALIVE
        routes = [
            Route("/api/v1/rpc", self._rpc, methods=["POST"]),
            Route("/api/v1/events", self._events),
            Route("/api/v1/check", lambda _: Response()),
        ]
        self._app = Starlette(routes=routes)
        self.listener = Listener(self._answer)

    @property
    def url(self) -> str:
        """Where it answers."""
        return self.listener.url

    @property
    def pending(self) -> int:
        """Envelopes that were not handed over."""
        return len(self.signal.undelivered)

    async def set_down(self, down: bool) -> None:
        """The daemon is gone, or back on its port. What comes meanwhile waits at Signal."""
        await (self.listener.close(keep_port=True) if down else self.listener.open())

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    async def _rpc(self, request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("application/json"):
            return Response(status_code=415)
        answer = answered(await request.body(), self.methods)
        return Response(status_code=201) if answer is None else JSONResponse(answer)

    async def _events(self, request: Request) -> Response:
        asked = request.query_params.get("account")
        if asked and asked not in self.signal.accounts:
            return Response(status_code=400)
        self.streams += 1
        lines = self._stream()
        if self.late:
            lines = _after(await anext(lines), lines)
        return StreamingResponse(lines, media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[str]:
        while True:
            changed = self.signal.changed.next()
            while self.signal.undelivered:
                drop, self.drop = self.drop, ""
                event = self.signal.undelivered.pop(0)  # from now on Signal has it no more
                if drop == "before":
                    return
                text = f"event:receive\ndata:{json.dumps(event)}\n\n"
                self.handed += 2 if self.twice else 1
                yield text * (2 if self.twice else 1)
                self.twice = False
                if drop == "after":
                    return
            try:
                await asyncio.wait_for(changed.wait(), self.keep_alive)
            except TimeoutError:
                yield ":\n"


async def _after(first: str, rest: AsyncIterator[str]) -> AsyncIterator[str]:
    yield first
    async for line in rest:
        yield line


@asynccontextmanager
async def serve(clock: Clock) -> AsyncIterator[Daemon]:
    """Run it in this event loop."""
    daemon = Daemon(clock)
    await daemon.listener.open()
    try:
        yield daemon
    finally:
        await daemon.listener.close()
