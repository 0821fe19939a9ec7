"""The command line. It starts fast: what a command needs is imported when that command runs (commands)."""

import io
import os
import resource
import sys
from importlib.metadata import version
from typing import Annotated

import typer

from bot.cli import output
from bot.cli.commands import Commands
from bot.cli.output import Quiet, Verbose

COMPLETE = "_DABYL_COMPLETE"  # set by what dabyl completion prints

HELP = """Dabyl, a rapid-alert bot for human rights organisations.

For the first time: dabyl init, dabyl run, dabyl roster import, dabyl check.

Secrets: DABYL_TELEGRAM_TOKEN and DABYL_KEY; also DABYL_HEARTBEAT_URL and DABYL_SUCCESSOR_TOKEN. Each comes from one place: \
the environment, a file (DABYL_KEY_FILE), a systemd credential (DABYL_KEY), or a command (DABYL_KEY_COMMAND). \
DABYL_CONFIG stands for --config.

Exit codes: 0 fine; 1 something outside is wrong (database, Telegram); 2 the configuration or the input is wrong."""

app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    help=HELP,
    pretty_exceptions_enable=False,  # they would print variables, and among these are secrets
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dabyl {version('dabyl')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """What stands before a command."""
    output.choose_loudness(quiet=quiet, verbose=verbose)


def leave_no_core() -> None:
    """A process that is killed by a defect writes no picture of its memory, in which the key is, to a disk."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def write_what_the_terminal_cannot_show() -> None:
    """As an escape, where the terminal knows fewer letters than names have: no command ends over one."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def main() -> None:
    """The entry point of the command ``dabyl``."""
    leave_no_core()
    write_what_the_terminal_cannot_show()
    if COMPLETE in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
    app(prog_name="dabyl")
