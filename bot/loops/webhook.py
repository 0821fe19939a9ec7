"""Taking what a messenger delivers: an update is answered with 200 only after it is on disk.

delivery    the right path, secret, size and form → with all others that came meanwhile stored and committed → 200
look        twice a minute the messenger is asked how its deliveries go; an address that is not ours is set again

It repeats what was not answered, so a process that dies between the commit and the 200 gets the same once more, and the
inbox knows it. Nothing depends on what a proxy writes into the request, on the path before ours or on who asks.
"""

import asyncio
import hashlib
import hmac
import logging
from collections.abc import Callable
from datetime import timedelta

from aiohttp.web_exceptions import HTTPRequestEntityTooLarge
from aiohttp.web_request import BaseRequest
from aiohttp.web_response import Response
from pydantic import SecretStr

from bot.clock.clock import Clock
from bot.loops.http import Listener
from bot.loops.receiving import Receiving
from bot.loops.trouble import Operator, error_name
from bot.messengers.errors import AccessLost, MessengerError, Unreadable
from bot.messengers.messenger import Deliveries, Delivery, Messenger
from handlers.service import Service
from storage.database import Database
from storage.errors import StorageError

log = logging.getLogger(__name__)

MOST = 1 << 20  # bytes of a delivery; Telegram's have a few thousand
PATIENCE = 20.0  # seconds of the machine's time for one to arrive whole
LOOK = timedelta(seconds=30)

Kept = asyncio.Future[bool]


def address_of(url: str, secret: SecretStr) -> str:
    """Where deliveries go: a path that nobody guesses, below the address of the configuration."""
    return f"{url}/{tail_of(secret)}"


def tail_of(secret: SecretStr) -> str:
    """The end of the path. It tells nothing of the secret, which it does not replace."""
    return hashlib.sha256(b"dabyl webhook " + secret.get_secret_value().encode()).hexdigest()[:32]


class WebhookLoop(Receiving):
    """The loop."""

    def __init__(
        self,
        deliveries: Deliveries,
        url: str,
        place: tuple[str, int],
        secret: SecretStr,
        database: Database,
        messenger: Messenger,
        service: Service,
        clock: Clock,
        operator: Operator,
        on_stored: Callable[[], None],
    ) -> None:
        super().__init__(database, messenger, service, clock, operator, on_stored)
        self._deliveries = deliveries
        self._address = address_of(url, secret)
        self._tail = tail_of(secret).encode()
        self._secret = secret
        self._came = asyncio.Event()
        self._waiting: list[tuple[int, bytes, Kept]] = []
        self._set = False
        self._last = ""  # failure that the messenger told
        self.listener = Listener("webhook", *place, self._deliver, clock)

    async def run(self) -> None:
        """Take, keep and look for ever."""
        try:
            async with asyncio.TaskGroup() as loops:
                loops.create_task(self.listener.run())
                loops.create_task(self._keep())
                loops.create_task(self._watch())
        finally:
            await self._courtesy.close()

    # --- a delivery

    async def _deliver(self, request: BaseRequest) -> Response:
        reason, status = self._refusal(request)
        if reason:
            return self._refused(reason, status)
        try:
            async with asyncio.timeout(PATIENCE):
                update = self._deliveries.read(await request.read())
        except TimeoutError:
            return self._refused("slow", 408)
        except HTTPRequestEntityTooLarge:
            return self._refused("size", 413)
        except Unreadable:
            return self._refused("json", 400)
        kept: Kept = asyncio.get_running_loop().create_future()
        self._waiting.append((*update, kept))
        self._came.set()
        return Response() if await kept else self._refused("storage", 503)

    def _refusal(self, request: BaseRequest) -> tuple[str, int]:
        """By the head alone, before anything of the body is read."""
        end = request.path.rstrip("/").rpartition("/")[2].encode("utf-8", "surrogateescape")
        shown = request.headers.get(self._deliveries.header)
        secret = self._secret.get_secret_value().encode()
        if not hmac.compare_digest(end, self._tail):
            return "path", 404
        if request.method != "POST":
            return "method", 405
        if shown is None:
            return "no-secret", 401
        if not hmac.compare_digest(shown.encode("utf-8", "surrogateescape"), secret):
            return "secret", 403
        if (request.content_length or 0) > MOST:
            return "size", 413
        return ("", 0) if request.content_type == "application/json" else ("type", 415)

    def _refused(self, reason: str, status: int) -> Response:
        self.refused[reason] += 1
        if self.refused[reason] == 1:  # then it is counted; a stranger shall not fill the log
            log.warning("webhook: a delivery was refused: %s", reason)
        answer = Response(status=status)
        answer.force_close()
        return answer

    # --- keeping

    async def _keep(self) -> None:
        """All that has come meanwhile in one transaction, in the messenger's order."""
        while True:
            await self._came.wait()
            self._came.clear()
            came, self._waiting = sorted(self._waiting, key=lambda delivery: delivery[0]), []
            kept = False
            try:
                await self._answered()
                await self._store([(number, raw) for number, raw, _ in came])
                kept = True
            except StorageError as error:
                log.warning("webhook: not stored: %s", error_name(error))
                await self._operator.tell("storage", error=error_name(error))
            finally:
                for _, _, answer in came:
                    if not answer.done():  # else the messenger has hung up
                        answer.set_result(kept)

    # --- looking

    async def _watch(self) -> None:
        await self.listener.listening.wait()
        failures = 0
        while True:
            try:
                await self._look()
                await self._works()
                failures = 0
                await self._clock.wait(asyncio.Event(), self._clock.now() + LOOK)
            except (MessengerError, StorageError) as error:
                failures += 1
                await self._complain(error, failures)

    async def _look(self) -> None:
        state = await self._deliveries.look()
        others = self._set and state.url not in ("", self._address)
        if state.url != self._address or not self._set:
            await self._deliveries.set(self._address, self._secret.get_secret_value())
            log.info("webhook: set")
            self._set = True
        self.answered_at = self._clock.now()
        self._note(state)
        if not state.pending:
            await self._answered()
            self._heard = self._clock.elapsed()
        if others:
            raise AccessLost("409: another program has set another webhook with this token", seconds=10)

    def _note(self, state: Delivery) -> None:
        """The messenger's own sentence: "Wrong response from the webhook: 401 Unauthorized"."""
        if state.pending and state.error and state.error != self._last:
            log.warning("webhook: %d updates wait, the last delivery failed: %s", state.pending, state.error)
        self._last = state.error if state.pending else ""
