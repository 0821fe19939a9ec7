"""One run of one bot: ``python -m benchmarks.load dabyl [--size quick]`` prints what was measured as JSON.

This process is the local Bot API server with the phones on it; the bot is a process of its own. The steps of a run:

start    until the bot first asks for updates; then its memory at rest
warm up  some people, each brought to a chance place of their report
idle     one case after the other is opened, a fifth of a second after the last thing that happened
11, 50   so many updates a second at even distances; who waited longest with a question on the screen acts (after half a
         second at least); where nobody has one, somebody new begins, so a slow bot gets no fewer updates
flat     many people who answer at once: how many updates are handled when there is always one more

In the steps idle and 11 the server keeps Telegram's send limits, in the others it has none. Times come from the server's
journals. Garbage is collected between the steps only, so that no pause of this process counts as the bot's.
"""

import argparse
import asyncio
import gc
import json
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psutil

from benchmarks.contestants import CONTESTANTS, Running
from benchmarks.guided import BY_NAME, OPENING, UPDATES
from benchmarks.phones import Phones, Reporter, first_alerts
from benchmarks.sizes import SIZES, Sizes
from bot.clock.clock import RealClock
from playground.limits import Limits
from playground.serve import serve
from playground.server import TOKEN, Server

THINKS = 0.5  # seconds at least between a question and its answer
STARTING = 30.0
OPENS = BY_NAME[OPENING] + 1  # the act that opens the case
EVERYTHING = ("idle", "11", "50", "flat")
STEPS = {  # Dabyl holds back by itself unless its limits are lifted
    "ptb": EVERYTHING,
    "aiogram": EVERYTHING,
    "dabyl": ("50", "flat"),
    "dabyl-limits": ("idle", "11"),
    "dabyl-shipped": ("idle", "11"),
    "echo": ("flat",),
}
Json = dict[str, Any]


