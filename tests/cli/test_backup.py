"""dabyl backup and dabyl restore, as a technician uses them."""

import asyncio
import json
import os
import re
import shutil
import signal
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.cli import backup as cli_backup
from bot.cli import restore
from bot.config.settings import KEY, TOKEN
from storage.backup import reading
from storage.backup.backup_age import PROVEN, Backups
from storage.backup.backup_folder import kept_for_us
from storage.errors import StorageError, Unavailable
from storage.sealing import Keyring, new_key
from tests.cli.command import KEY_VALUE, beside, dabyl, written
from tests.project.tree import ROOT
from tests.world.world import World


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """For backups."""
    (tmp_path / "backups").mkdir()
    return tmp_path / "backups"


@pytest.fixture
def roster(config: Path) -> str:
    """What is in the database."""
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    return dabyl("roster", "export", config=config).out


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_database_that_is_lost_comes_back_with_everybody_in_it(
    config: Path, folder: Path, roster: str
) -> None:
    ended = dabyl("backup", "--to", folder, config=config, **{TOKEN: None})
    assert ended.code == 0
    (backup,) = folder.iterdir()
    assert str(backup) in ended.out
    assert re.search(r"\d+ rows, \d+\.\d kB$", ended.out, re.M)  # so few are no "0.0 MB"
    for lost in config.parent.glob("*.db*"):
        shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
    ended = dabyl("restore", backup, config=config, **{TOKEN: None})
    assert ended.code == 0, ended.said
    assert "Restored into" in ended.out
    assert dabyl("roster", "export", config=config).out == roster


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_what_a_backup_did_is_a_document_for_programs(config: Path, folder: Path, roster: str) -> None:
    dabyl("backup", "--to", folder, config=config)
    (older,) = folder.glob("*.dabyl")
    ended = dabyl("backup", "--to", folder, "--keep", 1, "--prove", "--json", config=config)
    document = json.loads(ended.out)
    assert (ended.code, document["proven"], document["broken"]) == (0, True, [])
    assert document["bytes"] == Path(document["backup"]).stat().st_size
    assert document["removed"] == [str(older)]
    assert re.fullmatch(r"\S+T\S+\+00:00", document["made_at"])
    taken = dabyl("backup", "--to-command", "cat > /dev/null", "--json", config=config)
    assert json.loads(taken.out)["rows"] == document["rows"]
    assert dabyl("backup", "--to", "-", "--json", config=config).code == 2


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_one_that_went_well_is_quiet_where_that_was_asked_for(
    config: Path, folder: Path, roster: str
) -> None:
    for where in (("--to", folder, "--prove", "--keep", 1), ("--to-command", "cat > /dev/null")):
        for _ in range(2):
            ended = dabyl("backup", "-q", *where, config=config)
            assert (ended.code, ended.said) == (0, "")
    assert dabyl("backup", "-q", "--to-command", "cat > /dev/null; exit 1", config=config).err
    assert json.loads(dabyl("backup", "-q", "--to", folder, "--json", config=config).out)["rows"]


