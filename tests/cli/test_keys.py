"""dabyl keys: a new key takes over on a running system, and the old one can go; broken off anywhere, it goes on."""

import asyncio
import json
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli import keys
from bot.config import secret_sources
from bot.config.secret_sources import Source, SourceKind
from bot.config.settings import KEY
from storage.database import Database
from storage.key_rotation import in_use
from storage.sealing import id_of, new_key, parse_keys
from tests.cli.command import KEY_VALUE, Ended, beside, dabyl, written
from tests.project.tree import ROOT
from tests.world.world import World

pytestmark = pytest.mark.parametrize(
    "dialect", ["sqlite"], indirect=True
)  # rows: tests/storage/test_reseal.py
FILE = f"{KEY}_FILE"
OLD_ID = id_of(parse_keys(KEY_VALUE)[0])


@pytest.fixture
def key(tmp_path: Path) -> Iterator[Path]:
    """A file with the key."""
    file = tmp_path / "key"
    file.write_text(f"{KEY_VALUE}\n")
    file.chmod(0o600)
    yield file
    assert not list(tmp_path.glob(".*part"))


def with_file(*words: object, config: Path, key: Path) -> Ended:
    return dabyl(*words, config=config, **{KEY: None, FILE: str(key)})


def keys_of(config: Path, key: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        with_file("keys", "list", "--json", config=config, key=key).out
    )
    return found


def imported(config: Path) -> str:
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    return dabyl("roster", "export", config=config).out


@pytest.mark.slow
def test_a_rotation_writes_the_new_key_seals_everything_anew_and_keeps_the_old_for_backups(
    config: Path, key: Path
) -> None:
    before = imported(config)
    ended = with_file("keys", "rotate", config=config, key=key)
    assert ended.code == 0, ended.said
    assert (
        "30 rows sealed again" in ended.out
    )  # seven members, addresses, welcomes and menus, the keys of the hashes
    new = key.read_text().strip()
    assert new not in ended.said
    assert KEY_VALUE not in ended.said
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.with_name("key.old").read_text().strip() == KEY_VALUE
    assert key.with_name("key.old").stat().st_mode & 0o777 == 0o600
    assert OLD_ID in ended.out
    assert dabyl("roster", "export", config=config, **{KEY: new}).out == before
    assert dabyl("roster", "export", config=config).code == 2
    (row,) = keys_of(config, key)
    assert (row["id"], row["state"], row["rows"]) == (id_of(parse_keys(new)[0]), "seals", 30)
    assert row["since"] is not None


