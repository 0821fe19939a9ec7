"""``dabyl keys``: make, list and rotate the keys that seal what is stored. Only a new key is ever shown; others by their id.

``dabyl keys rotate``: change the key of a running system. If it is interrupted, the next run continues where it stopped.

1  a new key is put in front of the others, where the key is kept: nothing is sealed with it before it is safe there
2  its id is noted in the database; the running bot reads its keys again and says which one it seals with
   (storage.key_rotation)
3  everything is sealed again with the new key, the keys of hashes last
4  the earlier keys are taken out of that place, and are kept beside it for old backups

We can only write to a file. If the key is kept elsewhere, the technician does steps 1 and 4: we say what to do, and the next
run continues.
"""

import asyncio
import os
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import typer
from msgspec import Struct, to_builtins
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from bot.cli.output import show_progress
from bot.cli.session import (
    DEFAULT,
    Config,
    Json,
    beside_json,
    database_of,
    fail,
    finish,
    say_json,
    settings_of,
    utc_now,
)
from bot.config import secret_sources
from bot.config.secret_sources import Source, read_source
from bot.config.settings import KEY, Settings
from core.records.emergency_steps import EmergencyKind, EmergencyStep, SealingKey
from core.traffic import Run
from storage.backup.backup_age import ENDING
from storage.backup.backup_folder import is_whole
from storage.backup.reading import keys_of
from storage.database import Database
from storage.key_rotation import in_use, reseal, wanted_key_id
from storage.lock import is_held
from storage.schema import boots
from storage.sealing import id_of, new_key, parse_keys

PATIENCE = timedelta(seconds=150)  # the bot looks every minute
GLANCE = 1.0  # seconds
WAITING = (
    "Waiting until the running bot seals with it: a minute or two. Where its unit hands the key over (LoadCredential, as "
    "in the example), it has the old one until it is restarted: systemctl restart dabyl, now, in another window."
)
TIMES = 3  # that all rows are gone through
Say = Callable[[str], None]


class Rotation(Struct, frozen=True):
    """What came of it, for programs: keys by their ids, but a ``new_key`` that is the technician's to put."""

    key: str
    done: bool
    new_key: str | None = None
    rows: int = 0
    earlier: tuple[str, ...] = ()
    kept_in: str | None = None  # the file of the earlier keys


async def rotate_keys(settings: Settings, *, as_json: bool) -> None:
    """All that can be done now, by one at a time: two would write over each other's key. Raises StorageError, OSError."""
    source = settings.source(KEY)
    assert source is not None  # the caller has made sure of it
    assert settings.key is not None
    try:
        with secret_sources.lock_source(source):
            if read_source(source, os.environ) != settings.key.get_secret_value():
                fail(
                    "The keys were changed at this moment, by another rotation. Nothing was done; once more."
                )
            await _rotate(settings, source, beside_json(as_json), as_json=as_json)
    except BlockingIOError:
        fail(f"Another rotation is under way at {source.where}. Wait for its end.")


async def _rotate(settings: Settings, source: Source, say: Say, *, as_json: bool) -> None:
    assert settings.key is not None
    keys = [key.strip() for key in settings.key.get_secret_value().split(",") if key.strip()]
    ids = [id_of(key) for key in parse_keys(",".join(keys))]
    async with database_of(settings) as database:
        async with database.read(utc_now()) as tx:
            used = await in_use(tx)
        refuse_missing(used, ids)
        if len(ids) == 1 and set(used) <= set(ids):
            keys = _begin(source, keys, ids, as_json)
            if why := database.keyring.read_again():
                fail(f"{source.name}: {why}. Nothing was sealed with the new key.")
            ids = database.keyring.ids
        else:
            say(f"A rotation to the key {ids[0]} is under way; this goes on with it.")
        await _announce(database, ids[0])
        await _wait_for_the_bot(database, ids[0], say)
        changed = 0
        for _ in range(TIMES):
            with show_progress("Rows") as shown:
                changed += await reseal(database, utc_now(), shown)
            if not (left := await _others(database, ids[0])):
                break
        else:
            fail(
                f"Somebody goes on sealing with {', '.join(left)}. Stop the program that runs with it; then once more."
            )
        say(
            f"{changed} rows sealed again with the key {ids[0]}; files have keys of their own, in these rows."
        )
        kept = await _finish(database, source, keys, ids, say)
    if as_json:
        say_json(to_builtins(Rotation(ids[0], True, None, changed, tuple(ids[1:]), kept)))


def refuse_missing(used: Counter[str], ids: Sequence[str]) -> None:
    """End, where something is sealed with a key that we do not have: then nothing may be thrown away."""
    lacking = {key: rows for key, rows in used.items() if key not in ids}
    if lacking:
        named = ", ".join(f"{key} ({rows} rows)" for key, rows in lacking.items())
        fail(
            f"Needed and not in {KEY}: {named}. It has {', '.join(ids)}, and opens all that is sealed with these. "
            "Put the missing key behind them, after a comma: from the copy that you keep elsewhere, or from the file with "
            f"{secret_sources.OLD} at its end. Nothing was changed.",
            code=2,
        )


