"""A backup has every row and every file, opens with the key alone, and comes back whole or not at all."""

import asyncio
import errno
import os
import resource
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select, text

from core.sent_files import FileState
from storage.backup import row_transfer, writing
from storage.backup.pipe import taken_by
from storage.backup.reading import read, restore
from storage.backup.row_transfer import hash_of
from storage.backup.writing import write
from storage.database import Database
from storage.errors import AlreadyRunning, Damaged, NewerDatabase, StorageError, WrongFile, WrongKey
from storage.lock import hold
from storage.migrate import migrate
from storage.schema import inbox
from storage.sealing import Keyring, new_key
from tests.storage.next_version import next_version
from tests.storage.samples import CHAT, NAME, NOW, PHONE, SAMPLES, WORDS

PHOTO, KEY = b"a photo" * 100_000, b"k" * 32


def quiet(done: int, total: int) -> None:
    """Nobody looks."""


@pytest.fixture
async def full(storage_url: str, keyring: Keyring, tmp_path: Path) -> AsyncIterator[Database]:
    """A database with a row of every table and with a file."""
    database = await Database.open(storage_url, keyring, files=tmp_path / "files")
    assert database.folder is not None
    database.folder.prepare()
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
        photo = replace(SAMPLES["files"], id=901, state=FileState.KEPT, key=KEY, size=len(PHOTO), why=None)
        tx.files.add(photo)
        writes = database.folder.write(901, KEY)
        writes.write(PHOTO)
        writes.finish()
    yield database
    await database.close()


@pytest.fixture
async def backup(full: Database, tmp_path: Path) -> Path:
    """Of it."""
    await write(full, NOW, tmp_path / "one.dabyl", quiet)
    return tmp_path / "one.dabyl"


async def content(database: Database) -> str:
    """Of every row."""
    async with database.read(NOW) as tx:
        return await hash_of(tx.session.connection)


def bytes_of(file: Path) -> bytes:
    """All of them."""
    return file.read_bytes()


def put(file: Path, content: bytes) -> None:
    """These in its place."""
    file.write_bytes(content)


def new_url(tmp_path: Path) -> str:
    """Of a database that does not exist."""
    return f"sqlite:///{tmp_path}/new.db"


