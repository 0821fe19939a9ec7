"""``dabyl backup``: what it takes. The work is in backing_up."""

import logging
from typing import Annotated

import typer

from bot.cli.backing_up import back_up
from bot.cli.session import DEFAULT, Config, finish, quiet_logs, settings_of
from bot.config.settings import KEY


def command(
    to: Annotated[str, typer.Option(help="A folder, or - for the standard output.", metavar="FOLDER")],
    config: Config = DEFAULT,
    keep: Annotated[
        int, typer.Option(min=1, help="How many stay in the folder; older ones are removed.")
    ] = 14,
) -> None:
    """Write everything into one sealed file: rows and files of one moment. The bot may be running."""
    quiet_logs(logging.WARNING)
    finish(back_up(settings_of(config, required=(KEY,)), to, keep))
