"""Time goes on as ordered. With the bot running, every timer on the way runs at its own moment, as it would have.

While Telegram is away or fails, what the bot has to send or to fetch is not waited for: it would stay undone.

Scenes are played here, one at a time: by steps, or at once. Open pages are told that they have to wait meanwhile.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from core.traffic import Timer
from playground.demo.processes import PlayFailed
from playground.demo.settling import AT_TELEGRAM, JUST_AFTER, settle
from playground.host import playhouse
from playground.host.playhouse import House
from playground.host.scenes import Scene, scenes
from playground.phone import NotShown, Refused
from storage.schema import timer_waits, timers

MOST = 24 * 3600  # seconds at once


async def goes_on(house: House, seconds: float) -> None:
    """So many seconds pass. Raises PlayFailed if the bot does not get done with what comes up."""
    await _to(house, await house.stage.world.now() + timedelta(seconds=seconds))


async def to_next_timer(house: House) -> None:
    """Move the clock to the next timer that is due, of any kind."""
    if upcoming := await waiting_timers(house):
        await _to(house, upcoming[0].due_at + JUST_AFTER)


async def to_digest(house: House) -> None:
    """Move the clock to the next digest."""
    due = [timer.due_at for timer in await waiting_timers(house) if timer.kind == "digest"]
    if due:
        await _to(house, due[0] + JUST_AFTER)


async def waiting_timers(house: House) -> list[Timer]:
    """What will happen, soonest first."""
    async with house.stage.database.read(await house.stage.world.now()) as tx:
        return await tx.timers.select(timer_waits, order_by=timers.c.due_at)


async def _to(house: House, moment: datetime) -> None:
    world, now = house.stage.world, await house.stage.world.now()
    if not house.running:  # nobody is there whose timers could run
        if moment > now:
            await world.moves_to(moment)
        return
    if house.server.broken:
        await playhouse.move_on(house, moment, AT_TELEGRAM)
        return
    await settle(house.stage)
    await playhouse.move_on(house, moment)


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

    def begin(self, scene: Scene, steps: int | None = None) -> None:
        """Play what is left of it, or so many steps; this goes on after the call. Raises NotNow if anything else goes on."""
        if self.now or self._house.orders.locked():
            raise NotNow("busy-with-another")
        self.now = scene.id
        self._task = asyncio.create_task(self._all(scene, scene.steps if steps is None else scene.at + steps))

    def pause(self) -> None:
        """The step that has begun is played to its end."""
        self.now = ""

    async def close(self) -> None:
        """Break off what is playing."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _all(self, scene: Scene, end: int) -> None:
        try:
            while scene.at < end and self.now == scene.id:
                async with alone(self._house):
                    await self._step(scene)
        except NotNow as stopped:
            playhouse.narrate(self._house.server, stopped.key)
        except CANNOT as error:
            playhouse.narrate_texts(self._house.server, playhouse.scene_stopped(error))
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
