"""Migrations: bring a database to the tables of this program, or say what stands in the way.

Revisions are files in storage/migrations/versions, written out in full: they never import the schema, which goes on moving.
They only go forward; the way back is a backup. A migration is one transaction on both dialects, but for what needs the
sealing key: storage.carry_over does that between two revisions, in portions, and goes on where it was broken off.
"""

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage import carry_over, revision, vouched_rows
from storage.engine import begin_now, commit, connect, parse_url, refuse_cut_off, sqlite_file
from storage.errors import NewerDatabase, StorageError
from storage.owner import refuse_foreign
from storage.sealing import Keyring
from storage.translated import translated


async def migrate(
    url: str,
    to: str = "head",
    *,
    keyring: Keyring | None = None,
    progress: carry_over.Progress = lambda done, total: None,
    move: str = "",
) -> None:
    """Create or upgrade the tables. ``to`` names a revision; only tests stop before the head. ``progress`` is told how many
    cases of how many were carried over. ``move``: the tables are marked by it in the same transaction: no program uses them
    before it is done.

    Raises NewerDatabase when a newer program was here already, KeyNeeded or WrongKey when cases have to be opened and cannot
    be, Unavailable when the database cannot be reached. What was carried over before an error stays so.
    """
    parsed = parse_url(url)
    file = sqlite_file(parsed)
    if file is not None:
        refuse_cut_off(file)
        refuse_foreign(file)
        _create(file)
    # SQLite alters a table by copying it, which foreign keys would not survive; they are checked at the end instead.
    engine = connect(parsed, foreign_keys=False)
    try:
        with translated():
            async with engine.connect() as connection:
                await begin_now(connection)
                found = await revision.current(connection)
                if found not in (None, *revision.revisions()):
                    raise NewerDatabase(revision.why_not(str(found)))
                carries = found is not None and found <= carry_over.REVISION < _number(to)
                vouches = found is not None and found < vouched_rows.REVISION <= _number(to)
                if carries:
                    await carry_over.require_key(connection, keyring)
                if vouches:
                    await vouched_rows.require_key(connection, keyring)
                if carries:
                    await connection.run_sync(_upgrade, carry_over.REVISION)
                    await commit(connection)
                    if keyring is not None:  # else there are no cases
                        await carry_over.carry_over(connection, keyring, progress)
                    await begin_now(connection)
                await connection.run_sync(_upgrade, to)
                if vouches and keyring is not None:  # else there are no members
                    await vouched_rows.seal_all(connection, keyring)
                if move:
                    await revision.mark(connection, revision.ARRIVING, move)
                await commit(connection)
    finally:
        await engine.dispose()


async def pending(url: str) -> dict[str, str]:
    """The migrations that :func:`migrate` would run, oldest first, with their names; all where there is no database."""
    parsed = parse_url(url)
    file = sqlite_file(parsed)
    if file is not None and not file.exists():
        return revision.all_of()
    engine = connect(parsed)
    try:
        with translated():
            async with engine.connect() as connection:
                return await revision.waiting(connection)
    finally:
        await engine.dispose()


def _number(to: str) -> str:
    return revision.revisions()[0] if to == "head" else to


def _upgrade(connection: Connection, to: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StorageError(
            "The migration would leave rows without their parents; nothing was changed. Report this."
        )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(revision.SCRIPTS).replace("%", "%%"))
    return config


def _create(file: Path) -> None:
    """Make the file before SQLite does, so that nobody else on the machine can read it or its WAL."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StorageError(
            f"The database {file} cannot be created ({error.strerror}); check storage.url."
        ) from error
