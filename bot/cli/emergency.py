"""``dabyl emergency``: something of ours is in other hands. Guided, or each step alone. The work is in in_other_hands."""

import logging
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from bot.cli.emergency_card import CARD, Happened
from bot.cli.session import DEFAULT, Config, Json, finish, quiet_logs, settings_of
from bot.config.settings import KEY, REQUIRED, TOKEN

app = typer.Typer(
    invoke_without_command=True,
    help="The bot's token, a member's phone or the server is in other hands: what to do, and each step of it.",
)
Who = Annotated[str, typer.Argument(help="The name or the id of the member, as dabyl roster list shows.")]
Sure = Annotated[bool, typer.Option("--yes", help="Do not ask once more.")]


@app.callback()
def guided(context: typer.Context, config: Config = DEFAULT) -> None:
    """The bot's token, a member's phone or the server is in other hands: what to do, and each step of it."""
    from bot.cli import emergency_walk

    if context.invoked_subcommand is not None:
        _give(context, config)
    elif emergency_walk.on_terminal():
        emergency_walk.walk(config)
    else:
        card()


def _give(context: typer.Context, config: Path) -> None:
    """A --config before the step's name is that of the step, unless one stands behind it."""
    assert isinstance(context.command, TyperGroup)
    steps = context.command.commands.values()
    for option in (one for step in steps for one in step.params if one.name == "config"):
        option.default, option.envvar = config, None


@app.command()
def card(
    happened: Annotated[
        Happened | None, typer.Argument(help="What has happened; all of it if left out.")
    ] = None,
) -> None:
    """Print what to do, step by step, with the command of each step. It needs nothing but this program."""
    for one in Happened if happened is None else (happened,):
        typer.echo(f"{CARD[one].title} (dabyl emergency card {one})")
        for number, line in enumerate(CARD[one].lines, start=1):
            typer.echo(f"  {number}. {line.says}")
            if line.command:
                typer.echo(f"     {line.command}")
        typer.echo("")


@app.command()
def silence(config: Config = DEFAULT) -> None:
    """Nothing leaves any more but one sentence with the hotline, to whoever writes. A running bot obeys at once."""
    from bot.cli import in_other_hands as work

    quiet_logs(logging.WARNING)
    finish(work.silence(settings_of(config, required=(KEY,))))


@app.command()
def resume(config: Config = DEFAULT) -> None:
    """The silence ends: what has waited leaves."""
    from bot.cli import in_other_hands as work

    quiet_logs(logging.WARNING)
    finish(work.resume(settings_of(config, required=(KEY,))))


@app.command()
def token(
    config: Config = DEFAULT,
    log_out: Annotated[
        bool,
        typer.Option("--log-out", help="First: nobody can use the token for ten minutes, the bot neither."),
    ] = False,
) -> None:
    """The token is in other hands: silence, no webhook of theirs, the new token from BotFather checked and written."""
    from bot.cli import in_other_hands as work

    quiet_logs(logging.WARNING)
    finish(work.token(settings_of(config, required=REQUIRED), log_out=log_out))


@app.command()
def phone(who: Who, config: Config = DEFAULT) -> None:
    """A member's phone is in other hands: the chat is emptied, the membership ends, coordinators know whom to ring."""
    from bot.cli import in_other_hands as work

    quiet_logs(logging.WARNING)
    finish(work.phone(settings_of(config, required=(KEY,)), who))


@app.command()
def announce(config: Config = DEFAULT) -> None:
    """Tell members of the second bot; each confirms by a tap, and coordinators learn who has not."""
    from bot.cli import successor as work

    quiet_logs(logging.WARNING)
    finish(work.announce(settings_of(config, required=(KEY,))))


@app.command()
def receipts(config: Config = DEFAULT, as_json: Json = False) -> None:
    """Who has not confirmed the second bot yet; after it has succeeded: who has not pressed start there."""
    from bot.cli import successor as work

    quiet_logs(logging.WARNING)
    finish(work.receipts(settings_of(config, required=(KEY,)), as_json=as_json))


@app.command()
def succeed(config: Config = DEFAULT, sure: Sure = False) -> None:
    """The second bot writes in place of the first, on the same database. The bot must be stopped."""
    from bot.cli import successor as work

    quiet_logs(logging.WARNING)
    finish(work.succeed(settings_of(config, required=(KEY, TOKEN)), sure=sure))


@app.command()
def steps(config: Config = DEFAULT, as_json: Json = False) -> None:
    """What was done, and when: the organisation's lawyer will need it."""
    from bot.cli import in_other_hands as work

    finish(work.steps(settings_of(config, required=(KEY,)), as_json=as_json))
