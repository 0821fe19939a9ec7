"""A database that cannot be used says why and what to do, and is left as it was."""

from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import NewerDatabase, NotMigrated, StorageError, Unavailable, WrongKey
from storage.migrate import migrate
from storage.sealing import Keyring, new_key
from tests.storage.test_database import files


async def test_a_database_without_tables_asks_to_migrate(empty_url: str, keyring: Keyring) -> None:
    with pytest.raises(NotMigrated, match="dabyl migrate"):
        await Database.open(empty_url, keyring)


async def test_opening_makes_no_file(tmp_path: Path, keyring: Keyring) -> None:
    with pytest.raises(NotMigrated, match="dabyl migrate"):
        await Database.open(f"sqlite:///{tmp_path}/missing.db", keyring)
    assert files(tmp_path) == {}


@pytest.mark.slow
async def test_a_newer_database_is_left_alone(empty_url: str, keyring: Keyring) -> None:
    await migrate(empty_url)
    database = await Database.open(empty_url, keyring)
    async with database.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    await database.close()
    with pytest.raises(NewerDatabase, match="Run that version"):
        await Database.open(empty_url, keyring)
    with pytest.raises(NewerDatabase):
        await migrate(empty_url)


async def test_a_wrong_key_is_noticed_at_the_opening(database: Database, storage_url: str) -> None:
    with pytest.raises(WrongKey, match="Set DABYL_KEY"):
        await Database.open(storage_url, Keyring.parse(new_key()))


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://u:secret@h/d", "sqlite://", "sqlite:///:memory:"])
async def test_what_is_no_database_url_is_refused(url: str, keyring: Keyring) -> None:
    with pytest.raises(StorageError, match=r"storage\.url") as caught:
        await Database.open(url, keyring)
    assert "secret" not in str(caught.value)


async def test_a_server_that_is_not_there_is_unavailable(keyring: Keyring) -> None:
    with pytest.raises(Unavailable):
        await Database.open("postgresql://u:secret@127.0.0.1:1/d", keyring)


async def test_a_directory_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot be created"):
        await migrate(f"sqlite:///{tmp_path}/no/where.db")
