"""Floods by hostile accounts, on the real program and the local Bot API server with Telegram's limits: what others feel.

python -m tests.faults.floods [NAME …]

While each flood goes on somebody who never wrote before reports a detention, and somebody else hides their chat. Measured,
in real seconds: until a lawyer is asked, until the report is answered, until the chat is being emptied.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.clock.clock import RealClock
from bot.core.roster.file import COLUMNS
from bot.playground.client import Playground
from bot.playground.limits import Limits
from bot.playground.phone import Phone
from bot.playground.serve import serve
from storage.migrate import migrate
from storage.sealing import new_key
from tests.kill.test_kill import bot_in, ends, gone

LAWYERS = 3
PATIENCE = 240  # seconds
TRUE = "только что задержали двух человек в Алматы, увезли в полицию"
ODD = ("0,1." * 1_024, "не " * 1_365, "1.2 " * 1_024)  # 4,096 characters that take longest to read
HELD = "в астане задержали человека у дома {}"  # where no lawyer is
CONFIG = """
[organisation]
hotline = "+7 727 000 00 00"
[telegram]
api_url = "{api_url}"
[storage]
url = "sqlite+aiosqlite:///{folder}/dabyl.db"
"""


@dataclass(frozen=True, slots=True)
class Felt:
    """Seconds."""

    alert: float
    receipt: float
    hide: float


class Scene:
    """A bot that runs, lawyers, and whatever it has sent, with the moment."""

    def __init__(self, playground: Playground, calls: list[tuple[float, str, dict[str, Any]]]) -> None:
        self.playground = playground
        self._calls = calls
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
        return Felt(*felt)

    async def until(self, is_it: Callable[[float, str, int, str], bool], since: float) -> float:
        """Seconds from ``since`` to the first call of the bot that is it."""
        seen = 0
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            for at, method, params in self._calls[seen:]:
                if at > since and is_it(
                    at, method, int(params.get("chat_id", 0)), str(params.get("text", ""))
                ):
                    return at - since
            seen = len(self._calls)
            await asyncio.sleep(0.01)
        return float("inf")

    async def quiet(self, seconds: float) -> None:
        """Until the bot has said nothing for so long."""
        while True:
            before = len(self._calls)
            await asyncio.sleep(seconds)
            if len(self._calls) == before:
                return


async def nothing(scene: Scene) -> Felt:
    """No flood at all, to compare with."""
    return await scene.felt()


async def which_one(scene: Scene) -> Felt:
    """One stranger has two open reports, writes 200 messages of 4,096 characters, and presses "this is a new one"."""
    (stranger,) = await scene.people(1)
    for city in ("караганде", "астане"):
        await stranger.writes("/report")
        await stranger.writes(f"в {city} задержали человека")
    for typed in ("/report", "/cancel"):  # no form is open: words belong to none of the two by themselves
        await stranger.writes(typed)
    await scene.quiet(5)
    for number in range(200):
        await stranger.writes(ODD[number % len(ODD)])
    await scene.quiet(10)
    shown = [one for one in await stranger.shown() if one.from_bot]
    asked = [
        (one.id, button.data)
        for one in shown
        for row in one.buttons
        for button in row
        if button.data.startswith("which:")
    ]
    await stranger.taps_data(*asked[-1])
    return await scene.felt()


async def odd_texts(scene: Scene) -> Felt:
    """Twenty accounts send an odd text of 4,096 characters a second, for 30 seconds."""
    strangers = await scene.people(20)
    going = asyncio.create_task(_each_second(strangers, 30))
    await asyncio.sleep(20)
    felt = await scene.felt()
    await going
    return felt


async def replies(scene: Scene) -> Felt:
    """A hundred accounts send forty messages each, as fast as they can."""
    return await _in_the_middle(scene, await scene.people(100), 40, short=True)


async def one_person(scene: Scene) -> Felt:
    """One account has sent ten thousand messages."""
    return await _in_the_middle(scene, await scene.people(1), 10_000, short=True, all_of_it=True)


async def thousand(scene: Scene) -> Felt:
    """A thousand accounts have sent one message each, every third long and odd."""
    return await _in_the_middle(scene, await scene.people(1_000), 1, short=False, all_of_it=True)


FLOODS: dict[str, Callable[[Scene], Awaitable[Felt]]] = {
    one.__name__: one for one in (nothing, which_one, odd_texts, replies, one_person, thousand)
}


async def _each_second(strangers: list[Phone], seconds: int) -> None:
    for number in range(seconds):
        begun = time.perf_counter()
        await asyncio.gather(*(one.writes(ODD[number % len(ODD)]) for one in strangers))
        await asyncio.sleep(max(0, 1 - (time.perf_counter() - begun)))


async def _in_the_middle(
    scene: Scene, strangers: list[Phone], each: int, *, short: bool, all_of_it: bool = False
) -> Felt:
    async def flood() -> None:
        for number in range(each):
            for at in range(0, len(strangers), 50):
                portion = strangers[at : at + 50]
                await asyncio.gather(*(one.writes(_text(number + n, short)) for n, one in enumerate(portion)))

    going = asyncio.create_task(flood())
    await (going if all_of_it else asyncio.sleep(2))
    felt = await scene.felt()
    await going
    return felt


def _text(number: int, short: bool) -> str:
    if not short and number % 3 == 0:
        return ODD[number % len(ODD)]
    return f"слова {number}, ничего больше" if number % 4 else HELD.format(number)


@asynccontextmanager
async def scene(folder: Path) -> AsyncIterator[Scene]:
    """The program as a process, on an empty database."""
    calls: list[tuple[float, str, dict[str, Any]]] = []

    def note(method: str, params: dict[str, Any]) -> None:
        calls.append((time.perf_counter(), method, params))

    async with (
        serve(RealClock(), limits=Limits(), on_call=note) as server,
        Playground(server.url) as playground,
    ):
        (folder / "config.toml").write_text(CONFIG.format(api_url=server.url, folder=folder))
        bot, ready = await bot_in(folder, new_key())
        await migrate(f"sqlite:///{folder}/dabyl.db")
        made = Scene(playground, calls)
        made.lawyers = [await playground.person(f"Lawyer {n}", language="ru") for n in range(LAWYERS)]
        lines = [",".join(COLUMNS)]
        lines += [f"{one.id},lawyer,Made-up {one.id},ru,almaty,yes,+77015550100,no" for one in made.lawyers]
        (folder / "roster.csv").write_text("\n".join(lines))
        await gone(await bot.dabyl("roster", "import", str(folder / "roster.csv")))
        assert f"{LAWYERS} added" in bot.log()
        for lawyer in made.lawyers:
            await lawyer.starts()
        await bot.start()
        await made.quiet(2)
        try:
            yield made
        finally:
            await bot.kill()
            await ends(ready)


async def measure(name: str) -> Felt:
    """One flood, on a bot of its own."""
    with TemporaryDirectory(prefix="dabyl-flood-") as folder:
        async with scene(Path(folder)) as made:
            return await FLOODS[name](made)


if __name__ == "__main__":
    for asked in sys.argv[1:] or FLOODS:
        found = asyncio.run(measure(asked))
        sys.stdout.write(
            f"{asked:12} alert {found.alert:6.2f} s   receipt {found.receipt:6.2f} s   hide {found.hide:6.2f} s\n"
        )
        sys.stdout.flush()
