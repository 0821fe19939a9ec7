"""The sender at its limit: .venv/bin/python -m benchmarks.sender [--seconds 60] [--rate 30]

10,000 digests and follow-ups wait for 2,000 chats; the local Bot API server, a process of its own, enforces the limit as
Telegram does (30 sends a second, or what was paid for). Meanwhile an alert is written at random moments, about one a second.

used        sends that the server accepted a second, as a share of the allowed rate
refused     how many it answered with 429
alert       from the commit of an alert to its arrival at the server, in slots (1 / rate seconds); median and p99
one chat    the same while one chat is answered with 429 all the time: what the others lose
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

import httpx

from benchmarks.growth import RESULTS, serving
from bot import app as program
from bot.clock.clock import RealClock
from bot.config.settings import KEY, TOKEN, load
from core.model import Address
from core.traffic import Lane, Outgoing
from handlers.people import addresses
from playground.client import Playground
from playground.server import TOKEN as TOKEN_VALUE
from storage.migrate import migrate
from storage.sealing import new_key

WAITING = 10_000  # at least, and so many that they last
CHATS = 2_000
LAWYERS = 20
LANES = (Lane.DIGEST, Lane.NEWS)
CONFIG = """\
[telegram]
api_url = "{api_url}"
[storage]
url = "sqlite+aiosqlite:///{file}"
[limits]
per_second = {rate}
in_flight = {in_flight}
"""


@dataclass(frozen=True)
class Run:
    """What one run showed. Latencies in slots."""

    rate: float
    case: str
    used: float
    refused: int
    alerts: int
    alert_median: float
    alert_p99: float
    cpu_ms_a_send: float


async def run(rate: int, seconds: float, stubborn: bool) -> Run:
    """One run; ``stubborn``: one chat answers with 429 throughout."""
    with tempfile.TemporaryDirectory(prefix="dabyl-sender-") as folder:
        async with serving() as api_url, Playground(api_url) as playground:
            file, config = Path(folder, "dabyl.db"), Path(folder, "config.toml")
            in_flight = max(8, rate // 5)
            config.write_text(CONFIG.format(api_url=api_url, file=file, rate=rate, in_flight=in_flight))
            settings = load(config, {**os.environ, TOKEN: TOKEN_VALUE, KEY: new_key()})
            await migrate(settings.storage.url)
            phones = [await playground.person("Made-up", id=1000 + n) for n in range(CHATS + LAWYERS)]
            for at in range(0, len(phones), 20):
                await asyncio.gather(*(phone.starts() for phone in phones[at : at + 20]))
            async with program.open_app(settings, RealClock()) as app:
                waiting = max(WAITING, int(rate * (seconds + 10)))
                people = await fill(app, [phone.id for phone in phones], waiting)
                if stubborn:
                    await playground.fails("too_many", times=None, chat=phones[0], retry_after=3)
                async with httpx.AsyncClient(base_url=api_url, trust_env=False) as http:
                    limit = {"all": [rate, 1, rate]}
                    await http.post("/playground/limits", json=limit)
                    return await watch(app, playground, http, people[-LAWYERS:], rate, seconds, stubborn)


async def fill(app: program.App, chats: Sequence[int], waiting: int) -> list[Address]:
    """The addresses, and what waits for all but the lawyers'."""
    async with app.database.write(app.clock.now()) as tx:
        people = [await addresses.of_chat(tx, str(chat)) for chat in chats]
        for number in range(waiting):
            address = people[number % CHATS]
            tx.outgoing.add(message(tx.new_id(), address, LANES[number % len(LANES)], tx.now))
    return people


def message(id: int, address: Address, lane: Lane, now: datetime) -> Outgoing:
    """A row of the outbox."""
    return Outgoing(id, address.id, lane, "message", {"text": f"{lane.name} {id}", "rows": []}, now)


async def watch(
    app: program.App,
    playground: Playground,
    http: httpx.AsyncClient,
    lawyers: Sequence[Address],
    rate: int,
    seconds: float,
    stubborn: bool,
) -> Run:
    """Let it send for so long, with alerts in between."""
    chance = random.Random(1)
    sending = asyncio.create_task(app.outbox.run())
    await asyncio.sleep(3)  # the first burst is over
    first = (await playground.calls("sendMessage"))[-1]["sequence"]
    begun, cpu = time.monotonic(), time.process_time()
    written: dict[str, datetime] = {}
    while time.monotonic() - begun < seconds:
        await asyncio.sleep(chance.uniform(0.3, 1.7))
        async with app.database.write(app.clock.now()) as tx:
            row = message(tx.new_id(), chance.choice(lawyers), Lane.ALERT, tx.now)
            tx.outgoing.add(row)
        written[row.payload["text"]] = app.clock.now()
    lasted, cpu = time.monotonic() - begun, time.process_time() - cpu
    await asyncio.sleep(1)
    calls = await playground.calls("sendMessage", first)
    sending.cancel()
    await asyncio.gather(sending, return_exceptions=True)
    await app.finish()
    until = datetime.fromisoformat(calls[0]["at"]).timestamp() + lasted
    accepted = [
        one for one in calls if one["status"] == 200 and datetime.fromisoformat(one["at"]).timestamp() < until
    ]
    arrived = {one["params"]["text"]: datetime.fromisoformat(one["at"]) for one in accepted}
    late = sorted(
        (arrived[text] - at).total_seconds() * rate for text, at in written.items() if text in arrived
    )
    refused = (await http.post("/playground/limits", json={})).json()["refused"]
    return Run(
        rate,
        "one chat answers 429" if stubborn else "all chats answer",
        len(accepted) / lasted / rate,
        refused,
        len(late),
        statistics.median(late),
        late[int(len(late) * 0.99)],
        1000 * cpu / len(accepted),
    )


async def main(rates: Sequence[int], seconds: float) -> list[Run]:
    """All runs, one after the other."""
    found = []
    for rate in rates:
        for stubborn in (False, True):
            found.append(await run(rate, seconds, stubborn))
            print(found[-1], flush=True)
    return found


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--seconds", type=float, default=60, help="how long each run sends (default: 60)")
    arguments.add_argument(
        "--rate", type=int, action="append", help="sends a second (default: 30, then 1000)"
    )
    given = arguments.parse_args()
    runs = asyncio.run(main(given.rate or [30, 1000], given.seconds))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "sender.json").write_text(json.dumps([asdict(one) for one in runs], indent=1) + "\n")
