"""HTTP for python-telegram-bot over aiohttp: its own HTTPXRequest costs more than all the rest of a send.

The rule: a failure becomes TimedOut or NetworkError, with aiohttp's exception as the cause, by which the translation
tells what was surely not sent. Only its class is named, because aiohttp's texts contain the address, and the address
contains the token. If what comes back is not an answer of the Bot API (a portal's page, a filter's refusal, half a
sentence), it is NoAnswer, no matter what its status says.
"""

import io
import json
import ssl
from collections.abc import AsyncGenerator
from functools import cache
from typing import Any, cast

import aiohttp
import httpx
import msgspec
from msgspec import Struct
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.messengers.proxy import is_socks, proxy_for

CONNECT = 5.0  # seconds until a new connection stands, TLS included
FREE = 5.0  # seconds that a request waits for a free connection before
LONGEST = 600.0  # seconds that a file may take, however little of it comes at once
PIECE = 256 * 1024  # bytes of a file that are taken at once
KEPT = 300.0  # seconds that an idle connection is kept: an alert after a quiet minute needs no new one
HEADERS = {
    "User-Agent": BaseRequest.USER_AGENT,
    "Accept-Encoding": "gzip, deflate",  # named, or it depends on which other packages are installed
}
JSON = {"Content-Type": "application/json"}
NOT_GIVEN = BaseRequest.DEFAULT_NONE


class NoAnswer(TelegramError):
    """What came back was not written by the Bot API: nobody knows what became of the request."""


class NotThere(TelegramError):
    """The server has no file at this address (any more): addresses of files last for an hour."""


class _Said(Struct):
    """The arguments of a call as JSON takes them, in place of PTB's RequestData."""

    parameters: dict[str, Any]
    contains_files: bool = False


class Requests(BaseRequest):
    """Connections to one Bot API server. ``patience`` in seconds: to write a request, and then for the answer."""

    __slots__ = ("_certificates", "_closed", "_connections", "_patience", "_proxy", "_session")

    def __init__(self, api_url: str, connections: int, patience: float) -> None:
        self._proxy = proxy_for(api_url)
        self._certificates = certificates()
        self._connections = connections
        self._patience = patience
        self._closed = False
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds until an answer is given up, where a call does not say it."""
        return self._patience

    async def initialize(self) -> None:
        """Open again after :meth:`shutdown`."""
        self._closed = False

    async def shutdown(self) -> None:
        self._closed = True
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = NOT_GIVEN,
        write_timeout: Any = NOT_GIVEN,
        connect_timeout: Any = NOT_GIVEN,
        pool_timeout: Any = NOT_GIVEN,
    ) -> tuple[int, bytes]:
        """The answer's status and body. A redirect is an answer: nobody follows it with the token."""
        timeout = _timeout(
            read=_limit_or(read_timeout, self._patience),
            write=_limit_or(write_timeout, self._patience),
            connect=_limit_or(connect_timeout, CONNECT),
            free=_limit_or(pool_timeout, FREE),
        )
        body = None if request_data is None else _body(request_data)
        headers = JSON if isinstance(body, bytes) else None  # of parts it says itself what divides them
        try:
            async with self._open_session().request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error
        except (
            ValueError
        ) as error:  # of an answer: the request is written. As a cause it would blame the request
            raise NetworkError(type(error).__name__) from None

    async def ask(self, url: str, arguments: dict[str, Any], patience: float | None = None) -> Any:
        """What a method of the Bot API answers. Past PTB's own ones, which look through every argument for what is no JSON
        yet, and make an object with a hundred fields of each answer: so for what is asked most. Raises as :meth:`post` does.
        """
        given = NOT_GIVEN if patience is None else patience
        return await self.post(url, cast(RequestData, _Said(arguments)), read_timeout=given)

    async def stream(self, url: str) -> AsyncGenerator[bytes, None]:
        """The file at this address, in pieces as they come. NotThere, TimedOut or NetworkError, also half-way."""
        timeout = aiohttp.ClientTimeout(
            LONGEST, CONNECT + FREE, sock_read=self._patience, sock_connect=CONNECT
        )
        plain = {"Accept-Encoding": "identity"}  # what grows while it is unpacked is not asked for
        try:
            async with self._open_session().get(
                url, headers=plain, timeout=timeout, allow_redirects=False
            ) as answer:
                if answer.status == 404:
                    raise NotThere("404")
                if answer.status != 200:
                    raise NetworkError(f"status {answer.status}")
                async for piece in answer.content.iter_chunked(PIECE):
                    yield piece
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error

    def _open_session(self) -> aiohttp.ClientSession:
        """Made by the first request, because it belongs to the loop that runs then."""
        if self._closed:
            raise RuntimeError("the connections are closed: initialize() opens them again")
        if self._session is None:
            # Without trust_env: it would look for a proxy and a .netrc in two other threads at each request.
            self._session = aiohttp.ClientSession(
                connector=self._connector(),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers=HEADERS,
                proxy=None if is_socks(self._proxy) else self._proxy,
            )
        return self._session

    def _connector(self) -> aiohttp.TCPConnector:
        kept: dict[str, Any] = {
            "limit": self._connections,
            "keepalive_timeout": KEPT,
            "ssl": self._certificates,
        }
        if self._proxy is not None and is_socks(self._proxy):
            from bot.messengers import proxy  # few need it

            return proxy.socks_connector(self._proxy, **kept)
        return aiohttp.TCPConnector(**kept)

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """As PTB does, except that what is no answer is not written into the log: it may hold somebody's words."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            raise NoAnswer("no JSON") from None
        if not _is_answer(answer):
            raise NoAnswer("another JSON")
        return answer


@cache
def certificates() -> ssl.SSLContext:
    """The authorities that are trusted, read once for all connections: each reading takes some milliseconds."""
    context = httpx.create_ssl_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


def _body(data: RequestData) -> bytes | aiohttp.FormData:
    """JSON: in a form each letter that is not Latin is written as six signs, by Python itself."""
    if not data.contains_files:
        return msgspec.json.encode(data.parameters, enc_hook=_plain)
    parts = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        parts.add_field(name, value)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        # By pieces: a large one written at once would hold everything else.
        pieces = io.BytesIO(content) if isinstance(content, bytes) else content
        parts.add_field(name, pieces, filename=filename, content_type=mime)
    return parts


def _plain(value: object) -> str | int:
    """A text or number of a class of its own. TypeError: nothing else is JSON, and trying again is useless."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    raise TypeError(type(value).__name__)


def _is_answer(answer: Any) -> bool:
    """Whether it has the form that the Bot API promises (https://core.telegram.org/bots/api#making-requests)."""
    if not isinstance(answer, dict):
        return False
    return "result" in answer if answer.get("ok") is True else isinstance(answer.get("description"), str)


def _limit_or(seconds: Any, otherwise: float) -> float | None:
    """None is a value here: no limit."""
    return otherwise if seconds is NOT_GIVEN else seconds


def _timeout(
    *, read: float | None, write: float | None, connect: float | None, free: float | None
) -> aiohttp.ClientTimeout:
    """aiohttp has no limit for writing, so all together has one: a server that does not read would hold us for ever."""
    ready = None if connect is None or free is None else connect + free
    done = None if ready is None or read is None or write is None else ready + read + write
    return aiohttp.ClientTimeout(total=done, connect=ready, sock_connect=connect, sock_read=read)
