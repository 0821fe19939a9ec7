"""``dabyl completion``: what lets a shell complete commands, options and files."""

from enum import StrEnum
from typing import Annotated

import typer
from typer.completion import get_completion_script  # type: ignore[attr-defined]


class Shell(StrEnum):
    """Those that are known."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def command(shell: Annotated[Shell, typer.Argument(help="Which shell.")]) -> None:
    """Print what your shell reads to complete what you type: eval "$(dabyl completion bash)" in ~/.bashrc."""
    typer.echo(get_completion_script(prog_name="dabyl", complete_var="_DABYL_COMPLETE", shell=shell.value))
