"""The narrator speaks three languages at once; each page picks its own.

The house: the local Bot API server in this process, the real bot as another, which can be killed and started.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Set
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.clock.clock import RealClock
from core.model import LANGUAGES
from core.resources.word_files import load_words
from playground.client import Playground
from playground.demo.processes import NotDone, start_process, stop_process
from playground.demo.scenario import Scenario, load
from playground.demo.settling import advance, settle
from playground.demo.stage import Says, Stage, new_token, set_up, silently, until_polling
from playground.host.cast import Card, Cast, gather, in_their_languages
from playground.serve import serve
from playground.server import Server

Texts = dict[str, str]  # language → text
READING = 5  # a line is read as long as so many acts take


def in_all(key: str, /, **values: str | int) -> Texts:
    """A text of ``core/words/*/backstage.ftl`` in every language. Raises KeyError where one lacks it."""
    words = load_words()
    return {language: words.say(language, key, **values) for language in LANGUAGES}


def reason_of(error: Exception) -> Texts:
    """Why something could not go on, in one line; what other programs say stays in their language."""
    if isinstance(error, NotDone):
        return in_all(f"left-{error.what}", count=error.count)
    return dict.fromkeys(LANGUAGES, str(error).splitlines()[0])


def scene_stopped(error: Exception) -> Texts:
    """That a scene has stopped, and why."""
    words, reasons = load_words(), reason_of(error)
    return {language: words.say(language, "scene-stopped", why=reasons[language]) for language in LANGUAGES}


def narrate(server: Server, key: str, /, **values: str | int) -> None:
    """A line above the phones of every open page."""
    narrate_texts(server, in_all(key, **values))


def narrate_texts(server: Server, texts: Texts) -> None:
    """As :func:`tell`, of texts that are there."""
    server.tell({"type": "narrator", "text": texts})


class House:
    """Everything behind the page. ``orders`` is a lock: only one order at a time may move time or play.

    :meth:`kill`, :meth:`stop` and :meth:`start` wait for each other, so that there is never more than one bot.
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
                self.stage.bot.kill()
                await self.stage.bot.wait()

    async def stop(self) -> None:
        """Ask the bot to end, and wait until it has."""
        async with self._turns:
            if self.running:
                await stop_process(self.stage.bot)

    async def start(self) -> None:
        """A new process on the same database; none if one is there."""
        async with self._turns:
            if not self.running:
                self.stage.bot = await start_process(self.stage.command, self.stage.log, self.stage.variables)
                self.restarts += 1

    def shows(self, chat_id: int, card: Card | None = None) -> None:
        """Open pages go to this phone or channel, which joins the first row with its card if it is not in it."""
        if card is not None:
            self.cast = self.cast.joined_by(card)
        self.server.tell({"type": "cast", "chat_id": chat_id})


async def move_on(house: House, to: datetime, leaving: Set[str] = frozenset()) -> None:
    """As settling.advance; open pages are told until when time runs, and what comes due on the way."""
    running = {
        "type": "busy",
        "on": True,
        "from": (await house.stage.world.now()).isoformat(),
        "to": to.isoformat(),
    }
    house.server.tell(running)
    await advance(
        house.stage,
        to,
        leaving,
        lambda timer: house.server.tell({**running, "passes": in_all(f"timer-{timer.kind}")}),
    )
    house.server.tell({"type": "busy", "on": True})


@asynccontextmanager
async def open_playhouse(port: int, pace: float = 0.0, says: Says = silently) -> AsyncIterator[House]:
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
        ends.push_async_callback(lambda: stop_process(stage.bot))  # whichever it is then
        stage.pace = pace
        tells("opening-phones")
        house = House(server, scenario, stage, await gather(world, scenario, stage.channel))
        await until_polling(house.stage)
        await settle(house.stage)
        server.tell({"type": "opening"})  # it is open
        yield house
