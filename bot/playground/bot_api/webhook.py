"""Delivery to a webhook, as by Telegram: several updates at once, those of one chat one after the other, each tried again
with growing pauses until it is taken or too old.

An update that is not taken holds up what follows it in its queue and nobody else. Messages of a chat and presses on its
buttons are two queues, so between them no order is promised. A method call in the answer of the webhook is not carried out.
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
    """A task that delivers, ``at_once`` updates at most. ``last_error`` is what getWebhookInfo tells."""

    def __init__(self, clock: Clock, updates: Updates, url: str, secret: str, at_once: int = 40) -> None:
        self.url = url
        self.at_once = at_once
        self.last_error: dict[str, Any] = {}
        self._clock = clock
        self._updates = updates
        self._headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        self._failed: dict[int, tuple[int, datetime]] = {}  # how often, and not before when
        self._sending: dict[int, asyncio.Task[None]] = {}
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to deliver."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Stop; what was not taken keeps waiting."""
        tasks = [*self._sending.values(), *([self._task] if self._task is not None else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self) -> None:
        async with httpx.AsyncClient(timeout=PATIENCE, trust_env=False) as client:
            while True:
                arrived = self._updates.arrived.next()
                waiting = self._updates.waiting()
                self._failed = {
                    number: self._failed[number] for number, _ in waiting if number in self._failed
                }
                self._begin(client, waiting)
                paused = [until for number, (_, until) in self._failed.items() if number not in self._sending]
                await self._clock.wait(arrived, min(paused, default=None))

    def _begin(self, client: httpx.AsyncClient, waiting: list[tuple[int, Any]]) -> None:
        """Whatever is first in its queue and due."""
        seen = set()
        for number, update in waiting:
            queue = _queue(update)
            first = queue not in seen
            seen.add(queue)
            if (
                first
                and number not in self._sending
                and len(self._sending) < self.at_once
                and self._due(number)
            ):
                self._sending[number] = asyncio.create_task(self._deliver(client, number, update))

    def _due(self, number: int) -> bool:
        return number not in self._failed or self._failed[number][1] <= self._clock.now()

    async def _deliver(self, client: httpx.AsyncClient, number: int, update: Any) -> None:
        try:
            answer = await client.post(self.url, json=update, headers=self._headers)
            problem = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
            problem += f" {answer.reason_phrase}" if problem else ""
        except httpx.TransportError as error:
            problem = str(error) or type(error).__name__
        finally:
            del self._sending[number]
            self._updates.arrived.beat()  # there is room for the next
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


def _queue(update: Any) -> tuple[str, Any]:
    """By chat, and presses by whoever presses."""
    kind, body = (
        next(((kind, body) for kind, body in update.items() if isinstance(body, dict)), ("", {}))
        if isinstance(update, dict)
        else ("", {})
    )
    whose = body.get("from") if kind == "callback_query" else body.get("chat")
    return "press" if kind == "callback_query" else "chat", whose.get("id") if isinstance(whose, dict) else 0
