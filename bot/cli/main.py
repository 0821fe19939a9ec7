"""The command line. Each command is short: what it does is in the modules it calls; how it ends is in session."""

import asyncio
import logging
import os
from enum import StrEnum
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import httpx
import typer

from bot import app as program
from bot.cli import audit, backup, export, paper, policy, roster
from bot.cli.session import (
    DEFAULT,
    Config,
    database_of,
    fail,
    finish,
    leave_no_core,
    now,
    place_of,
    quiet_logs,
    settings_of,
)
from bot.clock.clock import RealClock
from bot.clock.follower import ENVIRONMENT, follow, synchronise
from bot.config.settings import KEY, Settings
from storage.reseal import reseal as reseal_all
from storage.sealing import new_key

HELP = """Dabyl, a rapid-alert bot for human rights organisations.

For the first time: dabyl key, config.toml (dabyl example config), dabyl migrate, dabyl roster import, \
dabyl check, dabyl run.

Secrets: DABYL_TELEGRAM_TOKEN and DABYL_KEY in the environment, or DABYL_TELEGRAM_TOKEN_FILE and DABYL_KEY_FILE \
with the paths of files. DABYL_HEARTBEAT_URL is the third, for a dead-man service.

Exit codes: 0 fine; 1 something outside is wrong (database, Telegram); 2 the configuration or the input is wrong."""


class Example(StrEnum):
    """Files to begin with."""

    CONFIG = "config"
    ROSTER = "roster"
    STATIONS = "stations"


FILES = {
    Example.CONFIG: "config.example.toml",
    Example.ROSTER: "roster.example.csv",
    Example.STATIONS: "stations.example.csv",
}

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help=HELP,
    pretty_exceptions_enable=False,  # they would print variables, and among these are secrets
)
app.add_typer(roster.app, name="roster")
app.add_typer(policy.app, name="policy")
app.add_typer(audit.app, name="audit")
app.add_typer(paper.app, name="paper")
app.command()(backup.backup)
app.command()(backup.restore)
app.command()(export.export)
app.command()(export.unseal)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dabyl {version('dabyl')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    pass


@app.command()
def run(
    config: Config = DEFAULT,
    standby: Annotated[
        bool, typer.Option("--standby", help="Wait while another process runs on the database; then run.")
    ] = False,
) -> None:
    """Run the bot until it is told to stop (Ctrl+C, SIGTERM)."""
    settings = settings_of(config)
    quiet_logs()
    finish(_run(settings, standby=standby))


async def _run(settings: Settings, *, standby: bool) -> None:
    clock = RealClock()
    typer.echo(f"Dabyl {version('dabyl')}: {place_of(settings)}, {settings.telegram.api_url}", err=True)
    url = os.environ.get(ENVIRONMENT, "")
    if not url:
        await program.run(settings, clock, standby=standby)
        return
    try:
        known = await synchronise(clock, url)
    except (ValueError, httpx.HTTPError) as error:
        fail(f"{ENVIRONMENT}: no clock can be followed there ({error})", code=2)
    following = asyncio.create_task(follow(clock, url, known))
    running = asyncio.create_task(program.run(settings, clock, standby=standby))
    await asyncio.wait([following, running], return_when=asyncio.FIRST_COMPLETED)
    for task in (following, running):
        task.cancel()
    await asyncio.wait([following, running])
    for task in (following, running):
        if not task.cancelled():
            task.result()


@app.command()
def migrate(config: Config = DEFAULT) -> None:
    """Create the database, or bring it to this version. While the bot is stopped; a backup first.

    Where a version keeps what is sealed in another place, it needs DABYL_KEY, shows how far it is, and may be broken off and
    started again.
    """
    settings = settings_of(config, required=())
    quiet_logs(logging.WARNING)
    from bot.cli.migrate import bring_up_to_date

    finish(bring_up_to_date(settings))
    typer.echo(f"The database is ready: {place_of(settings)}")


@app.command()
def check(config: Config = DEFAULT) -> None:
    """Check the configuration; with the secrets also the database, Telegram, the channel and every member.

    The bot may be running. Members see for a moment that the bot is typing; nothing is written to anybody.
    """
    settings = settings_of(config, required=())
    quiet_logs(logging.WARNING)
    from bot.cli.check import check as check_all

    if not finish(check_all(settings)):
        raise typer.Exit(1)


@app.command()
def digest(
    config: Config = DEFAULT,
    date: Annotated[str, typer.Option(help="The day, as 2018-09-18; today if left out.", metavar="DAY")] = "",
) -> None:
    """Print a day's digest as it would be posted now, and the coordinators' part. Nothing is posted."""
    from bot.cli.digest import show

    finish(show(settings_of(config, required=(KEY,)), date))


@app.command()
def parked(
    config: Config = DEFAULT,
    again: Annotated[bool, typer.Option("--again", help="Put them back into the queue.")] = False,
) -> None:
    """List the updates and timers that nothing could handle: number, time, error; never what somebody wrote."""
    from bot.cli.parked import look, show

    show(finish(look(settings_of(config, required=(KEY,)), again)))


@app.command()
def demo(
    papers: Annotated[
        Path | None, typer.Option(help="Write the letter, the digests and more into it.", metavar="FOLDER")
    ] = None,
) -> None:
    """Play September 2018 on a local Bot API server, with the real bot: no token, no internet."""
    from bot.cli.demo import play  # here, because a bot that starts needs neither phones nor a Bot API server

    raise typer.Exit(play(papers))


@app.command()
def playground(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Of the page on this machine; 0 for any.")
    ] = 8080,
) -> None:
    """Try everything in a browser: phones side by side, the real bot behind them. No token, no internet."""
    from bot.cli.playground import play  # as for the demo

    play(port)


@app.command()
def example(which: Annotated[Example, typer.Argument(help="Which file.")]) -> None:
    """Print a file to begin with: ``dabyl example config > config.toml``."""
    typer.echo(files("bot.examples").joinpath(FILES[which]).read_text("utf-8"), nl=False)


@app.command()
def key() -> None:
    """Print a new key for DABYL_KEY. Keep a copy outside the server: without it nothing can be read again."""
    typer.echo(new_key())


@app.command()
def reseal(config: Config = DEFAULT) -> None:
    """Seal everything with the first key of DABYL_KEY, so that the keys behind it can be taken away.

    The bot may be running, if it was started with the same keys. Safe to break off and to repeat.
    """
    settings = settings_of(config, required=(KEY,))
    changed = finish(_reseal(settings))
    typer.echo(f"{changed} rows sealed anew. Everything has the first key of DABYL_KEY now.")
    if changed:
        typer.echo(
            "The keys behind it can go, from DABYL_KEY and the running bot; keep them with the old backups."
        )


async def _reseal(settings: Settings) -> int:
    async with database_of(settings) as database:
        return await reseal_all(database, now())


def main() -> None:
    """The entry point of the command ``dabyl``."""
    leave_no_core()
    app()
