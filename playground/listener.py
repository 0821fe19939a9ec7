"""A port on the loopback interface where uvicorn's HTTP protocol answers for an ASGI application.

uvicorn's own ``Server`` is not used: it takes the signal handlers, ticks, needs 100 ms to stop, and cannot hang up
on a client. A listener opens and closes in a millisecond, and can refuse connections for a while on its own port.

Only the bot, tests and this server's own page may connect. Every page that somebody has open in a browser can reach
127.0.0.1, so the Host must be a name of this machine
(a rebound DNS name is not), an Origin must be our own, and what another site started is refused, except a link
to the page itself. Programs send neither Origin nor Sec-Fetch-Site.
"""

import asyncio
import socket
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

OUR_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
STRANGERS = frozenset({"cross-site", "same-site"})  # same-site: another port of this machine

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
FILE_POLICY = "default-src 'none'; sandbox"  # what people sent is never a page of ours
HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-cache",
}


def guarded(app: ASGIApp) -> ASGIApp:
    """The application behind the door; what is not the Bot API leaves with strict headers."""

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        refusal = objection(scope["method"], scope["path"], Headers(scope=scope))
        if refusal:
            await PlainTextResponse(refusal, 403)(scope, receive, send)
        elif scope["path"].startswith(("/bot", "/file/")):
            await app(scope, receive, send)
        else:
            await app(scope, receive, _strictly(scope["path"], send))

    return door


def objection(method: str, path: str, headers: Mapping[str, str]) -> str:
    """Why this request is refused, or "" if it may come in."""
    host = headers.get("host", "")
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    if name.lower() not in OUR_NAMES:
        return "This server answers to 127.0.0.1 and localhost only."
    origin = headers.get("origin")
    if origin is not None and origin.lower() != f"http://{host}".lower():
        return "Another page may not use this server."
    link = method == "GET" and path == "/" and headers.get("sec-fetch-mode") == "navigate"
    if headers.get("sec-fetch-site") in STRANGERS and not link:
        return "Another site may not use this server."
    return ""


def _strictly(path: str, send: Send) -> Send:
    policy = FILE_POLICY if path.startswith("/playground/files/") else PAGE_POLICY

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers["content-security-policy"] = policy
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return with_headers


HOST = "127.0.0.1"
KEEP_ALIVE = 75  # seconds, as a web server in front of Telegram has it


class _Wire(H11Protocol):
    """Lets the application hang up without an answer: ``scope["hang_up"]()``."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        app = self.app

        async def with_hang_up(scope: Any, receive: Any, send: Any) -> None:
            scope["hang_up"] = transport.abort
            await app(scope, receive, send)

        self.app = with_hang_up


class Listener:
    """One port. ``port`` 0 takes a free one, which stays the same when it is closed and opened again."""

    def __init__(self, app: ASGIApp, port: int = 0) -> None:
        async def plain(scope: Scope, receive: Receive, send: Send) -> None:
            await app(scope, receive, send)

        self.port = port
        self._config = Config(
            plain,
            http=_Wire,
            ws="none",
            interface="asgi3",
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=KEEP_ALIVE,
        )
        self._state = ServerState()
        self._server: asyncio.Server | None = None
        self._refusing: socket.socket | None = None

    @property
    def url(self) -> str:
        """The address, without a slash at the end."""
        return f"http://{HOST}:{self.port}"

    async def open(self) -> None:
        """Listen. Raises OSError if the port is taken."""
        if self._server is not None:
            return
        if not self._config.loaded:
            self._config.load()
        self._release()
        bound = _bound(self.port)
        self.port = bound.getsockname()[1]
        self._server = await asyncio.get_running_loop().create_server(
            lambda: _Wire(config=self._config, server_state=self._state, app_state={}),
            sock=bound,
            backlog=1024,
        )

    async def close(self, *, keep_port: bool = False) -> None:
        """Hang up on everybody. ``keep_port``: connections are refused, and nobody else can take the port."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for connection in list(self._state.connections):
            connection.transport.abort()
        if self._state.tasks:
            await asyncio.wait(set(self._state.tasks))
        await asyncio.sleep(0)  # the loop tells aborted connections that they are lost in its next round
        if keep_port and self._refusing is None:
            self._refusing = _bound(self.port)
        elif not keep_port:
            self._release()

    def _release(self) -> None:
        if self._refusing is not None:
            self._refusing.close()
            self._refusing = None


def _bound(port: int) -> socket.socket:
    """A socket that has the port but does not listen: every connection is refused."""
    # asyncio sets TCP_NODELAY only where the protocol is named; without it every answer is 40 ms late.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.setblocking(False)
    try:
        bound.bind((HOST, port))
    except OSError:
        bound.close()
        raise
    return bound
