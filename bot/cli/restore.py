"""``dabyl restore``: what it takes. The work is in restoring."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.restoring import bring_back, try_out
from bot.cli.session import DEFAULT, Config, Json, finish, quiet_logs, settings_of
from bot.config.settings import KEY


def command(
    file: Annotated[Path, typer.Argument(help="A backup; to try the newest of them, their folder.")],
    config: Config = DEFAULT,
    trial: Annotated[
        bool, typer.Option("--try", help="Into a database that is thrown away: can it be restored?")
    ] = False,
    as_json: Json = False,
) -> None:
    """Bring a backup back into the configured database, which must be new, while no bot runs on it.

    Every row is compared with what was written.
    """
    quiet_logs(logging.WARNING)
    settings = settings_of(config, required=(KEY,))
    finish(try_out(settings, file, as_json=as_json) if trial else bring_back(settings, file, as_json=as_json))
