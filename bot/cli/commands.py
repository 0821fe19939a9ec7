"""The commands of ``dabyl`` by name, each with its sentence; the module of one is imported when it runs, and no other.

A new command is a line here and a module of its name (``-`` becomes ``_``) that has either ``command``, the function that
runs, or ``app``, a Typer of several commands. One that stands in another
module is also a line of ELSEWHERE; those of the playground stand above this room, so nothing here imports them.
"""

import gc
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from bot.cli import output

COMMANDS = {
    "init": "Set up: asks five things, tests each, writes configuration, key, token and unit, and makes the database.",
    "example": "Print a file to begin with: dabyl example config > config.toml.",
    "keys": "The keys that seal names, numbers and words: make one, list them, rotate them while the bot runs.",
    "emergency": "The bot's token, a member's phone or the server is in other hands: what to do, and each step of it.",
    "signal": "The account at Signal: register or link it, protect it, and solve what Signal asks.",
    "migrate": "Create the database, or bring it to this version.",
    "check": "Check the configuration; with the secrets also the database, Telegram, Signal, the channel and every member.",
    "status": "Show how it stands, in figures.",
    "explain": "Explain an alarm: what the bot says to administrators, what it means, and what to do.",
    "run": "Run the bot until it is told to stop (Ctrl+C, SIGTERM).",
    "roster": "Who is on the roster: lawyers, coordinators, the escalation list.",
    "test-alert": "Send a member an example of an alert, with its sound, and wait until a button is pressed.",
    "parked": "List the updates and timers that nothing could handle: number, time, error; never what somebody wrote.",
    "digest": "Print a day's digest as it would be posted now, and the coordinators' part.",
    "policy": "Who is asked about a case, who is not, and why.",
    "audit": "The histories of the cases: whether they are whole, and what stands in them.",
    "sheets": "Write a sheet for each of the people that Dabyl is for, as DOCX to print.",
    "paper": "What is written to authorities, courts and the UN: its templates, and how you change them.",
    "export": "Export the cases as JSON, CSV, a workbook, for Uwazi, and by days, in one archive: without names.",
    "unseal": "Open a sealed export: a ZIP that anybody can read.",
    "witness": "Compare the lines of the days that partners have kept with those of an export: no key, no network.",
    "backup": "Write everything into one sealed file: rows and files of one moment.",
    "restore": "Bring a backup back into the configured database, which must be new, while no bot runs on it.",
    "purge": "Remove for good what is over its term (docs/run/retention.md).",
    "storage": "Bring the database to another place, or go back to the old one.",
    "completion": 'Print what your shell reads to complete what you type: eval "$(dabyl completion bash)" in ~/.bashrc.',
    "man": "Print the manual page, in roff: dabyl man > dabyl.1.",
    "demo": "Play September 2018 on a local Bot API server, with the real bot: no token, no internet.",
    "playground": "Try everything in a browser: phones side by side, the real bot behind them.",
}

ELSEWHERE = {
    "migrate": ("bot.cli.storage", "migrate_database"),
    "parked": ("bot.cli.status", "list_parked"),
    "example": ("bot.cli.printouts", "print_example"),
    "unseal": ("bot.cli.export", "unseal_export"),
    "completion": ("bot.cli.printouts", "print_completion"),
    "man": ("bot.cli.printouts", "print_man_page"),
    "demo": ("playground.cli", "demo"),
    "playground": ("playground.cli", "playground"),
}


class Commands(TyperGroup):
    """Lists all of them; knows more of one only when it is called."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for name, sentence in COMMANDS.items():
            self.add_command(TyperCommand(name, short_help=sentence))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that was typed, in full; one that does not exist ends in a sentence."""
        name, found, rest = super().resolve_command(ctx, args)
        return name, load_command(name) if found is not None and name is not None else None, rest


def load_command(name: str) -> TyperCommand | TyperGroup:
    """A command with its options, or a group with its commands. Imports its module."""
    place, function = ELSEWHERE.get(name, (f"bot.cli.{name.replace('-', '_')}", ""))
    module = _imported(place)
    several = getattr(module, "app", None) if not function else None
    if several is None:
        found = _command(name, getattr(module, function or "command"))
        found.params += _everywhere()
        return found
    group: TyperGroup = typer.main.get_group(several)
    for command in group.commands.values():
        command.params += _everywhere()
    return group


def _imported(name: str) -> ModuleType:
    """The module. What an import makes stays, so nobody looks through it for garbage: that took a sixth of a start."""
    gc.disable()
    try:
        return import_module(name)
    finally:
        gc.freeze()
        gc.enable()


def _everywhere() -> list[Any]:
    """The options that each command has without saying so."""
    return _command("", output.loudness_options).params


def _command(name: str, function: Callable[..., Any]) -> TyperCommand:
    app = typer.Typer(add_completion=False)
    app.command(name)(function)
    found = typer.main.get_command(app)
    assert isinstance(found, TyperCommand)  # of one function
    return found
