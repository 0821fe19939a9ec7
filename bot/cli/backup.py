"""``dabyl backup`` and ``dabyl restore``: what they take. The work is in backing_up, imported when one of them runs."""

import logging
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.session import DEFAULT, Config, finish, quiet_logs, settings_of
from bot.config.settings import KEY


def backup(
    to: Annotated[str, typer.Option(help="A folder, or - for the standard output.", metavar="FOLDER")],
    config: Config = DEFAULT,
    keep: Annotated[
        int, typer.Option(min=1, help="How many stay in the folder; older ones are removed.")
    ] = 14,
) -> None:
    """Write everything into one sealed file: rows and files of one moment. The bot may be running."""
    from bot.cli.backing_up import back_up

    quiet_logs(logging.WARNING)
    finish(back_up(settings_of(config, required=(KEY,)), to, keep))


def restore(
    file: Annotated[Path, typer.Argument(help="A backup.")],
    config: Config = DEFAULT,
    trial: Annotated[
        bool, typer.Option("--try", help="Into a database that is thrown away: can it be restored?")
    ] = False,
) -> None:
    """Bring a backup back into the configured database, which must be new. Every row is compared with what was written."""
    from bot.cli.backing_up import bring_back

    quiet_logs(logging.WARNING)
    finish(bring_back(settings_of(config, required=(KEY,)), file, trial=trial))
