"""One bot through the worst hour: ``python -m benchmarks.hour.start FILE benchmarks.hour.play BOT`` prints figures as JSON.

This process is the local Bot API server with Telegram's limits and all phones; the bot is a process of its own. Around each
kill time goes as the machine's does, from the kill until what waited is fetched: a start takes as long as it takes.
"""

import argparse
import asyncio
import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import psutil

from benchmarks.contestants import CONTESTANTS, Running
from benchmarks.hour.citizens import FIRST, Citizens
from benchmarks.hour.count import figures
from benchmarks.hour.known import Pairs, known
from benchmarks.hour.pace import Pace, PacedClock
from benchmarks.hour.screens import Screens, Shown
from benchmarks.hour.staff import COORDINATORS, LAWYERS, Staff
from benchmarks.hour.story import lawyers_by_city, reporters
from benchmarks.peers.desk import Desk
from bot.clock.clock import RealClock
from playground.serve import serve
from playground.server import TOKEN, Server

CHANNEL = -1_001_000_000_001
DETENTIONS = 1_100  # of an hour
SETTLES = 3.0  # real seconds after a start until time goes fast again
DIGEST = 2  # minutes after the hour
LEAD = 180.0  # seconds until the hour begins: the bot starts meanwhile
STARTING, LONGEST, QUIET = 60.0, 600.0, 20.0  # seconds of the hour
SETTINGS = """
[organisation]
zone = "Asia/Almaty"
[digest]
time = "{time}"
"""
Json = dict[str, Any]


