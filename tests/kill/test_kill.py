"""The promise, on a real process: kill -9 at any moment loses nothing that was said, and every case is alerted.

200 people report at the same time, as phones do: one message that names a city, three more in their own words, one
tap. The bot is killed again and again at random moments and started again at once. What repeats is at most what was in
flight when it died. In ``make faults`` there are 25 such runs of twenty kills, which makes five hundred.
"""

import asyncio
import json
import os
import random
import re
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.clock.clock import RealClock
from core.roster.csv_file import NEEDED
from playground.client import Playground
from playground.limits import Limits
from playground.phone import Phone
from playground.serve import serve
from playground.server import TOKEN, Server
from storage.database import Database
from storage.migrate import migrate
from storage.outbox import waiting
from storage.schema import cards, inbox, outbox
from storage.sealing import Keyring, new_key
from tests.faults.scale import SCALE, SEED
from tests.project.tree import ROOT

pytestmark = pytest.mark.slow

PEOPLE, LAWYERS, KILLS, IN_FLIGHT, TOGETHER = 200, 200, SCALE.kills, 8, 25
SAID = 4  # messages of words by each person
PATIENCE = 240  # real seconds until the bot, alive again, must have done everything
ACCEPT = re.compile(r"accept:\d+")
CONFIG = """
[telegram]
api_url = "{api_url}"
[storage]
url = "sqlite+aiosqlite:///{folder}/dabyl.db"
[limits]
per_second = 1000.0
chat_burst = 1000
chat_per_second = 1000.0
in_flight = {in_flight}
[[escalation.steps]]
ask = "region"
at_once = 2
wait_minutes = 60.0
"""


class Bot:
    """The real program as a process, which can be killed."""

    def __init__(self, folder: Path, ready: asyncio.subprocess.Process) -> None:
        self._log = folder / "bot.log"
        self._config = folder / "config.toml"
        self._ready = ready
        self._running = 0

    async def dabyl(self, *arguments: str) -> int:
        """Start a command. The number of its process."""
        assert self._ready.stdin is not None
        assert self._ready.stdout is not None
        order = [[*arguments, "--config", str(self._config)], str(self._log)]
        self._ready.stdin.write(json.dumps(order).encode() + b"\n")
        return int(await self._ready.stdout.readline())

    async def start(self) -> None:
        """Run it."""
        self._running = await self.dabyl("run")

    def number(self) -> int:
        """Of its process."""
        return self._running

    def signal(self, which: signal.Signals) -> None:
        """Stop it for a while, or let it go on."""
        os.kill(self._running, which)

    async def kill(self) -> None:
        """Kill -9: nothing is flushed, nothing is said."""
        assert alive(self._running), self.log()
        os.kill(self._running, signal.SIGKILL)
        await gone(self._running)

    def log(self) -> str:
        """The end of what it has said."""
        return self._log.read_text()[-3000:] if self._log.exists() else ""


def alive(pid: int) -> bool:
    """Whether there is such a process."""
    return Path(f"/proc/{pid}").exists()


async def gone(pid: int) -> None:
    """Wait for its end."""
    while alive(pid):  # noqa: ASYNC110 - it is no child of ours
        await asyncio.sleep(0.005)