@pytest.mark.slow
def test_a_trial_says_whether_it_could_and_keeps_nothing(config: Path, folder: Path, roster: str) -> None:
    dabyl("backup", "--to", folder, config=config)
    (backup,) = folder.iterdir()
    before = sorted(config.parent.rglob("*"))
    ended = dabyl("restore", "--try", backup, config=config)
    assert ended.code == 0
    assert "It can be restored" in ended.out
    assert sorted(config.parent.rglob("*")) == before
    assert dabyl("roster", "export", config=config).out == roster


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize("place", [-40, -3000, 0])  # in its pieces, and in what it says of itself
def test_one_that_is_damaged_is_named_and_sends_nobody_in_a_circle(
    config: Path, folder: Path, roster: str, place: int
) -> None:
    dabyl("backup", "--to", folder, config=config)
    (backup,) = folder.iterdir()
    whole = backup.read_bytes()
    at = place or whole.index(b'"key": "') + 60
    backup.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    ended = dabyl("restore", "--try", backup, config=config)
    assert (ended.code, backup.name in ended.err, "damaged" in ended.err) == (1, True, True), ended.err
    assert "from a backup" not in ended.err
    backup.write_bytes(whole[:-40])
    ended = dabyl("restore", "--try", backup, config=config)
    assert (ended.code, f"{backup.name} is damaged or cut off. Use another one" in ended.err) == (1, True)


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_database_that_is_there_is_not_written_over(config: Path, folder: Path, roster: str) -> None:
    dabyl("backup", "--to", folder, config=config)
    (backup,) = folder.iterdir()
    ended = dabyl("restore", backup, config=config)
    assert ended.code == 1
    assert "Move it away first" in ended.err
    assert dabyl("roster", "export", config=config).out == roster


def called(folder: Path) -> list[str]:
    """The days of the backups, by their names."""
    return [file.name[6:14] for file in sorted(folder.glob("*.dabyl"))]


