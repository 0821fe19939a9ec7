"""``dabyl backup``: everything in one sealed file, into a folder, to a command or to the standard output."""

import logging
import os
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct
from rich.filesize import decimal

from bot.cli.output import is_quiet, show_progress
from bot.cli.restore import try_restore
from bot.cli.session import (
    DEFAULT,
    Config,
    Json,
    database_of,
    fail,
    finish,
    quiet_logs,
    say_json,
    settings_of,
    utc_now,
)
from bot.config.settings import KEY, SECRETS, Settings
from storage.backup.backup_age import PROVEN, SENT, note_backup
from storage.backup.backup_folder import Tidied, kept_for_us, new_name, tidy
from storage.backup.pipe import taken_by
from storage.backup.reading import keys_of
from storage.backup.writing import stream, write
from storage.database import Database
from storage.errors import StorageError

STDOUT = "-"
SHOWN = "Rows and files"
NAME = "DABYL_BACKUP"  # in a command's environment: what the backup would be called in a folder


class Wanted(Struct, frozen=True):
    """What was asked for."""

    to: str
    command: str
    keep: int
    prove: bool
    as_json: bool = False
    span: timedelta | None = None  # older ones are removed, however few there are


async def back_up(settings: Settings, wanted: Wanted) -> None:
    """As wanted. Where nothing is said, into the folder that the configuration names."""
    if wanted.prove and (wanted.command or wanted.to == STDOUT):
        fail("--prove needs a folder: what went elsewhere is tried there, by dabyl restore --try.", code=2)
    if wanted.command and wanted.to:
        fail("--to and --to-command are two places; name one.", code=2)
    if wanted.as_json and wanted.to == STDOUT:
        fail("--json and --to - both want the standard output.", code=2)
    async with database_of(settings, earlier=True) as database:
        if wanted.command:
            await _to_command(settings, database, wanted)
        elif wanted.to == STDOUT:
            await _to_stdout(database)
        else:
            await _into_folder(settings, database, wanted)


async def _into_folder(settings: Settings, database: Database, wanted: Wanted) -> None:
    folder = _folder(settings, wanted)
    say = _nothing if wanted.as_json or is_quiet() else typer.echo
    with kept_for_us(folder):
        moment = utc_now()
        place = new_name(folder, moment)
        with show_progress(SHOWN) as shown:
            rows = await write(database, moment, place, shown)
        size = place.stat().st_size
        say(f"{place}: {rows} rows, {decimal(size)}")
        broken: tuple[str, ...] = ()
        if wanted.prove:
            _, _, broken = await try_restore(settings, place, say)
            note_backup(folder, PROVEN, moment, utc_now())
        done = tidy(place, wanted.keep, database.keyring, wanted.span)
    if wanted.as_json:
        say_json(
            {"backup": place, "made_at": moment, "rows": rows, "bytes": size, "proven": wanted.prove}
            | {
                "broken": broken,
                "removed": [*done.removed, *done.over],
                "not_whole": done.broken,
                "of_the_future": done.later,
            }
        )
    else:
        _say(done, wanted.keep, database.keyring.ids)
    if broken:
        fail("\n".join(broken))


def _nothing(_: str) -> None:
    """What a program reads is one document; a timer wants to hear of trouble only."""


def _folder(settings: Settings, wanted: Wanted) -> Path:
    named = wanted.to or settings.backup.folder
    if not named:
        fail("Where to? Name a folder with --to, or backup.folder in the configuration.", code=2)
    if not Path(named).is_dir():
        fail(f"There is no folder {named!r} for backups. Make it, readable by this user alone.", code=2)
    return Path(named)


def _say(done: Tidied, keep: int, keys: Sequence[str]) -> None:
    for old in () if is_quiet() else done.removed:
        typer.echo(f"{old}: removed, {keep} newer ones are there")
    for old in () if is_quiet() else done.over:
        typer.echo(f"{old}: removed, it is over its days")
    for old in done.broken:
        lacking = ", ".join(key for key in keys_of(old) if key not in keys)
        why = f"of the key {lacking}, which DABYL_KEY does not contain" if lacking else "not whole"
        typer.echo(f"{old}: {why}; neither counted nor removed", err=True)
    if done.later:
        typer.echo(
            f"{len(done.later)} backups are by their names of a later time than this one, such as {done.later[0].name}: was "
            "the clock wrong, or is it now? They are neither counted nor removed.",
            err=True,
        )


async def _to_command(settings: Settings, database: Database, wanted: Wanted) -> None:
    moment = utc_now()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(SECRETS)}
    environment[NAME] = new_name(Path("/nowhere"), moment).name
    with show_progress(SHOWN) as shown, taken_by(wanted.command, environment) as pipe:
        rows = await stream(database, moment, pipe, shown)
    if wanted.as_json:
        say_json({"made_at": moment, "rows": rows})
    elif not is_quiet():
        typer.echo(f"The command took {rows} rows and said that it is done.")
    if settings.backup.folder:
        note_backup(Path(settings.backup.folder), SENT, moment, utc_now())


async def _to_stdout(database: Database) -> None:
    with show_progress(SHOWN) as shown:
        try:
            await stream(database, utc_now(), sys.stdout.buffer, shown)
            sys.stdout.buffer.flush()
        except OSError as error:
            raise StorageError(
                f"The standard output took no more ({error.strerror}). What has arrived there is no backup; remove it."
            ) from error


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

    Without --prove nobody knows whether it can be restored: the timer of docs/run/operations.md proves each.
    """
    quiet_logs(logging.WARNING)
    wanted = Wanted(to, to_command, keep, prove, as_json, timedelta(days=keep_days) if keep_days else None)
    finish(back_up(settings_of(config, required=(KEY,)), wanted))
