"""``dabyl parked``: updates and timers that nothing could handle. Shown by number, time and error; never by content."""

from dataclasses import dataclass, replace
from typing import Annotated

import typer

from bot.cli.session import DEFAULT, Config, database_of, finish, now, settings_of
from bot.config.settings import KEY, Settings
from storage import inbox
from storage.schema import timers

SHOWN = 1000


def command(
    config: Config = DEFAULT,
    again: Annotated[bool, typer.Option("--again", help="Put them back into the queue.")] = False,
) -> None:
    """List the updates and timers that nothing could handle: number, time, error; never what somebody wrote."""
    show(finish(look(settings_of(config, required=(KEY,)), again)))


@dataclass(frozen=True, slots=True)
class Parked:
    """What was found: lines to show, and how many were opened again."""

    lines: list[str]
    opened: int


async def look(settings: Settings, again: bool) -> Parked:
    """List what is parked; with ``again`` it is put back into the queue, its attempts forgotten."""
    async with database_of(settings) as database:
        async with database.read(now()) as tx:
            updates = await inbox.parked(tx, SHOWN)
            stuck = await tx.timers.select(timers.c.parked.is_(True), order_by=timers.c.due_at)
        lines = [f"update {row.id}  {row.received_at:%Y-%m-%d %H:%M} UTC  {row.error}" for row in updates]
        lines += [f"timer {timer.key}  due {timer.due_at:%Y-%m-%d %H:%M} UTC" for timer in stuck]
        if again and lines:
            async with database.write(now()) as tx:
                await inbox.reopen(tx, [row.id for row in updates])
                for timer in stuck:
                    tx.timers.put(replace(timer, parked=False, attempts=0))
    return Parked(lines, len(lines) if again else 0)


def show(found: Parked) -> None:
    """On the screen."""
    for line in found.lines:
        typer.echo(line)
    if not found.lines:
        typer.echo("Nothing is parked.")
    elif found.opened:
        typer.echo(f"{found.opened} opened again: a running bot takes them up within half a minute.")
    else:
        typer.echo("After an upgrade that mends the cause: dabyl parked --again")
