"""What every command does first and last: read the settings, open the database, say what went wrong, set the exit code.

0   fine
1   something outside is wrong: the database, Telegram, another process
2   the configuration, a file or an argument is wrong

Anything that goes wrong in a command is reported in sentences: what happened, and what to do. No traceback, no secret.

StorageError, MessengerError   their own text
HeardMistake                   a row of a heard.toml: file, row and reason
OSError                        its reason and the file
a defect of ours               its class and the line in the code; never its text, which may hold a person's words
an ExceptionGroup              each of its errors once

The exit code is 2 when the configuration, or a file named on the command line, is to blame; otherwise 1.
"""

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator, Callable, Collection, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, TypeVar

import typer

from bot.cli.output import level_of
from bot.clock.follower import NotLoopback
from bot.config.settings import REQUIRED, BadConfiguration, Settings, load
from bot.loops.error_summary import code_line
from bot.messengers.errors import MessengerError
from bot.observability.logs import OURS, set_up
from core.understanding.rows import HeardMistake
from storage.database import Database
from storage.engine import parse_url, sqlite_file
from storage.errors import AnotherBot, BadKey, StorageError, WrongFile, WrongKey

SAY_IT_THEMSELVES = (StorageError, MessengerError, NotLoopback, HeardMistake)
TO_BLAME = (AnotherBot, WrongKey, BadKey, WrongFile, NotLoopback, HeardMistake)


def sentences(error: BaseException) -> list[str]:
    """What to tell, each thing once."""
    return list(dict.fromkeys(_sentence(cause) for cause in _single(error)))


def exit_code(error: BaseException) -> int:
    """1, or 2 for a wrong configuration, file or argument."""
    return 2 if any(isinstance(cause, TO_BLAME) for cause in _single(error)) else 1


def _single(error: BaseException) -> list[BaseException]:
    """The errors of a group, however deep; those that only say that the others were stopped are left out."""
    if isinstance(error, BaseExceptionGroup):
        return [single for inner in error.exceptions for single in _single(inner)]
    return [] if isinstance(error, asyncio.CancelledError) else [error]


def _sentence(error: BaseException) -> str:
    if isinstance(error, SAY_IT_THEMSELVES):
        return str(error)
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{error.strerror or type(error).__name__}"
    return (
        f"A defect of the program: {type(error).__name__} at {code_line(error)}. Please report this line. "
        "Nothing that was received is lost: it is handled after the next start."
    )


T = TypeVar("T")

CONFIG = "DABYL_CONFIG"
Config = Annotated[
    Path, typer.Option("--config", "-c", envvar=CONFIG, help="The configuration file.", metavar="FILE")
]
DEFAULT = Path("config.toml")
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout, and nothing else there.")]


def settings_of(config: Path, required: Collection[str] = REQUIRED) -> Settings:
    """The settings, or every mistake on the screen and exit 2."""
    try:
        return load(config, os.environ, required)
    except BadConfiguration as error:
        fail(str(error), code=2)


def finish(work: Coroutine[Any, Any, T]) -> T:
    """Run it. If anything goes wrong, say so in sentences and exit with a code other than 0."""
    try:
        return asyncio.run(work)
    except (
        typer.Exit,
        typer.Abort,
        BrokenPipeError,
    ):  # the last: the program that read our output has closed it
        raise
    except Exception as error:  # noqa: BLE001 - the outermost place: a technician needs a sentence, not a traceback
        fail("\n".join(sentences(error)), exit_code(error))


def fail(text: str, code: int = 1) -> NoReturn:
    """Print the sentence as an error and end the command."""
    typer.echo(text, err=True)
    raise typer.Exit(code)


def say_json(document: object) -> None:
    """For programs: UTF-8 even if the terminal uses another encoding, moments as ISO dates."""
    typer.echo(json.dumps(document, ensure_ascii=False, indent=2, default=_json_value).encode())


def beside_json(as_json: bool) -> Callable[[str], None]:
    """What says sentences: on stdout, or on stderr where the document is there."""
    return partial(typer.echo, err=as_json)


def _json_value(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


@asynccontextmanager
async def database_of(settings: Settings, *, earlier: bool = False) -> AsyncIterator[Database]:
    """The database, open; the bot may be running beside. ``earlier``: also that of an earlier version, for a backup."""
    database = await Database.open(
        settings.storage.url, settings.keyring(), files=settings.storage.folder, earlier=earlier
    )
    try:
        yield database
    finally:
        await database.close()


def place_of(settings: Settings) -> str:
    """Where the data is: the file with its whole path, or the server's URL without its password."""
    url = parse_url(settings.storage.url)
    file = sqlite_file(url)
    return str(file.absolute()) if file is not None else url.render_as_string(hide_password=True)


def utc_now() -> datetime:
    """The machine's time, UTC."""
    return datetime.now(UTC)


def quiet_logs(usual: int = logging.INFO, form: Literal["text", "json"] = "text") -> None:
    """Ids and classes on stderr, as much as was asked for."""
    level = level_of(usual)
    set_up(max(level, logging.INFO), form)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
