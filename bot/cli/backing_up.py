"""``dabyl backup`` and ``dabyl restore``: everything in one sealed file, and the way back, which can be tried."""

import sys
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import typer

from bot.cli.audit import audit
from bot.cli.migrate import progress
from bot.cli.session import database_of, fail, now, place_of
from bot.config.settings import Settings
from storage.backup.reading import Restored, read, restore
from storage.backup.writing import ENDING, stream, write
from storage.database import Database
from storage.engine import files_folder, parse_url, sqlite_file
from storage.sealing import Keyring

NAME = f"dabyl-%Y%m%d-%H%M%S{ENDING}"  # UTC
STDOUT = "-"


async def back_up(settings: Settings, to: str, keep: int) -> None:
    """Into a folder, where the newest ``keep`` stay; or, for ``-``, to the standard output."""
    moment = now()
    async with database_of(settings) as database:
        with progress("Rows") as shown:
            if to == STDOUT:
                await stream(database, moment, sys.stdout.buffer, shown)
                return
            place = _place(to, moment)
            rows = await write(database, moment, place, shown)
    typer.echo(f"{place}: {rows} rows, {_megabytes(place)} MB")
    _remove_all_but(keep, place.parent)


def _place(to: str, moment: datetime) -> Path:
    folder = Path(to)
    if not folder.is_dir():
        fail(f"--to is {to!r}: there is no such folder. Make it, readable by this user alone.", code=2)
    return folder / moment.astimezone(UTC).strftime(NAME)


def _remove_all_but(newest: int, folder: Path) -> None:
    for old in sorted(folder.glob(f"dabyl-*{ENDING}"))[:-newest]:
        old.unlink()
        typer.echo(f"{old}: removed, {newest} newer ones are there")


async def bring_back(settings: Settings, path: Path, *, trial: bool) -> None:
    """Into the configured database, which must be new; for a trial into one that is thrown away."""
    assert settings.key is not None  # whoever calls requires it
    keyring = Keyring.parse(settings.key.get_secret_value())
    backup = read(path, keyring)
    with TemporaryDirectory() if trial else nullcontext("") as scratch:
        url = f"sqlite:///{scratch}/trial.db" if trial else settings.storage.url
        file = sqlite_file(parse_url(url))
        named = None if trial else settings.storage.folder
        folder = named or (files_folder(file) if file is not None else None)
        with progress("Rows") as shown:
            found = await restore(backup, url, keyring, folder, shown)
        broken = await _broken(url, keyring, folder)
    _say(settings, found, trial=trial)
    if broken:
        fail("\n".join([*broken, "It was so when the backup was made."]))


async def _broken(url: str, keyring: Keyring, folder: Path | None) -> tuple[str, ...]:
    database = await Database.open(url, keyring, files=folder)
    try:
        async with database.read(now()) as tx:
            return (await audit(tx, None)).findings
    finally:
        await database.close()


def _say(settings: Settings, found: Restored, *, trial: bool) -> None:
    made = datetime.fromisoformat(found.made_at)
    what = f"{found.rows} rows and {found.files} files of {made:%Y-%m-%d %H:%M} UTC"
    how = "each row as it was" if found.compared else "as many as there were, brought to this version"
    if trial:
        typer.echo(f"It can be restored: {what}, {how}. Nothing was kept.")
    else:
        typer.echo(f"Restored into {place_of(settings)}: {what}, {how}. Now: dabyl check, then run.")
        typer.echo("What was reported since is not in it: tell the coordinators from when to when.")


def _megabytes(place: Path) -> str:
    return f"{place.stat().st_size / 1e6:.1f}"