async def bot_in(folder: Path, key: str, *before: str) -> tuple[Bot, asyncio.subprocess.Process]:
    """A bot that is not started yet, and the process that starts it, to be killed at the end. ``before``: its command."""
    ready = await asyncio.create_subprocess_exec(
        *(*before, sys.executable, "-m", "tests.kill.ready"),
        env={**os.environ, "DABYL_TELEGRAM_TOKEN": TOKEN, "DABYL_KEY": key},
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    return Bot(folder, ready), ready


async def ends(ready: asyncio.subprocess.Process) -> None:
    """The process that starts bots ends too."""
    ready.kill()
    await ready.communicate()


@asynccontextmanager
async def _running(folder: Path, key: str) -> AsyncIterator[tuple[Server, Playground, Bot, Counter[str]]]:
    sent: Counter[str] = Counter()

    def count(method: str, params: dict[str, Any]) -> None:
        sent[method] += 1
        sent.update(ACCEPT.findall(str(params.get("reply_markup"))))

    clock = RealClock()
    async with (
        serve(clock, limits=Limits.off(), on_call=count) as server,
        Playground(server.url) as playground,
    ):
        (folder / "config.toml").write_text(
            CONFIG.format(api_url=server.url, folder=folder, in_flight=IN_FLIGHT)
        )
        bot, ready = await bot_in(folder, key)
        await migrate(f"sqlite:///{folder}/dabyl.db")
        lawyers = [await playground.person(f"Lawyer {n}", language="ru") for n in range(LAWYERS)]
        lines = [",".join(NEEDED)]
        lines += [f"{one.id},lawyer,Made-up {one.id},ru,almaty,yes,+77015550100,no" for one in lawyers]
        (folder / "roster.csv").write_text("\n".join(lines))
        await gone(await bot.dabyl("roster", "import", str(folder / "roster.csv")))
        assert f"{LAWYERS} added" in bot.log()
        for lawyer in lawyers:
            await lawyer.starts()
        await bot.start()
        try:
            yield server, playground, bot, sent
        finally:
            await bot.kill()
            await ends(ready)
            await ready.wait()


def _sayings(number: int) -> list[str]:
    return [
        f"в алматы задержали человека у дома {number}",
        *(f"слова {number} раз {k} ничего больше" for k in range(1, SAID)),
    ]


async def _reports(person: Phone, number: int, crowd: asyncio.Semaphore, chance: random.Random) -> None:
    async with crowd:
        for said in _sayings(number):
            await person.writes(said)
            await asyncio.sleep(chance.uniform(0.05, 0.6))
        for shown in [m for m in await person.shown() if m.from_bot][-1:]:
            await person.taps_data(shown.id, "report/ongoing:yes")


async def _kills(sent: Counter[str], bot: Bot, chance: random.Random) -> int:
    """Kill while people write; each time after the bot has come back and a random moment more."""
    kills = 0
    while kills < KILLS:
        polls = sent["getUpdates"]
        while sent["getUpdates"] == polls:  # noqa: ASYNC110 - another process sets it
            await asyncio.sleep(0.02)
        await asyncio.sleep(chance.uniform(0, 0.8))
        await bot.kill()
        kills += 1
        await bot.start()
    return kills


async def _rest(server: Server, database: Database) -> None:
    """Wait until the bot has done everything there is to do."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while True:
        async with database.read(RealClock().now()) as tx:
            left = {
                "pending": server.pending,
                "inbox": (await tx.execute(inbox.select().where(inbox.c.state == "open"))).all().__len__(),
                "outbox": len(await waiting(tx, 10_000)),
                "leased": await tx.outgoing.count(outbox.c.state == "leased")
                + await tx.cards.count(cards.c.lease.is_not(None)),
            }
        if not any(left.values()):
            return
        assert asyncio.get_running_loop().time() < end, f"no rest: {left}"
        await asyncio.sleep(0.2)


@pytest.mark.parametrize("run", range(SCALE.kill_runs), ids=lambda run: f"run-{run}")
async def test_kills_while_two_hundred_people_report_lose_nothing_and_repeat_only_what_was_in_flight(
    tmp_path: Path, run: int
) -> None:
    key, chance = new_key(), random.Random(SEED * 1_000 + run)
    async with _running(tmp_path, key) as (server, playground, bot, sent):
        people = [await playground.person(f"Person {n}", language="ru") for n in range(PEOPLE)]
        crowd = asyncio.Semaphore(TOGETHER)
        killing = asyncio.create_task(_kills(sent, bot, chance))
        await asyncio.gather(*(_reports(p, n, crowd, chance) for n, p in enumerate(people)))
        assert await killing == KILLS
        database = await Database.open(f"sqlite:///{tmp_path}/dabyl.db", Keyring.parse(key))
        try:
            await _rest(server, database)
            async with database.read(RealClock().now()) as tx:
                entries = await tx.entries.select()
                reports = await tx.reports.select()
                alerts = await tx.alerts.select()
                found_cases = await tx.cases.select()
                messages = await tx.outgoing.count(outbox.c.kind == "message", outbox.c.state == "sent")
                failed = await tx.outgoing.count(outbox.c.state == "failed")
                shown = await tx.cards.count(cards.c.message_id.is_not(None))
                parked = (await tx.execute(inbox.select().where(inbox.c.state == "parked"))).all()
        finally:
            await database.close()
        assert [(row.id, row.attempts, row.error) for row in parked] == []
        assert failed == 0
        said = Counter(str(entry.payload["text"]) for entry in entries if "text" in entry.payload)
        assert said == Counter(text for n in range(PEOPLE) for text in _sayings(n))
        assert len([r for r in reports if r.case_id is not None]) == len(found_cases) == PEOPLE
        assert {alert.case_id for alert in alerts} == {case.id for case in found_cases}
        assert {f"accept:{alert.id}" for alert in alerts} <= set(sent)
        repeats = sent["sendMessage"] - messages - shown
        assert 0 <= repeats <= KILLS * IN_FLIGHT
        print(f"\n{KILLS} kills, {len(entries)} entries, {sent['sendMessage']} sends, {repeats} repeated")  # noqa: T201
