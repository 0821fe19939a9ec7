"""A roster's file on the command line: read, and what it would change, in lines."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.building import build_service
from bot.cli.session import database_of, fail, now
from bot.config.settings import Settings
from bot.core.roster.changes import Changes
from bot.core.roster.file import parse
from bot.core.roster.places import city_reader
from bot.core.roster.row import BadRoster, RosterRow
from bot.core.roster.sheet import text_of
from bot.resources.places import load_gazetteer
from bot.resources.words import load_words
from handlers.casework import roster
from handlers.joining.roster_file import would_change

Rows = tuple[RosterRow, ...]


def read(settings: Settings, file: Path) -> Rows:
    """The people of the file; all mistakes at once end it."""
    country = settings.organisation.jurisdiction
    try:
        return parse(text_of(file.read_bytes()), city_reader(load_gazetteer(country)), country.upper())
    except OSError as error:
        fail(f"{file} cannot be read: {error.strerror}", code=2)
    except BadRoster as error:
        fail(f"{error}\nNothing was imported.", code=2)


async def put(settings: Settings, rows: Rows) -> tuple[Changes, int, int]:
    """Into the database; what that changed, how many are new, and how many were known."""
    async with database_of(settings) as database, database.write(now()) as tx:
        found = await would_change(tx, rows)
        return found, *await roster.put(tx, build_service(settings), rows)


async def look(settings: Settings, rows: Rows) -> Changes:
    """What :func:`put` would do."""
    async with database_of(settings) as database, database.read(now()) as tx:
        return await would_change(tx, rows)


def document(found: Changes, *, imported: bool) -> dict[str, Any]:
    """For programs."""
    return {
        "imported": imported,
        "added": [_person(row) for row in found.added],
        "changed": [_person(row) | {"columns": list(columns)} for row, columns in found.changed],
        "unchanged": found.unchanged,
        "missing": found.missing,
        "coordinators": found.coordinators,
    }


def _person(row: RosterRow) -> dict[str, Any]:
    return {"id": str(row.telegram_id), "role": row.role.value, "name": row.name}


def lines(found: Changes) -> Iterator[str]:
    """Each change, and how many stay."""
    words = load_words()
    for row in found.added:
        yield f"+ {row.telegram_id}  {row.role}  {row.name}"
    for row, columns in found.changed:
        named = ", ".join(words.say("en", f"roster-column-{column}") for column in columns)
        yield f"~ {row.telegram_id}  {row.role}  {row.name}: {named}"
    yield (
        f"{len(found.added)} would be added, {len(found.changed)} changed; {found.unchanged} are as the file says, "
        f"{found.missing} are not in it and stay. Nothing was imported."
    )
    if not found.coordinators:
        yield "No coordinator would be on the roster: nobody would hear of what finds no lawyer."
