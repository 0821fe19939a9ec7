"""What the page may ask of the backstage, and order: ``/backstage/...``. One order at a time; a second one gets 409.

A backstage lives as long as its playground; when the page wants to begin again, another house takes the place of the last.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from playground.demo.stage import Says
from playground.host import newcomers, play_control, playhouse
from playground.host.guide import Guide
from playground.host.inside_view import look_inside
from playground.host.play_control import CANNOT, NotNow, Playing, alone
from playground.host.playhouse import House, open_playhouse
from playground.host.scenes import Scene

Json = dict[str, Any]


class Backstage:
    """One method an order; what it returns becomes JSON."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._plays = Playing(house)
        self._guide = Guide(house)
        self._is_time_moved = False
        self._next: asyncio.Future[Json] = asyncio.get_running_loop().create_future()

    @property
    def scenes(self) -> dict[str, Scene]:
        """The scenes by their ids."""
        return self._plays.scenes

    @property
    def playing(self) -> str:
        """The id of the scene that is played at once, or empty."""
        return self._plays.now

    async def state(self, _: Json) -> Json:
        found = await look_inside(self._house, tuple(self.scenes.values()), self.playing)
        return {**found, "fresh": found["fresh"] and not self._is_time_moved}

    async def cast(self, _: Json) -> list[Json]:
        """The cards of the phones in the first row."""
        return list(self._house.cast.cards)

    async def guide(self, order: Json) -> Json:
        """What to press next, by the language of the page; ``{"do": "begin"}``: a new report, from its beginning."""
        if order.get("do") == "begin":
            self._guide.begin()
        return self._guide.hints()

    async def person(self, order: Json) -> Json:
        """See playground.host.newcomers. ``{"role", "name", "language", "city", "phone"}``."""
        async with alone(self._house):
            return {"id": await newcomers.add_newcomer(self._house, **order)}

    async def clock(self, order: Json) -> Json:
        """``{"to": "next_timer" | "digest"}`` or ``{"advance_seconds": n}``."""
        async with alone(self._house):
            self._is_time_moved = True
            match order:
                case {"to": "next_timer"}:
                    await play_control.to_next_timer(self._house)
                case {"to": "digest"}:
                    await play_control.to_digest(self._house)
                case {"advance_seconds": int() | float() as seconds} if 0 < seconds <= play_control.MOST:
                    await play_control.goes_on(self._house, seconds)
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
                await self._plays.step(scene)
            case {"do": "all"}:
                self._plays.begin(scene)
            case {"do": "pause"}:
                self._plays.pause()
            case _:
                raise ValueError(f"a scene cannot do this: {order}")
        return {}

    async def anew(self, order: Json) -> Json:
        """``{"play": the id of a scene, or "", "do": "step" | "all"}``: all begins again, then this is played."""
        if order["play"]:
            order = {"play": self.scenes[order["play"]].id, "do": order["do"]}
        if not self._next.done():
            self._house.server.tell({"type": "opening", "text": playhouse.in_all("opening-anew")})
            self._next.set_result(order)
        return {}

    def begin(self, order: Json) -> None:
        """What was asked for before everything began again, if it was to play something. Raises NotNow without a bot."""
        if order["play"]:
            self._plays.begin(self.scenes[order["play"]], 1 if order["do"] == "step" else None)

    async def ends(self) -> Json:
        """Return when the playground has to begin again: the order that asked for it."""
        return await self._next

    async def close(self) -> None:
        """Break off what is being played and ordered: without a bot nothing of it goes on. The bot has ended then."""
        await self._plays.close()
        await self._house.stop()
        async with self._house.orders:
            pass


def backstage_app(backstage: Backstage) -> Starlette:
    """To be set as ``Server.backstage``."""
    asked = {"state": backstage.state, "cast": backstage.cast, "guide": backstage.guide}
    ordered = {
        "clock": backstage.clock,
        "bot": backstage.bot,
        "scene": backstage.scene,
        "guide": backstage.guide,
        "person": backstage.person,
        "anew": backstage.anew,
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
            return JSONResponse({"error": playhouse.in_all(error.key)}, 409)
        except CANNOT as error:
            return JSONResponse({"error": playhouse.reason_of(error)}, 409)
        except KeyError as error:
            return JSONResponse({"error": f"not found or missing: {error}"}, 404)
        except (ValueError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 400)

    return answer


async def run_playground(port: int, pace: float, says: Says, ready: Callable[[House], None]) -> None:
    """Until it is cancelled. ``says`` hears what is done while it opens, ``ready`` that one can play.

    Raises OSError if the port is taken, PlayFailed if a part does not start.
    """
    order: Json = {"play": ""}
    while True:
        async with AsyncExitStack() as ends:
            house = await ends.enter_async_context(open_playhouse(port, pace, says))
            backstage = Backstage(house)
            house.server.backstage = backstage_app(backstage)
            ends.push_async_callback(backstage.close)
            house.server.tell({"type": "cast"})
            ready(house)
            backstage.begin(order)
            order = await backstage.ends()
            port = house.port  # pages are there: they find the next house at the same address
