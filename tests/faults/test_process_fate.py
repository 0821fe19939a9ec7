"""A real process: killed and its log deleted; stopped for longer than Telegram keeps presses."""

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.clock.clock import RealClock
from core.roster.csv_file import NEEDED
from playground.client import Playground
from playground.phone import Phone, Screen
from playground.serve import serve
from storage.migrate import migrate
from storage.sealing import new_key
from tests.faults.scale import SCALE
from tests.kill.test_kill import Bot, bot_in, ends, gone
from tests.stories.faults import from_bot

pytestmark = pytest.mark.slow

REPORT = "кого-то задержали в Алматы"
PATIENCE = 240  # real seconds, for a machine that does much besides
STOPPED = 155  # real seconds: Telegram forgets presses after 150
CONFIG = """
[organisation]
name = "Test Bureau"
language = "ru"
[telegram]
api_url = "{api_url}"
administrators = [900]
[storage]
url = "sqlite:///{folder}/dabyl.db"
[[escalation.steps]]
ask = "region"
at_once = 1
wait_minutes = 600.0
"""


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[tuple[Playground, Bot, Phone, Phone]]:
    """A bot with a lawyer and an administrator."""
    async with serve(RealClock()) as server, Playground(server.url) as playground:
        (folder / "config.toml").write_text(CONFIG.format(api_url=server.url, folder=folder))
        bot, ready = await bot_in(folder, new_key())
        await migrate(f"sqlite:///{folder}/dabyl.db")
        administrator = await playground.person("Admin", language="en", id=900)
        lawyer = await playground.person("Marat", language="ru")
        (folder / "roster.csv").write_text(
            f"{','.join(NEEDED)}\n{lawyer.id},lawyer,Made-up,ru,almaty,yes,+77015550100,no"
        )
        await gone(await bot.dabyl("roster", "import", str(folder / "roster.csv")))
        assert "1 added" in bot.log()
        for person in (administrator, lawyer):
            await person.starts()
        await bot.start()
        try:
            yield playground, bot, lawyer, administrator
        finally:
            await bot.kill()
            await ends(ready)


async def reports(playground: Playground, lawyer: Phone, name: str) -> None:
    """Somebody reports, and the lawyer is asked."""
    citizen = await playground.person(name, language="ru")
    await citizen.writes(REPORT)
    await eventually(lambda: _asked(lawyer))


async def _asked(lawyer: Phone) -> bool:
    return bool(await from_bot(lawyer, "Алматы"))


async def _more(screen: Screen, before: int) -> bool:
    return len(await screen.shown()) > before


async def _told(screen: Screen, count: int) -> bool:
    return len(await from_bot(screen, "старее")) == count


async def eventually(done: Callable[[], Awaitable[bool]], seconds: float = PATIENCE) -> None:
    """Wait in real time."""
    async with asyncio.timeout(seconds):
        while not await done():  # noqa: ASYNC110 - another process does it
            await asyncio.sleep(0.1)


@pytest.mark.parametrize("time", range(10 if SCALE.long else 1))
async def test_a_killed_bot_whose_log_is_gone_tells_it_and_goes_on(tmp_path: Path, time: int) -> None:
    async with running(tmp_path) as (playground, bot, lawyer, administrator):
        await eventually(lambda: _more(lawyer, 0))
        await reports(playground, lawyer, f"Person {time}")
        await bot.kill()
        _delete_log(tmp_path)
        await bot.start()
        await eventually(lambda: _told(administrator, 1))


def _delete_log(folder: Path) -> None:
    for end in ("-wal", "-shm"):
        (folder / f"dabyl.db{end}").unlink()


@pytest.mark.skipif(not SCALE.long, reason="takes three minutes: make faults")
async def test_a_process_that_was_stopped_shows_open_offers_again(tmp_path: Path) -> None:
    async with running(tmp_path) as (playground, bot, lawyer, _):
        await eventually(lambda: _more(lawyer, 0))
        await reports(playground, lawyer, "Aigul")
        (offer,) = await from_bot(lawyer, "Алматы")
        bot.signal(signal.SIGSTOP)
        await asyncio.sleep(STOPPED)
        bot.signal(signal.SIGCONT)

        async def again() -> bool:
            return [one.id for one in await from_bot(lawyer, "Алматы")] not in ([], [offer.id])

        await eventually(again)
