"""``dabyl emergency``: a phone, a token or a machine is in other hands. On a terminal it asks what has happened and leads
through the card line by line; each step is also a command of its own.

The card is that of docs/run/security.md; a test compares the two, and another plays every line.
"""

import logging
import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct
from typer.core import TyperGroup

from bot.cli.session import DEFAULT, Config, Json, finish, quiet_logs, settings_of
from bot.config.settings import KEY, REQUIRED, TOKEN
from bot.config.speech import spoken


class Emergency(StrEnum):
    """What is in other hands."""

    TOKEN = "token"
    SERVER = "server"
    COPY = "copy"
    PHONE = "phone"
    BOT = "bot"


class CardLine(Struct, frozen=True):
    """One step. ``key``: its sentence, in console.ftl; ``command``: what does it, if a machine can."""

    key: str
    command: str = ""

    @property
    def says(self) -> str:
        """In the language of the terminal."""
        return spoken(self.key)


STEPS: dict[Emergency, tuple[str, ...]] = {
    Emergency.TOKEN: (
        "dabyl emergency token",
        "",
        "systemctl restart dabyl",
        "",
        "dabyl emergency resume",
    ),
    Emergency.SERVER: (
        "",
        "",
        "",
        "dabyl restore FILE",
        "dabyl keys rotate",
        "dabyl emergency silence",
        "dabyl emergency succeed",
        "dabyl emergency resume",
        "dabyl emergency receipts",
        "dabyl emergency steps",
    ),
    Emergency.COPY: (
        "dabyl keys rotate",
        "dabyl keys list",
    ),
    Emergency.PHONE: (
        "dabyl emergency phone NAME",
        "",
        "dabyl roster unhide NAME",
    ),
    Emergency.BOT: (
        "systemctl stop dabyl",
        "dabyl emergency succeed",
        "systemctl start dabyl",
        "dabyl emergency receipts",
    ),
}


CARD = {
    emergency: tuple(
        CardLine(f"emergency-{emergency}-{number}", command)
        for number, command in enumerate(commands, start=1)
    )
    for emergency, commands in STEPS.items()
}


def title_of(emergency: Emergency) -> str:
    """What has happened."""
    return spoken(f"emergency-{emergency}")


OURS = "dabyl "


def on_terminal() -> bool:
    """Whether somebody is there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def lead_through_card(config: Path) -> None:
    """Every line can be left out; what was done is told at the end, and where it is broken off."""
    lines = CARD[_happened()]
    done: list[bool] = []
    try:
        for number, line in enumerate(lines, start=1):
            typer.echo("\n" + spoken("emergency-step", number=number, count=len(lines), says=line.says))
            done.append(_by_us(line, config) if line.command.startswith(OURS) else _by_hand(line))
    finally:
        _tell(lines, done)


def _happened() -> Emergency:
    pages = list(CARD)
    typer.echo(spoken("emergency-asked"))
    for number, page in enumerate(pages, start=1):
        typer.echo(f"  {number}. {title_of(page)}")
    while True:
        answer = typer.prompt(spoken("emergency-number"))
        if answer.isdecimal() and 1 <= int(answer) <= len(pages):
            return pages[int(answer) - 1]
        typer.echo(spoken("emergency-among", count=len(pages)))


def _by_hand(line: CardLine) -> bool:
    if line.command:
        typer.echo(f"     {line.command}")
    return typer.confirm(spoken("emergency-by-hand"), default=True)


def _by_us(line: CardLine, config: Path) -> bool:
    """Run, and once more where it failed, until it is done or left out."""
    typer.echo(f"     {line.command}")
    question = spoken("emergency-by-us")
    while typer.confirm(question, default=True):
        words = [typer.prompt(word) if word.isupper() else word for word in line.command.split()[1:]]
        if run_dabyl([*words, "--config", str(config)]) == 0:
            return True
        question = spoken("emergency-again")
    return False


def run_dabyl(words: Sequence[str]) -> int:
    """A command of this program, on this terminal; how it ended."""
    return subprocess.run([sys.executable, "-m", "bot", *words], check=False).returncode


def _tell(lines: Sequence[CardLine], done: Sequence[bool]) -> None:
    typer.echo("\n" + spoken("emergency-told"))
    for number, line in enumerate(lines):
        mark = "unreached" if number >= len(done) else "done" if done[number] else "left"
        typer.echo(f"  {spoken(f'emergency-{mark}'):<11} {number + 1}. {line.says}")
    typer.echo(spoken("emergency-later"))


app = typer.Typer(
    invoke_without_command=True,
    help="The bot's token, a member's phone or the server is in other hands: what to do, and each step of it.",
)
Who = Annotated[str, typer.Argument(help="The name or the id of the member, as dabyl roster list shows.")]
Sure = Annotated[bool, typer.Option("--yes", help="Do not ask once more.")]


@app.callback()
def guided(context: typer.Context, config: Config = DEFAULT) -> None:
    """The bot's token, a member's phone or the server is in other hands: what to do, and each step of it."""

    if context.invoked_subcommand is not None:
        _give(context, config)
    elif on_terminal():
        lead_through_card(config)
    else:
        card()


def _give(context: typer.Context, config: Path) -> None:
    """A --config before the step's name is that of the step, unless one stands behind it."""
    assert isinstance(context.command, TyperGroup)
    steps = context.command.commands.values()
    for option in (param for step in steps for param in step.params if param.name == "config"):
        option.default, option.envvar = config, None


