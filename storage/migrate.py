"""Migrations: bring a database to the tables of this program, or say what stands in the way.

Revisions are files in storage/migrations/versions, written out in full: they never import the schema, which goes on moving.
They only go forward; the way back is the copy that `dabyl migrate` leaves (storage.backup.before_migration), or a backup. A
migration is one transaction on both dialects.
"""

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from storage import schema_revision
from storage.driver_errors import translated
from storage.engine import begin_now, commit, connect, parse_url, refuse_cut_off, sqlite_file
from storage.errors import NewerDatabase, StorageError
from storage.file_owner import refuse_foreign


async def migrate(url: str, to: str = "head", *, move: str = "") -> None:
    """Create or upgrade the tables. ``to`` names a revision; only what restores an older backup stops before the head.
    ``move``: the tables are marked by it in the same transaction: no program uses them before it is done.

    Raises NewerDatabase when a newer program was here already, Unavailable when the database cannot be reached.
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
                found = await schema_revision.current(connection)
                if found not in (None, *schema_revision.revisions()):
                    raise NewerDatabase(schema_revision.why_not(str(found)))
                await connection.run_sync(_upgrade, to)
                if move:
                    await schema_revision.mark(connection, schema_revision.ARRIVING, move)
                await commit(connection)
    finally:
        await engine.dispose()


async def pending(url: str) -> dict[str, str]:
    """The migrations that :func:`migrate` would run, oldest first, with their names; all where there is no database."""
    parsed = parse_url(url)
    file = sqlite_file(parsed)
    if file is not None and not file.exists():
        return schema_revision.all_of()
    if file is not None:
        refuse_cut_off(file)
        refuse_foreign(file)
    engine = connect(parsed)
    try:
        with translated():
            async with engine.connect() as connection:
                return await schema_revision.waiting(connection)
    finally:
        await engine.dispose()


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
    config.set_main_option("script_location", str(schema_revision.SCRIPTS).replace("%", "%%"))
    return config


def _create(file: Path) -> None:
    """Make the file before SQLite does, so that nobody else on the machine can read it or its WAL."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StorageError(
            f"The database {file} cannot be created ({error.strerror}); check storage.url."
        ) from error
