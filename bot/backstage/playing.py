"""Scenes are played here, one at a time: by steps, or at once. Open pages are told that they have to wait meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.backstage import narrator
from bot.backstage.house import House
from bot.backstage.scenes import Scene, scenes
from bot.demo.processes import PlayFailed
from bot.playground.screen import NotShown, Refused

CANNOT = (PlayFailed, NotShown, Refused)


class NotNow(Exception):
    """An order that cannot be followed now; ``key`` of the words that say why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@asynccontextmanager
async def alone(house: House) -> AsyncIterator[None]:
    """Nobody else moves time or plays. Raises NotNow while somebody does."""
    if house.orders.locked():
        raise NotNow("busy-with-another")
    async with house.orders:
        house.server.tell({"type": "busy", "on": True})
        try:
            yield
        finally:
            house.server.tell({"type": "busy", "on": False})


class Playing:
    """All scenes of a house. ``now`` is the id of the one that is played at once, or empty."""

    def __init__(self, house: House) -> None:
        self.scenes = {scene.id: scene for scene in scenes(house.scenario)}
        self.now = ""
        self._house = house
        self._task: asyncio.Task[None] | None = None

    async def step(self, scene: Scene) -> None:
        """The next step of it. Raises NotNow if somebody else plays, or the bot or Telegram goes away meanwhile."""
        async with alone(self._house):
            await self._step(scene)

    def begin(self, scene: Scene) -> None:
        """Play what is left of it; this goes on after the call. Raises NotNow if anything else goes on."""
        if self.now or self._house.orders.locked():
            raise NotNow("busy-with-another")
        self.now = scene.id
        self._task = asyncio.create_task(self._all(scene))

    def pause(self) -> None:
        """The step that has begun is played to its end."""
        self.now = ""

    async def close(self) -> None:
        """Break off."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _all(self, scene: Scene) -> None:
        try:
            while scene.at < scene.steps and self.now == scene.id:
                async with alone(self._house):
                    await self._step(scene)
        except NotNow as stopped:
            narrator.tell(self._house.server, stopped.key)
        except CANNOT as error:
            narrator.tell_all(self._house.server, narrator.stopped(error))
        finally:
            self.now = ""

    async def _step(self, scene: Scene) -> None:
        """It can go on when the bot and Telegram are there again."""
        if scene.at < scene.steps:
            try:
                await scene.step(self._house)
            except CANNOT:
                if self._house.running and self._house.server.broken:
                    raise NotNow("scene-stopped-without-telegram") from None
                if self._house.running:
                    raise
                raise NotNow("scene-stopped-without-bot") from None
