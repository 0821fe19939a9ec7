"""``dabyl restore``: a backup becomes a database again, or is tried out in a database that is then thrown away."""

import logging
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Annotated

import typer
from msgspec import to_builtins

from bot.cli.audit import audit
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
    utc_now,
)
from bot.config.settings import KEY, Settings
from storage.backup.backup_age import PROVEN, note_backup
from storage.backup.backup_folder import newest
from storage.backup.reading import Restored, read, restore
from storage.database import Database
from storage.engine import files_folder, parse_url, sqlite_file
from storage.errors import StorageError, Unavailable
from storage.schema import day_lines
from storage.sealing import Keyring


async def try_out(settings: Settings, path: Path, *, as_json: bool) -> None:
    """A backup, or the newest of a folder. In the folder that the watchman looks at it is noted."""
    place = newest(path)
    found, _, broken = await try_restore(settings, place, beside_json(as_json))
    if _is_watched(settings, place):
        note_backup(place.parent, PROVEN, read(place, _keyring(settings)).made_at, utc_now())
    if as_json:
        say_json(_document(place, found, broken))
    if broken:
        fail("\n".join(broken))


def _is_watched(settings: Settings, place: Path) -> bool:
    watched = settings.backup.folder
    return bool(watched) and place.parent.resolve() == Path(watched).resolve()


async def try_restore(
    settings: Settings, path: Path, say: Callable[[str], object]
) -> tuple[Restored, str, tuple[str, ...]]:
    """Restored, compared, audited, thrown away; and what was broken when the backup was made. Raises StorageError."""
    with TemporaryDirectory(prefix="dabyl-trial-") as scratch:
        url = f"sqlite:///{scratch}/trial.db"
        try:
            found, lacks, broken = await _restored(
                settings, path, url, files_folder(Path(scratch, "trial.db"))
            )
        except Unavailable as error:  # the database of the trial, not ours
            raise StorageError(
                f"The backup could not be tried out in {gettempdir()}: that takes as much room there as the database has. "
                "Make room, or let TMPDIR name another folder."
            ) from error
    say(f"It can be restored: {_restored_content(found)}. Nothing was kept.")
    return found, lacks, broken


async def bring_back(settings: Settings, path: Path, *, as_json: bool) -> None:
    """Into the configured database, which must be new."""
    file = sqlite_file(parse_url(settings.storage.url))
    folder = settings.storage.folder or (files_folder(file) if file is not None else None)
    found, lacks, broken = await _restored(settings, path, settings.storage.url, folder)
    say = beside_json(as_json)
    say(f"Restored into {place_of(settings)}: {_restored_content(found)}. Now: dabyl check, then run.")
    say("What was reported since is not in it: tell the coordinators from when to when.")
    say(lacks)
    if as_json:
        say_json(_document(path, found, broken))
    if broken:
        fail("\n".join(broken))


async def _restored(
    settings: Settings, path: Path, url: str, folder: Path | None
) -> tuple[Restored, str, tuple[str, ...]]:
    """What was restored, which lines it lacks, and what is broken."""
    keyring = _keyring(settings)
    backup = read(path, keyring)
    with show_progress("Rows and files") as shown:
        found = await restore(backup, url, folder, shown)
    database = await Database.open(url, keyring, files=folder)
    try:
        with show_progress("Histories") as shown:
            async with database.read(utc_now()) as tx:
                before, lines = database.noted_lines(), await database.note_lines(tx)
                broken = (await audit(tx, lines, shown)).findings
                last = await tx.day_lines.select(order_by=day_lines.c.day.desc(), limit=1)
    finally:
        await database.close()
    lacks = (
        [f"{before - lines} lines that stood here before are not in it."] if before and before > lines else []
    )
    newest = f"those up to {last[0].day}" if last else "none"
    lacks.append(f"Of the lines of the days it has {newest}: later ones that partners have fit no more.")
    return found, " ".join(lacks), (*broken, "It was so when the backup was made.") if broken else ()


def _keyring(settings: Settings) -> Keyring:
    assert settings.key is not None  # the caller has made sure of it
    return Keyring.parse(settings.key.get_secret_value())


def _document(backup: Path, found: Restored, broken: tuple[str, ...]) -> dict[str, object]:
    return {"backup": backup, **to_builtins(found), "made_at": found.made_at, "broken": broken}


def _restored_content(found: Restored) -> str:
    how = "each row as it was" if found.compared else "as many as there were, brought to this version"
    return f"{found.rows} rows and {found.files} files of {found.made_at:%Y-%m-%d %H:%M} UTC, {how}"


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
