"""The database is busy, away or taken: nothing is lost, and it is tried again."""

import asyncio
import sqlite3
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from bot import app as program
from bot.config.settings import load
from storage.engine import Visit, begin_writing, commit
from storage.errors import AlreadyRunning, Unavailable
from tests.stories.faults import from_bot, reader, shows, tells, until
from tests.world.world import World

pytestmark = pytest.mark.slow

REPORT = "кого-то задержали в Алматы"


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_another_connection_that_writes_for_a_moment_only_delays(world: World) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    file = Path(make_url(str(world.app.database.engine.url)).database or "")
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.3, lambda: other.execute("ROLLBACK")).start()
    await citizen.writes(REPORT)
    await until(world, shows(lawyer, "Алматы"))
    await world.settle()
    assert len(await from_bot(lawyer, "Алматы")) == 1
    assert await from_bot(world.administrator, "database") == []
    other.close()


async def test_a_database_that_cannot_be_used_for_a_while_loses_nothing_and_the_operator_hears_when_it_is_back(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    refused = 0

    async def refuses(_: object) -> None:
        nonlocal refused
        refused += 1
        raise Unavailable("busy")

    with monkeypatch.context() as broken:
        broken.setattr("storage.database.begin_writing", refuses)
        await citizen.writes(REPORT)
        await until(world, _many(lambda: refused, 6))
        await world.administrator.expects(
            "База данных недоступна"
        )  # not through the outbox: nothing is written
    await until(world, shows(lawyer, "Алматы"))
    await until(world, shows(world.administrator, "works again"))
    await world.settle()
    assert len(await from_bot(world.administrator, "works again")) == 1
    assert len(await from_bot(lawyer, "Алматы")) == 1
    async with world.app.database.read(world.clock.now()) as tx:
        words = [entry.payload["text"] for entry in await tx.entries.select() if entry.kind == "words"]
    assert words == [REPORT]


async def test_trouble_that_comes_and_goes_is_told_once_until_it_stays_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await world.settle()
    attempts = 0

    async def every_other_time(connection: AsyncConnection) -> None:
        nonlocal attempts
        attempts += 1
        if attempts % 2:
            raise Unavailable("no room")
        await begin_writing(connection)

    with monkeypatch.context() as broken:
        broken.setattr("storage.database.begin_writing", every_other_time)
        await citizen.writes(REPORT)
        await until(world, _many(lambda: attempts, 60))
    await until(world, shows(lawyer, "Алматы"))
    await until(world, shows(world.administrator, "works again"), minutes=3)
    await world.settle()
    assert len(await from_bot(world.administrator, "Unavailable")) == 1
    assert len(await from_bot(world.administrator, "works again")) == 1


async def test_a_commit_that_worked_and_seemed_to_fail_leaves_no_message_unsent(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    citizen = await reader(world, "Aigul")
    await world.settle()
    failures = 1

    async def loses_the_answer(connection: AsyncConnection, first: Visit) -> None:
        nonlocal failures
        await commit(connection, first)
        if failures and world.app.database._writing is outbox:
            failures -= 1
            raise Unavailable("the connection broke after the commit")

    outbox = next(task for task in asyncio.all_tasks() if "Outbox.run" in repr(task.get_coro()))
    monkeypatch.setattr("storage.database.commit", loses_the_answer)
    await tells(world, citizen, "words")
    await until(world, shows(citizen, "words"))
    await world.settle()
    assert len(await from_bot(citizen, "words")) == 1
    assert failures == 0


async def test_a_second_process_on_the_same_database_does_not_run(world: World) -> None:
    settings = load(world.folder / "config.toml", world._environ)
    with pytest.raises(AlreadyRunning):
        async with program.open_app(settings, world.clock):
            pass
    await world.restart()  # the first one's end frees it


def _many(count: Callable[[], int], number: int) -> Callable[[], Awaitable[bool]]:
    async def look() -> bool:
        return count() >= number

    return look
