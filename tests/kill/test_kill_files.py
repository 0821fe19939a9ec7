"""Kill -9 while files are fetched: each is kept, whole, once a case; what the kills left is no more than halves of files."""

import asyncio
import os
import random
from hashlib import sha256
from pathlib import Path

import pytest

from bot.clock.clock import RealClock
from core.sent_files import FileState
from playground.phone import Phone
from storage import inbox
from storage.database import Database
from storage.folder import PART
from storage.sealing import Keyring, new_key
from tests.faults.scale import SCALE, SEED
from tests.kill.test_kill import PATIENCE, Bot, _running, gone

pytestmark = pytest.mark.slow

PEOPLE = 10
FILES, KILLS = (
    (12, 20) if SCALE.long else (3, 4)
)  # so many files that some are left to be fetched at the last kill
SIZE = 700_000  # bytes: three pieces


async def _sends(person: Phone, number: int, files: list[bytes]) -> None:
    await person.writes(f"в алматы задержали человека у дома {number}")
    for content in (*files, files[0]):
        await person.sends_video(content)


async def _wait_until_settled(database: Database, bot: Bot) -> None:
    """A message in whose handling it was killed again and again is parked, and put back by the technician."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while True:
        async with database.read(RealClock().now()) as tx:
            states = [row.state for row in await tx.files.select()]
            entries = await tx.entries.by(kind="file")
            parked = await inbox.parked(tx, 1)
        if len(entries) == PEOPLE * (FILES + 1) and set(states) == {FileState.KEPT}:
            return
        if parked:
            await gone(await bot.dabyl("parked", "--again"))
        assert asyncio.get_running_loop().time() < end, states
        await asyncio.sleep(0.1)


async def test_kills_while_files_are_fetched_lose_none_and_keep_each_once(tmp_path: Path) -> None:
    key, chance = new_key(), random.Random(SEED)
    sent = [[os.urandom(SIZE) for _ in range(FILES)] for _ in range(PEOPLE)]
    async with _running(tmp_path, key) as (_, playground, bot, _):
        people = [await playground.person(f"Person {n}", language="ru") for n in range(PEOPLE)]
        sending = asyncio.gather(*(_sends(p, n, sent[n]) for n, p in enumerate(people)))
        for _ in range(KILLS):
            before = len(await playground.calls("download"))
            async with asyncio.timeout(PATIENCE):
                while len(await playground.calls("download")) == before:  # noqa: ASYNC110 - another process asks
                    await asyncio.sleep(0.01)
            await asyncio.sleep(chance.uniform(0, 0.1))
            await bot.kill()
            await bot.start()
        await sending
        database = await Database.open(f"sqlite:///{tmp_path}/dabyl.db", Keyring.parse(key))
        folder = database.folder
        assert folder is not None
        try:
            await _wait_until_settled(database, bot)
            async with database.read(RealClock().now()) as tx:
                rows, entries = await tx.files.select(), await tx.entries.by(kind="file")
        finally:
            await database.close()
        assert sorted(row.about["sha256"] for row in rows) == sorted(
            sha256(content).hexdigest() for files in sent for content in files
        )
        assert all(sha256(folder.read(row.id, row.key)).hexdigest() == row.about["sha256"] for row in rows)
        assert len(entries) == PEOPLE * (FILES + 1)
        assert {entry.file_id for entry in entries} == {row.id for row in rows}
        left = {path.name for path in folder.path.iterdir()} - {folder.name(row.id) for row in rows}
        assert all(name.endswith(PART) for name in left)
        print(f"\n{KILLS} kills, {len(await playground.calls('download'))} downloads of {len(entries)} files")  # noqa: T201
