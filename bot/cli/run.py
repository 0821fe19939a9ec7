"""``dabyl run``: the bot, until it is told to stop; by the clock of a playground where the environment names one."""

import asyncio
import os
from importlib.metadata import version
from typing import Annotated

import httpx
import typer

from bot import app as program
from bot.cli.session import DEFAULT, Config, fail, finish, place_of, quiet_logs, settings_of
from bot.clock.clock import RealClock
from bot.clock.follower import ENVIRONMENT, follow, synchronise
from bot.config.settings import Settings
from bot.observability.process import Supervisor


def command(
    config: Config = DEFAULT,
    standby: Annotated[
        bool, typer.Option("--standby", help="Wait while another process runs on the database; then run.")
    ] = False,
) -> None:
    """Run the bot until it is told to stop (Ctrl+C, SIGTERM)."""
    settings = settings_of(config)
    quiet_logs(settings.logs.number, settings.logs.format)
    finish(_run(settings, standby=standby))


async def _run(settings: Settings, *, standby: bool) -> None:
    clock, supervisor = RealClock(), Supervisor(os.environ)
    typer.echo(f"Dabyl {version('dabyl')}: {place_of(settings)}, {settings.telegram.api_url}", err=True)
    url = os.environ.get(ENVIRONMENT, "")
    if not url:
        await program.run(settings, clock, standby=standby, supervisor=supervisor)
        return
    try:
        known = await synchronise(clock, url)
    except (ValueError, httpx.HTTPError) as error:
        fail(f"{ENVIRONMENT}: no clock can be followed there ({error})", code=2)
    following = asyncio.create_task(follow(clock, url, known))
    running = asyncio.create_task(program.run(settings, clock, standby=standby, supervisor=supervisor))
    await asyncio.wait([following, running], return_when=asyncio.FIRST_COMPLETED)
    for task in (following, running):
        task.cancel()
    await asyncio.wait([following, running])
    for task in (following, running):
        if not task.cancelled():
            task.result()
