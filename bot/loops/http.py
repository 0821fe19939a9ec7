"""A small HTTP server: one port, one function that answers. It speaks no TLS: a proxy before it does, where strangers come.

Of aiohttp, whose parser is here already, the innermost part alone: no routes, no middleware, no log of requests. What a
client sends beyond what was read is never read, and what breaks is told by its class.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiohttp.web_protocol import RequestHandler
from aiohttp.web_request import BaseRequest
from aiohttp.web_response import Response, StreamResponse
from aiohttp.web_server import Server

from bot.clock.clock import Clock
from bot.loops.error_summary import code_line, error_name

log = logging.getLogger(__name__)

Answer = Callable[[BaseRequest], Awaitable[Response]]
MOST = 200  # connections; any further one is turned away
IDLE = 75.0  # seconds until a connection on which nothing is asked is closed
AGAIN = timedelta(seconds=10)  # until a port that is taken is tried again

_SILENT = logging.Logger("aiohttp")  # it would write what a client sent, and tracebacks
_SILENT.addHandler(logging.NullHandler())


class _Nameless(RequestHandler):
    """Does not tell which software it is, not even in answer to something that is not a valid request."""

    async def finish_response(
        self, request: BaseRequest, resp: StreamResponse, start_time: float | None
    ) -> tuple[StreamResponse, bool]:
        resp.headers.setdefault("Server", "")
        return await super().finish_response(request, resp, start_time)


class Listener:
    """Answers at one address for ever. ``listening`` is set while it does."""

    def __init__(self, name: str, host: str, port: int, answer: Answer, clock: Clock) -> None:
        self.name = name
        self.host = host
        self.port = port
        self.listening = asyncio.Event()
        self._answer = answer
        self._clock = clock

    async def run(self) -> None:
        """A port that cannot be had is no reason to end: it is told in the log and tried again."""
        server = Server(self._guarded)
        loop, told = asyncio.get_running_loop(), False

        def accept() -> RequestHandler:
            protocol = _Nameless(
                server,
                loop=loop,
                access_log=None,  # type: ignore[arg-type]
                logger=_SILENT,
                keepalive_timeout=IDLE,
                lingering_time=0.0,
                auto_decompress=False,
            )
            if len(server.connections) >= MOST:
                loop.call_later(0.01, protocol.force_close)
            return protocol

        while True:
            try:
                opened = await loop.create_server(accept, self.host, self.port)
            except OSError as error:
                if not told:
                    log.error("%s: no port %d at %s: %s", self.name, self.port, self.host, error.strerror)
                told = True
                await self._clock.wait(asyncio.Event(), self._clock.now() + AGAIN)
                continue
            try:
                self.listening.set()
                log.info("%s: listening at %s, port %d", self.name, self.host, self.port)
                await asyncio.Event().wait()
            finally:
                self.listening.clear()
                opened.close()
                await server.shutdown(1.0)

    async def _guarded(self, request: BaseRequest) -> Response:
        try:
            return await self._answer(request)
        except ConnectionError:
            raise  # the client has gone
        except Exception as error:  # noqa: BLE001 - the client gets a number, and the log the class and the line
            log.error("%s: not answered: %s at %s", self.name, error_name(error), code_line(error))
            return Response(status=500)
