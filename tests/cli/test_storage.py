"""dabyl storage, as a technician uses it."""

from pathlib import Path
from typing import Any

import pytest

from bot.cli import storage
from tests.cli.command import dabyl, written
from tests.project.tree import ROOT


@pytest.mark.slow
def test_the_database_moves_and_what_is_left_to_do_is_said(config: Path, tmp_path: Path) -> None:
    dabyl("roster", "import", ROOT / "roster.example.csv", config=config)
    roster = dabyl("roster", "export", config=config).out
    (tmp_path / "dabyl.db.files").mkdir()
    url = f"sqlite:///{tmp_path}/elsewhere.db"
    ended = dabyl("storage", "move", url, config=config)
    assert ended.code == 0, ended.said
    assert "each as it was" in ended.out
    beside = f'storage.files = "{tmp_path}/dabyl.db.files"'
    assert (beside in ended.out) == ("sqlite" in config.read_text())
    ended = dabyl("roster", "list", config=config)
    assert (ended.code, "was moved elsewhere" in ended.err) == (1, True)
    assert "was moved elsewhere" in dabyl("migrate", "--dry-run", config=config).err
    (tmp_path / "new").mkdir()
    new = written(tmp_path / "new", f'[storage]\nurl = "{url}"\n')
    assert dabyl("roster", "export", config=new).out == roster
    ended = dabyl("storage", "reopen", config=config)
    assert (ended.code, "can be used again" in ended.out) == (0, True)
    assert dabyl("roster", "export", config=config).out == roster
    assert "nothing was changed" in dabyl("storage", "reopen", config=config).out


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_broken_off_it_says_that_nothing_was_moved(config: Path, tmp_path: Path, monkeypatch: Any) -> None:
    async def broken_off(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(storage, "move_to", broken_off)
    ended = dabyl("storage", "move", f"sqlite:///{tmp_path}/elsewhere.db", config=config)
    assert ended.code == 1
    assert "the bot can start on it. The same command begins again" in ended.err


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_broken_off_before_the_last_step_it_says_so_and_the_same_command_does_that_one(
    config: Path, tmp_path: Path, monkeypatch: Any
) -> None:
    async def broken_off(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    url = f"sqlite:///{tmp_path}/elsewhere.db"
    (tmp_path / "new").mkdir()
    new = written(tmp_path / "new", f'[storage]\nurl = "{url}"\n')
    with monkeypatch.context() as patch:
        patch.setattr(storage, "open_at", broken_off)
        ended = dabyl("storage", "move", url, config=config)
    assert (ended.code, "only the last step is lacking" in ended.err) == (1, True)
    assert "Nothing was moved" not in ended.err
    assert "broken off before its last step" in dabyl("roster", "list", config=new).err
    assert "broken off before its last step" in dabyl("migrate", config=new).err
    ended = dabyl("storage", "move", url, config=config)
    assert (ended.code, "each as it was" in ended.out) == (0, True), ended.said
    assert dabyl("roster", "list", config=new).code == 0


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
def test_of_a_place_that_was_moved_before_it_is_not_said_that_the_bot_can_start_there(
    config: Path, tmp_path: Path
) -> None:
    assert dabyl("storage", "move", f"sqlite:///{tmp_path}/elsewhere.db", config=config).code == 0
    ended = dabyl("storage", "move", f"sqlite:///{tmp_path}/third.db", config=config)
    assert (ended.code, "was moved elsewhere" in ended.err) == (1, True)
    assert "Nothing was moved" in ended.err
    assert "can start" not in ended.err
    assert "begins again" not in ended.err


@pytest.mark.parametrize("dialect", ["sqlite"])
def test_a_place_that_cannot_be_is_a_sentence(config: Path, tmp_path: Path) -> None:
    ended = dabyl("storage", "move", f"sqlite:///{tmp_path}/none/a.db", config=config)
    assert (ended.code, "cannot be" in ended.err) == (1, True), ended.err
    assert "the old place is as it was" in ended.err


@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize("place", ["nonsense", "mysql://elsewhere/dabyl", "sqlite:///:memory:"])
def test_what_is_no_place_of_a_database_is_a_wrong_argument(config: Path, place: str) -> None:
    ended = dabyl("storage", "move", place, config=config)
    assert (ended.code, ended.out) == (2, "")
    assert "TO-URL is no place of a database" in ended.err
    assert "storage.url" not in ended.err
