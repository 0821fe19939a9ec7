"""The real program under a flood, on the local Bot API server with Telegram's limits: what it has sent, and when."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.clock.clock import RealClock
from core.roster.csv_file import NEEDED
from playground.client import Playground
from playground.limits import Limits
from playground.phone import Phone
from playground.serve import serve
from storage.database import Database
from storage.migrate import migrate
from storage.sealing import Keyring, new_key
from tests.faults.own_time import OwnTime
from tests.kill.test_kill import bot_in, ends, gone

LAWYERS = 3
PATIENCE = 240  # seconds
NEVER_BEFORE = float("-inf")
TRUE = "только что задержали двух человек в Алматы, увезли в полицию"
CONFIG = """
[organisation]
hotline = "+7 727 000 00 00"
[telegram]
api_url = "{api_url}"
[storage]
url = "sqlite+aiosqlite:///{folder}/dabyl.db"
"""


@dataclass(frozen=True, slots=True)
class Call:
    """What the bot asked. ``at``: seconds of its own time (tests.faults.own_time); ``real``: of everybody's."""

    at: float
    real: float
    method: str
    params: dict[str, Any]

    @property
    def chat(self) -> int:
        """To whom it goes."""
        return int(self.params.get("chat_id", 0))

    @property
    def text(self) -> str:
        """What it says."""
        return str(self.params.get("text", ""))

    @property
    def rings(self) -> bool:
        """Whether a phone makes a sound of it."""
        return self.method == "sendMessage" and not self.params.get("disable_notification")


@dataclass(frozen=True, slots=True)
class Felt:
    """Seconds of the bot's own time; and how many messages with a sound the lawyer got who got most, in any minute."""

    alert: float
    receipt: float
    hide: float
    rings: int


class Scene:
    """A bot that runs, lawyers, and whatever it has sent, with the moment."""

    def __init__(
        self, playground: Playground, calls: list[Call], database: Database, now: Callable[[], float]
    ) -> None:
        self.playground = playground
        self.calls = calls
        self.now = now
        self.database = database
        self.lawyers: list[Phone] = []

    async def people(self, number: int) -> list[Phone]:
        """So many strangers."""
        return [await self.playground.person(f"Stranger {n}", language="ru") for n in range(number)]

    async def felt(self) -> Felt:
        """Somebody reports and somebody hides, now."""
        reporter, hiding = await self.people(2)
        await hiding.starts()
        await self.until(lambda call: call.chat == hiding.id, NEVER_BEFORE)
        begun = self.now()
        await asyncio.gather(reporter.writes(TRUE), hiding.writes("/hide"))
        lawyers = {lawyer.id for lawyer in self.lawyers}
        felt = await asyncio.gather(
            self.until(lambda call: call.chat in lawyers and "Алматы" in call.text, begun),
            self.until(lambda call: call.chat == reporter.id and "727 000" in call.text, begun),
            self.until(lambda call: call.chat == hiding.id and call.method == "deleteMessages", begun),
        )
        return Felt(*felt, rings=self.rings())

    def rings(self) -> int:
        """How often the phone of one lawyer made a sound within a minute, at most."""
        heard = [
            [one.real for one in self.calls if one.rings and one.chat == lawyer.id] for lawyer in self.lawyers
        ]
        return max(sum(begin <= at < begin + 60 for at in of_one) for of_one in heard for begin in of_one)

    async def until(self, is_it: Callable[[Call], bool], since: float) -> float:
        """Seconds from ``since`` to the first call of the bot that is it."""
        seen = 0
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            for call in self.calls[seen:]:
                if call.at > since and is_it(call):
                    return call.at - since
            seen = len(self.calls)
            await asyncio.sleep(0.01)
        return float("inf")

    async def answered(self, lawyer: Phone) -> None:
        """Until the bot has answered a member who started it."""
        await self.until(lambda call: call.chat == lawyer.id and "/cases" in call.text, NEVER_BEFORE)

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
    key = new_key()
    bot, ready = await bot_in(folder, key)
    own = OwnTime(bot.number)

    def note(method: str, params: dict[str, Any]) -> None:
        calls.append(Call(own.now(), time.perf_counter(), method, params))

    async with (
        serve(RealClock(), limits=Limits(), on_call=note) as server,
        Playground(server.url) as playground,
    ):
        (folder / "config.toml").write_text(CONFIG.format(api_url=server.url, folder=folder))
        await migrate(f"sqlite:///{folder}/dabyl.db")
        database = await Database.open(f"sqlite:///{folder}/dabyl.db", Keyring.parse(key))
        made = Scene(playground, calls, database, own.now)
        made.lawyers = [await playground.person(f"Lawyer {n}", language="ru") for n in range(LAWYERS)]
        lines = [",".join(NEEDED)]
        lines += [f"{one.id},lawyer,Made-up {one.id},ru,almaty,yes,+77015550100,no" for one in made.lawyers]
        (folder / "roster.csv").write_text("\n".join(lines))
        await gone(await bot.dabyl("roster", "import", str(folder / "roster.csv")))
        assert f"{LAWYERS} added" in bot.log()
        for lawyer in made.lawyers:
            await lawyer.starts()
        await bot.start()
        for lawyer in made.lawyers:  # it runs, however long that took
            await made.answered(lawyer)
        await made.quiet(2)
        calls.clear()  # what came before is no flood
        try:
            yield made
        finally:
            await database.close()
            await bot.kill()
            await ends(ready)
