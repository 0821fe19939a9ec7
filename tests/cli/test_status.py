"""dabyl status: of the database alone, with an exit code for whoever looks by a machine."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.config.settings import KEY, TOKEN
from core.traffic import Run
from storage.database import Database
from storage.lock import hold
from storage.sealing import Keyring
from tests.cli.command import KEY_VALUE, beside, dabyl, written
from tests.world.world import World


@pytest.mark.slow
async def test_of_a_running_bot_nothing_needs_anybody_and_no_token_is_needed(world: World) -> None:
    ended = await beside("status", config=world.folder / "config.toml", **{TOKEN: None})
    assert ended.code == 0, ended.said
    assert "process     runs: run " in ended.out
    assert ended.out.endswith("Nothing needs you.\n")
    assert ended.err == ""
    assert (await beside("status", "-q", config=world.folder / "config.toml")).said == ""


async def test_the_document_is_all_that_is_said_and_a_script_reads_it(world: World) -> None:
    ended = await beside("status", "--json", config=world.folder / "config.toml")
    told = json.loads(ended.out)
    assert ended.code == 0
    assert told["process"]["running"] is True
    assert told["needs"] == []
    assert told["outbox"]["alert"] == {"count": 0, "oldest_seconds": None}


def test_a_bot_that_does_not_run_needs_somebody(config: Path) -> None:
    ended = dabyl("status", config=config)
    assert ended.code == 1
    assert "needs you   never-ran" in ended.out
    assert dabyl("status", "-q", config=config).out == ended.out
    assert json.loads(dabyl("status", "--json", config=config).out)["needs"][0]["code"] == "never-ran"


async def test_a_run_that_is_gone_is_told_with_its_last_sign_of_life(config: Path, storage_url: str) -> None:
    alive = datetime.now(UTC) - timedelta(hours=2)
    database = await Database.open(storage_url, Keyring.parse(KEY_VALUE))
    async with database.write(alive) as tx:
        tx.boots.add(Run(1, alive, alive))
    ended = await beside("status", config=config)
    async with hold(database) as lock:
        if lock is not None:
            lock.boot = 1
        hung = await beside("status", config=config)
    await database.close()
    assert f"needs you   stopped, since {alive:%Y-%m-%d %H:%M} UTC" in ended.out
    assert "last sign of life 2:00:0" in ended.out
    assert f"needs you   silent, since {alive:%Y-%m-%d %H:%M} UTC" in hung.out


async def test_a_backup_that_is_too_old_needs_somebody(world: World, tmp_path: Path) -> None:
    config = world.folder / "config.toml"
    config.write_text(config.read_text() + f'\n[backup]\nfolder = "{tmp_path}/none"\n')
    ended = await beside("status", config=config)
    assert ended.code == 1
    assert "needs you   backup\n" in ended.out


@pytest.mark.slow
async def test_backups_that_nobody_has_tried_out_need_somebody_as_the_watchman_says(
    world: World, tmp_path: Path
) -> None:
    config = world.folder / "config.toml"
    (tmp_path / "backups").mkdir()
    config.write_text(config.read_text() + f'\n[backup]\nfolder = "{tmp_path}/backups"\n')
    await beside("backup", config=config)
    ended = await beside("status", config=config)
    assert (ended.code, "needs you   unproven\n" in ended.out) == (1, True)
    assert "proof       none seen" in ended.out
    await beside("restore", tmp_path / "backups", "--try", config=config)
    ended = await beside("status", config=config)
    assert ended.code == 0
    assert "proof       the newest that could be restored was made 0:00:" in ended.out


@pytest.mark.slow
async def test_of_a_containers_health_only_the_process_is_a_matter(world: World, tmp_path: Path) -> None:
    """Whoever starts a container again because a backup is old would make it worse."""
    config = world.folder / "config.toml"
    config.write_text(config.read_text() + f'\n[backup]\nfolder = "{tmp_path}/none"\n')
    assert (await beside("status", "--alive", config=config)).code == 0
    await world.crash()
    ended = await beside("status", "--alive", config=config)
    assert ended.code == 1
    assert "needs you   stopped" in ended.out
    await world.start_bot()


def test_without_a_database_or_a_key_it_says_so(tmp_path: Path) -> None:
    config = written(tmp_path, '[storage]\nurl = "sqlite:///nowhere.db"\n')
    assert dabyl("status", config=config).code == 1
    assert dabyl("status", config=config, **{KEY: None}).code == 2
