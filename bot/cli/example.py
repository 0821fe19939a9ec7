"""``dabyl example``: files to begin with, for whoever has only installed the program."""

from enum import StrEnum
from importlib.resources import files
from typing import Annotated

import typer


class Example(StrEnum):
    """Files to begin with."""

    CONFIG = "config"
    ROSTER = "roster"
    STATIONS = "stations"
    UNIT = "unit"
    PROMETHEUS_ALERTS = "prometheus-alerts"
    GRAFANA_DASHBOARD = "grafana-dashboard"
    CELL = "cell"
    BACKUP = "backup"
    TIMER = "timer"
    COMPOSE = "compose"
    COMPOSE_SIGNAL = "compose-signal"
    SIGNAL_CLI = "signal-cli"


FILES = {
    Example.CONFIG: "config.example.toml",
    Example.ROSTER: "roster.example.csv",
    Example.STATIONS: "stations.example.csv",
    Example.UNIT: "dabyl.service",
    Example.PROMETHEUS_ALERTS: "prometheus-alerts.yaml",
    Example.GRAFANA_DASHBOARD: "grafana-dashboard.json",
    Example.CELL: "dabyl@.service",
    Example.BACKUP: "dabyl-backup.service",
    Example.TIMER: "dabyl-backup.timer",
    Example.COMPOSE: "compose.yaml",
    Example.COMPOSE_SIGNAL: "compose.signal.yaml",
    Example.SIGNAL_CLI: "signal-cli.service",
}


def command(which: Annotated[Example, typer.Argument(help="Which file.")]) -> None:
    """Print a file to begin with: dabyl example config > config.toml.

    config, roster, stations; unit, cell (one bot an organisation), backup, timer and signal-cli for systemd; compose and
    compose-signal for containers.
    """
    typer.echo(files("bot.examples").joinpath(FILES[which]).read_bytes(), nl=False)
