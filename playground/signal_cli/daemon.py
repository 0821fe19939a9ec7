"""The daemon's three addresses: calls, the stream of envelopes, and whether it is there. Calls and envelopes are noted in
the playground's journals, in full and in short.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.clock.clock import Clock
from playground.journal import Journal, Numbers
from playground.listener import Listener, guarded
from playground.signal_cli.methods import Methods
from playground.signal_cli.people import Json, SignalNetwork
from playground.signal_cli.rpc import Failed, answered

LONGEST = 200  # characters of a value; a file's are left out


def call_line(signal: SignalNetwork, method: str, params: Json, answer: Json) -> Json:
    """What we asked of the daemon, and what it answered."""
    error = answer.get("error", {}).get("message", "")
    named = params.get("recipient")
    recipient = next(iter(named), "") if isinstance(named, list) else named
    text = params.get("message") or params.get("type") or ""
    about = {"chat_id": _handle(signal, recipient), "text": text, "error": error}
    shown = {name: _short(value) for name, value in params.items()}
    return {
        **_line(signal),
        "method": method,
        "params": shown,
        "status": 200,
        "answer": answer,
        "about": about,
    }


def event_line(signal: SignalNetwork, event: Json) -> Json:
    """What the daemon handed over."""
    envelope = event["envelope"]
    name = next((key for key in envelope if key.endswith("Message")), "envelope")
    body = envelope.get(name, {})
    text = body.get("message") or body.get("reaction", {}).get("emoji") or _receipt(body)
    about = {"name": name, "chat_id": _handle(signal, envelope["sourceUuid"]), "text": text}
    return {**_line(signal), "update": event, "about": about}


def _receipt(body: Json) -> str:
    return next(
        (word for word, key in (("read", "isRead"), ("delivered", "isDelivery")) if body.get(key)), ""
    )


def _line(signal: SignalNetwork) -> Json:
    return {"at": signal.clock.now().astimezone(UTC).isoformat(), "messenger": "signal"}


def _handle(signal: SignalNetwork, recipient: Any) -> int | None:
    person = signal.find(str(recipient)) if recipient else None
    return person.handle if person else None


def _short(value: Any) -> Any:
    if isinstance(value, list):
        return [_short(entry) for entry in value]
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value


KEEP_ALIVE = 15.0  # real seconds


class Daemon:
    """``signal``: who is there. ``drop``: the stream breaks at the next envelope, before or after it was written.
    ``streams``: how often it was opened. ``handed``: how many envelopes were written to it. ``late``: as before 0.14, not
    even its headers leave before the first line.
    """

    def __init__(self, clock: Clock, calls: Journal, events: Journal) -> None:
        self.signal = SignalNetwork(clock)
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
                if request is not None and await request.is_disconnected():  # the listener has died
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
