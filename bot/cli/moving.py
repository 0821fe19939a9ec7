"""Moving the database, and what is left to be done by hand afterwards."""

import typer

from bot.cli.progress import progress
from bot.cli.session import beside_json, place_of, say_json
from bot.config.settings import Settings
from storage.backup.moving import move, open_new, reopen
from storage.engine import files_folder, parse_url, sqlite_file


async def move_to(settings: Settings, to: str) -> int:
    """How many rows. The old place is marked then, and the new one not opened yet."""
    with progress("Rows") as shown:
        return await move(settings.storage.url, to, shown)


async def open_at(settings: Settings, to: str, rows: int, *, as_json: bool) -> None:
    """The last step; and say what is left to do."""
    await open_new(settings.storage.url, to)
    old = sqlite_file(parse_url(settings.storage.url))
    beside = files_folder(old).absolute() if old is not None else None
    stay = str(beside) if settings.storage.folder is None and beside is not None and beside.is_dir() else None
    if as_json:
        say_json({"from": place_of(settings), "rows": rows, "files_stay_in": stay})
    say = beside_json(as_json)
    say(f"Moved from {place_of(settings)}: {rows} rows, each as it was.")
    say("Now name the new place as storage.url, then dabyl check, then run.")
    if stay is not None:
        say(f'Files were not moved: keep their folder, and name it: storage.files = "{stay}"')
    say(
        "The old place has everything still, and is marked: no bot starts on it. Remove it when the new one has a backup."
    )


async def use_again(settings: Settings) -> None:
    """And say whether it was marked at all."""
    if await reopen(settings.storage.url):
        typer.echo(f"{place_of(settings)} can be used again. What came in at the other place is not in it.")
    else:
        typer.echo(f"{place_of(settings)} was not moved elsewhere; nothing was changed.")