def of_a_day(backup: Path, day: str) -> Path:
    """The same, called as if it had been made on another day."""
    return Path(shutil.copy(backup, backup.with_name(f"dabyl-{day}-000000.dabyl")))


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_only_the_newest_that_are_whole_stay(config: Path, folder: Path, roster: str) -> None:
    dabyl("backup", "--to", folder, config=config)
    (made,) = folder.iterdir()
    for day in ("20260101", "20260102", "20260103"):
        of_a_day(made, day)
    cut_off = of_a_day(made, "20260104")
    cut_off.write_bytes(cut_off.read_bytes()[:-40])
    of_a_day(made, "20260105").write_bytes(b"")
    made.unlink()
    (folder / "of-somebody-else.txt").touch()
    ended = dabyl("backup", "--to", folder, "--keep", 2, config=config)
    assert ended.code == 0
    assert called(folder)[:-1] == ["20260103", "20260104", "20260105"]
    assert str(folder / "dabyl-20260102-000000.dabyl") in ended.out
    assert "dabyl-20260104-000000.dabyl: not whole; neither" in ended.err
    assert (folder / "of-somebody-else.txt").exists()


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_what_is_older_than_its_days_goes_though_there_are_few(
    config: Path, folder: Path, roster: str, monkeypatch: Any
) -> None:
    monkeypatch.setattr(cli_backup, "utc_now", lambda: datetime(2026, 1, 15, tzinfo=UTC))
    dabyl("backup", "--to", folder, config=config)
    (made,) = folder.iterdir()
    for day in ("20251201", "20260104", "20260105", "20260114"):
        of_a_day(made, day)
    of_a_day(made, "20251202").write_bytes(b"")
    made.unlink()
    ended = dabyl("backup", "--to", folder, "--keep-days", 10, "--json", config=config)
    assert [Path(one).name[6:14] for one in json.loads(ended.out)["removed"]] == ["20260104", "20251201"]
    assert called(folder) == ["20251202", "20260105", "20260114", "20260115"]  # one is not whole: it is named
    ended = dabyl("backup", "--to", folder, "--keep-days", 10, "--keep", 1, config=config)
    assert "dabyl-20260114-000000.dabyl: removed, 1 newer" in ended.out


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_one_of_a_key_that_was_put_away_is_not_called_damaged(
    config: Path, folder: Path, roster: str
) -> None:
    other = new_key()
    assert dabyl("backup", "--to", folder, config=config, **{KEY: f"{other},{KEY_VALUE}"}).code == 0
    (earlier,) = folder.iterdir()
    of_a_day(earlier, "20260101")
    earlier.unlink()
    ended = dabyl("backup", "--to", folder, "--keep", 1, config=config)
    (number, _) = Keyring.parse(f"{other},{KEY_VALUE}").ids
    assert f"dabyl-20260101-000000.dabyl: of the key {number}, which DABYL_KEY does not contain" in ended.err
    assert "not whole" not in ended.err
    assert called(folder)[0] == "20260101"


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_clock_that_was_wrong_costs_no_backup(config: Path, folder: Path, roster: str) -> None:
    dabyl("backup", "--to", folder, config=config)
    (made,) = folder.iterdir()
    for day in ("20260101", "20990101", "20990102"):
        of_a_day(made, day)
    ended = dabyl("backup", "--to", folder, "--keep", 1, config=config)
    assert ended.code == 0
    assert called(folder)[-2:] == ["20990101", "20990102"]
    assert len(called(folder)) == 3  # and the one that was just made
    assert "2 backups are by their names of a later time" in ended.err


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_two_of_one_moment_are_two(config: Path, folder: Path, roster: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(cli_backup, "utc_now", lambda: datetime(2026, 11, 27, 3, 30, tzinfo=UTC))
    for _ in range(2):
        assert dabyl("backup", "--to", folder, config=config).code == 0
    assert sorted(os.listdir(folder)) == ["dabyl-20261127-033000.dabyl", "dabyl-20261127-033001.dabyl"]


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_two_at_once_do_not_meet_and_what_a_killed_one_left_is_removed(
    config: Path, folder: Path, roster: str
) -> None:
    (folder / "dabyl-20260101-000000.dabyl.part").touch()
    with kept_for_us(folder):
        ended = dabyl("backup", "--to", folder, config=config)
        assert (ended.code, "Another backup is being written" in ended.err) == (1, True)
    assert dabyl("backup", "--to", folder, config=config).code == 0
    assert [file.suffix for file in folder.iterdir()] == [".dabyl"]


@pytest.mark.slow
def test_one_that_is_proven_is_noted_and_one_that_cannot_be_is_not(
    config: Path, folder: Path, roster: str, monkeypatch: Any
) -> None:
    watched = Backups(folder, timedelta(hours=1))
    assert dabyl("backup", "--to", folder, config=config).code == 0
    assert watched.unproven(datetime.now(UTC)) == "?"
    ended = dabyl("backup", "--to", folder, "--prove", config=config)
    assert (ended.code, "It can be restored" in ended.out) == (0, True)
    assert watched.unproven(datetime.now(UTC)) == ""
    (folder / PROVEN).unlink()
    with monkeypatch.context() as patch:
        patch.setattr(reading, "hash_of", other_hash)
        ended = dabyl("backup", "--to", folder, "--prove", "--keep", 1, config=config)
    assert (ended.code, "not what was written" in ended.err) == (1, True)
    assert watched.unproven(datetime.now(UTC)) == "?"
    assert len(called(folder)) == 3  # none is removed for one that is no good


async def other_hash(connection: object) -> str:
    """As if a row had come back otherwise."""
    return "another"


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_no_room_to_try_one_out_is_not_told_as_trouble_of_the_database(
    config: Path, folder: Path, roster: str, monkeypatch: Any
) -> None:
    async def full(*_: object) -> None:
        raise Unavailable("The database cannot be used now (OperationalError): there is no disk space left.")

    monkeypatch.setattr(restore, "restore", full)
    ended = dabyl("backup", "--to", folder, "--prove", config=config)
    assert ended.code == 1
    assert f"could not be tried out in {tempfile.gettempdir()}" in ended.err
    assert "TMPDIR" in ended.err
    assert "database cannot be used" not in ended.err
    assert len(_backups(folder)) == 1


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_file_that_is_not_there_or_none_of_ours_is_a_wrong_argument(config: Path, tmp_path: Path) -> None:
    for command in (("restore",), ("restore", "--try"), ("unseal",)):
        for file, why in ((tmp_path / "none", "cannot be read"), (config, "is no ")):
            ended = dabyl(*command, file, config=config)
            assert (ended.code, why in ended.err) == (2, True), ended.said


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_the_newest_of_a_folder_is_tried_by_the_folder_s_name_and_noted_where_the_watchman_looks(
    config: Path, folder: Path, roster: str
) -> None:
    config.write_text(config.read_text() + f'[backup]\nfolder = "{folder}"\n')
    ended = dabyl("restore", "--try", folder, config=config)
    assert (ended.code, "There is no backup" in ended.err) == (2, True)
    assert dabyl("backup", config=config).code == 0  # into the folder that the configuration names
    assert not (folder / PROVEN).exists()
    assert dabyl("restore", "--try", folder, config=config).code == 0
    (made,) = folder.glob("*.dabyl")
    assert abs((folder / PROVEN).stat().st_mtime - made.stat().st_mtime) < 60


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_command_takes_it_and_one_that_fails_is_a_backup_that_failed(
    config: Path, folder: Path, roster: str, tmp_path: Path
) -> None:
    config.write_text(config.read_text() + f'[backup]\nfolder = "{folder}"\n')
    taken = tmp_path / "elsewhere"
    taken.mkdir()
    watched = Backups(folder, timedelta(hours=1))
    for failing in ("exit 3", "cat > /dev/null; exit 1", "no-such-program", "true", "head -c 9 > /dev/null"):
        ended = dabyl("backup", "--to-command", failing, config=config)
        assert (ended.code, "did not arrive" in ended.err) == (1, True), failing
    assert watched.too_old(datetime.now(UTC)) == "?"
    command = f'test -z "$DABYL_KEY" && cat > {taken}/part && mv {taken}/part "{taken}/$DABYL_BACKUP"'
    assert dabyl("backup", "--to-command", command, config=config).code == 0
    (sent,) = taken.iterdir()
    assert dabyl("restore", "--try", sent, config=config).code == 0
    assert watched.too_old(datetime.now(UTC)) == watched.unproven(datetime.now(UTC)) == ""
    ended = dabyl("backup", "--to-command", "cat", "--to", tmp_path, config=config)
    assert (ended.code, "name one" in ended.err) == (2, True)
    ended = dabyl("backup", "--to-command", "cat", "--prove", config=config)
    assert (ended.code, "--prove needs a folder" in ended.err) == (2, True)


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_command_never_sees_an_end_of_what_was_broken_off(
    config: Path, roster: str, tmp_path: Path, monkeypatch: Any
) -> None:
    async def breaks_off(*_: object) -> int:
        raise StorageError("The database is gone.")

    monkeypatch.setattr(cli_backup, "stream", breaks_off)
    kept = tmp_path / "kept"
    ended = dabyl("backup", "--to-command", f"cat > {kept}.part && mv {kept}.part {kept}", config=config)
    assert (ended.code, "The database is gone" in ended.err) == (1, True)
    assert not kept.exists()


@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGHUP])
def test_nor_where_the_backup_itself_is_told_to_stop(
    config: Path, roster: str, tmp_path: Path, monkeypatch: Any, by: signal.Signals
) -> None:
    async def is_stopped(*_: object) -> int:
        signal.raise_signal(by)
        return 0

    monkeypatch.setattr(cli_backup, "stream", is_stopped)
    before, kept = signal.getsignal(by), tmp_path / "kept"
    ended = dabyl("backup", "--to-command", f"cat > {kept}.part && mv {kept}.part {kept}", config=config)
    assert (ended.code, "did not arrive" in ended.err) == (1, True)
    assert not kept.exists()
    assert signal.getsignal(by) is before


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize(
    "changed", [{"made_at": "2026-11-01T00:00:00+00:00"}, {"made_at": "2026-11-01T00:00:00"}, {"keys": []}]
)
def test_what_a_backup_says_of_itself_cannot_be_changed(
    config: Path, folder: Path, roster: str, changed: dict[str, object]
) -> None:
    config.write_text(config.read_text() + f'[backup]\nfolder = "{folder}"\n')
    dabyl("backup", config=config)
    (made,) = folder.iterdir()
    raw = made.read_bytes()
    size = int.from_bytes(raw[8:12])
    head = json.dumps(json.loads(raw[12 : 12 + size]) | changed).encode()
    made.write_bytes(raw[:8] + len(head).to_bytes(4) + head + raw[12 + size :])
    ended = dabyl("restore", "--try", made, config=config)
    assert (ended.code, "damaged" in ended.err, ended.out) == (1, True, "")
    assert not (folder / PROVEN).exists()
    dabyl("backup", "--keep", 1, config=config)
    assert made.exists()


