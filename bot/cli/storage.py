"""``dabyl storage``: the database in another place. The work is in moving, imported when one of them runs."""

import logging
from typing import Annotated

import typer

from bot.cli.session import DEFAULT, Config, Json, fail, finish, quiet_logs, settings_of
from storage.engine import parse_url
from storage.errors import StorageError

app = typer.Typer(
    no_args_is_help=True, help="Bring the database to another place, or go back to the old one."
)
FAILED = "Nothing was moved: the old place is as it was."
BROKEN_OFF = f"{FAILED[:-1]}, and the bot can start on it. The same command begins again."
NOT_OPENED = (
    "All rows are in the new place, and the old one is marked; only the last step is lacking, and no bot starts on either. "
    "Give the same command again."
)


@app.command()
def move(
    to: Annotated[str, typer.Argument(help="The new place, as storage.url would name it.", metavar="TO-URL")],
    config: Config = DEFAULT,
    as_json: Json = False,
) -> None:
    """From SQLite to PostgreSQL or back, compared row by row. The bot must be stopped; a backup first.

    The old place keeps everything, and is marked, so that no bot starts on it by mistake.
    """
    from bot.cli.moving import move_to, open_at

    quiet_logs(logging.WARNING)
    settings = settings_of(config, required=())
    try:
        parse_url(to)
    except StorageError as error:
        why = str(error).replace("storage.url", "it").rstrip(".")
        fail(f"TO-URL is no place of a database: {why}. Nothing was moved.", code=2)
    try:
        rows = finish(move_to(settings, to))
    except KeyboardInterrupt:
        fail(BROKEN_OFF)
    except typer.Exit as ended:
        fail(FAILED, ended.exit_code)
    try:
        finish(open_at(settings, to, rows, as_json=as_json))
    except KeyboardInterrupt:
        fail(NOT_OPENED)
    except typer.Exit as ended:
        fail(NOT_OPENED, ended.exit_code)


@app.command()
def reopen(config: Config = DEFAULT) -> None:
    """Use a database again that was moved elsewhere, without what came in there since."""
    from bot.cli.moving import use_again

    quiet_logs(logging.WARNING)
    finish(use_again(settings_of(config, required=())))
