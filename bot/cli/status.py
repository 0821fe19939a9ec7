"""``dabyl status``: is everything well? It reads the database alone, so it needs neither token nor network. ``dabyl
parked``: updates and timers that nothing could handle, shown by number, time and error, never by content.
"""

from importlib.metadata import version
from typing import Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace

from bot.cli.output import is_quiet
from bot.cli.session import DEFAULT, Config, Json, database_of, finish, say_json, settings_of, utc_now
from bot.config.settings import KEY, Settings
from bot.observability.figures import Figures, read_figures
from bot.observability.status import (
    OF_THE_PROCESS,
    Need,
    audit_findings,
    list_needs,
    status_document,
    status_lines,
)
from storage import inbox
from storage.lock import is_held
from storage.schema import timers

MOST_PARKED = 1000
MINUTE = "%Y-%m-%d %H:%M UTC"


def list_parked(
    config: Config = DEFAULT,
    again: Annotated[bool, typer.Option("--again", help="Put them back into the queue.")] = False,
    as_json: Json = False,
) -> None:
    """List the updates and timers that nothing could handle: number, time, error; never what somebody wrote."""
    found = finish(look_at_parked(settings_of(config, required=(KEY,)), again))
    if as_json:
        say_json({"opened": found.opened, "parked": found.rows})
    else:
        show_parked(found)


class Parked(Struct, frozen=True):
    """What was found: rows to show, and how many were opened again."""

    rows: list[dict[str, str]]
    opened: int


async def look_at_parked(settings: Settings, again: bool) -> Parked:
    """List what is parked; with ``again`` it is put back into the queue, its attempts forgotten."""
    async with database_of(settings) as database:
        async with database.read(utc_now()) as tx:
            updates = await inbox.parked(tx, MOST_PARKED)
            stuck = await tx.timers.select(timers.c.parked.is_(True), order_by=timers.c.due_at)
        rows = [
            {
                "kind": "update",
                "id": str(row.id),
                "at": f"{row.received_at:{MINUTE}}",
                "error": row.error or "",
            }
            for row in updates
        ]
        rows += [
            {"kind": "timer", "id": timer.key, "at": f"{timer.due_at:{MINUTE}}", "error": ""}
            for timer in stuck
        ]
        if again and rows:
            async with database.write(utc_now()) as tx:
                await inbox.reopen(tx, [row.id for row in updates])
                for timer in stuck:
                    tx.timers.put(replace(timer, parked=False, attempts=0))
    return Parked(rows, len(rows) if again else 0)


def show_parked(found: Parked) -> None:
    """Print what is parked, a line for each."""
    for row in found.rows:
        due = "due " if row["kind"] == "timer" else ""
        typer.echo(f"{row['kind']} {row['id']}  {due}{row['at']}  {row['error']}".rstrip())
    if not found.rows:
        typer.echo("Nothing is parked.")
    elif found.opened:
        typer.echo(f"{found.opened} opened again: a running bot takes them up within half a minute.")
    else:
        typer.echo("After an upgrade that mends the cause: dabyl parked --again")


def command(
    config: Config = DEFAULT,
    as_json: Json = False,
    alive: Annotated[
        bool, typer.Option("--alive", help="Only whether it runs: for the health check of a container.")
    ] = False,
) -> None:
    """Show how it stands, in figures. Exit code 0: fine; 1: something needs you; 2: the configuration is wrong."""
    held, seen, needed = finish(_look(settings_of(config, required=(KEY,)), alive=alive))
    if as_json:
        say_json(status_document(seen, needed, held=held, version=version("dabyl")))
    elif needed or not is_quiet():
        typer.echo(f"Dabyl {version('dabyl')}")
        typer.echo("\n".join(status_lines(seen, needed, held=held)))
        typer.echo(
            "Something needs you. What to do: dabyl explain, and the word behind it."
            if needed
            else "Nothing needs you."
        )
    if needed:
        raise typer.Exit(1)


async def _look(settings: Settings, *, alive: bool) -> tuple[bool, Figures, list[Need]]:
    watched = settings.backup.watched
    async with database_of(settings) as database:
        held = await is_held(database)
        async with database.read(utc_now()) as tx:
            seen = await read_figures(tx, watched)
            needed = list_needs(seen, () if alive else await audit_findings(tx), held=held)
    if alive:
        needed = [need for need in needed if need.code in OF_THE_PROCESS]
    elif watched is not None:
        needed += [Need("backup", since=seen.backup_at)] if watched.too_old(seen.at) else []
        needed += [Need("unproven")] if watched.unproven(seen.at) else []
    return held, seen, needed
