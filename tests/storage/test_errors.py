"""Trouble with the database and trouble with rows are told apart, for each calls for something else."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import exc

from bot.loops.error_summary import error_name
from core.model import Address
from core.traffic import Timer
from storage.database import Database
from storage.driver_errors import translated
from storage.errors import Refused, Unavailable
from storage.sealing import Keyring
from tests.storage.samples import NOW, address

MEANINGS = {
    exc.IntegrityError: Refused,
    exc.DataError: Refused,
    exc.ProgrammingError: Refused,
    exc.NotSupportedError: Refused,
    exc.OperationalError: Unavailable,
    exc.InterfaceError: Unavailable,
    exc.InternalError: Unavailable,
    exc.DatabaseError: Unavailable,
}


def test_every_error_of_a_driver_has_a_meaning() -> None:
    assert set(MEANINGS) - {exc.DatabaseError} == set(exc.DatabaseError.__subclasses__()) | {
        exc.InterfaceError
    }


@pytest.mark.parametrize(("foreign", "ours"), MEANINGS.items())
def test_errors_of_drivers_are_translated(foreign: type[exc.DBAPIError], ours: type[Exception]) -> None:
    with pytest.raises(ours), translated():
        raise foreign("INSERT", {}, Exception("reason"))


async def add(database: Database, rows: list[Address]) -> None:
    async with database.write(NOW) as tx:
        for row in rows:
            tx.addresses.add(row)


async def test_a_naive_moment_blames_the_row(database: Database) -> None:
    naive = datetime(2018, 9, 17)  # noqa: DTZ001 - that is the point
    with pytest.raises(Refused):
        async with database.write(NOW) as tx:
            tx.timers.add(Timer("a", "test", naive))


async def test_the_rule_that_was_broken_is_named(database: Database) -> None:
    with pytest.raises(Refused, match="lookup"):
        await add(database, [address(1, b"1"), replace(address(2, b"1"), messenger="signal")])


def test_where_nothing_can_be_mapped_the_disk_may_be_full() -> None:
    cause = sqlite3.OperationalError("disk I/O error")
    cause.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"  # of the file beside the log, on a full disk
    with (
        pytest.raises(Unavailable, match="the disk is full, or it fails, or its folder is gone"),
        translated(),
    ):
        raise exc.OperationalError("SELECT", {}, cause)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_a_full_disk_blames_no_row(database: Database) -> None:
    async with database.engine.connect() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(Unavailable, match="disk space") as caught:
        await add(database, [address(number, b"%d" % number) for number in range(1000)])
    assert error_name(caught.value) == "Unavailable, there is no disk space left"  # what the log has
    async with database.read(NOW) as tx:
        assert await tx.addresses.count() == 0


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_a_database_that_another_program_keeps_locked_blames_no_row(
    database: Database, tmp_path: Path
) -> None:
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA busy_timeout=1")
    with closing(sqlite3.connect(tmp_path / "dabyl.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable, match="keeps it locked"):
            async with database.write(NOW) as tx:
                await tx.addresses.get(1)
    async with database.write(NOW) as tx:
        tx.addresses.add(address(1, b"1"))


@pytest.mark.parametrize("dialect", ["postgres"], indirect=True)
async def test_after_the_server_dropped_all_connections_the_next_write_goes_on(database: Database) -> None:
    async with database.read(NOW), database.read(NOW):
        pass  # two connections in the pool
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    for _ in range(3):
        try:
            async with database.write(NOW) as tx:
                tx.addresses.add(address(1, b"1"))
            break
        except Unavailable:
            continue
    async with database.read(NOW) as tx:
        assert await tx.addresses.count() == 1


async def test_a_database_that_is_not_on_the_server_is_unavailable(
    postgres_server: Callable[[str], str], keyring: Keyring
) -> None:
    with pytest.raises(Unavailable, match="no database of this name"):
        await Database.open(postgres_server("nobody_made_this"), keyring)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_a_database_that_may_only_be_read_says_whose_fault_it_is(database: Database) -> None:
    async with database.engine.connect() as connection:
        await connection.exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(Unavailable, match="may not write it"):
        await add(database, [address(1, b"1")])


async def test_a_file_that_is_no_database_is_named_as_such(tmp_path: Path, keyring: Keyring) -> None:
    (tmp_path / "letter.db").write_text("Dear colleagues, " * 100)
    with pytest.raises(Unavailable, match="no SQLite database"):
        await Database.open(f"sqlite:///{tmp_path}/letter.db", keyring)
