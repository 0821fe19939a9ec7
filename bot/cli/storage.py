"""``dabyl storage`` moves the database to another place and says what is left to be done by hand; ``dabyl migrate`` brings a
database to this version.
"""

import logging
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import show_progress
from bot.cli.session import (
    DEFAULT,
    Config,
    Json,
    beside_json,
    fail,
    finish,
    place_of,
    quiet_logs,
    say_json,
    settings_of,
)
from bot.config.settings import Settings
from storage.backup.before_migration import copy_before, way_back
from storage.backup.moving import move_database, open_new_place, reopen_database
from storage.engine import files_folder, parse_url, sqlite_file
from storage.errors import StorageError
from storage.lock import exclude_bots
from storage.migrate import migrate, pending
from storage.schema_revision import all_of


def migrate_database(
    config: Config = DEFAULT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell which migrations would run.")] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="There is a backup: do not ask (PostgreSQL).")
    ] = False,
    as_json: Json = False,
) -> None:
    """Create the database, or bring it to this version. While the bot is stopped.

    Of SQLite a copy is left beside the database first; of PostgreSQL it is asked whether there is a backup.
    """

    settings = settings_of(config, required=())
    quiet_logs(logging.WARNING)
    place = place_of(settings)
    found = finish(pending(settings.storage.url))
    file = sqlite_file(parse_url(settings.storage.url))
    known = list(all_of())
    before = known[-len(found) - 1] if 0 < len(found) < len(known) else ""  # empty: nothing to go back to
    if before and file is None and not (dry_run or yes):
        _ask_for_backup()
    copy = None if dry_run else finish(bring_up_to_date(settings, before))
    if as_json:
        rows = [{"number": number, "name": name} for number, name in found.items()]
        say_json({"place": place, "changed": not dry_run, "migrations": rows, "copy": copy})
    elif dry_run:
        for number, name in found.items():
            typer.echo(f"{number} {name}")
        typer.echo(f"{len(found)} migrations would run on {place}. Nothing was changed.")
    else:
        typer.echo(f"The database is ready: {place}")
        if file is not None and copy is not None:
            typer.echo(f"As it was before, to go back to: {copy}")
            typer.echo(f"To go back: stop the bot, install the version before, {way_back(file, copy)}")
            typer.echo(
                "What comes in from now on is not in it, nor is forgotten there: remove it when all is well."
            )


def _ask_for_backup() -> None:
    """Raises Exit or Abort unless somebody says that there is one."""
    if not sys.stdin.isatty():
        fail(
            "There is no way back from a migration but a backup: dabyl backup --prove, then dabyl migrate --yes. Nothing "
            "was changed.",
            code=2,
        )
    typer.confirm("Is there a backup of now that was tried out (dabyl backup --prove)?", abort=True)


async def bring_up_to_date(settings: Settings, before: str) -> Path | None:
    """Run the migrations, while no bot runs. On SQLite the copy of what was there, which had the revision ``before``."""
    url = parse_url(settings.storage.url)
    file = sqlite_file(url)
    is_new = file is not None and not file.exists()
    async with nullcontext() if is_new else exclude_bots(url):
        copy = copy_before(file, before) if file is not None and before else None
        await migrate(settings.storage.url)
    return copy


async def move_to(settings: Settings, to: str) -> int:
    """How many rows. The old place is marked then, and the new one not opened yet."""
    with show_progress("Rows") as shown:
        return await move_database(settings.storage.url, to, shown)


async def open_at(settings: Settings, to: str, rows: int, *, as_json: bool) -> None:
    """The last step; and say what is left to do."""
    await open_new_place(settings.storage.url, to)
    old = sqlite_file(parse_url(settings.storage.url))
    beside = files_folder(old).absolute() if old is not None else None
    stay = str(beside) if settings.storage.folder is None and beside is not None and beside.is_dir() else None
    if as_json:
        say_json({"from": place_of(settings), "rows": rows, "files_stay_in": stay})
    say = beside_json(as_json)
    say(f"Moved from {place_of(settings)}: {rows} rows, each as it was.")
    say("Now name the new place as storage.url, then dabyl audit verify --note, dabyl check, then run.")
    if stay is not None:
        say(f'Files were not moved: keep their folder, and name it: storage.files = "{stay}"')
    say(
        "The old place has everything still, and is marked: no bot starts on it. Remove it when the new one has a backup."
    )


async def use_again(settings: Settings) -> None:
    """And say whether it was marked at all."""
    if await reopen_database(settings.storage.url):
        typer.echo(f"{place_of(settings)} can be used again. What came in at the other place is not in it.")
    else:
        typer.echo(f"{place_of(settings)} was not moved elsewhere; nothing was changed.")


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

    quiet_logs(logging.WARNING)
    finish(use_again(settings_of(config, required=())))
