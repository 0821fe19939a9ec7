"""Bringing a database to this version; a long migration says how far it is."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Annotated

import typer

from bot.cli.loudness import is_quiet
from bot.cli.session import DEFAULT, Config, finish, place_of, quiet_logs, settings_of
from bot.config.settings import Settings
from storage.engine import parse_url, sqlite_file
from storage.lock import alone
from storage.migrate import migrate, pending
from storage.sealing import Keyring

EVERY = 5  # seconds between two lines where there is no terminal


def command(
    config: Config = DEFAULT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell which migrations would run.")] = False,
) -> None:
    """Create the database, or bring it to this version. While the bot is stopped; a backup first.

    Where a version keeps what is sealed in another place, it needs DABYL_KEY, shows how far it is, and may be broken off and
    started again.
    """
    settings = settings_of(config, required=())
    quiet_logs(logging.WARNING)
    if dry_run:
        found = finish(pending(settings.storage.url))
        for number, name in found.items():
            typer.echo(f"{number} {name}")
        typer.echo(f"{len(found)} migrations would run on {place_of(settings)}. Nothing was changed.")
        return
    finish(bring_up_to_date(settings))
    typer.echo(f"The database is ready: {place_of(settings)}")


async def bring_up_to_date(settings: Settings) -> None:
    """Run the migrations, while no bot runs. The key is needed only where something that is sealed has to be opened."""
    url = parse_url(settings.storage.url)
    file = sqlite_file(url)
    is_new = file is not None and not file.exists()
    keyring = Keyring.parse(settings.key.get_secret_value()) if settings.key is not None else None
    with progress("Cases carried over") as shown:
        async with nullcontext() if is_new else alone(url):
            await migrate(settings.storage.url, keyring=keyring, progress=shown)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """What shows how many of ``what`` are done of how many: a bar on a terminal, else a line now and then."""
    if is_quiet():
        yield lambda done, total: None
        return
    if not sys.stderr.isatty():
        yield lines(what, time.monotonic)
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, visible=False)
        yield lambda done, total: bar.update(task, completed=done, total=total, visible=True)


def lines(what: str, seconds: Callable[[], float]) -> Callable[[int, int], None]:
    """A line for the first, the last, and every few seconds. ``what`` is counted; ``seconds``: of a clock that only goes
    forward.
    """
    due = seconds()

    def show(done: int, total: int) -> None:
        nonlocal due
        if total and (done == total or seconds() >= due):
            due = seconds() + EVERY
            typer.echo(f"{what}: {done} of {total}", err=True)

    return show
