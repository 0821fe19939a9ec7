"""What the page may ask of the backstage, and order: ``/backstage/...``. One order at a time; a second one gets 409."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.backstage import narrator, passing
from bot.backstage.house import House
from bot.backstage.recording import recording_of
from bot.backstage.scenes import Scene, scenes
from bot.backstage.state import look
from bot.demo.processes import PlayFailed
from bot.playground.screen import NotShown, Refused

Json = dict[str, Any]
CANNOT = (PlayFailed, NotShown, Refused)


class NotNow(Exception):
    """An order that cannot be followed now; ``key`` of the words that say why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Backstage:
    """One method an order; what it returns becomes JSON."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.scenes = {scene.id: scene for scene in scenes(house.scenario)}
        self._recording = recording_of(house)
        self.playing = ""  # the id of the scene that is played at once, or empty
        self._task: asyncio.Task[None] | None = None

    async def state(self, _: Json) -> Json:
        """See bot.backstage.state."""
        return await look(self._house, tuple(self.scenes.values()), self.playing, self._recording.on)

    async def cast(self, _: Json) -> list[Json]:
        """The cards of the phones in the first row."""
        return list(self._house.cast.cards)

    async def clock(self, order: Json) -> Json:
        """``{"to": "next_timer" | "digest"}`` or ``{"advance_seconds": n}``."""
        async with self._alone():
            match order:
                case {"to": "next_timer"}:
                    await passing.to_next_timer(self._house)
                case {"to": "digest"}:
                    await passing.to_digest(self._house)
                case {"advance_seconds": int() | float() as seconds} if 0 < seconds <= passing.MOST:
                    await passing.goes_on(self._house, seconds)
                case _:
                    raise ValueError(f"no such way through time: {order}")
        return {}

    async def bot(self, order: Json) -> Json:
        """``{"do": "kill" | "start" | "restart"}``; also in the middle of a scene, which then stops."""
        match order:
            case {"do": "kill"}:
                await self._house.kill()
            case {"do": "start"}:
                await self._house.start()
            case {"do": "restart"}:
                await self._house.stop()
                await self._house.start()
            case _:
                raise ValueError(f"a bot cannot do this: {order}")
        return {}

    async def scene(self, order: Json) -> Json:
        """``{"id": …, "do": "step" | "all" | "pause"}``. "all" goes on after the answer; the state tells how far it is."""
        scene = self.scenes[order["id"]]
        if not self._house.running:
            raise NotNow("not-without-bot")
        match order:
            case {"do": "step"}:
                async with self._alone():
                    await self._step(scene)
            case {"do": "all"} if self.playing:
                raise NotNow("busy-with-another")
            case {"do": "all"}:
                alone, self.playing = self._alone(), scene.id
                self._task = asyncio.create_task(self._all(scene, alone))
            case {"do": "pause"}:
                self.playing = ""  # the step that has begun is played to its end
            case _:
                raise ValueError(f"a scene cannot do this: {order}")
        return {}

    async def record(self, order: Json) -> Json:
        """``{"do": "start" | "stop"}``; the latter answers ``{"story": …}``."""
        match order:
            case {"do": "start"}:
                await self._recording.start()
                return {}
            case {"do": "stop"}:
                return {"story": await self._recording.stop()}
            case _:
                raise ValueError(f"a recording cannot do this: {order}")

    async def close(self) -> None:
        """Break off what is being played and ordered: without a bot nothing of it goes on. The bot has ended then."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        await self._house.stop()
        async with self._house.orders:
            pass

    def _alone(self) -> asyncio.Lock:
        """To be held while time moves. Raises NotNow while somebody else holds it."""
        if self._house.orders.locked():
            raise NotNow("busy-with-another")
        return self._house.orders

    async def _all(self, scene: Scene, alone: asyncio.Lock) -> None:
        try:
            while scene.at < scene.steps and self.playing == scene.id:
                async with alone:
                    await self._step(scene)
        except NotNow as stopped:
            narrator.tell(self._house.server, stopped.key)
        except CANNOT as error:
            narrator.tell(self._house.server, "scene-stopped", why=str(error).splitlines()[0])
        finally:
            self.playing = ""

    async def _step(self, scene: Scene) -> None:
        """Raises NotNow if there is no bot, or no Telegram; the step can go on when they are there again."""
        if scene.at < scene.steps:
            try:
                await scene.step(self._house)
            except CANNOT:
                if self._house.running and self._house.server.broken:
                    raise NotNow("scene-stopped-without-telegram") from None
                if self._house.running:
                    raise
                raise NotNow("scene-stopped-without-bot") from None


def backstage_app(backstage: Backstage) -> Starlette:
    """To be set as ``Server.backstage``."""
    asked = {"state": backstage.state, "cast": backstage.cast}
    ordered = {
        "clock": backstage.clock,
        "bot": backstage.bot,
        "scene": backstage.scene,
        "record": backstage.record,
    }
    return Starlette(
        routes=[
            *(Route(f"/backstage/{name}", _answering(run)) for name, run in asked.items()),
            *(
                Route(f"/backstage/{name}", _answering(run), methods=["POST"])
                for name, run in ordered.items()
            ),
        ]
    )


def _answering(run: Callable[[Json], Awaitable[Any]]) -> Callable[[Request], Awaitable[JSONResponse]]:
    async def answer(request: Request) -> JSONResponse:
        try:
            return JSONResponse(await run(await request.json() if request.method == "POST" else {}))
        except NotNow as error:
            return JSONResponse({"error": narrator.in_all(error.key)}, 409)
        except CANNOT as error:
            return JSONResponse({"error": str(error).splitlines()[0]}, 409)
        except KeyError as error:
            return JSONResponse({"error": f"not found or missing: {error}"}, 404)
        except (ValueError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 400)

    return answer