class Load:
    """The steps of one run, which add to ``result``."""

    def __init__(self, server: Server, phones: Phones, running: Running, sizes: Sizes, seed: int) -> None:
        self._server = server
        self._phones = phones
        self._running = running
        self._sizes = sizes
        self._chance = random.Random(seed)
        self._windows: dict[str, tuple[float, float]] = {}
        self.result: Json = {"steps": {}}

    def _bot(self) -> psutil.Process:
        assert self._running.process is not None  # it was started
        return psutil.Process(self._running.process.pid)

    async def start(self) -> None:
        """Start the bot. Raises RuntimeError if it does not ask for updates."""
        begun = time.time()
        await self._running.start()
        if not await self._phones.until(lambda: self._phones.polled, STARTING):
            raise RuntimeError(f"the bot does not ask for updates:\n{self._running.log()}")
        await asyncio.sleep(self._sizes.rest_seconds)
        self.result["start_s"] = self._phones.polled[0] - begun
        self.result["memory_rest_mb"] = self.memory()

    async def warm_up(self, people: int) -> None:
        """Bring people to a chance place of their reports."""
        phones = self._phones
        goals = {phones.new(): self._chance.randrange(UPDATES - 1) for _ in range(people)}
        arrived: list[Reporter] = []
        for one in goals:
            phones.act(one)
        while len(arrived) < people:
            if not await phones.until(lambda: phones.ready, STARTING):
                raise RuntimeError(f"the bot does not answer:\n{self._running.log()}")
            one = phones.ready.popleft()
            if one.done <= goals.get(one, -1):
                phones.act(one)
            else:
                arrived.append(one)
        phones.ready.extend(arrived)

    async def step(self, name: str) -> None:
        """One of the measured steps, and the processor time of the bot and of this process meanwhile."""
        free = name in ("50", "flat")
        self._server.gate.limits = Limits.off() if free else Limits()
        sizes = self._sizes
        gc.collect()
        run: dict[str, Coroutine[Any, Any, None]] = {
            "idle": self._idle(sizes.idle_cases),
            "11": self._steady(11, sizes.eleven_seconds),
            "50": self._steady(50, sizes.fifty_seconds),
            "flat": self._flat(sizes.flat_people, sizes.flat_seconds),
        }
        begun, cpu, own = time.time(), self.cpu(), time.process_time()
        for coroutine in (one for other, one in run.items() if other != name):
            coroutine.close()
        await run[name]
        ended = time.time()
        self._windows[name] = begun, ended
        self.result["steps"][name] = {
            "seconds": ended - begun,
            "cpu_s": self.cpu() - cpu,
            "server_cpu_s": time.process_time() - own,
            "memory_mb": self.memory(),
        }
        await self._phones.until(lambda: not self._phones.waiting, sizes.patience)

    def memory(self) -> float:
        """What the bot has in memory now, in MB."""
        return float(self._bot().memory_info().rss / 2**20)

    def cpu(self) -> float:
        """The bot's processor time until now, in seconds."""
        times = self._bot().cpu_times()
        return float(times.user + times.system)

    async def _idle(self, cases: int) -> None:
        for _ in range(cases):
            self._phones.act(self._phones.new())
            for _ in range(OPENS):
                await self._phones.until(lambda: not self._phones.waiting, self._sizes.patience)
                await asyncio.sleep(0.2)
                self._phones.act(self._phones.ready.pop())
            await self._phones.until(lambda: not self._phones.waiting, self._sizes.patience)

    async def _steady(self, rate: float, seconds: float) -> None:
        begun = time.time()
        for number in range(max(1, round(rate * seconds))):
            await asyncio.sleep(max(0, begun + number / rate - time.time()))
            self._phones.act(self._next(THINKS))

    async def _flat(self, people: int, seconds: float) -> None:
        end = time.time() + seconds
        while (left := end - time.time()) > 0:
            if await self._phones.until(lambda: self._phones.waiting < people, left):
                self._phones.act(self._next(0))

    def _next(self, thinks: float) -> Reporter:
        ready = self._phones.ready
        if ready and time.time() - ready[0].ready_at >= thinks:
            return ready.popleft()
        return self._phones.new()

    def read(self, persons: dict[int, int] | None) -> None:
        """What the phones saw of each step, in milliseconds; ``persons`` as in first_alerts."""
        alerts = first_alerts(self._phones.alerts, persons)
        for name, (begun, ended) in self._windows.items():
            sent = [one for one in self._phones.sent if begun <= one.at < ended]
            opened = [one for one in sent if one.act == OPENS]
            self.result["steps"][name] |= {
                "sent": len(sent),
                "unanswered": sum(one.replied is None for one in sent),
                "handled": sum(begun <= (one.replied or 0) < ended for one in self._phones.sent),
                "reply_ms": [1000 * (one.replied - one.at) for one in sent if one.replied is not None],
                "alert_ms": [
                    1000 * (alerts[one.person][0] - one.at) for one in opened if one.person in alerts
                ],
                "not_alerted": sum(one.person not in alerts for one in opened),
            }
        self.result["refused"] = self._server.gate.refused


@asynccontextmanager
async def stage(name: str) -> AsyncIterator[tuple[Server, Phones, Running]]:
    """A server with phones, and a contestant ready to start. It ends and its files go with the stage."""
    async with serve(RealClock(), limits=Limits.off()) as server:
        with tempfile.TemporaryDirectory(prefix="dabyl-bench-", ignore_cleanup_errors=True) as folder:
            phones = Phones(server)
            running = Running(CONTESTANTS[name], Path(folder), server.url, TOKEN)
            await running.prepare()
            watching = asyncio.create_task(phones.watch())
            try:
                yield server, phones, running
            finally:
                watching.cancel()
                await running.stop(kill=True)


async def measure(name: str, sizes: Sizes, seed: int) -> Json:
    """One run; its figures as JSON data."""
    async with stage(name) as (server, phones, running):
        load = Load(server, phones, running, sizes, seed)
        gc.disable()
        try:
            await load.start()
            slow = "50" not in STEPS[name] and name != "echo"
            await load.warm_up(min(sizes.warm_up, 20) if slow else sizes.warm_up)
            for step in STEPS[name]:
                await load.step(step)
        finally:
            gc.enable()
        await running.stop()
        load.read(await running.alerted())
        return load.result


def main() -> None:
    """One run of one bot."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("contestant", choices=STEPS)
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    json.dump(asyncio.run(measure(given.contestant, SIZES[given.size], given.seed)), sys.stdout)


if __name__ == "__main__":
    main()
