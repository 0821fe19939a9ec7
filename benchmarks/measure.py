"""What docs/develop/performance.md says, measured again: .venv/bin/python benchmarks/measure.py [--updates 2000]

On SQLite in a temporary folder, in one process, without any network but this machine's own:

updates      how many a second are handled, in batches of 32 against one a transaction; and their processor time
statements   how many an update takes, the same two ways
alert        how long from a citizen's message to the request that shows it to a lawyer, when nothing else happens
"""

import argparse
import asyncio
import json
import os
import statistics
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot import app as program
from bot.clock.clock import RealClock
from bot.config.settings import KEY, TOKEN, load
from bot.messengers.telegram.parsing import parse
from core.roster.person_row import RosterRow
from core.vocabulary import Role
from handlers import dispatch
from handlers.casework import roster
from playground.client import Playground
from playground.limits import Limits
from playground.serve import serve
from playground.server import TOKEN as TOKEN_VALUE
from playground.server import Server
from storage import inbox
from storage.migrate import migrate
from storage.sealing import new_key

# One report as twelve messages: about what people sent on the worst known days.
SAYS = (
    "/start",
    "задержали двух человек в Алматы",
    "у памятника, двое в штатском",
    "Дана Придуманная",
    "сегодня в 7 утра",
    "да",
    "не знаю",
    "+7 700 000 00 01",
    "пропустить",
    "свидетель",
    "пропустить",
    "да",
)
LAWYERS = range(7, 27)
ALERTS = 30


@dataclass(frozen=True)
class Handled:
    """One run over all updates."""

    seconds: float
    cpu: float  # seconds of processor time, which other programs on the machine hardly change
    statements: int
    updates: int

    @property
    def rate(self) -> float:
        """Updates a second."""
        return self.updates / self.seconds


@asynccontextmanager
async def bot(server: Server) -> AsyncIterator[program.App]:
    """The real bot on a fresh database with twenty lawyers, not running yet."""
    with tempfile.TemporaryDirectory(prefix="dabyl-measure-") as folder:
        url = f"sqlite:///{folder}/dabyl.db"
        config = Path(folder, "config.toml")
        config.write_text(
            f'[telegram]\napi_url = "{server.url}"\n[storage]\nurl = "{url}"\n'
            "[limits]\nper_second = 10000\nchat_per_second = 10000\nchat_burst = 10000\n"
        )
        await migrate(url)
        settings = load(config, {**os.environ, TOKEN: TOKEN_VALUE, KEY: new_key()})
        async with program.open_app(settings, RealClock()) as app:
            async with app.database.write(app.clock.now()) as tx:
                people = [
                    RosterRow(n, Role.LAWYER, "Made-up", ("ru",), ("almaty",), True, "", False)
                    for n in LAWYERS
                ]
                await roster.save_rows(tx, app.service, people)
            yield app


def updates_of(count: int) -> list[tuple[int, bytes]]:
    """What so many people write, each the same few messages, all mixed."""
    people = range(1000, 1000 + count // len(SAYS))
    said = [(person, text) for text in SAYS for person in people]
    return [
        (number, json.dumps(_update(number, person, text)).encode())
        for number, (person, text) in enumerate(said)
    ]


def _update(number: int, person: int, text: str) -> dict[str, Any]:
    chat = {"id": person, "type": "private", "first_name": "Made-up"}
    sender = {"id": person, "is_bot": False, "first_name": "Made-up", "language_code": "ru"}
    message = {"message_id": number + 1, "date": int(time.time()), "chat": chat, "from": sender, "text": text}
    return {"update_id": number, "message": message}


async def handle_all(server: Server, count: int, batch: int) -> Handled:
    """Store, handle and mark all updates, ``batch`` a transaction, as the inbox does."""
    async with bot(server) as app:
        database, now = app.database, app.clock.now
        updates = updates_of(count)
        begun, cpu, statements = time.perf_counter(), time.process_time(), 0
        for first in range(0, len(updates), batch):
            async with database.write(now()) as tx:
                await inbox.store(tx, "telegram", updates[first : first + batch])
                statements += tx.statements
            async with database.write(now()) as tx:
                rows = await inbox.next_open(tx, batch)
                incoming = [parse(row.raw) for row in rows]
                await dispatch.prefetch(tx, app.service, incoming)
                for row, one in zip(rows, incoming, strict=True):
                    await dispatch.handle(tx, app.service, one, row.received_at)
                await inbox.mark_done(tx, [row.id for row in rows])
                await tx.flush()
                statements += tx.statements
        seconds, cpu = time.perf_counter() - begun, time.process_time() - cpu
        return Handled(seconds, cpu, statements, len(updates))


async def alert_times(server: Server) -> list[float]:
    """Seconds from a citizen's message to the request that shows it to the lawyer; the bot is idle before each."""
    times = []
    async with bot(server) as app, Playground(server.url) as playground:
        for number in LAWYERS:
            await (await playground.person("Lawyer", id=number)).starts()
        running = asyncio.create_task(app.run())
        try:
            for number in range(ALERTS):
                citizen = await playground.person("Citizen", id=5000 + number, language="ru")
                await asyncio.sleep(0.2)
                seen = len(_shown(server))
                begun = time.perf_counter()
                await citizen.writes("задержали двух человек в Алматы")
                while len(_shown(server)) == seen:
                    await asyncio.sleep(0.001)
                times.append(time.perf_counter() - begun)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
    return times


def _shown(server: Server) -> list[Any]:
    """What shows lawyers something: a message, or another row in one that they have (several cases come as one)."""
    return [
        call
        for call in server.calls.after(0)
        if call["method"] in ("sendMessage", "editMessageText") and int(call["params"]["chat_id"]) in LAWYERS
    ]


async def main(count: int) -> None:
    """Measure and print."""
    async with serve(RealClock(), limits=Limits.off()) as server:
        singly = await handle_all(server, count // 4, 1)
        together = await handle_all(server, count, 32)
    async with serve(RealClock()) as server:
        times = sorted(await alert_times(server))
    few, many = together.statements / together.updates, singly.statements / singly.updates
    print(f"{'':20}{'one a transaction':>20}{'batches of 32':>20}{'ratio':>8}")
    print(
        f"{'updates a second':20}{singly.rate:20.0f}{together.rate:20.0f}{together.rate / singly.rate:8.1f}"
    )
    heavy, light = 1000 * singly.cpu / singly.updates, 1000 * together.cpu / together.updates
    print(f"{'CPU ms an update':20}{heavy:20.1f}{light:20.1f}{heavy / light:8.1f}")
    print(f"{'statements an update':20}{many:20.1f}{few:20.1f}{many / few:8.1f}")
    middle, worst = 1000 * statistics.median(times), 1000 * times[-1]
    print(f"message to alert: median {middle:.0f} ms, worst of {len(times)} {worst:.0f} ms")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--updates", type=int, default=2000, help="how many updates (default: 2000)")
    asyncio.run(main(arguments.parse_args().updates))
