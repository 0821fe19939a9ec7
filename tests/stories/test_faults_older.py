"""The database that a start finds is older than the one that was there: told, and the bot goes on."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.stories.faults import from_bot
from tests.world.world import World

pytestmark = [pytest.mark.parametrize("dialect", ["sqlite"]), pytest.mark.slow]
REPORT = "кого-то задержали в Алматы"
TOLD = "The database is older"


def file_of(world: World) -> Path:
    return Path(world.app.database.engine.url.database or "")


async def loses_its_log(world: World) -> None:
    """The process is killed, and what is left of its database is the file without the WAL beside it."""
    left = world.folder / "left.db"
    shutil.copy(file_of(world), left)
    await world.crash()
    _put_in_place(left, file_of(world))


def _put_in_place(left: Path, file: Path) -> None:
    shutil.copy(left, file)
    for end in ("-wal", "-shm"):
        Path(f"{file}{end}").unlink(missing_ok=True)


async def test_a_log_that_is_gone_after_a_kill_is_told_from_when_to_when_and_help_goes_on(
    world: World,
) -> None:
    lawyer, citizen = await world.member("Marat"), await world.person("Aigul", "ru")
    await citizen.writes(REPORT)
    await world.settle()
    await world.fast_forward(minutes=3)
    await loses_its_log(world)
    await world.start_bot()
    await world.settle()
    (told,) = await from_bot(world.administrator, "старее")  # no language is known any more
    assert "по меньшей мере до 2018-09-17 12:0" in told.text
    await world.restart()
    await world.settle()
    assert len(await from_bot(world.administrator, "старее")) == 1
    lawyer, other = await world.member("Zarina"), await world.person("Dana", "ru")
    await other.writes(REPORT)
    await world.settle()
    await lawyer.expects("Алматы")


async def test_a_backup_that_was_put_back_is_told_even_when_only_one_update_is_missing(world: World) -> None:
    citizen = await world.person("Aigul", "ru")
    await world.settle()
    await world.restart()  # the file is whole now
    await world.settle()
    backup = world.folder / "backup.db"
    await world.crash()
    shutil.copy(file_of(world), backup)
    await world.start_bot()
    await citizen.starts()
    await world.settle()
    await world.crash()
    shutil.copy(backup, file_of(world))
    await world.start_bot()
    await world.settle()
    await world.administrator.expects(TOLD)


async def test_kills_and_stops_and_a_clock_that_goes_back_are_no_alarm(world: World) -> None:
    citizen = await world.person("Aigul", "ru")
    for _ in range(3):
        await citizen.writes(REPORT)
        await world.settle()
        await world.restart()
    await world.fast_forward(minutes=5)
    world.clock.move_to(world.clock.now() - timedelta(hours=1))
    await world.fast_forward(minutes=2)
    await world.restart()
    await world.settle()
    assert await from_bot(world.administrator, TOLD) == []