@app.command()
def card(
    happened: Annotated[
        Emergency | None, typer.Argument(help="What has happened; all of it if left out.")
    ] = None,
) -> None:
    """Print what to do, step by step, with the command of each step. It needs nothing but this program."""
    for emergency in Emergency if happened is None else (happened,):
        typer.echo(f"{title_of(emergency)} (dabyl emergency card {emergency})")
        for number, line in enumerate(CARD[emergency], start=1):
            typer.echo(f"  {number}. {line.says}")
            if line.command:
                typer.echo(f"     {line.command}")
        typer.echo("")


@app.command()
def silence(config: Config = DEFAULT) -> None:
    """From now on the bot sends only one sentence with the hotline, to anyone who writes. A running bot obeys at once."""
    from bot.cli import emergency_steps as work

    quiet_logs(logging.WARNING)
    finish(work.begin_silence(settings_of(config, required=(KEY,))))


@app.command()
def resume(config: Config = DEFAULT) -> None:
    """The silence ends: what has waited leaves."""
    from bot.cli import emergency_steps as work

    quiet_logs(logging.WARNING)
    finish(work.end_silence(settings_of(config, required=(KEY,))))


@app.command()
def token(
    config: Config = DEFAULT,
    log_out: Annotated[
        bool,
        typer.Option("--log-out", help="First: nobody can use the token for ten minutes, the bot neither."),
    ] = False,
) -> None:
    """The token is in other hands: silence, no webhook of theirs, the new token from BotFather checked and written."""
    from bot.cli import emergency_steps as work

    quiet_logs(logging.WARNING)
    finish(work.replace_token(settings_of(config, required=REQUIRED), log_out=log_out))


@app.command()
def phone(who: Who, config: Config = DEFAULT) -> None:
    """A member's phone is in other hands: the chat is emptied, the membership ends, coordinators know whom to ring."""
    from bot.cli import emergency_steps as work

    quiet_logs(logging.WARNING)
    finish(work.take_off_phone(settings_of(config, required=(KEY,)), who))


@app.command()
def announce(config: Config = DEFAULT) -> None:
    """Tell members of the second bot; each confirms by a tap, and coordinators learn who has not."""
    from bot.cli import emergency_steps as work

    quiet_logs(logging.WARNING)
    finish(work.announce_successor(settings_of(config, required=(KEY,))))


@app.command()
def receipts(config: Config = DEFAULT, as_json: Json = False) -> None:
    """Who has not confirmed the second bot yet; after it has succeeded: who has not pressed start there."""
    from bot.cli import emergency_steps as work

    quiet_logs(logging.WARNING)
    finish(work.show_receipts(settings_of(config, required=(KEY,)), as_json=as_json))


@app.command()
def succeed(config: Config = DEFAULT, sure: Sure = False) -> None:
    """The second bot writes in place of the first, on the same database. The bot must be stopped."""
    from bot.cli import emergency_steps as work

    quiet_logs(logging.WARNING)
    finish(work.put_successor_in_place(settings_of(config, required=(KEY, TOKEN)), sure=sure))


@app.command()
def steps(config: Config = DEFAULT, as_json: Json = False) -> None:
    """What was done, and when: the organisation's lawyer will need it."""
    from bot.cli import emergency_steps as work

    finish(work.list_steps(settings_of(config, required=(KEY,)), as_json=as_json))
