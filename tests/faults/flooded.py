"""The real program under a flood, on the local Bot API server with Telegram's limits: what it has sent, and when."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.clock.clock import RealClock
from bot.core.roster.file import NEEDED
from bot.playground.client import Playground
from bot.playground.limits import Limits
from bot.playground.phone import Phone
from bot.playground.serve import serve
from storage.database import Database
from storage.migrate import migrate
from storage.sealing import Keyring, new_key
from tests.kill.test_kill import bot_in, ends, gone

LAWYERS = 3
PATIENCE = 240  # seconds
TRUE = "только что задержали двух человек в Алматы, увезли в полицию"
CONFIG = """
[organisation]
hotline = "+7 727 000 00 00"
[telegram]
api_url = "{api_url}"
[storage]
url = "sqlite+aiosqlite:///{folder}/dabyl.db"
"""


Call = tuple[float, str, dict[str, Any]]  # when (seconds of perf_counter), which, with what


@dataclass(frozen=True, slots=True)
class Felt:
    """Seconds; and how many messages with a sound the lawyer got who got most of them, in any minute."""

    alert: float
    receipt: float
    hide: float
    rings: int


def rings(method: str, params: dict[str, Any]) -> bool:
    """Whether a phone makes a sound of this call."""
    return method == "sendMessage" and not params.get("disable_notification")


def chat_of(params: dict[str, Any]) -> int:
    """To whom a call goes."""
    return int(params.get("chat_id", 0))


class Scene:
    """A bot that runs, lawyers, and whatever it has sent, with the moment."""

    def __init__(self, playground: Playground, calls: list[Call], database: Database) -> None:
        self.playground = playground
        self.calls = calls
        self.database = database
        self.lawyers: list[Phone] = []

    async def people(self, number: int) -> list[Phone]:
        """So many strangers."""
        return [await self.playground.person(f"Stranger {n}", language="ru") for n in range(number)]

    async def felt(self) -> Felt:
        """Somebody reports and somebody hides, now."""
        reporter, hiding = await self.people(2)
        await hiding.starts()
        await self.until(lambda at, method, chat, text: chat == hiding.id, 0.0)
        begun = time.perf_counter()
        await asyncio.gather(reporter.writes(TRUE), hiding.writes("/hide"))
        lawyers = {lawyer.id for lawyer in self.lawyers}
        felt = await asyncio.gather(
            self.until(lambda at, method, chat, text: chat in lawyers and "Алматы" in text, begun),
            self.until(lambda at, method, chat, text: chat == reporter.id and "727 000" in text, begun),
            self.until(
                lambda at, method, chat, text: chat == hiding.id and method == "deleteMessages", begun
            ),
        )
        return Felt(*felt, rings=self.rings())

    def rings(self) -> int:
        """How often the phone of one lawyer made a sound within a minute, at most."""
        heard = [
            [
                at
                for at, method, params in self.calls
                if rings(method, params) and chat_of(params) == lawyer.id
            ]
            for lawyer in self.lawyers
        ]
        return max(sum(begin <= at < begin + 60 for at in of_one) for of_one in heard for begin in of_one)

    async def until(self, is_it: Callable[[float, str, int, str], bool], since: float) -> float:
        """Seconds from ``since`` to the first call of the bot that is it."""
        seen = 0
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            for at, method, params in self.calls[seen:]:
                if at > since and is_it(at, method, chat_of(params), str(params.get("text", ""))):
                    return at - since
            seen = len(self.calls)
            await asyncio.sleep(0.01)
        return float("inf")

    async def quiet(self, seconds: float) -> None:
        """Until the bot has said nothing for so long."""
        while True:
            before = len(self.calls)
            await asyncio.sleep(seconds)
            if len(self.calls) == before:
                return


@asynccontextmanager
async def scene(folder: Path) -> AsyncIterator[Scene]:
    """The program as a process, on an empty database."""
    calls: list[Call] = []

    def note(method: str, params: dict[str, Any]) -> None:
        calls.append((time.perf_counter(), method, params))

    async with (
        serve(RealClock(), limits=Limits(), on_call=note) as server,
        Playground(server.url) as playground,
    ):
        (folder / "config.toml").write_text(CONFIG.format(api_url=server.url, folder=folder))
        key = new_key()
        bot, ready = await bot_in(folder, key)
        await migrate(f"sqlite:///{folder}/dabyl.db")
        database = await Database.open(f"sqlite:///{folder}/dabyl.db", Keyring.parse(key))
        made = Scene(playground, calls, database)
        made.lawyers = [await playground.person(f"Lawyer {n}", language="ru") for n in range(LAWYERS)]
        lines = [",".join(NEEDED)]
        lines += [f"{one.id},lawyer,Made-up {one.id},ru,almaty,yes,+77015550100,no" for one in made.lawyers]
        (folder / "roster.csv").write_text("\n".join(lines))
        await gone(await bot.dabyl("roster", "import", str(folder / "roster.csv")))
        assert f"{LAWYERS} added" in bot.log()
        for lawyer in made.lawyers:
            await lawyer.starts()
        await bot.start()
        await made.quiet(2)
        calls.clear()  # what came before is no flood
        try:
            yield made
        finally:
            await database.close()
            await bot.kill()
            await ends(ready)
