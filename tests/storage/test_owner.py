"""A database that is another user's is told by the owner's name and what to type; a driver would speak of codes."""

import os
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import StorageError
from storage.file_owner import owner, refuse_foreign, user
from storage.migrate import migrate
from storage.sealing import Keyring


def forbid(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """As if these were another user's: whoever runs the tests as root may everything."""
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) not in paths)
    monkeypatch.setattr(os, "geteuid", lambda: 4_000_000)


async def test_a_database_of_root_is_said_to_be_roots_by_every_way_to_it(
    tmp_path: Path, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "dabyl.db"
    await migrate(f"sqlite:///{file}")
    forbid(monkeypatch, file)
    for way in (migrate(f"sqlite:///{file}"), Database.open(f"sqlite:///{file}", keyring)):
        with pytest.raises(StorageError) as told:
            await way
        assert f"belongs to {owner(file)}" in str(told.value)
        assert f"sudo chown {user()} {file}*" in str(told.value)


def test_so_is_a_file_that_lies_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, lock = tmp_path / "dabyl.db", tmp_path / "dabyl.db.lock"
    file.touch()
    lock.touch()
    forbid(monkeypatch, lock)
    with pytest.raises(StorageError, match="belongs to"):
        refuse_foreign(file)


def test_a_folder_of_root_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forbid(monkeypatch, tmp_path)
    with pytest.raises(StorageError, match=f"sudo chown {user()} {tmp_path}"):
        refuse_foreign(tmp_path / "dabyl.db")


def test_ones_own_is_let_be(tmp_path: Path) -> None:
    refuse_foreign(tmp_path / "dabyl.db")


@pytest.mark.parametrize("whose", ["folder", "file"])
def test_of_ones_own_that_its_mode_keeps_out_the_mode_is_named_and_chmod(
    whose: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "dabyl.db"
    file.touch()
    closed, mode, command = {
        "folder": (tmp_path, 0o500, f"chmod u+rwx {tmp_path}"),
        "file": (file, 0o400, f"chmod u+rw {file}*"),
    }[whose]
    closed.chmod(mode)
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != closed)  # root may everything
    with pytest.raises(StorageError) as told:
        refuse_foreign(file)
    closed.chmod(0o700)
    assert f"its mode {mode:o} forbids it. Type: {command}" in str(told.value)
    assert "belongs to" not in str(told.value)
