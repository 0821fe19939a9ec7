"""What every command does first and last: read the settings, open the database, say what went wrong in one sentence."""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator, Collection, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn, TypeVar

import typer

from bot.clock_follower import NotLoopback
from bot.config import SECRETS, BadConfiguration, Settings, load
from storage.database import Database
from storage.errors import StorageError
from storage.sealing import Keyring

T = TypeVar("T")

Config = Annotated[Path, typer.Option("--config", "-c", help="The configuration file.")]
DEFAULT = Path("config.toml")


def settings_of(config: Path, required: Collection[str] = SECRETS) -> Settings:
    """The settings, or every mistake on the screen and exit 2."""
    try:
        return load(config, os.environ, required)
    except BadConfiguration as error:
        fail(str(error), code=2)


def finish(work: Coroutine[Any, Any, T]) -> T:
    """Run it; what can go wrong outside the program is one sentence and exit 1."""
    try:
        return asyncio.run(work)
    except (StorageError, NotLoopback) as error:
        fail(str(error))


def fail(text: str, code: int = 1) -> NoReturn:
    """Say it and end."""
    typer.echo(text, err=True)
    raise typer.Exit(code)


@asynccontextmanager
async def database_of(settings: Settings) -> AsyncIterator[Database]:
    """The database, open; the bot may be running beside."""
    assert settings.key is not None  # whoever calls requires it
    database = await Database.open(settings.storage.url, Keyring.parse(settings.key.get_secret_value()))
    try:
        yield database
    finally:
        await database.close()


def now() -> datetime:
    """The machine's time, UTC."""
    return datetime.now(UTC)


def quiet_logs() -> None:
    """Ids and classes on stderr. httpx writes the token into its lines at INFO, so it stays at WARNING."""
    logging.basicConfig(
        level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).setLevel(logging.WARNING)
