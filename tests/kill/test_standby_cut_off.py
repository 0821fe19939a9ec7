"""Two machines, one PostgreSQL: the network of one is pulled, the server is restarted. ``make faults`` plays it: it takes
the seconds that a silent network takes.
"""

import asyncio
import os
import signal
from contextlib import AsyncExitStack
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
from tests.kill.cable import HERE, NETWORK, Machine, machine, passed_on, possible
from tests.kill.own_server import PORT, OwnServer, own_server
from tests.kill.test_kill import Bot, alive, bot_in, ends
from tests.kill.test_standby import CONFIG, answers, says

SOON = 15.0  # real seconds from a pulled cable until the other answers
URL = f"postgresql://postgres@{HERE}:{PORT}/postgres"

pytestmark = [
    pytest.mark.skipif(not SCALE.long, reason="takes two minutes: make faults"),
    pytest.mark.skipif(SCALE.long and not possible(), reason="needs root and network namespaces"),
    pytest.mark.slow,
]


class Pair:
    """One machine whose cable can be pulled, on which a bot acts, and this one, on which another waits."""

    def __init__(
        self, cable: Machine, server: OwnServer, bots: tuple[Bot, Bot], pids: list[int], person: Phone
    ) -> None:
        self.cable = cable
        self.server = server
        self.far, self.near = bots
        self.far_pid, self.near_pid = pids
        self.person = person


async def _pair(ours: AsyncExitStack, folder: Path) -> Pair:
    cable = await ours.enter_async_context(machine())
    server = await ours.enter_async_context(own_server(HERE, NETWORK))
    await migrate(URL)
    telegram = await ours.enter_async_context(serve(RealClock(), limits=Limits.off()))
    playground = await ours.enter_async_context(Playground(telegram.url))
    port = await ours.enter_async_context(passed_on(int(telegram.url.rpartition(":")[2])))
    person, key, bots, pids = await playground.person("Aigul", language="en"), new_key(), [], list[int]()
    for name, command in (("far", Machine.command), ("near", ())):
        (folder / name).mkdir()
        config = CONFIG.format(api_url=f"http://{HERE}:{port}", url=URL)
        (folder / name / "config.toml").write_text(config)
        bot, ready = await bot_in(folder / name, key, *command)
        ours.push_async_callback(ends, ready)
        pids.append(await bot.dabyl("run", "--standby"))
        ours.callback(_kill, pids[-1])
        bots.append(bot)
        if name == "far":
            await answers(person)
    await says(bots[1], "standby: Another process already runs")
    return Pair(cable, server, (bots[0], bots[1]), pids, person)


def _kill(pid: int) -> None:
    if alive(pid):
        os.kill(pid, signal.SIGKILL)


async def test_the_other_takes_over_when_the_cable_is_pulled_and_the_one_that_comes_back_ends(
    tmp_path: Path,
) -> None:
    async with AsyncExitStack() as ours:
        pair = await _pair(ours, tmp_path)
        begun = asyncio.get_running_loop().time()
        pair.cable.pull()
        await answers(pair.person)
        took = asyncio.get_running_loop().time() - begun
        await says(pair.near, "standby: took over")
        assert alive(pair.far_pid)  # it does not know yet
        pair.cable.plug_in()
        async with asyncio.timeout(120):
            while alive(pair.far_pid):
                await answers(pair.person)  # by one of them, never by both
        assert "another one has taken its place" in pair.far.log()
        await answers(pair.person)
        assert alive(pair.near_pid)
        print(f"\ncable pulled: the other answered after {took:.1f} s")  # noqa: T201
        assert took < SOON


async def test_a_cable_that_is_plugged_in_again_at_once_changes_nothing(tmp_path: Path) -> None:
    async with AsyncExitStack() as ours:
        pair = await _pair(ours, tmp_path)
        pair.cable.pull()
        await asyncio.sleep(3)
        pair.cable.plug_in()
        await answers(pair.person)
        assert "took over" not in pair.near.log()
        assert alive(pair.far_pid)


async def test_of_two_one_goes_on_when_the_server_is_restarted(tmp_path: Path) -> None:
    async with AsyncExitStack() as ours:
        pair = await _pair(ours, tmp_path)
        for _ in range(3):
            await asyncio.to_thread(pair.server.restart, HERE)
            await answers(pair.person)
        connection = await asyncpg.connect(URL)
        holding = await connection.fetchval(
            "SELECT count(DISTINCT pid) FROM pg_locks WHERE locktype = 'advisory'"
        )
        await connection.close()
        assert holding == 1
