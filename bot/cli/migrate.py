"""Bringing a database to this version; a long migration says how far it is."""

import logging
from contextlib import nullcontext
from typing import Annotated

import typer

from bot.cli.progress import progress
from bot.cli.session import DEFAULT, Config, Json, finish, place_of, quiet_logs, say_json, settings_of
from bot.config.settings import Settings
from storage.engine import parse_url, sqlite_file
from storage.lock import alone
from storage.migrate import migrate, pending
from storage.sealing import Keyring


def command(
    config: Config = DEFAULT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell which migrations would run.")] = False,
    as_json: Json = False,
) -> None:
    """Create the database, or bring it to this version. While the bot is stopped; a backup first.

    Where a version keeps what is sealed in another place, it needs DABYL_KEY, shows how far it is, and may be broken off and
    started again.
    """
    settings = settings_of(config, required=())
    quiet_logs(logging.WARNING)
    place = place_of(settings)
    found = finish(pending(settings.storage.url)) if dry_run or as_json else {}
    if not dry_run:
        finish(bring_up_to_date(settings))
    if as_json:
        rows = [{"number": number, "name": name} for number, name in found.items()]
        say_json({"place": place, "changed": not dry_run, "migrations": rows})
    elif dry_run:
        for number, name in found.items():
            typer.echo(f"{number} {name}")
        typer.echo(f"{len(found)} migrations would run on {place}. Nothing was changed.")
    else:
        typer.echo(f"The database is ready: {place}")


async def bring_up_to_date(settings: Settings) -> None:
    """Run the migrations, while no bot runs. The key is needed only where something that is sealed has to be opened."""
    url = parse_url(settings.storage.url)
    file = sqlite_file(url)
    is_new = file is not None and not file.exists()
    keyring = Keyring.parse(settings.key.get_secret_value()) if settings.key is not None else None
    with progress("Cases carried over") as shown:
        async with nullcontext() if is_new else alone(url):
            await migrate(settings.storage.url, keyring=keyring, progress=shown)
