"""The house: the local Bot API server in this process, the real bot as another, which can be killed and started."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.backstage.cast import Card, Cast, gather, in_their_languages
from bot.backstage.narrator import in_all
from bot.clock.clock import RealClock
from bot.demo.processes import start, stop
from bot.demo.quiet import quiet
from bot.demo.scenario import Scenario, load
from bot.demo.stage import Says, Stage, new_token, set_up, silently, until_polling
from bot.playground.client import Playground
from bot.playground.serve import serve
from bot.playground.server import Server


class House:
    """Everything behind the page. ``orders`` is held by whoever moves time or plays: one at a time.

    :meth:`kill`, :meth:`stop` and :meth:`start` wait for each other: however often they are ordered, there is one bot.
    """

    def __init__(self, server: Server, scenario: Scenario, stage: Stage, cast: Cast) -> None:
        self.server = server
        self.scenario = scenario
        self.stage = stage
        self.cast = cast
        self.restarts = 0
        self.orders = asyncio.Lock()
        self._turns = asyncio.Lock()  # held while the bot's process is ended or started

    @property
    def port(self) -> int:
        """Where the page is."""
        return int(self.server.control_url.rpartition(":")[2])

    @property
    def running(self) -> bool:
        """Whether the bot's process is there."""
        return self.stage.bot.returncode is None

    async def kill(self) -> None:
        """kill -9: the bot has no time to write anything down."""
        async with self._turns:
            if self.running:
                async with self.watched("BOT kill"):
                    self.stage.bot.kill()
                    await self.stage.bot.wait()

    async def stop(self) -> None:
        """Ask the bot to end, and wait until it has."""
        async with self._turns:
            if self.running:
                async with self.watched("BOT stop"):
                    await stop(self.stage.bot)

    async def start(self) -> None:
        """A new process on the same database; none if one is there."""
        async with self._turns:
            if not self.running:
                async with self.watched("BOT start"):
                    self.stage.bot = await start(self.stage.command, self.stage.log, self.stage.variables)
                    self.restarts += 1

    @asynccontextmanager
    async def watched(self, what: str) -> AsyncIterator[dict[str, Any]]:
        """Whoever records hears of an order that is none of a phone; what is put into the dict is told of it."""
        watcher, told = self.server.watcher, dict[str, Any]()
        if watcher is not None:
            await watcher.before()
        yield told
        if watcher is not None:
            watcher.after(what, told, {})

    def shows(self, chat_id: int, card: Card | None = None) -> None:
        """Open pages go to this phone or channel, which joins the first row with its card if it is not in it."""
        if card is not None:
            self.cast = self.cast.joined_by(card)
        self.server.tell({"type": "cast", "chat_id": chat_id})


@asynccontextmanager
async def opened(port: int, pace: float = 0.0, says: Says = silently) -> AsyncIterator[House]:
    """All of it, running; the page at this port (0: any). Raises OSError if it is taken, PlayFailed if a part fails.

    ``pace``: real seconds between two acts of a scene. ``says`` hears what is being done, as keys of words; so do pages.
    """
    scenario = in_their_languages(load())
    async with AsyncExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="dabyl-playground-")))
        token, offset = new_token(), scenario.start - datetime.now(UTC)
        server = await ends.enter_async_context(
            serve(RealClock(offset), token=token, offset=offset, control_port=port)
        )

        def tells(key: str) -> None:
            says(key)
            server.tell({"type": "opening", "text": in_all(key)})

        tells("opening-server")
        world = await ends.enter_async_context(Playground(server.control_url))
        stage = await set_up(ends, scenario, folder, world, token, tells, signal=True)
        ends.push_async_callback(lambda: stop(stage.bot))  # whichever it is then
        stage.pace = pace
        tells("opening-phones")
        house = House(server, scenario, stage, await gather(world, scenario, stage.channel))
        await until_polling(house.stage)
        await quiet(house.stage)
        server.tell({"type": "opening"})  # it is open
        yield house
