"""The disk is full, and full again; another program keeps the database locked; the server has no room."""

import shutil
import sqlite3
import subprocess
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, exc

from storage.sealing import new_key
from tests.faults.scale import SCALE
from tests.stories.faults import from_bot, shows, until
from tests.world.world import World
from tests.world.world import world as make_world

pytestmark = pytest.mark.slow

TIMES = 5 if SCALE.long else 2
AWAY = timedelta(minutes=4 if SCALE.long else 1)
LIMITS = "[limits]\nchat_burst = 100\n"


def report(number: int) -> str:
    return f"в алматы задержали человека у дома {number}"


async def nothing_is_lost(
    world: World,
    breaks: Callable[[], None],
    mends: Callable[[], None],
    keeps: Callable[[], None] = lambda: None,
) -> None:
    """Again and again: somebody reports while nothing can be written, which lasts a while. ``keeps`` it so."""
    for number in range(TIMES):
        lawyer = await world.member(f"Lawyer {number}", cities=("almaty",))
        citizen = await world.person(f"Citizen {number}", "ru")
        await world.settle()
        told, mended = await count(world, "недоступна"), await count(world, "works again")
        breaks()
        await citizen.writes(report(number))
        await until(world, passed(world, AWAY, keeps))
        assert await count(world, "недоступна") == told + 1, "the operator was not told, or more than once"
        assert await from_bot(citizen) == []
        mends()
        await until(world, shows(lawyer, "Алматы"), minutes=5)
        await until(world, shows(citizen, "+7 727 000 00 00"), minutes=5)
        await until(world, more(world, "works again", mended), minutes=5)
        await world.settle()
    async with world.app.database.read(world.clock.now()) as tx:
        said = [entry.payload.get("text") for entry in await tx.entries.select()]
        reports, alerts = await tx.reports.select(), await tx.alerts.select()
    assert sorted(map(str, said)) == sorted(report(number) for number in range(TIMES))
    assert {alert.case_id for alert in alerts} == {one.case_id for one in reports}


async def count(world: World, text: str) -> int:
    return len(await from_bot(world.administrator, text))


def more(world: World, text: str, before: int) -> Callable[[], Awaitable[bool]]:
    async def look() -> bool:
        return await count(world, text) > before

    return look


def passed(world: World, span: timedelta, meanwhile: Callable[[], None]) -> Callable[[], Awaitable[bool]]:
    """Whether so much time is over."""
    end = world.clock.now() + span

    async def look() -> bool:
        meanwhile()
        return world.clock.now() >= end

    return look


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 megabytes, four of which the log of SQLite may take. Only root may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted by root only")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


async def test_a_full_disk_and_full_again(small_disk: Path, sqlite_template: Path, tmp_path: Path) -> None:
    shutil.copy(sqlite_template, small_disk / "dabyl.db")
    filler = small_disk / "filler"

    def fills() -> None:
        with filler.open("ab", buffering=0) as file, suppress(OSError):
            while file.write(b"x" * 4096):
                pass

    def breaks() -> None:
        """A log that has been copied to the database is written over from its beginning: room on a disk that has none."""
        with closing(sqlite3.connect(small_disk / "dabyl.db")) as other:
            busy, *_ = other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            assert not busy
        fills()

    url = f"sqlite:///{small_disk}/dabyl.db"
    async with make_world(url, new_key(), tmp_path, config=LIMITS) as world:
        # SQLite drops its log with the last connection, and the room that it had is filled again at once.
        await nothing_is_lost(world, breaks, filler.unlink, keeps=fills)


ROOMS = range(
    0, 81, 3 if SCALE.long else 9
)  # pages of 4 KB that are left; with more of them nothing is in want


async def test_a_disk_that_is_filling_is_told_however_little_still_fits(
    small_disk: Path, sqlite_template: Path, tmp_path: Path
) -> None:
    """A small row may fit and the lease of what it says not: whoever is told by the outbox alone hears nothing."""
    shutil.copy(sqlite_template, small_disk / "dabyl.db")
    filler, silent, told = small_disk / "filler", [], 0
    async with make_world(f"sqlite:///{small_disk}/dabyl.db", new_key(), tmp_path, config=LIMITS) as world:
        lawyer = await world.member("Marat", cities=("almaty",))
        await world.settle()
        for pages in ROOMS:
            citizen = await world.person(f"Citizen {pages}", "ru")
            before = await count(world, "недоступна")
            _fill(filler, leaving=pages)
            await citizen.writes(report(pages))
            await until(world, passed(world, AWAY, lambda: None))
            answered = await from_bot(citizen, "+7 727 000 00 00")
            heard = await count(world, "недоступна") - before
            told += heard
            if not answered and not heard:
                silent.append(pages)
            filler.unlink()
            await until(world, shows(citizen, "+7 727 000 00 00"), minutes=5)
            await until(world, passed(world, timedelta(seconds=5), lambda: None))  # whoever waits tries again
            await until(world, over(world), minutes=5)
            await world.settle()
        await world.administrator.expects("works again")
        assert await from_bot(lawyer, "Алматы")
    assert told, "it was never in want"
    assert silent == [], f"nobody was told while so many pages were left: {silent}"


def over(world: World) -> Callable[[], Awaitable[bool]]:
    """Whether no trouble is left; of many that end within an hour only some are written to the administrators."""

    async def look() -> bool:
        return not world.app.operator._told

    return look


def _fill(filler: Path, *, leaving: int) -> None:
    with filler.open("ab", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass
    with filler.open("ab") as file:
        file.truncate(max(0, file.tell() - 4096 * leaving))


@pytest.mark.world(config=LIMITS)
@pytest.mark.parametrize("dialect", ["postgres"])
async def test_a_server_without_disk_space(world: World) -> None:
    class Full(Exception):
        sqlstate = "53100"  # what PostgreSQL calls it

    def refuse(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(("INSERT", "UPDATE")):
            raise exc.OperationalError(statement, {}, Full())

    where = (world.app.database.engine.sync_engine, "before_cursor_execute", refuse)
    await nothing_is_lost(world, lambda: event.listen(*where), lambda: event.remove(*where))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite waits less for other programs than it does in truth, which is five real seconds."""
    short = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5")
    monkeypatch.setattr("storage.engine.PRAGMAS", short)


@pytest.mark.parametrize(
    "lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"] if SCALE.long else ["BEGIN IMMEDIATE"]
)
async def test_another_program_keeps_the_database_locked(
    impatient: None, sqlite_template: Path, tmp_path: Path, lock: str
) -> None:
    shutil.copy(sqlite_template, tmp_path / "dabyl.db")
    other = sqlite3.connect(tmp_path / "dabyl.db", isolation_level=None)
    url = f"sqlite:///{tmp_path}/dabyl.db"
    with closing(other):
        async with make_world(url, new_key(), tmp_path, config=LIMITS) as world:
            await nothing_is_lost(world, lambda: _execute(other, lock), lambda: _execute(other, "ROLLBACK"))


def _execute(connection: sqlite3.Connection, statement: str) -> None:
    connection.execute(statement)
