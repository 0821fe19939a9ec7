"""Stopping the waiting sign on a pressed button: a courtesy, best effort, outside the flow and after the commit.

Few at a time, and in a flood the rest are left: a hung courtesy must not take the connections of alerts.
"""

import asyncio
import logging

from bot.messengers.errors import MessengerError
from bot.messengers.messenger import Messenger

log = logging.getLogger(__name__)

AT_A_TIME = 4
WAITING = 100


class Courtesy:
    """Answers presses. ``close`` drops those that wait."""

    def __init__(self, messenger: Messenger) -> None:
        self._messenger = messenger
        self._free = asyncio.Semaphore(AT_A_TIME)
        self._tasks: set[asyncio.Task[None]] = set()

    def answer(self, raw: bytes) -> None:
        """If this update is a press, answer it soon."""
        tap = self._messenger.tap_id(raw) if len(self._tasks) < WAITING else None
        if tap is not None:
            task = asyncio.create_task(self._answer(tap))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Nobody waits for them."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _answer(self, tap: str) -> None:
        async with self._free:
            try:
                await self._messenger.answer(tap)
            except MessengerError as error:
                log.debug("a pressed button was not answered: %s", error)
