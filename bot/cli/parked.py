"""``dabyl parked``: updates and timers that nothing could handle. Shown by number, time and error; never by content."""

from typing import Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace

from bot.cli.session import DEFAULT, Config, Json, database_of, finish, now, say_json, settings_of
from bot.config.settings import KEY, Settings
from storage import inbox
from storage.schema import timers

SHOWN = 1000
MINUTE = "%Y-%m-%d %H:%M UTC"


def command(
    config: Config = DEFAULT,
    again: Annotated[bool, typer.Option("--again", help="Put them back into the queue.")] = False,
    as_json: Json = False,
) -> None:
    """List the updates and timers that nothing could handle: number, time, error; never what somebody wrote."""
    found = finish(look(settings_of(config, required=(KEY,)), again))
    if as_json:
        say_json({"opened": found.opened, "parked": found.rows})
    else:
        show(found)


class Parked(Struct, frozen=True):
    """What was found: rows to show, and how many were opened again."""

    rows: list[dict[str, str]]
    opened: int


async def look(settings: Settings, again: bool) -> Parked:
    """List what is parked; with ``again`` it is put back into the queue, its attempts forgotten."""
    async with database_of(settings) as database:
        async with database.read(now()) as tx:
            updates = await inbox.parked(tx, SHOWN)
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
            async with database.write(now()) as tx:
                await inbox.reopen(tx, [row.id for row in updates])
                for timer in stuck:
                    tx.timers.put(replace(timer, parked=False, attempts=0))
    return Parked(rows, len(rows) if again else 0)


def show(found: Parked) -> None:
    """On the screen."""
    for row in found.rows:
        due = "due " if row["kind"] == "timer" else ""
        typer.echo(f"{row['kind']} {row['id']}  {due}{row['at']}  {row['error']}".rstrip())
    if not found.rows:
        typer.echo("Nothing is parked.")
    elif found.opened:
        typer.echo(f"{found.opened} opened again: a running bot takes them up within half a minute.")
    else:
        typer.echo("After an upgrade that mends the cause: dabyl parked --again")
