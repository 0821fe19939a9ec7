"""``dabyl backup``: what it takes. The work is in backing_up."""

import logging
from datetime import timedelta
from typing import Annotated

import typer

from bot.cli.backing_up import Wanted, back_up
from bot.cli.session import DEFAULT, Config, Json, finish, quiet_logs, settings_of
from bot.config.settings import KEY


def command(
    to: Annotated[
        str,
        typer.Option(
            help="A folder, or - for the standard output; backup.folder if left out.", metavar="FOLDER"
        ),
    ] = "",
    to_command: Annotated[
        str,
        typer.Option(
            help="A command that takes it from its standard input, such as ssh; $DABYL_BACKUP is a name for it.",
            metavar="COMMAND",
        ),
    ] = "",
    config: Config = DEFAULT,
    keep: Annotated[
        int, typer.Option(min=1, help="How many whole ones stay in the folder; older ones are removed.")
    ] = 14,
    keep_days: Annotated[
        int | None,
        typer.Option(min=1, max=36_500, help="How many days those stay, however few there are."),
    ] = None,
    prove: Annotated[
        bool, typer.Option("--prove", help="Restore what was written, into a place that is thrown away.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Write everything into one sealed file: rows and files of one moment. The bot may be running.

    Without --prove nobody knows whether it can be restored: the timer of docs/operations.md proves each.
    """
    quiet_logs(logging.WARNING)
    wanted = Wanted(to, to_command, keep, prove, as_json, timedelta(days=keep_days) if keep_days else None)
    finish(back_up(settings_of(config, required=(KEY,)), wanted))