@pytest.mark.slow
def test_an_empty_database_that_init_or_migrate_made_is_filled(
    config: Path, folder: Path, roster: str, tmp_path: Path
) -> None:
    dabyl("backup", "--to", folder, config=config)
    (made,) = folder.iterdir()
    there = written(folder, f'[storage]\nurl = "sqlite:///{tmp_path}/new.db"\n')
    assert dabyl("migrate", config=there).code == 0
    assert dabyl("restore", made, config=there).code == 0
    assert dabyl("roster", "export", config=there).out == roster
    assert dabyl("restore", made, config=there).code == 1
    (tmp_path / "new.db").write_bytes(b"somebody else's")
    ended = dabyl("restore", made, config=there)
    assert (ended.code, "Move it away first" in ended.err) == (1, True)
    assert (tmp_path / "new.db").read_bytes() == b"somebody else's"


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_restore_where_no_folder_is_yet_says_how_to_make_it(
    config: Path, folder: Path, roster: str, tmp_path: Path
) -> None:
    dabyl("backup", "--to", folder, config=config)
    (made,) = folder.iterdir()
    there = tmp_path / "new"
    ended = dabyl("restore", made, config=written(folder, f'[storage]\nurl = "sqlite:///{there}/dabyl.db"\n'))
    assert (ended.code, f"mkdir -p {there}" in ended.err) == (1, True)


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_what_is_wrong_is_a_sentence(config: Path, folder: Path, roster: str) -> None:
    ended = dabyl("backup", "--to", folder / "none", config=config)
    assert (ended.code, "There is no folder" in ended.err) == (2, True)
    dabyl("backup", "--to", folder, config=config)
    (backup,) = folder.iterdir()
    ended = dabyl("restore", "--try", backup, config=config, **{KEY: new_key()})
    assert (ended.code, f"{backup.name} is sealed with the key" in ended.err) == (2, True)
    assert "DABYL_KEY" in ended.err
    ended = dabyl("restore", "--try", config, config=config)
    assert (ended.code, "no backup of this program" in ended.err) == (2, True)
    assert os.listdir(folder) == [backup.name]


@pytest.mark.slow
async def test_while_a_bot_runs_it_is_backed_up_but_neither_restored_over_nor_moved(
    world: World, config: Path, folder: Path, tmp_path: Path
) -> None:
    citizen = await world.person("Aigul", "ru")
    await citizen.writes("в алматы задержали человека")
    await world.settle()
    ended, _ = await asyncio.gather(
        beside("backup", "--to", folder, "--prove", config=config),
        citizen.writes("его увезли в РОВД"),
    )
    assert (ended.code, "It can be restored" in ended.out) == (0, True)
    (made,) = _backups(folder)
    ended = await beside("restore", made, config=config)
    assert (ended.code, "Stop that one first" in ended.err) == (1, True)
    ended = await beside("storage", "move", f"sqlite:///{tmp_path}/elsewhere.db", config=config)
    assert (ended.code, "Stop that one first" in ended.err) == (1, True)
    assert "the old place is as it was" in ended.err
    await world.settle()
    await citizen.expects("Алматы")


def _backups(folder: Path) -> list[Path]:
    return list(folder.glob("*.dabyl"))
