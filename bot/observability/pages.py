"""The two pages for those who look after the machine: /healthz and /metrics."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import timedelta
from importlib.metadata import version

from aiohttp.web_request import BaseRequest
from aiohttp.web_response import Response

from bot.clock.clock import Clock
from bot.loops.http import Listener
from bot.loops.watchman import Watchman
from bot.observability.figures import Figures, read_figures
from bot.observability.metrics import TYPE, MetricsSource, metrics_text
from bot.observability.process import Health, measure_process
from storage.backup.backup_age import Backups
from storage.database import Database
from storage.errors import StorageError

OFTEN = timedelta(seconds=5)  # a client that asks more often gets the same figures again


def listener(
    place: tuple[str, int],
    database: Database,
    backups: Backups | None,
    watchman: Watchman,
    clock: Clock,
    refused: Callable[[], Mapping[str, int]],
) -> Listener:
    """What answers there, and hears of each audit."""
    health = Health(clock)
    watchman.on_audit.append(health.note)
    return Listener("outside", *place, Pages(database, backups, health, clock, refused).answer, clock)


class Pages:
    """Answers both. ``refused``: what the webhook has refused, by the reason."""

    def __init__(
        self,
        database: Database,
        backups: Backups | None,
        health: Health,
        clock: Clock,
        refused: Callable[[], Mapping[str, int]],
    ) -> None:
        self._database = database
        self._backups = backups
        self._health = health
        self._clock = clock
        self._refused = refused
        self._version = version("dabyl")
        self._one = asyncio.Lock()
        self._seen: Figures | None = None
        self._at: timedelta | None = None

    async def answer(self, request: BaseRequest) -> Response:
        """One page. Nobody changes anything here."""
        if request.method not in ("GET", "HEAD"):
            return Response(status=405, headers={"Allow": "GET, HEAD"})
        if request.path == "/healthz":
            reasons = self._health.reasons()
            return Response(status=503 if reasons else 200, text="\n".join(reasons or ["ok"]) + "\n")
        if request.path == "/metrics":
            seen = MetricsSource(
                self._version, await self._figures(), self._health, measure_process(), self._refused()
            )
            return Response(body=metrics_text(seen).encode(), headers={"Content-Type": TYPE})
        return Response(status=404)

    async def _figures(self) -> Figures | None:
        async with self._one:
            now = self._clock.elapsed()
            if self._at is None or now - self._at >= OFTEN:
                self._seen, self._at = await self._look(), now
            return self._seen

    async def _look(self) -> Figures | None:
        try:
            async with self._database.read(self._clock.now()) as tx:
                return await read_figures(tx, self._backups)
        except StorageError:
            return None
