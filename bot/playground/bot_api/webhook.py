"""Delivery to a webhook: one update after another, each tried again with growing pauses until it is taken or too old.

A failing update does not hold up the others, so order is not promised, as on Telegram. A method call in the answer
of the webhook is not carried out.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import httpx

from bot.clock.clock import Clock
from bot.playground.updates import Updates

PAUSES = (1, 2, 4, 8, 16, 32, 60)  # seconds after the first, second ... failure; then always the last
PATIENCE = 10.0  # seconds of the machine's time that the bot has for its answer


class Webhook:
    """A task that delivers. ``last_error`` is what getWebhookInfo tells."""

    def __init__(self, clock: Clock, updates: Updates, url: str, secret: str) -> None:
        self.url = url
        self.last_error: dict[str, Any] = {}
        self._clock = clock
        self._updates = updates
        self._headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        self._failed: dict[int, tuple[int, datetime]] = {}  # how often, and not before when
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to deliver."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop; what was not taken keeps waiting."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
            while True:
                arrived = self._updates.arrived.next()
                waiting = self._updates.waiting()
                self._failed = {
                    number: self._failed[number] for number, _ in waiting if number in self._failed
                }
                for number, update in waiting:
                    if self._due(number):
                        await self._deliver(client, number, update)
                paused = [until for _, until in self._failed.values()]
                await self._clock.wait(arrived, min(paused, default=None))

    def _due(self, number: int) -> bool:
        return number not in self._failed or self._failed[number][1] <= self._clock.now()

    async def _deliver(self, client: httpx.AsyncClient, number: int, update: Any) -> None:
        try:
            answer = await client.post(self.url, json=update, headers=self._headers)
            problem = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
        except httpx.TransportError as error:
            problem = str(error) or type(error).__name__
        if not problem:
            self._failed.pop(number, None)
            self._updates.drop(number)
            return
        failures = self._failed.get(number, (0, self._clock.now()))[0] + 1
        pause = PAUSES[min(failures, len(PAUSES)) - 1]
        self._failed[number] = (failures, self._clock.now() + timedelta(seconds=pause))
        self.last_error = {
            "last_error_date": int(self._clock.now().timestamp()),
            "last_error_message": problem,
        }