class Hour:
    """The hour of one bot."""

    def __init__(self, name: str, minutes: float, kills: int, seed: int, pace: Pace, factor: float) -> None:
        self._name = name
        self._seconds = 60 * minutes
        self._kills = kills
        self._seed = seed
        self._pace = pace
        self._factor = factor
        self._start = datetime.fromtimestamp(pace.now() + LEAD, UTC).replace(second=0, microsecond=0)
        self._digest_at = self._start + timedelta(seconds=self._seconds, minutes=DIGEST)
        self._cpu = self._memory = 0.0
        self._came_back: list[float] = []
        self._dead: list[tuple[float, float]] = []
        self._people = reporters(max(1, round(DETENTIONS * minutes / 60)), self._seconds, self._local, seed)
        self._detention = {FIRST + one.number: one.detention for one in self._people}

    @property
    def _local(self) -> datetime:
        return self._start + timedelta(hours=5)

    async def play(self, file: Path) -> Json:
        """All of it."""
        gc.disable()  # no pause of this process counts as the bot's
        async with serve(RealClock()) as server:
            with tempfile.TemporaryDirectory(prefix="dabyl-hour-", ignore_cleanup_errors=True) as folder:
                running = self._contestant(server, Path(folder), file)
                await running.prepare()
                server.world.add_chat("channel", "Made-up channel", bot="administrator", id=CHANNEL)
                try:
                    return await self._played(server, running)
                finally:
                    self._pace.set(1)
                    if running.process is not None:
                        await running.stop(kill=True)

    def _contestant(self, server: Server, folder: Path, file: Path) -> Running:
        cities = lawyers_by_city(len(LAWYERS))
        placed: dict[str, list[int]] = {}
        for number, city in zip(LAWYERS, cities, strict=True):
            placed.setdefault(city, []).append(number)
        desk = Desk(placed, list(COORDINATORS), CHANNEL, self._digest_at.timestamp(), 3, 300.0, 4)
        common = ("yes", "+77015550100", "no")
        rows = [
            (n, "lawyer", f"Made-up {n}", "ru en", c, *common) for n, c in zip(LAWYERS, cities, strict=True)
        ]
        rows += [(n, "coordinator", f"Made-up {n}", "ru en", "almaty", *common) for n in COORDINATORS]
        local = f"{self._digest_at + timedelta(hours=5):%H:%M}"
        contestant = CONTESTANTS[self._name]
        if contestant.program == "dabyl":
            settings = SETTINGS.format(time=local) + contestant.settings
            contestant = type(contestant)(**{**asdict(contestant), "settings": settings, "channel": CHANNEL})
        return Running(contestant, folder, server.url, TOKEN, rows, file, json.dumps(asdict(desk)))

    async def _played(self, server: Server, running: Running) -> Json:
        program = CONTESTANTS[self._name].program
        form = "report/" if program == "dabyl" else ""
        citizens = Citizens(server, self._people, self._start.timestamp(), form, self._seed)
        pairs: list[Pairs] = []
        staff = Staff(server, self._seed, lambda number: pairs[0].same(number, PacedClock().now()))
        tell: dict[str, Callable[[Shown], None]] = {
            "citizen": citizens.shown, "lawyer": staff.shown, "coordinator": staff.shown, "channel": lambda _: None,
        }  # fmt: skip
        screens = Screens(
            server, _role, lambda shown: tell[_role(shown.chat)](shown), self._start.timestamp()
        )
        citizens.screens = staff.screens = screens
        beside = [asyncio.create_task(screens.watch())]
        await running.start()
        await _until(lambda: screens.polls > 0, STARTING, running)
        if program == "dabyl":
            database = await running.database()
            pairs.append(Pairs(database, self._detention))
            beside += [asyncio.create_task(staff.coordinate(chat)) for chat in COORDINATORS]
            staff.open_boards()
        citizens.begin()
        self._pace.set(max(LEAD, self._factor))
        await asyncio.sleep(self._start.timestamp() - self._pace.now())
        self._pace.set(self._factor)
        begun, own = time.monotonic(), time.process_time()
        killing = asyncio.create_task(self._killing(running, screens, server))
        sampling = asyncio.create_task(self._sampling(running))
        await asyncio.sleep(self._digest_at.timestamp() + 5 - self._pace.now())
        await killing
        await self._rest(server, screens, citizens, running)
        real, own = time.monotonic() - begun, time.process_time() - own
        self._take_time(running)
        ended = self._pace.now()
        for task in (*beside, sampling):
            task.cancel()
        if program == "dabyl":
            await database.close()
        self._pace.set(1)
        await running.stop()
        kept = await known(running, program, PacedClock().now())
        return {
            "name": self._name,
            "factor": self._factor,
            "minutes": self._seconds / 60,
            "detentions": len(set(self._detention.values())),
            "kills": self._kills,
            "lasted_s": ended - self._start.timestamp(),
            "real_s": real,
            "harness_share": own / real,
            "cpu_s": self._cpu,
            "memory_mb": self._memory,
            "away_s": [back - gone for gone, back in self._dead],
            "staff_presses": staff.pressed,
            **figures(citizens, screens, kept, self._detention, server.gate.refused, self._seconds),
        }

    async def _killing(self, running: Running, screens: Screens, server: Server) -> None:
        """Kill and start again at moments spread over the hour; meanwhile time goes as the machine's."""
        chance = Random(f"kills {self._seed} {self._name}")
        part = self._seconds / max(1, self._kills)
        for number in range(self._kills):
            at = self._start.timestamp() + part * (number + chance.uniform(0.1, 0.9))
            await asyncio.sleep(at - self._pace.now())
            self._pace.set(1)
            gc.collect()
            self._take_time(running)
            gone = self._pace.now()
            await running.stop(kill=True)
            polls = screens.polls
            await running.start()
            screens.killed = (
                self._pace.now()
            )  # what was on its way has come, and the new run says nothing yet
            await _until(lambda polls=polls: screens.polls > polls, STARTING, running)  # type: ignore[misc]
            self._dead.append((gone, self._pace.now()))
            await asyncio.sleep(SETTLES)
            await _until(lambda: server.pending < 100, STARTING, running)
            self._pace.set(self._factor)

    async def _sampling(self, running: Running) -> None:
        while True:
            await asyncio.sleep(10)
            if running.process is not None and running.process.returncode is None:
                rss = psutil.Process(running.process.pid).memory_info().rss / 2**20
                self._memory = max(self._memory, rss)

    def _take_time(self, running: Running) -> None:
        """The processor time of a run that ends now."""
        assert running.process is not None  # it was started
        times = psutil.Process(running.process.pid).cpu_times()
        self._cpu += times.user + times.system

    async def _rest(self, server: Server, screens: Screens, citizens: Citizens, running: Running) -> None:
        """Until all is fetched, nobody waits who will be answered, and the bot is quiet."""
        end = self._pace.now() + LONGEST
        while self._pace.now() < end:
            quiet = self._pace.now() - screens.last_call > QUIET
            if not server.pending and screens.posts and (quiet or not citizens.left):
                break
            await asyncio.sleep(1)


def _role(chat: int) -> str:
    if chat in LAWYERS:
        return "lawyer"
    if chat in COORDINATORS:
        return "coordinator"
    return "channel" if chat == CHANNEL else "citizen"


async def _until(happened: Callable[[], bool], patience: float, running: Running) -> None:
    end = asyncio.get_running_loop().time() + patience
    while not happened():
        if asyncio.get_running_loop().time() > end:
            raise RuntimeError(f"the bot does not go on:\n{running.log()}")
        await asyncio.sleep(0.02)


def main() -> None:
    """One hour of one bot."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("contestant", choices=("dabyl-shipped", "ptb", "aiogram"))
    parser.add_argument("--pace-file", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--factor", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    pace = Pace(given.pace_file)
    hour = Hour(given.contestant, given.minutes, given.kills, given.seed, pace, given.factor)
    json.dump(asyncio.run(hour.play(given.pace_file)), sys.stdout)
