"""``dabyl init``: five questions, each answer tested at once; then it makes the files and the database, and says what is
left to do.

A question is repeated until its answer is good; answers may also come from options. Without a terminal and without options
nothing is asked. What is there already is kept and reported, so an interrupted run is simply repeated.
"""

import asyncio
import logging
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.session import DEFAULT, Config, fail, finish, place_of, quiet_logs
from bot.config.secret_sources import SourceKind, sources_of
from bot.config.secrets import BESIDE, read_secrets, with_files_beside
from bot.config.settings import KEY, TOKEN, BadConfiguration, Settings, load
from bot.config.speech import spoken
from bot.setup.answers import Answers, Unusable, name_of, what_is_wrong
from bot.setup.files import (
    BACKUP,
    TIMER,
    UNIT,
    Impossible,
    Installation,
    configuration_text,
    prepare_folder,
    unit_text,
    write_new,
)
from core.resources.jurisdictions import known_jurisdictions
from storage.engine import parse_url, sqlite_file
from storage.file_owner import user
from storage.migrate import migrate, pending
from storage.schema_revision import all_of
from storage.sealing import new_key

DEFAULTS = Settings().organisation
NAMES = ("organisation", "hotline", "zone", "country", "data")


class Asking:
    """``given``: answers by the names of their options."""

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = given

    def token(self, test: Callable[[str], str], *, others: bool) -> tuple[str, str]:
        """The token, and what ``test`` says of it: the bot's name. ``others``: the other four will be asked too."""
        self._needs_terminal(["token-file", *(self._missing() if others else [])])
        while True:
            typed: str = typer.prompt(spoken("init-token"), hide_input=True).strip()
            try:
                name = test(typed)
            except Unusable as error:
                if not error.ours:
                    fail(str(error))
                typer.echo(f"      {error}")
            else:
                typer.echo(spoken("init-known", name=name))
                return typed, name

    def answers(self, config: Path, api_url: str) -> Answers:
        """Ask the other four questions."""
        self._needs_terminal(self._missing())
        known = ", ".join(known_jurisdictions())
        return Answers(
            self._one("organisation", spoken("init-organisation"), "organisation.name"),
            self._one("hotline", spoken("init-hotline"), "organisation.hotline", ""),
            self._one("zone", spoken("init-zone"), "organisation.zone", str(DEFAULTS.zone)),
            self._one(
                "country",
                spoken("init-country", known=known),
                "organisation.jurisdiction",
                DEFAULTS.jurisdiction,
            ),
            Path(
                self._one("data", spoken("init-data"), "", str(config.absolute().parent / "data"))
            ).expanduser(),
            api_url,
        )

    def _one(self, name: str, question: str, setting: str, default: str | None = None) -> str:
        while True:
            asked = name not in self._given
            text = (
                typer.prompt(question, default=default, show_default=bool(default))
                if asked
                else self._given[name]
            )
            mistake = what_is_wrong(setting, text.strip()) if setting else _unwritable(text)
            if mistake is None:
                return str(text).strip()
            if not asked:
                fail(spoken("init-option-wrong", name=name, value=repr(text), mistake=mistake), code=2)
            typer.echo(f"      {mistake}")

    def _needs_terminal(self, missing: list[str]) -> None:
        if missing and not sys.stdin.isatty():
            options = " ".join(f"--{name}" for name in missing)
            fail(spoken("init-no-terminal", options=options), code=2)

    def _missing(self) -> list[str]:
        return [name for name in NAMES if name not in self._given]


def _unwritable(folder: str) -> str | None:
    try:
        prepare_folder(Path(folder.strip()).expanduser())
    except Impossible as error:
        return str(error)
    return None


TELEGRAM = "https://api.telegram.org"
SYSTEMS = Path("/etc/systemd/system")
HOME = "/var/lib/dabyl"
USER_ADD = f"id dabyl || useradd --system --create-home --home-dir {HOME} dabyl"
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
    if (mistake := what_is_wrong("telegram.api_url", api_url)) is not None:
        fail(spoken("init-option-wrong", name="api-url", value=repr(api_url), mistake=mistake), code=2)
    if os.geteuid() == 0:
        typer.echo(spoken("init-root", command=f"{USER_ADD}; sudo -u dabyl -s", home=HOME))
    asking = Asking({name: value for name, value in given.items() if value is not None})
    try:
        prepare_folder(config.parent)
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
    _say_what_is_left(config, token)


def _existing(config: Path) -> Settings | None:
    """The settings of a configuration that is there."""
    if not config.exists():
        return None
    typer.echo(spoken("init-configured", path=str(config)))
    return load(config, os.environ, required=())