def _begin(source: Source, keys: list[str], ids: list[str], as_json: bool) -> list[str]:
    """A new key, in front of the one that was there. Ends where that is not for us to write."""
    made = new_key()
    new, say = id_of(parse_keys(made)[0]), beside_json(as_json)
    if not secret_sources.can_write(source):
        if as_json:
            say_json(to_builtins(Rotation(new, False, made)))
        else:
            say(made)
        fail(
            f"This is a new key; its id is {new}. {KEY} comes from {source.name}, which is yours to change:\n"
            f"1. Put the new key in front of the one that is there ({ids[0]}), with a comma between.\n"
            "2. Restart the bot, so that it has both.\n"
            "3. dabyl keys rotate, once more: it seals everything again, and says when the old key can go.\n"
            "Nothing was changed so far."
        )
    secret_sources.replace_secret(source, ",".join([made, *keys]))
    say(f"The new key {new} stands in {source.where}, the earlier one ({ids[0]}) behind it.")
    say("Keep a copy of the new one outside the server, now: without it nothing can be read again.")
    return [made, *keys]


async def _announce(database: Database, key: str) -> None:
    """From now on every running process has to seal with it."""
    async with database.write(utc_now()) as tx:
        if await wanted_key_id(tx) != key:
            known = await tx.sealing_keys.get(key)
            tx.sealing_keys.put(SealingKey(key, tx.now, known.alone_since if known is not None else None))


async def _wait_for_the_bot(database: Database, key: str, say: Say) -> None:
    """Until the process that runs seals with this key. Ends where it does not come to that."""
    until, told = utc_now() + PATIENCE, False
    while (boot := await _running(database)) is not None and boot.key != key:
        if not told:
            say(WAITING)
            told = True
        if utc_now() > until:
            fail(
                f"The running bot still seals with another key ({boot.key or 'it does not say which'}): its log says why. "
                "Restart it, then dabyl keys rotate, once more. Both keys are there, and nothing is lost."
            )
        await asyncio.sleep(GLANCE)


async def _running(database: Database) -> Run | None:
    if not await is_held(database):
        return None
    async with database.read(utc_now()) as tx:
        newest = await tx.boots.select(order_by=boots.c.id.desc(), limit=1)
    return newest[0] if newest else None


async def _others(database: Database, key: str) -> list[str]:
    """The keys with which something is sealed still; a write may have been on its way when the bot took the new one."""
    async with database.read(utc_now()) as tx:
        return [key_id for key_id in await in_use(tx) if key_id != key]


async def _finish(
    database: Database, source: Source, keys: list[str], ids: list[str], say: Say
) -> str | None:
    """Nothing needs the earlier keys any more. The file in which they are kept."""
    async with database.write(utc_now()) as tx:
        known = await tx.sealing_keys.get(ids[0])
        if known is not None and known.alone_since is None:
            tx.sealing_keys.put(SealingKey(known.key, known.since, tx.now))
            tx.emergency_steps.add(EmergencyStep(tx.new_id(), EmergencyKind.ROTATED, tx.now, tx.now))
    earlier = ", ".join(ids[1:])
    if not earlier:
        say("Done.")
    elif secret_sources.can_write(source):
        kept = secret_sources.keep_old_secrets(source, keys[1:])
        secret_sources.replace_secret(source, keys[0])
        say(f"Done: {source.where} has the new key alone; the earlier ({earlier}) went to {kept}.")
        say(
            f"Backups made until now ({utc_now():%Y-%m-%d %H:%M} UTC) need it: for a restore put it behind the new one."
        )
        return str(kept)
    else:
        say(
            f"Done. The earlier keys ({earlier}) can leave {source.name}; keep them with the old backups, which need them."
        )
    return None


app = typer.Typer(
    no_args_is_help=True,
    help="The keys that seal names, numbers and words: make one, list them, rotate them while the bot runs.",
)


class KeyRow(Struct, frozen=True):
    """What is known of a key. ``place``: among those of DABYL_KEY, the newest is 1; None: it is not there."""

    id: str
    place: int | None
    since: datetime | None
    rows: int
    backups: int | None  # None: nobody knows where they are

    @property
    def state(self) -> str:
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

    finish(rotate_keys(settings_of(config, required=(KEY,)), as_json=as_json))


async def _rows(settings: Settings) -> tuple[list[KeyRow], list[Path]]:
    """And the backups that are not whole."""
    async with database_of(settings) as database:
        ids = database.keyring.ids
        async with database.read(utc_now()) as tx:
            used = await in_use(tx)
            since = {key.key: key.since for key in await tx.sealing_keys.select()}
    folder = Path(settings.backup.folder) if settings.backup.folder else None
    known = folder is not None and os.access(folder, os.R_OK | os.X_OK)
    files = sorted(folder.glob(f"*{ENDING}")) if folder is not None and known else []
    # of one whose key is not here nobody can say more than it says itself
    broken = [
        file for file in files if not {*keys_of(file)} - {*ids} and not is_whole(file, database.keyring)
    ]
    backups = Counter(key for file in files if file not in broken for key in keys_of(file))
    found = [
        KeyRow(
            key,
            ids.index(key) + 1 if key in ids else None,
            since.get(key),
            used[key],
            backups[key] if known else None,
        )
        for key in dict.fromkeys([*ids, *used, *backups])
    ]
    return found, broken


def _plain(row: KeyRow) -> dict[str, object]:
    since = row.since.isoformat() if row.since is not None else None
    return {"id": row.id, "state": row.state, "since": since, "rows": row.rows, "backups": row.backups}
