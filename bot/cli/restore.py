"""``dabyl restore``: what it takes. The work is in backing_up."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.backing_up import bring_back
from bot.cli.session import DEFAULT, Config, finish, quiet_logs, settings_of
from bot.config.settings import KEY


def command(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    config: Config = DEFAULT,
    trial: Annotated[
        bool, typer.Option("--try", help="Into a database that is thrown away: can it be restored?")
    ] = False,
) -> None:
    """Bring a backup back into the configured database, which must be new. Every row is compared with what was written."""
    quiet_logs(logging.WARNING)
    finish(bring_back(settings_of(config, required=(KEY,)), file, trial=trial))
