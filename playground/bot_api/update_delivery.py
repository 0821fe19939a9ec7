"""How the bot gets its updates: by getUpdates, one poll at a time, or by a webhook.

A webhook is served as Telegram does it: several updates at once, those of the same chat one after the other, each tried
again with growing pauses until it is accepted or too old.

An update that is not taken holds up what follows it in its queue and nobody else. Messages of a chat and presses on its
buttons are two queues, so between them no order is promised. A method call in the answer of the webhook is not carried out.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import httpx

from bot.clock.clock import Clock
from playground.bot_api.errors import OTHER_POLL, WEBHOOK_ACTIVE, WEBHOOK_SET, ApiError, bad_request
from playground.bot_api.parameters import Params, flag, integer, string
from playground.updates import Updates

PAUSES = (1, 2, 4, 8, 16, 32, 60)  # seconds after the first, second ... failure; then always the last
PATIENCE = 10.0  # seconds of the machine's time that the bot has for its answer


class WebhookDelivery:
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
        """Begin to deliver the updates that are first in their queue and due."""
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
    """The queue of an update: by chat, but presses by the person who presses."""
    kind, body = (
        next(((kind, body) for kind, body in update.items() if isinstance(body, dict)), ("", {}))
        if isinstance(update, dict)
        else ("", {})
    )
    whose = body.get("from") if kind == "callback_query" else body.get("chat")
    return "press" if kind == "callback_query" else "chat", whose.get("id") if isinstance(whose, dict) else 0


SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = (80, 88, 443, 8443)  # of any other machine
HERE = ("127.0.0.1", "localhost", "::1")
LONGEST_POLL = 50
BATCH = 100


class Receiving:
    """At most one poll waits; a second one ends the first with 409, as on Telegram."""

    def __init__(self, clock: Clock, updates: Updates) -> None:
        self._clock = clock
        self._updates = updates
        self._poll = 0  # the newest poll; an older one that wakes up sees that it is over
        self._refusal = OTHER_POLL
        self.waiting = False
        self.webhook: WebhookDelivery | None = None

    async def get_updates(self, params: Params, gone: Callable[[], Awaitable[object]]) -> list[Any]:
        """Long polling by the clock. ``gone()`` returns when the client has hung up. Raises ApiError."""
        if self.webhook is not None:
            raise ApiError(*WEBHOOK_ACTIVE)
        self._allow(params)
        if params.get("offset"):
            self._updates.confirm(integer(params, "offset"))
        limit = min(max(integer(params, "limit", BATCH), 1), BATCH)
        timeout = min(max(integer(params, "timeout"), 0), LONGEST_POLL)
        found = self._updates.take(limit)
        if found or not timeout:
            return found
        return await self._wait(limit, timedelta(seconds=timeout), asyncio.ensure_future(gone()))

    async def _wait(self, limit: int, timeout: timedelta, gone: asyncio.Future[object]) -> list[Any]:
        poll = self._interrupt(OTHER_POLL)
        until = self._clock.now() + timeout
        found: list[Any] = []
        self.waiting = True
        try:
            while not found and self._clock.now() < until and not gone.done():
                arrived = self._updates.arrived.next()
                gone.add_done_callback(partial(_wake, arrived))
                await self._clock.wait(arrived, until)
                if poll != self._poll:
                    raise ApiError(*self._refusal)
                found = [] if gone.done() else self._updates.take(limit)
        finally:
            self.waiting = self.waiting and poll != self._poll
            gone.cancel()
        return found

    def _interrupt(self, refusal: tuple[int, str]) -> int:
        self._poll += 1
        self._refusal = refusal
        self._updates.arrived.beat()
        return self._poll

    def _allow(self, params: Params) -> None:
        """Remembered until named again; an empty list means Telegram's default."""
        kinds = params.get("allowed_updates")
        if isinstance(kinds, list):
            self._updates.allowed = frozenset(map(str, kinds)) or None

    async def set_webhook(self, params: Params) -> bool:
        """setWebhook; without an address it is deleteWebhook. Only this machine is delivered to."""
        url, secret = string(params, "url"), string(params, "secret_token")
        if not url:
            return await self.delete_webhook(params)
        if secret and not SECRET.fullmatch(secret):
            too_long = len(secret) > 256
            raise bad_request(
                f"secret token {'is too long' if too_long else 'contains unallowed characters'}"
            )
        parts = urlsplit(url)
        if parts.scheme == "https" and (parts.port or 443) not in PORTS:
            raise bad_request("bad webhook: webhook can be set up only on ports 80, 88, 443 or 8443")
        if parts.hostname not in HERE:
            raise bad_request("bad webhook: the playground delivers to this machine only")
        await self.delete_webhook(params)
        self._allow(params)
        self._interrupt(WEBHOOK_SET)
        at_once = min(max(integer(params, "max_connections", 40), 1), 100)
        self.webhook = WebhookDelivery(self._clock, self._updates, url, secret, at_once)
        self.webhook.start()
        return True

    async def delete_webhook(self, params: Params) -> bool:
        if self.webhook is not None:
            await self.webhook.stop()
            self.webhook = None
        if flag(params, "drop_pending_updates"):
            self._updates.clear()
        return True

    def webhook_info(self) -> dict[str, Any]:
        info: dict[str, Any] = {
            "url": "",
            "has_custom_certificate": False,
            "pending_update_count": self._updates.pending,
        }
        if self.webhook is not None:
            info.update(url=self.webhook.url, max_connections=self.webhook.at_once, **self.webhook.last_error)
        if self._updates.allowed is not None:
            info["allowed_updates"] = sorted(self._updates.allowed)
        return info


def _wake(event: asyncio.Event, _: asyncio.Future[object]) -> None:
    event.set()
