"""What the daemon hands over, kept until it is fetched. Opened by the first fetch, and anew by the next after it broke."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.messengers.errors import MessengerError
from bot.messengers.signal import parsing
from bot.messengers.signal.daemon import Daemon

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
        """Listen no more."""
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
                    self._came += map(parsing.raw_of, parsing.apart(event))
                    for file_id in parsing.spoken(event):
                        with suppress(OSError):  # whatever is left is looked for once a day
                            await self._discard(file_id)
                    self._something.set()
        except MessengerError as error:
            self._broken = error
            self._something.set()
