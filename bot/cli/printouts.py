"""What the program prints for use elsewhere.

``dabyl completion``: the script that lets a shell complete commands, options and files.
``dabyl example``: files to begin with, for a technician who has installed the program and has nothing else.
``dabyl man``: the manual page, made from the commands themselves.
"""

from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from typing import Annotated, Any

import typer
from typer.completion import get_completion_script  # type: ignore[attr-defined]

from bot.cli import main
from bot.cli.commands import COMMANDS, load_command


class Shell(StrEnum):
    """Those that are known."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def print_completion(shell: Annotated[Shell, typer.Argument(help="Which shell.")]) -> None:
    """Print what your shell reads to complete what you type: eval "$(dabyl completion bash)" in ~/.bashrc."""
    typer.echo(get_completion_script(prog_name="dabyl", complete_var="_DABYL_COMPLETE", shell=shell.value))


class Example(StrEnum):
    """Files to begin with."""

    CONFIG = "config"
    ROSTER = "roster"
    STATIONS = "stations"
    UNIT = "unit"
    PROMETHEUS_ALERTS = "prometheus-alerts"
    GRAFANA_DASHBOARD = "grafana-dashboard"
    STANDBY = "standby"
    CELL = "cell"
    BACKUP = "backup"
    TIMER = "timer"
    CELL_BACKUP = "cell-backup"
    CELL_TIMER = "cell-timer"
    COMPOSE = "compose"
    COMPOSE_POSTGRES = "compose-postgres"
    COMPOSE_SIGNAL = "compose-signal"
    COMPOSE_STANDBY = "compose-standby"
    SIGNAL_CLI = "signal-cli"


EXAMPLE_FILES = {
    Example.CONFIG: "config.example.toml",
    Example.ROSTER: "roster.example.csv",
    Example.STATIONS: "stations.example.csv",
    Example.UNIT: "dabyl.service",
    Example.PROMETHEUS_ALERTS: "prometheus-alerts.yaml",
    Example.GRAFANA_DASHBOARD: "grafana-dashboard.json",
    Example.STANDBY: "dabyl-standby.conf",
    Example.CELL: "dabyl@.service",
    Example.BACKUP: "dabyl-backup.service",
    Example.TIMER: "dabyl-backup.timer",
    Example.CELL_BACKUP: "dabyl-backup@.service",
    Example.CELL_TIMER: "dabyl-backup@.timer",
    Example.COMPOSE: "compose.yaml",
    Example.COMPOSE_POSTGRES: "compose.postgres.yaml",
    Example.COMPOSE_SIGNAL: "compose.signal.yaml",
    Example.COMPOSE_STANDBY: "compose.standby.yaml",
    Example.SIGNAL_CLI: "signal-cli.service",
}


def print_example(which: Annotated[Example, typer.Argument(help="Which file.")]) -> None:
    """Print a file to begin with: dabyl example config > config.toml.

    config, roster, stations; unit, backup, timer and signal-cli for systemd, standby for one of two machines, cell,
    cell-backup and cell-timer for one bot an organisation; compose for containers, with compose-postgres, compose-signal
    and compose-standby beside it.
    """
    typer.echo(files("bot.examples").joinpath(EXAMPLE_FILES[which]).read_bytes(), nl=False)


HIDDEN = ("--help",)
OF_ALL = ("--quiet", "--verbose")
MAN_FILES = {
    "config.toml": "The configuration, in the folder where dabyl is started unless --config or DABYL_CONFIG names another.",
    "/var/lib/dabyl": "The folder of an installation: config.toml, token, key, the database and files in data, and backups.",
}


def print_man_page() -> None:
    """Print the manual page, in roff: dabyl man > dabyl.1."""
    typer.echo(man_page().encode(), nl=False)


def man_page() -> str:
    """The whole page. It has neither a date nor a version, so that it changes when a command does."""
    return "\n".join([*_manual_lines(), ""])


def _manual_lines() -> Iterator[str]:
    first, *rest = main.HELP.split("\n\n")
    name, _, what = first.partition(", ")
    yield from ('.TH DABYL 1 "" "" "Dabyl"', ".SH NAME", rf"{name.lower()} \- {_roff_text(what.rstrip('.'))}")
    yield from (
        ".SH SYNOPSIS",
        r".B dabyl",
        r"[\-q] [\-v] \fICOMMAND\fR [\fIARGUMENTS\fR]",
        ".SH DESCRIPTION",
    )
    for paragraph in rest:
        yield from (".PP", _roff_text(paragraph))
    yield from (".SH OPTIONS", r"\-q and \-v may stand behind a command too.")
    dabyl = typer.main.get_command(main.app)
    for param in dabyl.params:
        yield from _option(param, dabyl)
    yield ".SH COMMANDS"
    for command in COMMANDS:
        found = load_command(command)
        several = getattr(found, "commands", None)
        if several is None:
            yield from _command(f"dabyl {command}", found)
            continue
        yield from (f".SS dabyl {_roff_text(command)}", _roff_text(COMMANDS[command]))
        for inner, part in several.items():
            yield from _command(f"dabyl {command} {inner}", part)
    yield ".SH FILES"
    for file, text in MAN_FILES.items():
        yield from (".TP", f".I {file}", _roff_text(text))
    yield from (".SH SEE ALSO", "docs/run/operations.md of the project.")


def _command(title: str, found: Any) -> Iterator[str]:
    arguments = [param for param in found.params if param.param_type_name == "argument"]
    named = [param.metavar or (param.name or "").upper() for param in arguments]
    yield f".SS {_roff_text(' '.join([title, *named]))}"
    for paragraph in (found.help or "").split("\n\n"):
        yield from (".PP", _roff_text(paragraph))
    for param in found.params:
        if not {*HIDDEN, *OF_ALL} & {*param.opts}:
            yield from _option(param, found)


def _option(param: Any, found: Any) -> Iterator[str]:
    record = param.get_help_record(typer.Context(found))
    if record is None:
        return
    names, text = record
    yield from (".TP", rf"\fB{_roff_text(names)}\fR", _roff_text(text))


def _roff_text(text: str) -> str:
    """As roff reads it: no line begins with a dot or a quote, hyphens are those that can be copied."""
    plain = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain
