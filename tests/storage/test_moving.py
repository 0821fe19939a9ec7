"""From one place to the other and back: every row, and no bot on the old one."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.backup import moving, new_database
from storage.backup.moving import move_database, open_new_place, reopen_database
from storage.backup.row_transfer import Portion, hash_of, write_portion
from storage.backup.writing import Progress
from storage.database import Database
from storage.engine import commit, connect, parse_url
from storage.errors import AlreadyRunning, Damaged, NewerDatabase, StorageError
from storage.lock import exclude_bots, hold
from storage.migrate import migrate
from storage.sealing import Keyring
from tests.storage.samples import NOW, SAMPLES


def there(url: str) -> list[str]:
    """The names of what lies at this place or beside it."""
    file = Path(url.removeprefix("sqlite:///"))
    return [name for name in os.listdir(file.parent) if name.startswith(file.name)]


def left(url: str, ending: str = "") -> None:
    """Something that somebody has left there."""
    Path(url.removeprefix("sqlite:///") + ending).write_bytes(b"of somebody")


def quiet(done: int, total: int) -> None:
    """Nobody looks."""


async def moved(old: str, new: str, progress: Progress) -> int:
    """All steps, as the command does them."""
    rows = await move_database(old, new, progress)
    await open_new_place(old, new)
    return rows


@pytest.fixture
async def old(storage_url: str, keyring: Keyring) -> AsyncIterator[str]:
    """A database with a row of every table."""
    database = await Database.open(storage_url, keyring)
    async with database.write(NOW) as tx:
        for name, row in SAMPLES.items():
            getattr(tx, name).add(row)
    await database.close()
    yield storage_url
    if not storage_url.startswith("sqlite"):  # other tests have this one too
        await reopen_database(storage_url)


@pytest.fixture
def new(tmp_path: Path) -> str:
    """A place where there is nothing yet."""
    return f"sqlite:///{tmp_path}/new.db"


async def content(url: str, keyring: Keyring) -> str:
    """Of every row; a bot could start there."""
    database = await Database.open(url, keyring)
    try:
        async with database.read(NOW) as tx:
            return await hash_of(tx.session.connection)
    finally:
        await database.close()


@pytest.mark.slow
async def test_every_row_is_in_the_new_place_and_no_bot_starts_on_the_old_one(
    old: str, new: str, keyring: Keyring
) -> None:
    before = await content(old, keyring)
    told: list[tuple[int, int]] = []
    rows = await moved(old, new, lambda *so_far: told.append(so_far))
    assert await content(new, keyring) == before
    assert told[-1] == (rows, rows)
    with pytest.raises(NewerDatabase, match="moved elsewhere"):
        await Database.open(old, keyring)
    with pytest.raises(NewerDatabase, match="moved elsewhere"):
        await migrate(old)
    assert await reopen_database(old)
    assert await content(old, keyring) == before
    assert not await reopen_database(old)


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["postgres"])
async def test_from_sqlite_to_a_server_and_back(
    old: str, new: str, empty_url: str, keyring: Keyring, tmp_path: Path
) -> None:
    before = await content(old, keyring)
    await moved(old, new, quiet)
    await moved(new, empty_url, quiet)
    assert await content(empty_url, keyring) == before
    await moved(empty_url, f"sqlite:///{tmp_path}/back.db", quiet)
    assert await content(f"sqlite:///{tmp_path}/back.db", keyring) == before


@pytest.mark.slow
async def test_while_a_bot_runs_on_either_nothing_moves(old: str, new: str, keyring: Keyring) -> None:
    database = await Database.open(old, keyring)
    async with hold(database):
        with pytest.raises(AlreadyRunning, match="Stop that one first"):
            await moved(old, new, quiet)
    await database.close()
    async with exclude_bots(parse_url(new)):
        with pytest.raises(AlreadyRunning):
            await moved(old, new, quiet)
    assert there(new) == []
    await content(old, keyring)


@pytest.mark.slow
async def test_whatever_breaks_it_off_leaves_the_old_place_as_it_was_and_it_can_be_begun_again(
    old: str, new: str, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await content(old, keyring)
    done = 0

    async def broken_off(connection: AsyncConnection, portion: Portion) -> None:
        nonlocal done
        done += 1
        if done == 20:
            raise asyncio.CancelledError
        await write_portion(connection, portion)

    with monkeypatch.context() as patch:
        patch.setattr(moving, "write_portion", broken_off)
        with pytest.raises(asyncio.CancelledError):
            await moved(old, new, quiet)
    assert await content(old, keyring) == before
    assert [
        name for name in os.listdir(Path(new.removeprefix("sqlite:///")).parent) if "new.db" in name
    ] == []
    await moved(old, new, quiet)
    assert await content(new, keyring) == before


class Killed(BaseException):
    """As by kill -9: nobody expects it."""


async def is_usable(url: str, keyring: Keyring) -> bool:
    """Whether a bot could start there."""
    try:
        await content(url, keyring)
    except StorageError:
        return False
    return True


@pytest.mark.parametrize("moment", range(8))  # before or behind each commit
async def test_at_whatever_moment_it_is_killed_no_two_places_can_be_used_and_the_same_command_ends_it(
    old: str, new: str, empty_url: str, keyring: Keyring, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    before = await content(old, keyring)
    if not old.startswith("sqlite"):  # the way that people go
        await moved(old, new, quiet)
        old, new = new, empty_url
    come = 0

    async def killed(connection: AsyncConnection) -> None:
        nonlocal come
        come += 2
        if come == moment + 2:
            raise Killed
        await commit(connection)
        if come == moment + 1:
            raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(new_database, "commit", killed)
        patch.setattr(moving, "commit", killed)
        with contextlib.suppress(Killed):
            await moved(old, new, quiet)
    assert not (await is_usable(old, keyring) and await is_usable(new, keyring))
    if not await is_usable(new, keyring):
        await moved(old, new, quiet)
    assert await content(new, keyring) == before
    assert not await is_usable(old, keyring)


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_a_killed_one_has_left_is_in_nobody_s_way(old: str, new: str, keyring: Keyring) -> None:
    left(new, ".part")
    await moved(old, new, quiet)
    await content(new, keyring)


async def test_an_empty_place_that_a_command_has_opened_is_filled_all_the_same(
    old: str, new: str, empty_url: str, keyring: Keyring
) -> None:
    before = await content(old, keyring)
    if not old.startswith("sqlite"):
        await moved(old, new, quiet)
        old, new = new, empty_url
    await migrate(new)
    await content(new, keyring)  # as dabyl status does, which makes its keys
    await moved(old, new, quiet)
    assert await content(new, keyring) == before


@pytest.mark.slow
async def test_a_row_that_arrived_otherwise_is_noticed_and_nothing_is_kept(
    old: str, new: str, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def changes(connection: AsyncConnection, portion: Portion) -> None:
        if portion.held.table == "cases":
            at = portion.held.names.index("code")
            columns = list(portion.columns)
            columns[at] = ["another code"]
            portion = Portion(portion.held, columns)
        await write_portion(connection, portion)

    monkeypatch.setattr(moving, "write_portion", changes)
    with pytest.raises(Damaged, match="Nothing was moved"):
        await moved(old, new, quiet)
    assert there(new) == []
    await content(old, keyring)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_place_that_is_taken_or_the_same_is_refused(old: str, new: str, keyring: Keyring) -> None:
    with pytest.raises(StorageError, match="the same"):
        await moved(old, old, quiet)
    left(new)
    with pytest.raises(StorageError, match="Move it away first"):
        await moved(old, new, quiet)
    await content(old, keyring)


@pytest.mark.slow
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_an_earlier_program_too_refuses_a_place_that_was_left(
    old: str, new: str, keyring: Keyring
) -> None:
    await moved(old, new, quiet)
    engine = connect(parse_url(old))
    async with engine.connect() as connection:
        noted = (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar_one()
    await engine.dispose()
    assert noted not in {f"{number:04}" for number in range(10_000)}  # no revision that any version has known