def _token(config: Path, file: Path | None, asking: Asking, api_url: str) -> str:
    """The username of the bot, whose token is known and good by then."""
    secrets, mistakes = read_secrets(with_files_beside(config.parent, os.environ), ())
    if mistakes:
        raise BadConfiguration(str(config), mistakes)
    known = secrets.get(TOKEN)
    if known is not None:
        typer.echo(spoken("init-token-kept", source=_source(config, TOKEN)))
        return _bot_name(known.get_secret_value(), api_url)
    if file is not None:
        try:
            token = file.read_text("utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or spoken("init-not-text")
            fail(spoken("init-token-file", path=str(file), why=why), code=2)
        name = _bot_name(token, api_url)
    else:
        token, name = asking.token(
            lambda typed: asyncio.run(name_of(typed, api_url)), others=not config.exists()
        )
    _write(config.parent / BESIDE[TOKEN], f"{token}\n")
    return name


def _bot_name(token: str, api_url: str) -> str:
    try:
        name = asyncio.run(name_of(token, api_url))
    except Unusable as error:
        fail(str(error), code=2 if error.ours else 1)
    typer.echo(spoken("init-known", name=name))
    return name


def _configure(config: Path, answers: Answers) -> None:
    prepare_folder(answers.data)
    _write(config, configuration_text({**answers.values, "backup.folder": str(_beside(config))}))


def _key(config: Path) -> None:
    """A new one, unless there is one; not beside a database that another one has sealed."""
    if KEY in read_secrets(with_files_beside(config.parent, os.environ), ())[0]:
        typer.echo(spoken("init-key-kept", source=_source(config, KEY)))
        return
    file = sqlite_file(parse_url(load(config, os.environ, required=()).storage.url))
    place = config.parent / BESIDE[KEY]
    if file is not None and file.exists() and file.stat().st_size:
        raise Impossible(spoken("init-key-missing", path=str(file), place=str(place)))
    _write(place, f"{new_key()}\n")


def _database(settings: Settings) -> Path:
    """Made, unless it is there with its tables; the folder in which it is."""
    file = sqlite_file(parse_url(settings.storage.url))
    if file is not None and file.exists() and finish(pending(settings.storage.url)) != all_of():
        typer.echo(spoken("init-database-kept", path=str(file)))
        return file.absolute().parent
    finish(migrate(settings.storage.url))
    typer.echo(spoken("init-made", path=place_of(settings)))
    return file.absolute().parent if file is not None else Path.cwd()


def _beside(config: Path) -> Path:
    return config.absolute().parent / "backups"


def _backups(config: Path, settings: Settings) -> Path:
    """The folder of the backups; ours is made."""
    if settings.backup.folder and Path(settings.backup.folder) != _beside(config):
        return Path(settings.backup.folder).absolute()
    prepare_folder(_beside(config))
    return _beside(config)


def _units(config: Path, data: Path, backups: Path) -> None:
    program = Path(shutil.which("dabyl") or Path(sys.executable).with_name("dabyl"))
    who = "dabyl" if os.geteuid() == 0 else user()
    ours = Installation(program, config.absolute(), data, backups, who)
    for name in UNITS:
        _write(config.parent / name, unit_text(ours, name), 0o644)


def _write(path: Path, text: str, mode: int = 0o600) -> None:
    made = write_new(path, text, mode)
    typer.echo(spoken("init-written" if made else "init-kept", path=str(path)))


def _source(config: Path, secret: str) -> str:
    (source,) = sources_of(
        secret, with_files_beside(config.parent, os.environ)
    )  # more would be a mistake, told before
    return source.where if source.kind is SourceKind.FILE else spoken("init-from", name=source.name)


def _say_what_is_left(config: Path, name: str) -> None:
    """What nobody can do but the technician, with the commands to type."""
    folder, settings = config.absolute().parent, load(config, os.environ)
    to = "" if settings.backup.folder else f" --to {_beside(config)}"
    option = "" if config == DEFAULT else f" --config {shlex.quote(str(config))}"
    typer.echo("\n" + spoken("init-left"))
    steps = [
        spoken("init-copy-key", path=str(folder / BESIDE[KEY])),
        spoken("init-backup", command=f"dabyl backup --prove{to}{option}"),
        spoken("init-run", command=f"dabyl run{option}", name=name),
        spoken(
            "init-coordinator",
            example="dabyl example roster > roster.csv",
            **{"import": f"dabyl roster import roster.csv{option}"},
        ),
        spoken("init-channel", name=name),
        spoken("init-check", command=f"dabyl check{option}"),
    ]
    if os.geteuid() == 0:
        file = sqlite_file(parse_url(settings.storage.url))
        written = [config.absolute(), *(folder / name for name in (*BESIDE.values(), *UNITS))]
        ours = [*([file.absolute().parent] if file is not None else []), _beside(config)]
        paths = " ".join(shlex.quote(str(path)) for path in (*ours, *written) if path.exists())
        steps.insert(
            1, spoken("init-not-root", command=f"{USER_ADD}; chown -R dabyl: {paths}", folder=str(folder))
        )
    units = " ".join(str(folder / name) for name in UNITS)
    steps.append(f"sudo cp {units} {SYSTEMS}/ && sudo systemctl enable --now dabyl {TIMER}")
    for number, step in enumerate(steps, 1):
        typer.echo(f"{number}. {step}")
    typer.echo("\n" + spoken("init-signal"))
