"""Which tables a database has, and whether they are those of this program. Without Alembic, which only migrations need:
it would take every start a tenth of a second."""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection, column, select, table, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.errors import NewerDatabase, NotMigrated

SCRIPTS = Path(__file__).parent / "migrations"
NEWER = "A newer version of the program wrote this database. Run that version, or restore a backup from before it."
MOVED_FROM = (
    "moved-"  # before the revision of one that lies elsewhere now: no program, however old, starts on it
)
MOVED = (
    "This database was moved elsewhere (dabyl storage move), and storage.url still names the old place. Name the new one. "
    "To use this one again all the same, without what came in since: dabyl storage reopen."
)
ARRIVING = "arriving-"  # before that of one that is filled by a move whose old place is not marked yet
UNFINISHED = (
    "A move into this database (dabyl storage move) was broken off before its last step, and the old place may still be "
    "the one in use. Give the same command again, with the old place as storage.url."
)
_NOTED = table("alembic_version", column("version_num"))


async def check(connection: AsyncConnection, *, earlier: bool = False) -> str:
    """The revision. Raises NotMigrated or NewerDatabase unless the tables are those of this program, or where that is
    allowed of an earlier one.
    """
    found = await current(connection)
    if found == revisions()[0] or (earlier and found in revisions()):
        return str(found)
    if found is None:
        raise NotMigrated("The database has no tables yet. Run `dabyl migrate`.")
    if found in revisions():
        raise NotMigrated(
            f"The database has the tables of an earlier version ({found}). Run `dabyl migrate`."
        )
    raise NewerDatabase(why_not(found))


def why_not(found: str) -> str:
    """No program of ours may use a database of this revision, which it does not know."""
    if found.startswith(ARRIVING):
        return UNFINISHED
    return MOVED if found.startswith(MOVED_FROM) else NEWER


async def mark(connection: AsyncConnection, as_what: str, move: str) -> None:
    """As MOVED_FROM or ARRIVING, by the move that is called so: eight letters, alembic_version takes no more than 32."""
    await connection.execute(update(_NOTED).values(version_num=f"{as_what}{revisions()[0]}-{move}"))


async def move_of(connection: AsyncConnection, as_what: str) -> str:
    """What the move is called that marked it so; empty where none of this version did."""
    found, ours = await current(connection) or "", f"{as_what}{revisions()[0]}-"
    return found.removeprefix(ours) if found.startswith(ours) else ""


async def unmark(connection: AsyncConnection, as_what: str) -> bool:
    """Take that mark away; whether there was one."""
    found = await current(connection) or ""
    if not found.startswith(as_what):
        return False
    was, _, _ = found.removeprefix(as_what).partition("-")
    await connection.execute(update(_NOTED).values(version_num=was))
    return True


async def current(connection: AsyncConnection) -> str | None:
    """The revision of the database; None for an empty one."""
    return await connection.run_sync(_noted)


async def waiting(connection: AsyncConnection) -> dict[str, str]:
    """What a migration would do, oldest first: the numbers, and what each is called. Raises NewerDatabase."""
    found = await current(connection)
    if found not in (None, *revisions()):
        raise NewerDatabase(why_not(found or ""))
    return {number: name for number, name in all_of().items() if found is None or number > found}


def all_of() -> dict[str, str]:
    """Every revision that this program knows, oldest first, and what it is called."""
    return dict(sorted(_named().items()))


def _noted(connection: Connection) -> str | None:
    noted = connection.dialect.has_table(connection, _NOTED.name)
    return connection.execute(select(_NOTED)).scalar() if noted else None


@cache
def revisions() -> tuple[str, ...]:
    """All revisions that this program knows, newest first: their files are called by them, r0001_first."""
    return tuple(sorted(_named(), reverse=True))


@cache
def _named() -> dict[str, str]:
    parts = [file.stem[1:].partition("_") for file in (SCRIPTS / "versions").glob("r*.py")]
    return {number: name.replace("_", " ") for number, _, name in parts}
