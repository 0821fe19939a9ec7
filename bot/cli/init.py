"""``dabyl init``: five questions, each answer tested at once; then files, database, and what is left to do.

What is there already is kept and said, so a run that was broken off is simply repeated.
"""

import asyncio
import logging
import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.asking import Asking
from bot.cli.session import DEFAULT, Config, fail, finish, place_of, quiet_logs
from bot.config.secrets import BESIDE, read_secrets, with_files_beside
from bot.config.settings import KEY, TOKEN, BadConfiguration, Settings, load
from bot.config.sources import Kind, sources
from bot.setup.answers import Answers, wrong
from bot.setup.places import Impossible, prepare, written
from bot.setup.telegram import Unusable, name_of
from bot.setup.texts import BACKUP, TIMER, UNIT, Installation, configuration, unit
from storage.engine import parse_url, sqlite_file
from storage.migrate import migrate, pending
from storage.owner import user
from storage.revision import all_of
from storage.sealing import Keyring, new_key

TELEGRAM = "https://api.telegram.org"
SYSTEMS = Path("/etc/systemd/system")
UNITS = (UNIT, BACKUP, TIMER)


def command(
    config: Config = DEFAULT,
    token_file: Annotated[
        Path | None, typer.Option(help="A file with the bot's token.", metavar="FILE")
    ] = None,
    organisation: Annotated[str | None, typer.Option(help="Its name, as people read it.")] = None,
    hotline: Annotated[str | None, typer.Option(help='A phone number; "" for none.')] = None,
    zone: Annotated[str | None, typer.Option(help="As in Asia/Almaty.")] = None,
    country: Annotated[str | None, typer.Option(help="As in kz.")] = None,
    data: Annotated[str | None, typer.Option(help="The folder of the database.", metavar="FOLDER")] = None,
    api_url: Annotated[str, typer.Option(help="The Bot API server.")] = TELEGRAM,
) -> None:
    """Set up: asks five things, tests each, writes configuration, key, token and unit, and makes the database.

    Nothing that is there is written over; run it again and it goes on. Without a terminal give every answer as an option.
    """
    quiet_logs(logging.WARNING)
    given = {"organisation": organisation, "hotline": hotline, "zone": zone, "country": country, "data": data}
    if (mistake := wrong("telegram.api_url", api_url)) is not None:
        fail(f"--api-url is {api_url!r}: {mistake}", code=2)
    asking = Asking({name: value for name, value in given.items() if value is not None})
    try:
        prepare(config.parent)
        settings = _existing(config)
        token = _token(config, token_file, asking, settings.telegram.api_url if settings else api_url)
        if settings is None:
            _configure(config, asking.answers(config, api_url))
        _key(config)
        settings = load(config, os.environ)
        data_folder = _database(settings)
        _units(config, data_folder, _backups(config, settings))
    except (Impossible, BadConfiguration) as error:
        fail(str(error), code=2)
    _left(config, token)


def _existing(config: Path) -> Settings | None:
    """The settings of a configuration that is there."""
    if not config.exists():
        return None
    typer.echo(f"{config}: there already, kept. Nothing that stands in it is asked.")
    return load(config, os.environ, required=())


