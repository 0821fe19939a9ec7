"""``dabyl backup``: everything in one sealed file, into a folder, to a command or to the standard output."""

import os
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import typer
from msgspec import Struct
from rich.filesize import decimal

from bot.cli.loudness import is_quiet
from bot.cli.progress import progress
from bot.cli.restoring import tried
from bot.cli.session import database_of, fail, now, say_json
from bot.config.settings import SECRETS, Settings
from storage.backup.age import PROVEN, SENT, note
from storage.backup.command import taken_by
from storage.backup.reading import keys_of
from storage.backup.shelf import Tidied, kept_for_us, new_name, tidy
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
    async with database_of(settings) as database:
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
        moment = now()
        place = new_name(folder, moment)
        with progress(SHOWN) as shown:
            rows = await write(database, moment, place, shown)
        size = place.stat().st_size
        say(f"{place}: {rows} rows, {decimal(size)}")
        broken = (await tried(settings, place, say))[1] if wanted.prove else ()
        if wanted.prove:
            note(folder, PROVEN, moment, now())
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
        lacking = ", ".join(one for one in keys_of(old) if one not in keys)
        why = f"of the key {lacking}, which DABYL_KEY does not contain" if lacking else "not whole"
        typer.echo(f"{old}: {why}; neither counted nor removed", err=True)
    if done.later:
        typer.echo(
            f"{len(done.later)} backups are by their names of a later time than this one, such as {done.later[0].name}: was "
            "the clock wrong, or is it now? They are neither counted nor removed.",
            err=True,
        )


async def _to_command(settings: Settings, database: Database, wanted: Wanted) -> None:
    moment = now()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(SECRETS)}
    environment[NAME] = new_name(Path("/nowhere"), moment).name
    with progress(SHOWN) as shown, taken_by(wanted.command, environment) as pipe:
        rows = await stream(database, moment, pipe, shown)
    if wanted.as_json:
        say_json({"made_at": moment, "rows": rows})
    elif not is_quiet():
        typer.echo(f"The command took {rows} rows and said that it is done.")
    if settings.backup.folder:
        note(Path(settings.backup.folder), SENT, moment, now())


async def _to_stdout(database: Database) -> None:
    with progress(SHOWN) as shown:
        try:
            await stream(database, now(), sys.stdout.buffer, shown)
            sys.stdout.buffer.flush()
        except OSError as error:
            raise StorageError(
                f"The standard output took no more ({error.strerror}). What has arrived there is no backup; remove it."
            ) from error
