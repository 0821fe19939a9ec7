"""The commands that exist: of the Makefile and of dabyl."""

import re
from importlib import import_module

import typer.main

from tests.project.tree import ROOT


def targets() -> set[str]:
    """The targets of the Makefile."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):(?!=)", text, re.MULTILINE))


def subcommands() -> dict[str, set[str]]:
    """Each subcommand of dabyl with the subcommands it has itself."""
    group = typer.main.get_command(import_module("bot.cli.main").app)
    commands = getattr(group, "commands", {})
    return {name: set(getattr(command, "commands", {})) for name, command in commands.items()}
