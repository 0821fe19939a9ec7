"""An upgrade can go back: the next version backs up what this one wrote, as it is, and this one restores it."""

import subprocess
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from storage.backup.before_migration import copy_before, way_back
from storage.backup.reading import read, restore
from storage.backup.row_transfer import hash_of
from storage.backup.writing import write
from storage.database import Database
from storage.errors import NotMigrated
from storage.migrate import migrate
from storage.sealing import Keyring
from tests.storage.next_version import next_version
from tests.storage.samples import NOW, SAMPLES
from tests.storage.test_backup import new_url, quiet
from tests.storage.test_migrations import sync

MADE = (  # by the version before, and nothing that this one knows
    "ALTER TABLE members ADD COLUMN nickname TEXT",
    "ALTER TABLE addresses DROP COLUMN returns",
    "CREATE TABLE badges (id BIGINT PRIMARY KEY, lost BOOLEAN)",
)
DONE = (
    "UPDATE members SET calling = nickname WHERE nickname IS NOT NULL",
    "ALTER TABLE members DROP COLUMN nickname",
    "ALTER TABLE addresses ADD COLUMN returns TEXT",
    "DROP TABLE badges",
)


@pytest.fixture
async def earlier(empty_url: str, keyring: Keyring) -> str:
    """A database of this version, with a row of every table."""
    await migrate(empty_url)
    database = await Database.open(empty_url, keyring)
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
    await database.close()
    return empty_url


async def backed_up(url: str, keyring: Keyring, place: Path) -> Path:
    """As ``dabyl backup`` does it."""
    database = await Database.open(url, keyring, earlier=True)
    await write(database, NOW, place, quiet)
    await database.close()
    return place


async def content(url: str, keyring: Keyring) -> str:
    """Of every row."""
    database = await Database.open(url, keyring)
    async with database.read(NOW) as tx:
        found = await hash_of(tx.session.connection)
    await database.close()
    return found


async def test_what_the_next_version_backs_up_before_it_migrates_this_one_restores_row_by_row(
    earlier: str, keyring: Keyring, tmp_path: Path
) -> None:
    was = await content(earlier, keyring)
    with next_version(tmp_path):
        with pytest.raises(NotMigrated):  # for all but a backup
            await Database.open(earlier, keyring)
        backup = await backed_up(earlier, keyring, tmp_path / "before.dabyl")
        await migrate(earlier)
    found = await restore(read(backup, keyring), new_url(tmp_path), None, quiet)
    assert found.compared
    assert await content(new_url(tmp_path), keyring) == was


def _written_by_it(connection: Connection) -> None:
    for statement in MADE:
        connection.execute(text(statement))
    connection.execute(text("UPDATE members SET nickname = 'a nickname'"))
    connection.execute(text("INSERT INTO badges VALUES (7, true)"))
    connection.commit()


async def test_a_column_and_a_table_that_only_the_version_before_has_are_in_it_and_are_brought_along(
    earlier: str, keyring: Keyring, tmp_path: Path
) -> None:
    await sync(earlier, _written_by_it)
    with next_version(tmp_path, *DONE, this=MADE):
        backup = await backed_up(earlier, keyring, tmp_path / "before.dabyl")
        await restore(read(backup, keyring), new_url(tmp_path), None, quiet)
        database = await Database.open(new_url(tmp_path), keyring)
        async with database.read(NOW) as tx:
            calling = (await tx.execute(text("SELECT calling FROM members"))).scalars().all()
            assert set(calling) == {"a nickname"}
            assert await tx.cases.select() == [SAMPLES["cases"]]
        await database.close()


def type_on_a_shell(line: str) -> None:
    """As a technician does."""
    subprocess.run(["sh", "-c", line], check=True)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_the_copy_of_before_is_for_its_owner_alone_and_what_is_typed_leads_back_to_it(
    earlier: str, keyring: Keyring, tmp_path: Path
) -> None:
    was = await content(earlier, keyring)
    file = tmp_path / "empty.db"
    copy = copy_before(file, "0001")
    assert copy.stat().st_mode & 0o777 == 0o600
    with next_version(tmp_path, "UPDATE members SET calling = NULL"):
        await migrate(earlier)
    file.with_name(f"{file.name}-wal").write_bytes(b"of the next version")
    type_on_a_shell(way_back(file, copy))
    assert await content(earlier, keyring) == was
    assert not copy.exists()
