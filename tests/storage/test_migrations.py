"""The migrations end where the schema stands, on both dialects; they do all of it or nothing."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from storage.database import Database
from storage.engine import connect, parse_url
from storage.errors import NewerDatabase, NotMigrated, StorageError
from storage.migrate import migrate, pending
from storage.schema import metadata
from storage.schema_revision import SCRIPTS, revisions
from storage.sealing import Keyring
from tests.storage.next_version import next_version
from tests.storage.samples import NOW, SAMPLES

DEFINITIONS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'alembic%'",
    "postgresql": """
        SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'
        UNION ALL SELECT conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'alembic_version'
        UNION ALL SELECT table_name || '.' || column_name, concat_ws(' ', data_type, is_nullable, column_default)
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'
        """,
}


async def sync(url: str, function: Callable[[Connection], Any]) -> Any:
    """What a function of a connection gives."""
    engine = connect(parse_url(url))
    async with engine.begin() as connection:
        result = await connection.run_sync(function)
    await engine.dispose()
    return result


def _tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


async def test_every_table_is_made(storage_url: str) -> None:
    assert await sync(storage_url, _tables) == set(metadata.tables) | {"alembic_version"}


@pytest.mark.slow
async def test_the_migrated_tables_are_those_of_the_schema(storage_url: str) -> None:
    differences: Sequence[Any] = await sync(
        storage_url, lambda c: compare_metadata(MigrationContext.configure(c), metadata)
    )
    assert differences == []


@pytest.mark.slow
async def test_even_the_conditions_of_indexes_are_the_same(storage_url: str, empty_url: str) -> None:
    def definitions(connection: Connection) -> dict[str, str]:
        rows = connection.exec_driver_sql(DEFINITIONS[connection.dialect.name]).all()
        return {name: " ".join(sorted(text.replace(",", " ").split())) for name, text in rows}

    def create(connection: Connection) -> dict[str, str]:
        for index in [index for table in metadata.sorted_tables for index in table.indexes]:
            condition = index.dialect_options["sqlite"]["where"]
            index.dialect_options["postgresql"]["where"] = condition
        metadata.create_all(connection)
        return definitions(connection)

    migrated = await sync(storage_url, definitions)
    assert migrated == await sync(empty_url, create)
    assert len(migrated) > 40


async def test_migrating_twice_changes_nothing(database: Database, storage_url: str) -> None:
    async with database.write(NOW) as tx:
        tx.addresses.add(SAMPLES["addresses"])
    await migrate(storage_url)
    async with database.read(NOW) as tx:
        assert await tx.addresses.count() == 1


@pytest.mark.slow
async def test_an_empty_database_becomes_usable(empty_url: str, keyring: Keyring) -> None:
    await migrate(empty_url)
    database = await Database.open(empty_url, keyring)
    async with database.read(NOW) as tx:
        assert await tx.cases.count() == 0
    await database.close()


def test_revisions_are_known_by_their_files() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert revisions() == tuple(script.revision for script in scripts)


@pytest.fixture
async def held(empty_url: str, keyring: Keyring) -> str:
    """A database of this version, with two rows."""
    await migrate(empty_url)
    database = await Database.open(empty_url, keyring)
    async with database.write(NOW) as tx:
        tx.addresses.add(SAMPLES["addresses"])
        tx.dialogues.add(SAMPLES["dialogues"])
    await database.close()
    return empty_url


async def is_all_there(url: str, keyring: Keyring) -> None:
    """What it held; and it can be used."""
    database = await Database.open(url, keyring)
    async with database.write(NOW) as tx:
        assert await tx.addresses.select() == [SAMPLES["addresses"]]
        tx.timers.add(SAMPLES["timers"])
    await database.close()


async def test_the_next_version_asks_to_migrate_and_finds_all_that_was_there(
    held: str, keyring: Keyring, tmp_path: Path
) -> None:
    with next_version(tmp_path) as number:
        with pytest.raises(NotMigrated, match="of an earlier version"):
            await Database.open(held, keyring)
        assert await pending(held) == {number: "toys"}
        await migrate(held)
        assert await pending(held) == {}
        await is_all_there(held, keyring)
    for does in (Database.open(held, keyring), migrate(held), pending(held)):  # this one again
        with pytest.raises(NewerDatabase, match="Run that version, or restore a backup from before it"):
            await does


async def test_a_migration_that_fails_half_way_has_done_nothing(
    held: str, keyring: Keyring, tmp_path: Path
) -> None:
    with next_version(tmp_path, "INSERT INTO toys SELECT count(*) FROM nowhere"), pytest.raises(StorageError):
        await migrate(held)
    assert "toys" not in await sync(held, _tables)
    await is_all_there(held, keyring)


@pytest.mark.parametrize("dialect", ["sqlite"])  # which keeps no foreign keys while tables are altered
async def test_a_migration_that_leaves_rows_without_their_parents_has_done_nothing(
    held: str, keyring: Keyring, tmp_path: Path
) -> None:
    with (
        next_version(tmp_path, "DELETE FROM addresses"),
        pytest.raises(StorageError, match="without their parents; nothing was changed"),
    ):
        await migrate(held)
    await is_all_there(held, keyring)
