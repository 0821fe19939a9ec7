"""dabyl backup and dabyl restore, as a technician uses them."""

import os
import shutil
from pathlib import Path

import pytest

from bot.config.settings import KEY, TOKEN
from storage.sealing import new_key
from tests.cli.command import dabyl
from tests.project.tree import ROOT


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


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_database_that_is_lost_comes_back_with_everybody_in_it(
    config: Path, folder: Path, roster: str
) -> None:
    ended = dabyl("backup", "--to", folder, config=config, **{TOKEN: None})
    assert ended.code == 0
    (backup,) = folder.iterdir()
    assert str(backup) in ended.out
    assert "rows" in ended.out
    for lost in config.parent.glob("*.db*"):
        shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
    ended = dabyl("restore", backup, config=config, **{TOKEN: None})
    assert ended.code == 0, ended.said
    assert "Restored into" in ended.out
    assert dabyl("roster", "export", config=config).out == roster


def test_a_trial_says_whether_it_could_and_keeps_nothing(config: Path, folder: Path, roster: str) -> None:
    dabyl("backup", "--to", folder, config=config)
    (backup,) = folder.iterdir()
    before = sorted(config.parent.rglob("*"))
    ended = dabyl("restore", "--try", backup, config=config)
    assert ended.code == 0
    assert "It can be restored" in ended.out
    assert sorted(config.parent.rglob("*")) == before
    assert dabyl("roster", "export", config=config).out == roster
    backup.write_bytes(backup.read_bytes()[:-40])
    ended = dabyl("restore", "--try", backup, config=config)
    assert ended.code == 1
    assert "damaged" in ended.err or "altered" in ended.err


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_database_that_is_there_is_not_written_over(config: Path, folder: Path, roster: str) -> None:
    dabyl("backup", "--to", folder, config=config)
    (backup,) = folder.iterdir()
    ended = dabyl("restore", backup, config=config)
    assert ended.code == 1
    assert "Move it away first" in ended.err
    assert dabyl("roster", "export", config=config).out == roster


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_only_the_newest_stay(config: Path, folder: Path, roster: str) -> None:
    for day in range(1, 4):
        (folder / f"dabyl-2026010{day}-000000.dabyl").touch()
    (folder / "of-somebody-else.txt").touch()
    ended = dabyl("backup", "--to", folder, "--keep", 2, config=config)
    assert ended.code == 0
    left = sorted(file.name for file in folder.iterdir())
    assert [name[:14] for name in left] == ["dabyl-20260103", left[1][:14], "of-somebody-el"]
    assert len(left) == 3


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_what_is_wrong_is_a_sentence(config: Path, folder: Path, roster: str) -> None:
    ended = dabyl("backup", "--to", folder / "none", config=config)
    assert (ended.code, "there is no such folder" in ended.err) == (2, True)
    dabyl("backup", "--to", folder, config=config)
    (backup,) = folder.iterdir()
    ended = dabyl("restore", "--try", backup, config=config, **{KEY: new_key()})
    assert (ended.code, "DABYL_KEY" in ended.err) == (2, True)
    ended = dabyl("restore", "--try", config, config=config)
    assert (ended.code, "no backup of this program" in ended.err) == (1, True)
    assert os.listdir(folder) == [backup.name]
