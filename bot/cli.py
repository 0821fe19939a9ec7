"""The command line. Each command is short: what it does is in the modules it calls."""

import asyncio
import os
from typing import Annotated

import typer

from bot import app as program
from bot import cli_check, cli_demo, cli_digest, cli_roster
from bot.cli_session import DEFAULT, Config, finish, quiet_logs, settings_of
from bot.clock import RealClock
from bot.clock_follower import ENVIRONMENT, follow, synchronise
from bot.config import KEY, Settings
from storage.migrate import migrate as migrate_database
from storage.sealing import new_key

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Dabyl, a rapid-alert bot.")
app.add_typer(cli_roster.app, name="roster")


@app.command()
def run(config: Config = DEFAULT) -> None:
    """Run the bot until it is told to stop (Ctrl+C, SIGTERM)."""
    settings = settings_of(config)
    quiet_logs()
    finish(_run(settings))


async def _run(settings: Settings) -> None:
    clock = RealClock()
    url = os.environ.get(ENVIRONMENT, "")
    if not url:
        await program.run(settings, clock)
        return
    version = await synchronise(clock, url)
    following = asyncio.create_task(follow(clock, url, version))
    try:
        await program.run(settings, clock)
    finally:
        following.cancel()


@app.command()
def migrate(config: Config = DEFAULT) -> None:
    """Create the database, or bring it to this version."""
    settings = settings_of(config, required=())
    finish(migrate_database(settings.storage.url))
    typer.echo("The database is ready.")


@app.command()
def check(config: Config = DEFAULT) -> None:
    """Check the configuration; with a token, also whether Telegram, the channel and every member can be reached."""
    quiet_logs()
    if not finish(cli_check.check(settings_of(config, required=()))):
        raise typer.Exit(1)


@app.command()
def digest(
    config: Config = DEFAULT,
    date: Annotated[str, typer.Option(help="The day, as 2018-09-18; today if left out.")] = "",
) -> None:
    """Print a day's digest as it would be posted now. Nothing is posted."""
    finish(cli_digest.show(settings_of(config, required=(KEY,)), date))


@app.command()
def demo() -> None:
    """Play September 2018 on a local Bot API server, with the real bot: no token, no internet."""
    raise typer.Exit(cli_demo.play())


@app.command()
def key() -> None:
    """Print a new key for DABYL_KEY. Keep a copy outside the server: without it nothing can be read again."""
    typer.echo(new_key())


def main() -> None:
    """The entry point of the command ``dabyl``."""
    app()