def _token(config: Path, file: Path | None, asking: Asking, api_url: str) -> str:
    """The username of the bot, whose token is known and good by then."""
    secrets, mistakes = read_secrets(with_files_beside(config.parent, os.environ), ())
    if mistakes:
        raise BadConfiguration(str(config), mistakes)
    known = secrets.get(TOKEN)
    if known is not None:
        typer.echo(f"The token ({_source(config, TOKEN)}): there already, kept.")
        return _who(known.get_secret_value(), api_url)
    if file is not None:
        try:
            token = file.read_text("utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as error:
            fail(f"--token-file {file} cannot be read: {getattr(error, 'strerror', 'not a text')}", code=2)
        name = _who(token, api_url)
    else:
        token, name = asking.token(
            lambda typed: asyncio.run(name_of(typed, api_url)), others=not config.exists()
        )
    _write(config.parent / BESIDE[TOKEN], f"{token}\n")
    return name


def _who(token: str, api_url: str) -> str:
    try:
        name = asyncio.run(name_of(token, api_url))
    except Unusable as error:
        fail(str(error), code=2 if error.ours else 1)
    typer.echo(f"ok    Telegram knows the bot as @{name}.")
    return name


def _configure(config: Path, answers: Answers) -> None:
    prepare(answers.data)
    _write(config, configuration({**answers.values, "backup.folder": str(_beside(config))}))


def _key(config: Path) -> None:
    """A new one, unless there is one; not beside a database that another one has sealed."""
    if KEY in read_secrets(with_files_beside(config.parent, os.environ), ())[0]:
        typer.echo(f"The key ({_source(config, KEY)}): there already, kept.")
        return
    file = sqlite_file(parse_url(load(config, os.environ, required=()).storage.url))
    place = config.parent / BESIDE[KEY]
    if file is not None and file.exists() and file.stat().st_size:
        raise Impossible(
            f"{file} is there, and the key that opens it is not: put it into {place}, readable by you alone."
        )
    _write(place, f"{new_key()}\n")


def _database(settings: Settings) -> Path:
    """Made, unless it is there with its tables; the folder in which it is."""
    file = sqlite_file(parse_url(settings.storage.url))
    if file is not None and file.exists() and finish(pending(settings.storage.url)) != all_of():
        typer.echo(f"{file}: there already, kept. After an upgrade: dabyl migrate.")
        return file.absolute().parent
    assert settings.key is not None  # load() requires it
    keyring = Keyring.parse(settings.key.get_secret_value())
    finish(migrate(settings.storage.url, keyring=keyring))
    typer.echo(f"{place_of(settings)}: made.")
    return file.absolute().parent if file is not None else Path.cwd()


def _beside(config: Path) -> Path:
    return config.absolute().parent / "backups"


def _backups(config: Path, settings: Settings) -> Path:
    """The folder of the backups; ours is made."""
    if settings.backup.folder and Path(settings.backup.folder) != _beside(config):
        return Path(settings.backup.folder).absolute()
    prepare(_beside(config))
    return _beside(config)


def _units(config: Path, data: Path, backups: Path) -> None:
    program = Path(shutil.which("dabyl") or Path(sys.executable).with_name("dabyl"))
    who = "dabyl" if os.geteuid() == 0 else user()
    ours = Installation(program, config.absolute(), data, backups, who)
    for name in UNITS:
        _write(config.parent / name, unit(ours, name), 0o644)


def _write(path: Path, text: str, mode: int = 0o600) -> None:
    made = written(path, text, mode)
    typer.echo(f"{path}: {'written.' if made else 'there already, kept.'}")


def _source(config: Path, secret: str) -> str:
    (source,) = sources(
        secret, with_files_beside(config.parent, os.environ)
    )  # more would be a mistake, told before
    return source.where if source.kind is Kind.FILE else f"from {source.name}"


def _left(config: Path, name: str) -> None:
    """What nobody can do but the technician, with the commands to type."""
    folder, settings = config.absolute().parent, load(config, os.environ)
    to = "" if settings.backup.folder else f" --to {_beside(config)}"
    option = "" if config == DEFAULT else f" --config {shlex.quote(str(config))}"
    typer.echo("\nLeft to do:")
    steps = [
        f"Copy {folder / BESIDE[KEY]} to a place outside this machine: without it nothing can be read again, by anybody.",
        f"dabyl backup --prove{to}{option}   The first backup, tried out. Where backup.folder is set, administrators are "
        "told from then on when none was made, or tried out, for 30 hours. Take copies to another machine.",
        f"dabyl run{option}   It shows a code. Send it to @{name} (https://t.me/{name}) from your own phone, in a private "
        "chat: you are the administrator then.",
        f"The first coordinator presses start and sends /id: dabyl example roster > roster.csv, and dabyl roster import "
        f"roster.csv{option}. They invite the lawyers with /invite.",
        f"Make @{name} an administrator of a closed channel: you are asked whether the digest goes there.",
        f"dabyl check{option}   until nothing is wrong.",
    ]
    if os.geteuid() == 0:
        file = sqlite_file(parse_url(settings.storage.url))
        ours = [
            shlex.quote(str(one)) for one in ([file.absolute().parent] if file is not None else []) + [folder]
        ]
        steps.insert(
            1, f"Not as root: useradd --system --home-dir {ours[0]} dabyl; chown -R dabyl: {' '.join(ours)}"
        )
    units = " ".join(str(folder / name) for name in UNITS)
    steps.append(f"sudo cp {units} {SYSTEMS}/ && sudo systemctl enable --now dabyl {TIMER}")
    for number, step in enumerate(steps, 1):
        typer.echo(f"{number}. {step}")
    typer.echo("\nLater, for those for whom Telegram is not safe: Signal, docs/signal.md.")
