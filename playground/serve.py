"""Running the server: which application answers which path, and opening and closing its ports."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.clock.clock import Clock
from playground.bot_api.api import OnAnswer, OnCall
from playground.control.app import control_app
from playground.control.signal import SignalPhones
from playground.control.telegram import TelegramPhones
from playground.limits import Limits
from playground.server import TOKEN, Server
from playground.web.app import web_app

PAGE_ASKS = ("/playground/feed", "/playground/log/")


@asynccontextmanager
async def serve(
    clock: Clock,
    *,
    token: str = TOKEN,
    limits: Limits | None = None,
    offset: timedelta = timedelta(),
    port: int = 0,
    control_port: int = 0,
    on_call: OnCall | None = None,
    on_said: OnAnswer | None = None,
) -> AsyncIterator[Server]:
    """Run the server in this event loop. ``offset`` is what a RealClock was given.

    ``on_call(method, params)`` sees every call, ``on_said(method or "update", what)`` every answer and update; an
    AssertionError of them is kept and raised when the server stops.
    """
    server = Server(clock, token, limits or Limits(), offset, on_call)
    server.api.on_answer = server.api.on_update = on_said
    server.messengers = (TelegramPhones(server.world), SignalPhones(server.signal, server.world.bot["id"]))
    server.app = _routed(server)
    try:
        await server.open(port, control_port)
        yield server
    finally:
        await server.close()
    if server.complaints:
        raise AssertionError("what the Bot API does not know:\n" + "\n".join(server.complaints))


def _routed(server: Server) -> ASGIApp:
    control, web = control_app(server), web_app(server)

    async def route(scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        app: ASGIApp = control
        if path.startswith(("/bot", "/file/")):
            app = server.api
        elif path.startswith("/backstage/") and server.backstage is not None:
            app = server.backstage
        elif not path.startswith("/playground/") or path.startswith(PAGE_ASKS):
            app = web
        await app(scope, receive, send)

    return route