@pytest.mark.slow
@pytest.mark.parametrize(
    "phase",
    ["_begin", "_announce", "_wait_for_the_bot", "reseal", "_finish", "keep_old_secrets", "replace_secret"],
)
def test_broken_off_in_any_phase_the_next_run_goes_on_and_nothing_is_lost(
    phase: str, config: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = imported(config)
    owner = secret_sources if phase in ("keep_old_secrets", "replace_secret") else keys
    does = getattr(owner, phase)

    def dies(*given: object) -> object:
        if phase == "_begin":  # the file is written
            does(*given)
        if phase == "replace_secret" and "," in str(given[1]):  # the second time: the old key leaves the file
            return does(*given)
        raise ZeroDivisionError

    with monkeypatch.context() as killed:
        killed.setattr(owner, phase, dies)
        assert with_file("keys", "rotate", config=config, key=key).code == 1
    assert with_file("roster", "export", config=config, key=key).out == before
    ended = with_file("keys", "rotate", config=config, key=key)
    assert ended.code == 0, ended.said
    assert "under way" in ended.out
    assert len(parse_keys(key.read_text())) == 1
    assert KEY_VALUE not in key.read_text()
    assert key.with_name("key.old").read_text().strip() == KEY_VALUE
    assert with_file("roster", "export", config=config, key=key).out == before


@pytest.mark.slow
def test_where_the_new_key_is_lost_half_way_the_old_one_opens_what_is_not_sealed_anew(
    config: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = imported(config)
    with monkeypatch.context() as killed:
        killed.setattr(keys, "reseal", dies_before_the_keys_of_hashes)
        with_file("keys", "rotate", config=config, key=key)
    both = key.read_text()
    key.write_text(f"{KEY_VALUE}\n")  # as an older copy of the file has it

    ended = with_file("keys", "rotate", config=config, key=key)
    assert ended.code == 2
    missing = id_of(parse_keys(both)[0])
    assert f"Needed and not in {KEY}: {missing}" in ended.err
    assert "Nothing was changed" in ended.err
    assert {row["id"]: row["state"] for row in keys_of(config, key)} == {OLD_ID: "seals", missing: "missing"}
    assert key.read_text().strip() == KEY_VALUE

    key.write_text(both)
    assert with_file("keys", "rotate", config=config, key=key).code == 0
    assert with_file("roster", "export", config=config, key=key).out == before


async def dies_before_the_keys_of_hashes(database: object, now: object, progress: object) -> int:
    from storage import key_rotation

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(key_rotation, "renew", _raises)
        return await key_rotation.reseal(database, now)  # type: ignore[arg-type]


async def _raises(*_: object) -> None:
    raise ZeroDivisionError


def test_a_key_that_is_not_in_a_file_is_the_technicians_to_put_and_the_second_run_goes_on(
    config: Path,
) -> None:
    before = imported(config)
    ended = dabyl("keys", "rotate", config=config)
    assert ended.code == 1
    new = ended.out.strip()
    assert "Put the new key in front" in ended.err
    assert dabyl("roster", "export", config=config).out == before

    ended = dabyl("keys", "rotate", config=config, **{KEY: f"{new},{KEY_VALUE}"})
    assert ended.code == 0
    assert f"The earlier keys ({OLD_ID}) can leave {KEY}" in ended.out
    assert dabyl("roster", "export", config=config, **{KEY: new}).out == before


def test_with_a_new_key_in_place_of_the_old_one_nothing_is_touched(config: Path) -> None:
    imported(config)
    ended = dabyl("keys", "rotate", config=config, **{KEY: new_key()})
    assert ended.code == 2
    assert "earlier keys behind it" in ended.err
    assert dabyl("roster", "export", config=config).code == 0


def test_of_two_rotations_at_once_the_second_writes_no_key_and_sends_none_away(
    config: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = imported(config)
    with secret_sources.lock_source(Source(SourceKind.FILE, FILE, str(key))):
        ended = with_file("keys", "rotate", config=config, key=key)
    assert (ended.code, "Another rotation" in ended.err) == (1, True)
    assert key.read_text().strip() == KEY_VALUE

    alone, theirs = secret_sources.lock_source, f"{new_key()},{KEY_VALUE}"

    def a_moment_later(source: Source) -> AbstractContextManager[None]:
        key.write_text(theirs)
        return alone(source)

    with monkeypatch.context() as raced:
        raced.setattr(secret_sources, "lock_source", a_moment_later)
        ended = with_file("keys", "rotate", config=config, key=key)
    assert (ended.code, "once more" in ended.err) == (1, True)
    assert key.read_text() == theirs
    assert with_file("keys", "rotate", config=config, key=key).code == 0
    assert with_file("roster", "export", config=config, key=key).out == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_cannot_be_written_stays_as_it_is(config: Path, key: Path) -> None:
    imported(config)
    key.parent.chmod(0o500)
    try:
        assert with_file("keys", "rotate", config=config, key=key).code == 1
    finally:
        key.parent.chmod(0o700)
    assert key.read_text().strip() == KEY_VALUE


@pytest.mark.slow
def test_backups_are_counted_by_the_key_that_they_need(config: Path, key: Path, tmp_path: Path) -> None:
    imported(config)
    folder = tmp_path / "backups"
    folder.mkdir()
    config.write_text(f'{config.read_text()}[backup]\nfolder = "{folder}"\n')
    with_file("backup", "--to", folder, config=config, key=key)
    with_file("keys", "rotate", config=config, key=key)
    found = {row["id"]: (row["state"], row["backups"]) for row in keys_of(config, key)}
    assert found[OLD_ID] == ("needed by backups alone", 1)
    key.write_text(f"{key.read_text().strip()},{KEY_VALUE}\n")
    (backup,) = folder.iterdir()
    assert with_file("restore", backup, "--try", config=config, key=key).code == 0


@pytest.mark.slow
def test_one_made_in_the_middle_of_a_rotation_needs_both_keys_and_is_put_nowhere_without_one(
    config: Path, key: Path, tmp_path: Path
) -> None:
    imported(config)
    folder, other = tmp_path / "backups", new_key()
    folder.mkdir()
    config.write_text(f'{config.read_text()}[backup]\nfolder = "{folder}"\n')
    key.write_text(f"{other},{KEY_VALUE}\n")
    with_file("backup", config=config, key=key)
    assert {row["id"]: row["backups"] for row in keys_of(config, key)} == {
        OLD_ID: 1,
        id_of(parse_keys(other)[0]): 1,
    }
    (backup,) = folder.iterdir()
    empty = written(folder, f'[storage]\nurl = "sqlite:///{folder}/again.db"\n')
    ended = dabyl("restore", backup, config=empty, **{KEY: other})
    assert (ended.code, OLD_ID in ended.err) == (2, True)
    assert not (folder / "again.db").exists()
    assert dabyl("restore", backup, config=empty, **{KEY: f"{other},{KEY_VALUE}"}).code == 0


def test_where_no_folder_of_backups_is_named_nobody_says_that_none_needs_a_key(
    config: Path, key: Path, tmp_path: Path
) -> None:
    imported(config)
    assert [row["backups"] for row in keys_of(config, key)] == [None]
    ended = with_file("keys", "list", config=config, key=key)
    assert (ended.code, "backup.folder" in ended.err, "not known" in ended.out) == (0, True, True)
    config.write_text(f'{config.read_text()}[backup]\nfolder = "{tmp_path}/gone"\n')
    assert [row["backups"] for row in keys_of(config, key)] == [None]


def test_a_backup_that_cannot_be_opened_is_named_and_counted_for_no_key(
    config: Path, key: Path, tmp_path: Path
) -> None:
    imported(config)
    folder = tmp_path / "backups"
    folder.mkdir()
    config.write_text(f'{config.read_text()}[backup]\nfolder = "{folder}"\n')
    with_file("backup", config=config, key=key)
    (backup,) = folder.iterdir()
    backup.write_bytes(backup.read_bytes()[:-40])
    assert [row["backups"] for row in keys_of(config, key)] == [0]
    ended = with_file("keys", "list", config=config, key=key)
    assert f"{backup.name}: not whole" in ended.err


@pytest.mark.slow
async def test_the_running_bot_takes_the_new_key_without_a_restart(world: World, key: Path) -> None:
    await world.crash()
    del world._environ[KEY]
    world._environ[FILE] = str(key)
    await world.start_bot()
    told = await world.person("Aigul", "en")
    await told.writes("Police took Made-Up Marat in Almaty an hour ago")
    await world.settle()

    rotating = asyncio.create_task(
        beside("keys", "rotate", config=world.folder / "config.toml", **{KEY: None, FILE: str(key)})
    )
    while not rotating.done():
        await world.fast_forward(minutes=1)
        await asyncio.wait([rotating], timeout=0.2)
    ended = rotating.result()
    assert ended.code == 0, ended.said

    await told.writes("They are in the Medeu station")
    await world.settle()
    new = id_of(parse_keys(await asyncio.to_thread(key.read_text))[0])
    for _ in range(10):  # the bot looks once a minute; then names are gone through again
        await world.fast_forward(minutes=1)
        async with world.app.database.read(world.clock.now()) as tx:
            assert set(await in_use(tx)) == {new}
            if {row.key for row in await tx.name_blocks.select()} == {tx.names_key} and await renewed(world):
                break
    else:
        pytest.fail("the hashes of names are those of the earlier key")
    await world.restart()  # the new key alone opens it


async def renewed(world: World) -> bool:
    """Whether the bot has the key of names that a start would have."""
    database = world.app.database
    other = await Database.open(str(database.engine.url), database.keyring)
    try:
        async with database.read(world.clock.now()) as ours, other.read(world.clock.now()) as theirs:
            return ours.names_key == theirs.names_key
    finally:
        await other.close()


async def test_nobody_waits_for_a_bot_that_was_stopped_just_now(
    world: World, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.crash()
    monkeypatch.setattr(keys, "PATIENCE", timedelta(0))
    ended = await beside("keys", "rotate", config=world.folder / "config.toml", **{KEY: None, FILE: str(key)})
    assert ended.code == 0, ended.said


@pytest.mark.slow
async def test_a_bot_that_cannot_read_the_new_key_goes_on_and_nothing_is_sealed_anew(
    world: World, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keys, "PATIENCE", timedelta(0))
    ended = await beside("keys", "rotate", config=world.folder / "config.toml", **{KEY: None, FILE: str(key)})
    assert ended.code == 1
    assert "LoadCredential" in ended.out  # such a bot has the new key after a restart alone
    assert "systemctl restart dabyl" in ended.out
    assert "Restart it" in ended.err
    await world.fast_forward(minutes=2)
    async with world.app.database.read(world.clock.now()) as tx:
        assert set(await in_use(tx)) == {OLD_ID}
