"""Whoever writes, by whichever way, and whatever fails or is cancelled between: a transaction sees what is in the file."""

import asyncio
import random
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from typing import Any

import pytest

from core.traffic import Timer
from storage.database import Database
from storage.sealing import Keyring
from tests.storage.samples import NOW

STEPS = 150
KEYS = [f"key {number}" for number in range(6)]


class Failed(Exception):
    """A block that fails."""


class Writers:
    """Two processes, and somebody with SQLite's own tool."""

    def __init__(
        self, one: Database, other: Database, raw: sqlite3.Connection, chance: random.Random
    ) -> None:
        self._databases = one, one, one, other
        self._raw = raw
        self._chance = chance

    async def act(self) -> None:
        """Something, and what the next transaction sees."""
        acts: list[Callable[[], Coroutine[Any, Any, None]]] = [
            self._writes,
            self._writes,
            self._writes,
            self._writes_beside,
            self._fails,
            self._is_cancelled,
        ]
        await self._chance.choice(acts)()
        async with self._some().write(NOW) as tx:
            if self._chance.random() < 0.5:
                seen = await tx.timers.by(kind="test")
            else:
                found = [await tx.timers.get(key) for key in KEYS]
                seen = [timer for timer in found if timer is not None]
            if self._chance.random() < 0.1:
                tx.forget()
            newest = await tx.timers.newest(2, kind="test")
        stands = self._raw.execute("SELECT key, subject_id FROM timers ORDER BY key").fetchall()
        assert [(timer.key, timer.subject_id) for timer in seen] == stands
        assert [(timer.key, timer.subject_id) for timer in newest] == stands[-2:]

    def _some(self) -> Database:
        return self._chance.choice(self._databases)

    def _timer(self) -> Timer:
        return Timer(self._chance.choice(KEYS), "test", NOW, self._chance.randint(1, 1_000))

    async def _writes(self) -> None:
        async with self._some().write(NOW) as tx:
            timer = self._timer()
            await tx.timers.get(timer.key)
            if self._chance.random() < 0.3:
                tx.timers.remove(timer.key)
            else:
                tx.timers.put(timer)

    async def _writes_beside(self) -> None:
        timer = self._timer()
        self._raw.execute("UPDATE timers SET subject_id = ? WHERE key = ?", (timer.subject_id, timer.key))
        if self._chance.random() < 0.5:
            self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    async def _fails(self) -> None:
        try:
            async with self._some().write(NOW) as tx:
                tx.timers.put(self._timer())
                if self._chance.random() < 0.5:
                    await tx.flush()
                raise Failed
        except Failed:
            pass

    async def _is_cancelled(self) -> None:
        writing = asyncio.create_task(self._writes())
        for _ in range(self._chance.randint(0, 12)):
            await asyncio.sleep(0)
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
@pytest.mark.parametrize("seed", range(3))
async def test_a_transaction_sees_what_is_in_the_file(
    database: Database, storage_url: str, keyring: Keyring, seed: int
) -> None:
    other = await Database.open(storage_url, keyring)
    with closing(sqlite3.connect(storage_url.removeprefix("sqlite:///"), isolation_level=None)) as raw:
        writers = Writers(database, other, raw, random.Random(seed))
        for _ in range(STEPS):
            await writers.act()
    await other.close()
