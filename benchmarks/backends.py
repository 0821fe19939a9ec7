"""Our HTTP backend beside python-telegram-bot's own: .venv/bin/python -m benchmarks.backends [--seconds 2] [--rounds 5]

``Telegram.send`` as the outbox calls it, against the local Bot API server, which is a process of its own without limits.
Every round has a new server, and the two take turns in it, so that both see the same machine.

sends a second   with so many in flight at once; one of our cores is all there is, and the server shares the machine
CPU ms a send    of our process alone
"""

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from unittest import mock

import httpx
from telegram.request import BaseRequest, HTTPXRequest

from benchmarks.growth import RESULTS, serving
from bot.messengers.telegram.client import Telegram
from bot.messengers.telegram.requests import KEPT, Requests, certificates
from core.presentation import Presentation
from playground.client import Playground
from playground.server import TOKEN

IN_FLIGHT = (1, 8, 30)
SHOWN = Presentation("A detention in Almaty, Medeu district: two persons, a minor among them. Unverified.")


def with_httpx(api_url: str, connections: int, patience: float) -> BaseRequest:
    """python-telegram-bot's own, as the bot had it before."""
    limits = httpx.Limits(
        max_connections=connections, max_keepalive_connections=connections, keepalive_expiry=KEPT
    )
    return HTTPXRequest(
        read_timeout=patience,
        write_timeout=patience,
        pool_timeout=5,
        httpx_kwargs={"limits": limits, "verify": certificates()},
    )


BACKENDS: dict[str, Callable[[str, int, float], BaseRequest]] = {"httpx": with_httpx, "aiohttp": Requests}


@dataclass(frozen=True)
class Run:
    """What one run showed."""

    backend: str
    in_flight: int
    sends_a_second: float
    cpu_ms_a_send: float


async def run(backend: str, in_flight: int, api_url: str, chat: int, seconds: float) -> Run:
    """Send for so long."""
    with mock.patch("bot.messengers.telegram.Requests", BACKENDS[backend]):
        telegram = Telegram(TOKEN, api_url, in_flight=in_flight)
    sent, end = 0, 0.0

    async def goes_on() -> None:
        nonlocal sent
        while time.monotonic() < end:
            await telegram.send(str(chat), SHOWN)
            sent += 1

    await asyncio.gather(
        *(telegram.send(str(chat), SHOWN) for _ in range(in_flight))
    )  # the connections stand
    begun, cpu = time.monotonic(), time.process_time()
    end = begun + seconds
    await asyncio.gather(*(goes_on() for _ in range(in_flight)))
    lasted, cpu = time.monotonic() - begun, time.process_time() - cpu
    await telegram.close()
    return Run(backend, in_flight, sent / lasted, 1000 * cpu / sent)


async def main(rounds: int, seconds: float) -> list[Run]:
    """All runs, and a table of their medians."""
    found = []
    for number in range(rounds):
        async with serving() as api_url, Playground(api_url) as playground:
            person = await playground.person("Made-up")
            await person.starts()
            for in_flight in IN_FLIGHT:
                for backend in sorted(BACKENDS, reverse=bool(number % 2)):
                    found.append(await run(backend, in_flight, api_url, person.id, seconds))
    print(f"{'':12}{'in flight':>12}{'sends/s':>12}{'CPU ms a send':>16}   medians of {rounds}")
    for in_flight in IN_FLIGHT:
        for backend in BACKENDS:
            runs = [one for one in found if (one.backend, one.in_flight) == (backend, in_flight)]
            rate = statistics.median(one.sends_a_second for one in runs)
            cpu = statistics.median(one.cpu_ms_a_send for one in runs)
            print(f"{backend:12}{in_flight:>12}{rate:>12.0f}{cpu:>16.2f}")
    return found


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--seconds", type=float, default=2, help="how long each run sends (default: 2)")
    arguments.add_argument("--rounds", type=int, default=5, help="how often each is run (default: 5)")
    given = arguments.parse_args()
    runs = asyncio.run(main(given.rounds, given.seconds))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "backends.json").write_text(json.dumps([asdict(one) for one in runs], indent=1) + "\n")
