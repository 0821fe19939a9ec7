"""Kill -9 on Signal: whatever was committed is there; what the daemon had handed over and was not is lost, and counted.

It prints how long the moment between the two is: ``pytest -s tests/kill/test_kill_signal.py``.
"""

import asyncio
import random
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bot.clock.clock import RealClock
from bot.loops.inbox import DEATHS
from playground.limits import Limits
from playground.serve import serve
from playground.signal_cli.daemon import serve as serve_signal
from playground.signal_cli.people import OURS
from storage.database import Database
from storage.migrate import migrate
from storage.schema import inbox
from storage.sealing import Keyring, new_key
from tests.faults.scale import SCALE, SEED
from tests.kill.test_kill import CONFIG, IN_FLIGHT, bot_in, ends

pytestmark = pytest.mark.slow

PEOPLE, SAID, KILLS = 20, 15, 20 if SCALE.long else 4
PATIENCE, LONGEST = 60, 5.0  # real seconds; the latter on a busy machine
QUIET = 20  # looks in a row
SIGNAL = """
[signal]
url = "{url}"
account = "{account}"
per_second = 100.0
"""


class Handed(list[Any]):
    """What waits at Signal; each that is handed over is noted with its moment."""

    def __init__(self) -> None:
        super().__init__()
        self.at: dict[int, datetime] = {}  # by the envelope's number

    def pop(self, index: Any = -1, /) -> Any:
        """Now Signal has it no more."""
        event = super().pop(index)
        if "dataMessage" in event["envelope"]:
            self.at[event["envelope"]["timestamp"]] = RealClock().now()
        return event


def told(moments: Sequence[float]) -> str:
    """The middle, the longest."""
    ordered = sorted(moments)
    return f"{ordered[len(ordered) // 2] * 1000:.1f} ms in the middle, {ordered[-1] * 1000:.1f} ms at most"


async def test_kills_lose_nothing_that_was_committed_and_no_more_than_was_on_its_way(tmp_path: Path) -> None:
    key, chance = new_key(), random.Random(SEED)
    async with serve(RealClock(), limits=Limits.off()) as server, serve_signal(RealClock()) as daemon:
        handed = daemon.signal.undelivered = Handed()
        config = CONFIG.format(api_url=server.url, folder=tmp_path, in_flight=IN_FLIGHT)
        (tmp_path / "config.toml").write_text(config + SIGNAL.format(url=daemon.url, account=OURS))
        bot, ready = await bot_in(tmp_path, key)
        await migrate(f"sqlite:///{tmp_path}/dabyl.db")
        await bot.start()
        people = [daemon.signal.add(f"Made-Up {n}") for n in range(PEOPLE)]

        async def write() -> None:
            for number in range(SAID):
                for person in people:
                    daemon.signal.writes(person, f"в алматы задержали человека, слова {number}")
                    await asyncio.sleep(chance.uniform(0, 0.2))

        writing = asyncio.create_task(write())
        kills: list[datetime] = []
        for number in range(KILLS):
            async with asyncio.timeout(PATIENCE):
                while daemon.streams <= number:  # noqa: ASYNC110 - another process listens
                    await asyncio.sleep(0.01)
            await asyncio.sleep(chance.uniform(0.05, 0.5))
            await bot.kill()
            kills.append(RealClock().now())
            await bot.start()
        await writing
        database = await Database.open(f"sqlite:///{tmp_path}/dabyl.db", Keyring.parse(key))
        try:
            async with asyncio.timeout(PATIENCE):
                quiet = 0
                while quiet < QUIET:  # the last one may be handed over and not stored yet
                    quiet = 0 if handed or await _open(database) else quiet + 1
                    await asyncio.sleep(0.1)
            async with database.read(RealClock().now()) as tx:
                rows = (await tx.execute(inbox.select().where(inbox.c.messenger == "signal"))).all()
                kept = {row.update_id: row.received_at for row in rows}
                parked = {row.update_id for row in rows if row.state == "parked"}
                entries = {entry.message_id for entry in await tx.entries.select()}
        finally:
            await database.close()
            await bot.kill()
            await ends(ready)
    lost = {number: at for number, at in handed.at.items() if number not in kept}
    committed = [(kept[number] - at).total_seconds() for number, at in handed.at.items() if number in kept]
    before = [min((kill - at).total_seconds() for kill in kills if kill >= at) for at in lost.values()]
    figures = f"{KILLS} kills, {len(handed.at)} envelopes, {len(lost)} lost; handed over, then stored: {told(committed)}"
    if before:
        figures += f"; lost before a kill by {told(before)}"
    print(f"\n{figures}")  # noqa: T201
    assert len(handed.at) == PEOPLE * SAID
    assert {
        number for number in handed.at if number in kept
    } <= entries | parked  # what was committed is worked on
    for number in parked:  # or put aside, because the bot died each time that it was worked on
        assert sum(kill > kept[number] for kill in kills) >= DEATHS
    assert all(since < LONGEST for since in before)  # what is lost was on its way when it was killed


async def _open(database: Database) -> bool:
    async with database.read(RealClock().now()) as tx:
        return bool((await tx.execute(inbox.select().where(inbox.c.state == "open"))).all())
