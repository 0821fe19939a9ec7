"""Real processes on one PostgreSQL: one acts, the others wait; whatever happens to the first, never do two."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest

from bot.clock.clock import RealClock
from playground.client import Playground
from playground.limits import Limits
from playground.phone import Phone
from playground.serve import serve
from storage.migrate import migrate
from storage.sealing import new_key
from tests.faults.scale import SCALE
from tests.kill.test_kill import Bot, alive, bot_in, ends

CONFIG = """
[telegram]
api_url = "{api_url}"
[storage]
url = "{url}"
"""
PATIENCE = 60  # real seconds
SOON = 15  # real seconds in which a standby is in the other's place

pytestmark = [pytest.mark.parametrize("dialect", ["postgres"]), pytest.mark.slow]


@asynccontextmanager
async def three(folder: Path, url: str) -> AsyncIterator[tuple[Bot, list[int], Phone]]:
    """The numbers of one that runs and two that wait, and somebody who writes."""
    await migrate(url)
    async with serve(RealClock(), limits=Limits.off()) as server, Playground(server.url) as playground:
        (folder / "config.toml").write_text(CONFIG.format(api_url=server.url, url=url))
        bot, ready = await bot_in(folder, new_key())
        person = await playground.person("Aigul", language="en")
        pids = [await bot.dabyl("run", "--standby")]
        try:
            await answers(person)
            for waiting in (1, 2):
                pids.append(await bot.dabyl("run", "--standby"))
                await says(
                    bot, *["standby: Another process already runs on this database; this one waits"] * waiting
                )
            yield bot, pids, person
        finally:
            for pid in filter(alive, pids):
                os.kill(pid, signal.SIGKILL)
            await ends(ready)


async def answers(person: Phone) -> None:
    """Whoever acts answers once."""
    before = len([one for one in await person.shown() if one.from_bot])
    await person.writes("/id")
    async with asyncio.timeout(PATIENCE):
        while len([one for one in await person.shown() if one.from_bot]) == before:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.3)
    assert len([one for one in await person.shown() if one.from_bot]) == before + 1


async def says(bot: Bot, *parts: str) -> None:
    """Their log has all of this."""
    async with asyncio.timeout(PATIENCE):
        while any(bot.log().count(part) < parts.count(part) for part in parts):  # noqa: ASYNC110 - others write it
            await asyncio.sleep(0.05)


async def test_one_that_sleeps_keeps_its_place_and_one_that_is_killed_has_a_successor_within_seconds(
    tmp_path: Path, empty_url: str
) -> None:
    async with three(tmp_path, empty_url) as (bot, (first, *others), person):
        os.kill(first, signal.SIGSTOP)
        await asyncio.sleep(60 if SCALE.long else 2)
        assert "took over" not in bot.log()
        os.kill(first, signal.SIGCONT)
        await answers(person)
        assert alive(first)
        begun = asyncio.get_running_loop().time()
        os.kill(first, signal.SIGKILL)
        await answers(person)
        assert asyncio.get_running_loop().time() - begun < SOON
        await says(bot, "standby: took over")
        assert all(map(alive, others))
        os.kill(others[0], signal.SIGKILL)  # it may act, or wait still
        await answers(person)
        assert alive(others[1])


async def test_of_two_whose_sessions_the_server_ends_one_goes_on(tmp_path: Path, empty_url: str) -> None:
    async with three(tmp_path, empty_url) as (_, _, person):
        for _ in range(3):
            connection = await asyncpg.connect(empty_url.replace("postgresql+asyncpg", "postgresql"))
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
            await connection.close()
            await answers(person)
