"""One signal-cli daemon: calls by POST, and the stream of what comes in."""

import json
from collections.abc import AsyncGenerator
from itertools import count
from typing import Any

import httpx
from httpx_sse import SSEError, aconnect_sse

from bot.messengers.errors import Rejected, RetryLater
from bot.messengers.signal import translation

RPC, EVENTS, CHECK = "/api/v1/rpc", "/api/v1/events", "/api/v1/check"
KEEP_ALIVE = 15.0  # seconds between two signs of life on the stream; an old daemon sends not even headers before the first
SILENCE = 3 * KEEP_ALIVE  # so long without a sign, and the stream is opened anew
CONNECT = 5.0
SPARE = 6  # connections beside the sends


class Daemon:
    """``account``: our number at Signal, as ``listAccounts`` shows it. ``patience`` in seconds."""

    def __init__(self, url: str, account: str, *, in_flight: int, patience: float) -> None:
        self._url = url.rstrip("/")
        self._account = account
        self._patience = patience
        self._numbers = count(1)
        limits = httpx.Limits(max_connections=in_flight + SPARE, max_keepalive_connections=in_flight)
        self._http = httpx.AsyncClient(limits=limits, trust_env=False, follow_redirects=False)  # on loopback

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def call(self, method: str, patience: float = 1, **parameters: Any) -> Any:
        """The result. Raises MessengerError. ``patience``: how many times as long as usual an answer is waited for."""
        given = {name: value for name, value in parameters.items() if value is not None}
        request = {
            "jsonrpc": "2.0",
            "id": str(next(self._numbers)),  # without one it answers 201, and nobody knows
            "method": method,
            "params": {"account": self._account, **given},
        }
        answer = await self._posted(request, self._patience * patience)
        if not isinstance(answer, dict) or ("result" not in answer and "error" not in answer):
            raise RetryLater("signal-cli: an answer that cannot be read")
        if "error" in answer:
            raise translation.of_error(answer["error"])
        return answer["result"]

    async def _posted(self, request: dict[str, Any], seconds: float) -> Any:
        try:
            content = json.dumps(request).encode()
        except (ValueError, TypeError) as error:
            raise Rejected(f"a request that cannot be written: {type(error).__name__}") from None
        timeout = httpx.Timeout(seconds, connect=CONNECT)
        headers = {"Content-Type": "application/json"}
        try:
            answer = await self._http.post(self._url + RPC, content=content, headers=headers, timeout=timeout)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise translation.of_http(error) from None
        if answer.status_code != 200:
            raise translation.of_status(answer.status_code)
        try:
            return answer.json()
        except (ValueError, RecursionError):
            raise RetryLater("signal-cli: an answer that is no JSON") from None

    async def events(self) -> AsyncGenerator[Any, None]:
        """What comes in, as data, and None for each time the stream was opened. Raises MessengerError when it breaks."""
        timeout = httpx.Timeout(SILENCE, connect=CONNECT)
        asked = {"account": self._account}
        try:
            async with aconnect_sse(
                self._http, "GET", self._url + EVENTS, params=asked, timeout=timeout
            ) as stream:
                if stream.response.status_code != 200:
                    raise translation.of_status(stream.response.status_code)
                yield None
                async for event in stream.aiter_sse():
                    if event.event == "receive":
                        yield _data(event.data)
        except httpx.ReadTimeout:
            raise RetryLater("signal-cli: no sign of life on the stream") from None
        except (httpx.HTTPError, httpx.InvalidURL, SSEError) as error:
            name = type(error).__name__
            raise RetryLater(f"signal-cli: the stream broke: {name}") from None
        raise RetryLater("signal-cli: the stream ended")

    async def alive(self) -> bool:
        """Whether the daemon answers at all."""
        try:
            answer = await self._http.get(self._url + CHECK, timeout=CONNECT)
        except (httpx.HTTPError, httpx.InvalidURL):
            return False
        return answer.status_code == 200


def _data(text: str) -> Any:
    """What an event carries; its text where that is no JSON, so that it is kept."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
