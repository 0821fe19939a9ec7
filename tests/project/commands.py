"""The commands that exist: of the Makefile and of dabyl."""

import re

from bot.cli.commands import COMMANDS, load_command
from tests.project.tree import ROOT


def targets() -> set[str]:
    """The targets of the Makefile."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):(?!=)", text, re.MULTILINE))


def subcommands() -> dict[str, set[str]]:
    """Each subcommand of dabyl with the subcommands it has itself."""
    return {name: set(getattr(load_command(name), "commands", {})) for name in COMMANDS}
