"""``dabyl emergency``: a phone, a token or a machine is in other hands. On a terminal it asks what has happened and leads
through the card line by line; each step is also a command of its own.

The card is that of docs/security.md; a test compares the two, and another plays every line.
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


class Emergency(StrEnum):
    """What is in other hands."""

    TOKEN = "token"
    SERVER = "server"
    COPY = "copy"
    PHONE = "phone"
    BOT = "bot"


class CardLine(Struct, frozen=True):
    """One step. ``command``: what does it, if a machine can."""

    says: str
    command: str = ""


class CardPage(Struct, frozen=True):
    """What has happened, and what to do."""

    title: str
    lines: tuple[CardLine, ...]


CARD = {
    Emergency.TOKEN: CardPage(
        "The bot's token is known to somebody else",
        (
            CardLine(
                "Silence, and no webhook of theirs; then the new token is asked for.", "dabyl emergency token"
            ),
            CardLine(
                "In BotFather: /revoke, choose the bot, give the command the new token. From then on the old one is dead."
            ),
            CardLine("Restart the bot with the new token.", "systemctl restart dabyl"),
            CardLine("Ask by phone whoever reported in the last 24 hours whether they got strange messages."),
            CardLine("What waited leaves.", "dabyl emergency resume"),
        ),
    ),
    Emergency.SERVER: CardPage(
        "The server is taken, or somebody else was on it",
        (
            CardLine(
                "In BotFather, at once, from any phone: /revoke. Nobody can then use the bot, you neither."
            ),
            CardLine(
                "Warn by phone the lawyers, then the people in open cases, then the reporters: all is read."
            ),
            CardLine(
                "The coordinators leave the digest channel and delete it; open a new one with a new invitation."
            ),
            CardLine(
                "On a new server: its key in the file key, dabyl init with the new token, then the newest clean backup.",
                "dabyl restore FILE",
            ),
            CardLine("A new key; the old one may be in other hands.", "dabyl keys rotate"),
            CardLine("Before it runs: silence, until you know who is who.", "dabyl emergency silence"),
            CardLine(
                "Where the bot itself is lost, and not its token alone: the second bot.",
                "dabyl emergency succeed",
            ),
            CardLine("Start it, and let it speak.", "dabyl emergency resume"),
            CardLine("Who has not pressed start or confirmed is rung.", "dabyl emergency receipts"),
            CardLine("What was done when: the organisation's lawyer will need it.", "dabyl emergency steps"),
        ),
    ),
    Emergency.COPY: CardPage(
        "Only a copy of the database or a backup is taken (and surely not the key)",
        (
            CardLine(
                "Exchange the key: names, phones, words and places in the copy stay unreadable.",
                "dabyl keys rotate",
            ),
            CardLine("Which keys old backups need, and that everything has the new one.", "dabyl keys list"),
        ),
    ),
    Emergency.PHONE: CardPage(
        "A member's phone is taken",
        (
            CardLine(
                "The chat is emptied, the membership ends, their cases are offered to others.",
                "dabyl emergency phone NAME",
            ),
            CardLine("A coordinator rings the people in those cases, and decides who must be warned."),
            CardLine(
                "When the phone is back: bring the chat back, and the member by an import.",
                "dabyl roster unhide NAME",
            ),
        ),
    ),
    Emergency.BOT: CardPage(
        "The bot or its account is gone, and the second one has to take its place",
        (
            CardLine("Stop the bot.", "systemctl stop dabyl"),
            CardLine(
                "The second bot writes from now on; everybody has to press start there.",
                "dabyl emergency succeed",
            ),
            CardLine("Start the bot.", "systemctl start dabyl"),
            CardLine("Coordinators ring whoever has not pressed start.", "dabyl emergency receipts"),
        ),
    ),
}


OURS = "dabyl "


def on_terminal() -> bool:
    """Whether somebody is there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def lead_through_card(config: Path) -> None:
    """Every line can be left out; what was done is told at the end, and where it is broken off."""
    lines = CARD[_happened()].lines
    done: list[bool] = []
    try:
        for number, line in enumerate(lines, start=1):
            typer.echo(f"\n{number} of {len(lines)}. {line.says}")
            done.append(_by_us(line, config) if line.command.startswith(OURS) else _by_hand(line))
    finally:
        _tell(lines, done)


def _happened() -> Emergency:
    pages = list(CARD)
    typer.echo("What has happened? Before anything else, if people are in danger: ring them.")
    for number, page in enumerate(pages, start=1):
        typer.echo(f"  {number}. {CARD[page].title}")
    while True:
        answer = typer.prompt("Number")
        if answer.isdecimal() and 1 <= int(answer) <= len(pages):
            return pages[int(answer) - 1]
        typer.echo(f"One of 1 to {len(pages)}.")


def _by_hand(line: CardLine) -> bool:
    if line.command:
        typer.echo(f"     {line.command}")
    return typer.confirm("Done? (No: left out)", default=True)


def _by_us(line: CardLine, config: Path) -> bool:
    """Run, and once more where it failed, until it is done or left out."""
    typer.echo(f"     {line.command}")
    question = "Run it now? (No: left out)"
    while typer.confirm(question, default=True):
        words = [typer.prompt(word) if word.isupper() else word for word in line.command.split()[1:]]
        if run_dabyl([*words, "--config", str(config)]) == 0:
            return True
        question = "That did not work. Once more? (No: left out)"
    return False


def run_dabyl(words: Sequence[str]) -> int:
    """A command of this program, on this terminal; how it ended."""
    return subprocess.run([sys.executable, "-m", "bot", *words], check=False).returncode


def _tell(lines: Sequence[CardLine], done: Sequence[bool]) -> None:
    typer.echo("\nWhat was done:")
    for number, line in enumerate(lines):
        mark = "not reached" if number >= len(done) else "done" if done[number] else "LEFT OUT"
        typer.echo(f"  {mark:<11} {number + 1}. {line.says}")
    typer.echo(
        "Whatever is not done can be done later: dabyl emergency card; what this program did: dabyl emergency steps."
    )


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
        typer.echo(f"{CARD[emergency].title} (dabyl emergency card {emergency})")
        for number, line in enumerate(CARD[emergency].lines, start=1):
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
