"""``dabyl restore``: a backup becomes a database again, or is tried out in one that is thrown away."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from msgspec import to_builtins

from bot.cli.audit import audit
from bot.cli.progress import progress
from bot.cli.session import beside_json, fail, now, place_of, say_json
from bot.config.settings import Settings
from storage.backup.age import PROVEN, note
from storage.backup.reading import Restored, read, restore
from storage.backup.shelf import newest
from storage.database import Database
from storage.engine import files_folder, parse_url, sqlite_file
from storage.errors import StorageError, Unavailable
from storage.sealing import Keyring


async def try_out(settings: Settings, path: Path, *, as_json: bool) -> None:
    """A backup, or the newest of a folder. In the folder that the watchman looks at it is noted."""
    place = newest(path)
    found, broken = await tried(settings, place, beside_json(as_json))
    if _is_watched(settings, place):
        note(place.parent, PROVEN, read(place, _keyring(settings)).made_at, now())
    if as_json:
        say_json(_document(place, found, broken))
    if broken:
        fail("\n".join(broken))


def _is_watched(settings: Settings, place: Path) -> bool:
    watched = settings.backup.folder
    return bool(watched) and place.parent.resolve() == Path(watched).resolve()


async def tried(
    settings: Settings, path: Path, say: Callable[[str], object]
) -> tuple[Restored, tuple[str, ...]]:
    """Restored, compared, audited, thrown away; and what was broken when the backup was made. Raises StorageError."""
    with TemporaryDirectory(prefix="dabyl-trial-") as scratch:
        url = f"sqlite:///{scratch}/trial.db"
        try:
            found, broken = await _restored(settings, path, url, files_folder(Path(scratch, "trial.db")))
        except Unavailable as error:  # the database of the trial, not ours
            raise StorageError(
                f"The backup could not be tried out in {gettempdir()}: that takes as much room there as the database has. "
                "Make room, or let TMPDIR name another folder."
            ) from error
    say(f"It can be restored: {_what(found)}. Nothing was kept.")
    return found, broken


async def bring_back(settings: Settings, path: Path, *, as_json: bool) -> None:
    """Into the configured database, which must be new."""
    file = sqlite_file(parse_url(settings.storage.url))
    folder = settings.storage.folder or (files_folder(file) if file is not None else None)
    found, broken = await _restored(settings, path, settings.storage.url, folder)
    say = beside_json(as_json)
    say(f"Restored into {place_of(settings)}: {_what(found)}. Now: dabyl check, then run.")
    say("What was reported since is not in it: tell the coordinators from when to when.")
    if as_json:
        say_json(_document(path, found, broken))
    if broken:
        fail("\n".join(broken))


async def _restored(
    settings: Settings, path: Path, url: str, folder: Path | None
) -> tuple[Restored, tuple[str, ...]]:
    keyring = _keyring(settings)
    backup = read(path, keyring)
    with progress("Rows and files") as shown:
        found = await restore(backup, url, keyring, folder, shown)
    database = await Database.open(url, keyring, files=folder)
    try:
        with progress("Histories") as shown:
            async with database.read(now()) as tx:
                broken = (await audit(tx, None, shown)).findings
    finally:
        await database.close()
    return found, (*broken, "It was so when the backup was made.") if broken else ()


def _keyring(settings: Settings) -> Keyring:
    assert settings.key is not None  # whoever calls requires it
    return Keyring.parse(settings.key.get_secret_value())


def _document(backup: Path, found: Restored, broken: tuple[str, ...]) -> dict[str, object]:
    return {"backup": backup, **to_builtins(found), "made_at": found.made_at, "broken": broken}


def _what(found: Restored) -> str:
    how = "each row as it was" if found.compared else "as many as there were, brought to this version"
    return f"{found.rows} rows and {found.files} files of {found.made_at:%Y-%m-%d %H:%M} UTC, {how}"
