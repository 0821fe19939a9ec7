"""How the bot gets its updates: getUpdates, one poll at a time, or a webhook."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from bot.clock.clock import Clock
from bot.playground.bot_api.errors import OTHER_POLL, WEBHOOK_ACTIVE, WEBHOOK_SET, ApiError, bad_request
from bot.playground.bot_api.parameters import Params, flag, integer, string
from bot.playground.bot_api.webhook import Webhook
from bot.playground.updates import Updates

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
        self.webhook: Webhook | None = None

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
        self.webhook = Webhook(self._clock, self._updates, url, secret, at_once)
        self.webhook.start()
        return True

    async def delete_webhook(self, params: Params) -> bool:
        """deleteWebhook."""
        if self.webhook is not None:
            await self.webhook.stop()
            self.webhook = None
        if flag(params, "drop_pending_updates"):
            self._updates.clear()
        return True

    def webhook_info(self) -> dict[str, Any]:
        """getWebhookInfo."""
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
