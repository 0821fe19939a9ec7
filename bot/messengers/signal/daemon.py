"""One signal-cli daemon: calls by POST, and the stream of what comes in.

The daemon has a folder of files, where it puts what people send, in the clear; it never removes anything.

Its age is judged by the dates on which versions of signal-cli were released (its CHANGELOG.md, AsamK/signal-cli at c26e063).
Two dates are enough: a version not newer than a release we know is at least as old as that release. About newer versions we
know nothing: their age counts from the day on which they are first seen.

What comes in by the stream is kept until it is fetched. The first fetch opens the stream, and after it breaks the next fetch
opens it again.
"""

import asyncio
import json
import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import httpx
from httpx_sse import SSEError, aconnect_sse

from bot.messengers.errors import MessengerError, Rejected, RetryLater
from bot.messengers.signal import error_translation, parsing

PREVIEW = ".preview"


def remove_attachment(folder: Path, file_id: str) -> None:
    """Only a file of the folder itself: an id is what somebody else wrote. The small picture of it goes along."""
    for path in (folder / file_id, folder / f"{file_id}{PREVIEW}"):
        if path.parent == folder and path.is_file():
            path.unlink(missing_ok=True)


def sweep_attachments(folder: Path, wanted: Collection[str], before: datetime) -> int:
    """Remove what is there since before then, but what is wanted still; how many files these were."""
    gone = 0
    for path in folder.iterdir():
        old = path.is_file() and path.stat().st_mtime < before.timestamp()
        if old and path.name.removesuffix(PREVIEW) not in wanted:
            path.unlink(missing_ok=True)
            gone += 1
    return gone


RPC, EVENTS, CHECK = "/api/v1/rpc", "/api/v1/events", "/api/v1/check"
KEEP_ALIVE = 15.0  # seconds between two signs of life on the stream; an old daemon sends not even headers before the first
SILENCE = 3 * KEEP_ALIVE  # so long without a sign, and the stream is opened again
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
            raise error_translation.of_error(answer["error"])
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
            raise error_translation.of_http(error) from None
        if answer.status_code != 200:
            raise error_translation.of_status(answer.status_code)
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
                    raise error_translation.of_status(stream.response.status_code)
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


KNOWN = (
    ((0, 14, 0), datetime(2026, 3, 1, tzinfo=UTC)),
    ((0, 14, 6), datetime(2026, 7, 12, tzinfo=UTC)),
)


def release_date(version: str) -> datetime | None:
    """It was not released later than that; None: it is newer than all of these, or no version."""
    numbers = re.match(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})", version)
    if numbers is None:
        return None
    wanted = tuple(int(number) for number in numbers.groups())
    return next((at for known, at in KNOWN if wanted <= known), None)


AT_ONCE = 100  # envelopes of one fetch


class Stream:
    """The envelopes of one account. ``discard`` takes a file from the daemon's disk that only repeats its message."""

    def __init__(self, daemon: Daemon, discard: Callable[[str], Awaitable[None]]) -> None:
        self._daemon = daemon
        self._discard = discard
        self._came: list[tuple[int, bytes]] = []
        self._something = asyncio.Event()  # came in, or the stream broke
        self._broken: MessengerError | None = None
        self._listening: asyncio.Task[None] | None = None

    @property
    def unfetched(self) -> int:
        """How many were handed over and not fetched."""
        return len(self._came)

    async def close(self) -> None:
        """Stop listening to the stream."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)

    async def fetch(self, timeout: float) -> list[tuple[int, bytes]]:
        """What has come, oldest first; none after so many seconds.

        Raises MessengerError once the stream has broken and all that came before was fetched.
        """
        if not self._came and self._broken is None:
            self._listen()
            try:
                async with asyncio.timeout(timeout):
                    await self._something.wait()
            except TimeoutError:
                return []
        if not self._came and self._broken is not None:
            broken, self._broken = self._broken, None
            raise broken
        found, self._came = self._came[:AT_ONCE], self._came[AT_ONCE:]
        return found

    def _listen(self) -> None:
        self._something.clear()
        if self._listening is None or self._listening.done():
            self._listening = asyncio.create_task(self._take())

    async def _take(self) -> None:
        try:
            async for event in self._daemon.events():
                if event is not None and parsing.is_kept(event):
                    self._came += map(parsing.raw_of, parsing.split_files(event))
                    for file_id in parsing.files_in_words(event):
                        with suppress(OSError):  # anything left over is looked for once a day
                            await self._discard(file_id)
                    self._something.set()
        except MessengerError as error:
            self._broken = error
            self._something.set()