@pytest.mark.slow
async def test_what_comes_back_is_what_was_there_row_by_row_and_file_by_file(
    full: Database, backup: Path, keyring: Keyring, tmp_path: Path
) -> None:
    told: list[int] = []
    url, folder = new_url(tmp_path), tmp_path / "new.files"
    found = await restore(read(backup, keyring), url, folder, lambda done, _: told.append(done))
    assert found.files == 1
    assert found.rows + 1 == told[-1] > len(SAMPLES)
    database = await Database.open(url, keyring, files=folder)
    try:
        assert await content(database) == await content(full)
        assert database.folder is not None
        assert database.folder.read(901, KEY) == PHOTO
    finally:
        await database.close()


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["postgres"])
async def test_a_backup_of_sqlite_comes_back_on_postgresql_where_updates_are_counted_on(
    full: Database, backup: Path, keyring: Keyring, empty_url: str, tmp_path: Path
) -> None:
    url = new_url(tmp_path)
    await restore(read(backup, keyring), url, None, quiet)
    database = await Database.open(url, keyring)
    await write(database, NOW, tmp_path / "two.dabyl", quiet)
    await database.close()
    await restore(read(tmp_path / "two.dabyl", keyring), empty_url, None, quiet)
    database = await Database.open(empty_url, keyring)
    try:
        assert await content(database) == await content(full)
        async with database.write(NOW) as tx:
            last = (await tx.execute(select(func.max(inbox.c.id)))).scalar()
            following = (await tx.execute(select(func.nextval("inbox_id_seq")))).scalar_one()
        assert following == (last or 0) + 1
    finally:
        await database.close()


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_nothing_of_anybody_can_be_read_in_it(backup: Path) -> None:
    written = bytes_of(backup)
    assert [one for one in (NAME, PHONE, CHAT, WORDS) if one.encode() in written] == []
    assert PHOTO[:64] not in written
    assert os.stat(backup).st_mode & 0o777 == 0o600


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
@pytest.mark.parametrize("part", [0.001, 0.3, 0.8, 0.999999])
async def test_of_one_that_is_cut_off_nothing_comes_back(
    backup: Path, keyring: Keyring, tmp_path: Path, part: float
) -> None:
    written = bytes_of(backup)
    put(backup, written[: int(len(written) * part)])
    url = new_url(tmp_path)
    with pytest.raises(Damaged):
        await restore(read(backup, keyring), url, tmp_path / "new.files", quiet)
    left = [name for name in os.listdir(tmp_path) if name.startswith("new")]
    assert left == []  # it can be tried again with another backup


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_fails_takes_no_file_away_that_was_there_before(
    backup: Path, keyring: Keyring, tmp_path: Path
) -> None:
    put(backup, bytes_of(backup)[:-1])
    (photo,) = os.listdir(tmp_path / "files")
    with pytest.raises(Damaged):
        await restore(read(backup, keyring), new_url(tmp_path), tmp_path / "files", quiet)
    assert os.listdir(tmp_path / "files") == [photo]


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_one_that_was_changed_does_not_open(backup: Path, keyring: Keyring, tmp_path: Path) -> None:
    written = bytearray(bytes_of(backup))
    written[len(written) // 2] ^= 1
    put(backup, bytes(written))
    with pytest.raises(Damaged):
        await restore(read(backup, keyring), new_url(tmp_path), None, quiet)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_another_key_another_file_and_a_newer_version_are_told_apart(
    backup: Path, keyring: Keyring, tmp_path: Path
) -> None:
    with pytest.raises(WrongKey, match="DABYL_KEY"):
        read(backup, Keyring.parse(new_key()))
    with pytest.raises(WrongFile, match="cannot be read"):
        read(tmp_path / "none.dabyl", keyring)
    (tmp_path / "text.dabyl").write_text("dear diary")
    with pytest.raises(WrongFile, match="no backup of this program"):
        read(tmp_path / "text.dabyl", keyring)
    newer = bytes_of(backup).replace(b'"revision": "0', b'"revision": "9', 1)
    (tmp_path / "newer.dabyl").write_bytes(newer)
    with pytest.raises(NewerDatabase):
        read(tmp_path / "newer.dabyl", keyring)


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_is_there_already_is_not_written_over(
    full: Database, backup: Path, keyring: Keyring, storage_url: str
) -> None:
    before = await content(full)
    with pytest.raises(StorageError, match="Move it away first"):
        await restore(read(backup, keyring), storage_url, None, quiet)
    assert await content(full) == before


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["postgres"])
async def test_nor_on_a_server(full: Database, backup: Path, keyring: Keyring, storage_url: str) -> None:
    with pytest.raises(StorageError, match="has rows already"):
        await restore(read(backup, keyring), storage_url, None, quiet)


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_one_of_an_earlier_version_is_brought_to_this_one(
    backup: Path, keyring: Keyring, tmp_path: Path
) -> None:
    with next_version(tmp_path):
        await restore(read(backup, keyring), new_url(tmp_path), None, quiet)
        database = await Database.open(new_url(tmp_path), keyring)
        try:
            async with database.read(NOW) as tx:
                assert await tx.cases.select() == [SAMPLES["cases"]]
                assert (await tx.execute(text("SELECT count(*) FROM toys"))).scalar() == 0
        finally:
            await database.close()


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_full_disk_leaves_nothing_behind_and_the_last_backup_as_it_was(
    full: Database, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytes_of(backup)

    def is_full(descriptor: int) -> Any:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", is_full)
        with pytest.raises(StorageError, match="No space left"):
            await write(full, NOW, backup, quiet)
    assert bytes_of(backup) == before
    assert [file.name for file in backup.parent.iterdir() if file.name.endswith(".part")] == []


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_restore_fills_a_database_that_was_migrated_before(
    backup: Path, keyring: Keyring, tmp_path: Path
) -> None:
    await migrate(new_url(tmp_path))  # as dabyl init does on a new server
    found = await restore(read(backup, keyring), new_url(tmp_path), None, quiet)
    assert found.rows


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_one_that_fills_up_half_way_leaves_nothing_behind_either(
    full: Database, backup: Path, tmp_path: Path
) -> None:
    before = bytes_of(backup)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        with pytest.raises(StorageError, match=r"File too large.*older ones are as they were"):
            await write(full, NOW, tmp_path / "two.dabyl", quiet)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert bytes_of(backup) == before
    assert [name for name in os.listdir(tmp_path) if name.startswith("two")] == []


@pytest.mark.slow
async def test_what_is_written_meanwhile_is_in_it_whole_or_not_at_all(
    full: Database, keyring: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_transfer, "PORTION", 1)
    ended = asyncio.Event()

    async def goes_on() -> int:
        number = 10_000
        while not ended.is_set():
            async with full.write(NOW) as tx:  # one that many tables have a part of
                tx.addresses.add(
                    replace(SAMPLES["addresses"], id=number, chat=str(number), lookup=b"%d" % number)
                )
                tx.files.add(replace(SAMPLES["files"], id=number, address_id=number))
                tx.cases.add(replace(SAMPLES["cases"], id=number, code=f"made up {number}"))
            number += 1
        return number - 10_000

    async def backs_up() -> None:
        for _ in range(3):
            await write(full, NOW, tmp_path / "meanwhile.dabyl", quiet)
        ended.set()

    written, _ = await asyncio.gather(goes_on(), backs_up())
    assert written > 10
    url = new_url(tmp_path)
    await restore(read(tmp_path / "meanwhile.dabyl", keyring), url, None, quiet)
    database = await Database.open(url, keyring)
    try:
        async with database.read(NOW) as tx:
            new = {
                name: {row.id for row in await getattr(tx, name).select() if row.id >= 10_000}
                for name in ("addresses", "files", "cases")
            }
    finally:
        await database.close()
    assert new["addresses"] == new["files"] == new["cases"]
    assert 0 < len(new["cases"]) < written


def test_a_command_that_reads_no_more_is_told_of_though_it_says_that_it_is_done() -> None:
    with pytest.raises(StorageError, match="before it had read everything"):
        _given_to("exit 0", b"x" * 1_000_000)


def _given_to(command: str, content: bytes) -> None:
    with taken_by(command, {}) as pipe:
        pipe.write(content)


@pytest.mark.slow
async def test_a_restore_over_a_bot_that_runs_is_refused(
    full: Database, backup: Path, keyring: Keyring, storage_url: str
) -> None:
    before = await content(full)
    async with hold(full):
        with pytest.raises(AlreadyRunning, match="Stop that one first"):
            await restore(read(backup, keyring), storage_url, None, quiet)
    assert await content(full) == before


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_so_is_one_where_only_the_file_was_moved_away(
    full: Database, backup: Path, keyring: Keyring, storage_url: str, tmp_path: Path
) -> None:
    async with hold(full):
        os.rename(tmp_path / "dabyl.db", tmp_path / "old.db")
        with pytest.raises(AlreadyRunning, match="Stop that one first"):
            await restore(read(backup, keyring), storage_url, None, quiet)
        os.rename(tmp_path / "old.db", tmp_path / "dabyl.db")


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_name_in_it_that_is_no_table_s_gets_into_no_statement(
    full: Database, keyring: Keyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (table, *_) = row_transfer.TABLES
    with monkeypatch.context() as patch:
        patch.setattr(table, "name", "x; DROP TABLE cases")
        patch.setattr(row_transfer, "_after", nothing)
        patch.setattr(writing, "in_use", nothing)
        patch.setattr(writing, "count_rows", none)
        await write(full, NOW, tmp_path / "bad.dabyl", quiet)
    with pytest.raises(Damaged, match="cannot be one of ours"):
        await restore(read(tmp_path / "bad.dabyl", keyring), new_url(tmp_path), None, quiet)


async def nothing(*_: object) -> list[Any]:
    """No rows."""
    return []


async def none(*_: object) -> int:
    """So many of them."""
    return 0
