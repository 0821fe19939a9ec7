"""``dabyl keys``: the keys that seal what is stored: made, told by their ids, rotated. None is shown but a new one."""

import os
from collections import Counter
from datetime import datetime
from pathlib import Path

import typer
from msgspec import Struct
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bot.cli.session import DEFAULT, Config, Json, database_of, finish, now, say_json, settings_of
from bot.config.settings import KEY, Settings
from storage.backup.age import ENDING
from storage.backup.reading import keys_of
from storage.backup.shelf import is_whole
from storage.reseal import in_use
from storage.sealing import new_key

app = typer.Typer(
    no_args_is_help=True,
    help="The keys that seal names, numbers and words: make one, list them, rotate them while the bot runs.",
)


class Row(Struct, frozen=True):
    """What is known of a key. ``place``: among those of DABYL_KEY, the newest is 1; None: it is not there."""

    id: str
    place: int | None
    since: datetime | None
    rows: int
    backups: int | None  # None: nobody knows where they are

    @property
    def state(self) -> str:
        """In a word."""
        if self.place is None:
            return "missing" if self.rows else "needed by backups alone"
        return "seals" if self.place == 1 else "opens" if self.rows else "not needed by the database"


@app.command()
def new() -> None:
    """Print a new key for DABYL_KEY. Keep a copy outside the server: without it nothing can be read again."""
    typer.echo(new_key())


@app.command(name="list")
def list_(config: Config = DEFAULT, as_json: Json = False) -> None:
    """Which keys are in use, by their ids, and how much is sealed with each. No key is shown."""
    settings = settings_of(config, required=(KEY,))
    found, broken = finish(_rows(settings))
    for file in broken:
        typer.echo(f"{file}: not whole; counted for no key", err=True)
    if any(row.backups is None for row in found):
        named = settings.backup.folder
        why = f"there is no folder {named} that can be read" if named else "backup.folder is not set"
        typer.echo(f"Which keys backups need was not looked at: {why}.", err=True)
    if as_json:
        say_json([_plain(row) for row in found])
        return
    table = Table(box=SIMPLE, pad_edge=False)
    for column in ("id", "state", "since", "rows", "backups"):
        table.add_column(column, no_wrap=True)
    for row in found:
        since = f"{row.since:%Y-%m-%d %H:%M} UTC" if row.since is not None else "not known"
        backups = "not known" if row.backups is None else str(row.backups)
        table.add_row(row.id, row.state, since, str(row.rows), backups)
    Console().print(table)


@app.command()
def rotate(config: Config = DEFAULT, as_json: Json = False) -> None:
    """A new key takes over while the bot runs; then the old one goes. May be broken off, and goes on when repeated."""
    from bot.cli.rotation import rotate as rotate_all

    finish(rotate_all(settings_of(config, required=(KEY,)), as_json=as_json))


async def _rows(settings: Settings) -> tuple[list[Row], list[Path]]:
    """And the backups that are not whole."""
    async with database_of(settings) as database:
        ids = database.keyring.ids
        async with database.read(now()) as tx:
            used = await in_use(tx)
            since = {one.key: one.since for one in await tx.sealing_keys.select()}
    folder = Path(settings.backup.folder) if settings.backup.folder else None
    known = folder is not None and os.access(folder, os.R_OK | os.X_OK)
    files = sorted(folder.glob(f"*{ENDING}")) if folder is not None and known else []
    # of one whose key is not here nobody can say more than it says itself
    broken = [one for one in files if not {*keys_of(one)} - {*ids} and not is_whole(one, database.keyring)]
    backups = Counter(key for file in files if file not in broken for key in keys_of(file))
    found = [
        Row(
            key,
            ids.index(key) + 1 if key in ids else None,
            since.get(key),
            used[key],
            backups[key] if known else None,
        )
        for key in dict.fromkeys([*ids, *used, *backups])
    ]
    return found, broken


def _plain(row: Row) -> dict[str, object]:
    since = row.since.isoformat() if row.since is not None else None
    return {"id": row.id, "state": row.state, "since": since, "rows": row.rows, "backups": row.backups}
