"""Only one process runs on a database."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from core.traffic import Run
from storage.database import Database
from storage.engine import lock_file, parse_url, sqlite_file
from storage.errors import AlreadyRunning
from storage.lock import exclude_bots, hold
from storage.sealing import Keyring, new_key
from storage.sqlite_notes import HighWater, Progress
from tests.storage.samples import NOW

PROJECT = Path(__file__).parents[2]
HOLDER = """
import asyncio, sys
from core.traffic import Run
from storage.database import Database
from storage.lock import exclude_bots, hold
from storage.sealing import Keyring

async def main():
    database = await Database.open(sys.argv[1], Keyring.parse(sys.argv[2]))
    async with hold(database):
        sys.stdout.write("held\\n")
        sys.stdout.flush()
        await asyncio.Event().wait()

asyncio.run(main())
"""


async def test_the_second_one_is_told_what_to_do(
    database: Database, storage_url: str, keyring: Keyring
) -> None:
    other = await Database.open(storage_url, keyring)
    async with hold(database):
        with pytest.raises(AlreadyRunning, match="Stop that one first"):
            async with hold(other):
                pass
    async with hold(other):
        pass
    await other.close()


async def test_whoever_holds_the_database_can_write(database: Database) -> None:
    async with hold(database), database.write(NOW) as tx:
        assert await tx.addresses.count() == 0


@pytest.mark.slow
async def test_a_killed_process_leaves_the_database_free(storage_url: str) -> None:
    key = new_key()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HOLDER, storage_url, key), stdout=asyncio.subprocess.PIPE, cwd=PROJECT
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"held\n"
    database = await Database.open(storage_url, Keyring.parse(key))
    with pytest.raises(AlreadyRunning):
        async with hold(database):
            pass
    process.kill()
    await process.wait()
    for _ in range(100):  # a PostgreSQL server needs a moment to notice that its client died
        try:
            async with hold(database):
                break
        except AlreadyRunning:
            await asyncio.sleep(0.02)
    else:
        pytest.fail("the lock of a killed process was not released")
    await database.close()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such a lock would meet SQLite's own")
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_lock_file_that_is_deleted_lets_no_second_process_in(storage_url: str) -> None:
    key = new_key()
    database = await Database.open(storage_url, Keyring.parse(key))
    lock = Path(f"{database.engine.url.database}.lock")
    async with hold(database):
        os.unlink(lock)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", HOLDER, storage_url, key),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=PROJECT,
        )
        assert process.stdout is not None
        held = await process.stdout.readline()
        if held:
            process.kill()
        _, said = await process.communicate()
        assert held == b""
        assert b"Another process already runs" in said
        async with database.write(NOW) as tx:
            tx.boots.add(Run(1, NOW, NOW))
        assert HighWater(lock).read() == Progress(0, 1, NOW.timestamp())  # noted where it was
    async with hold(database):
        pass
    await database.close()


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_a_lock_file_stays_that_a_bot_made_between_the_look_and_the_opening(
    database: Database, storage_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = parse_url(storage_url)
    file = sqlite_file(url)
    assert file is not None
    beside, really = lock_file(file), Path.exists
    async with hold(database):
        with monkeypatch.context() as patch:
            patch.setattr(Path, "exists", lambda self: self != beside and really(self))
            with pytest.raises(AlreadyRunning):
                async with exclude_bots(url):
                    raise AssertionError("nobody else is alone")
        assert beside.exists()
