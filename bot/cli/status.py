"""``dabyl status``: is everything well? Asked of the database alone, so it needs neither token nor network."""

from importlib.metadata import version
from typing import Annotated

import typer

from bot.cli.loudness import is_quiet
from bot.cli.session import DEFAULT, Config, Json, database_of, finish, now, say_json, settings_of
from bot.config.settings import KEY, Settings
from bot.outside.figures import Figures, figures
from bot.outside.found import found
from bot.outside.needs import OF_THE_PROCESS, Need, needs
from bot.outside.status import document, lines
from storage.lock import is_held


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
        say_json(document(seen, needed, held=held, version=version("dabyl")))
    elif needed or not is_quiet():
        typer.echo(f"Dabyl {version('dabyl')}")
        typer.echo("\n".join(lines(seen, needed, held=held)))
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
        async with database.read(now()) as tx:
            seen = await figures(tx, watched)
            needed = needs(seen, () if alive else await found(tx), held=held)
    if alive:
        needed = [one for one in needed if one.code in OF_THE_PROCESS]
    elif watched is not None:
        needed += [Need("backup", since=seen.backup_at)] if watched.too_old(seen.at) else []
        needed += [Need("unproven")] if watched.unproven(seen.at) else []
    return held, seen, needed
