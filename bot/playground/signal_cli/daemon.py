"""The daemon's three addresses: calls, the stream of envelopes, and whether it is there."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.clock.clock import Clock
from bot.playground.doorman import guarded
from bot.playground.journal import Journal, Numbers
from bot.playground.listener import Listener
from bot.playground.signal_cli.log import call_line, event_line
from bot.playground.signal_cli.methods import Methods
from bot.playground.signal_cli.people import Json, Signal
from bot.playground.signal_cli.rpc import Failed, answered

KEEP_ALIVE = 15.0  # real seconds


class Daemon:
    """``signal``: who is there. ``drop``: the stream breaks at the next envelope, before or after it was written.
    ``streams``: how often it was opened. ``handed``: how many envelopes were written to it. ``late``: as before 0.14, not
    even its headers leave before the first line.
    """

    def __init__(self, clock: Clock, calls: Journal, events: Journal) -> None:
        self.signal = Signal(clock)
        self.methods = Methods(self.signal)
        self.drop = ""  # before, after
        self.twice = False  # the next envelope is handed over twice
        self.streams = 0
        self.handed = 0
        self.late = False
        self.keep_alive = KEEP_ALIVE
        self.down = False
        self.newest: int | None = (
            None  # number of the newest envelope that the stream which is open was given
        )
        self._calls, self._log = calls, events
        routes = [
            Route("/api/v1/rpc", self._rpc, methods=["POST"]),
            Route("/api/v1/events", self._events),
            Route("/api/v1/check", lambda _: Response()),
        ]
        self._app = Starlette(routes=routes)
        self.listener = Listener(guarded(self._answer))

    @property
    def url(self) -> str:
        """Where it answers."""
        return self.listener.url

    @property
    def pending(self) -> int:
        """Envelopes that were not handed over."""
        return len(self.signal.undelivered)

    @property
    def broken(self) -> bool:
        """Whether it is away, or something is to fail."""
        return self.down or bool(self.drop) or any(self.methods.failing.values())

    async def set_down(self, down: bool) -> None:
        """The daemon is gone, or back on its port. What comes meanwhile waits at Signal."""
        await (self.listener.close(keep_port=True) if down else self.listener.open())
        self.down = down
        self.signal.changed.beat()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    async def _rpc(self, request: Request) -> Response:
        if not request.headers.get("content-type", "").startswith("application/json"):
            return Response(status_code=415)
        answer = answered(await request.body(), self._called)
        return Response(status_code=201) if answer is None else JSONResponse(answer)

    def _called(self, method: str, params: Json) -> Any:
        """The method's result, and a line of the journal. Raises Failed."""
        given = dict(params)
        try:
            result = self.methods(method, params)
        except Failed as failed:
            self._calls.add(call_line(self.signal, method, given, {"error": failed.error}))
            raise
        self._calls.add(call_line(self.signal, method, given, {"result": result}))
        return result

    async def _events(self, request: Request) -> Response:
        asked = request.query_params.get("account")
        if asked and asked not in self.signal.accounts:
            return Response(status_code=400)
        self.streams += 1
        self.newest = None
        lines = self._stream(request)
        if self.late:
            lines = _after(await anext(lines), lines)
        return StreamingResponse(lines, media_type="text/event-stream")

    async def _stream(self, request: Request | None = None) -> AsyncIterator[str]:
        while True:
            changed = self.signal.changed.next()
            while self.signal.undelivered:
                if request is not None and await request.is_disconnected():  # whoever listened has died
                    return
                drop, self.drop = self.drop, ""
                event = self.signal.undelivered.pop(0)  # from now on Signal has it no more
                if drop == "before":
                    return
                self.newest = event["envelope"]["timestamp"]
                self._log.add(event_line(self.signal, event))
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
    """Run it in this event loop, alone."""
    numbers = Numbers()
    daemon = Daemon(clock, Journal(numbers), Journal(numbers))
    await daemon.listener.open()
    try:
        yield daemon
    finally:
        await daemon.listener.close()
