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


FILES = {
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


def command(which: Annotated[Example, typer.Argument(help="Which file.")]) -> None:
    """Print a file to begin with: dabyl example config > config.toml.

    config, roster, stations; unit, backup, timer and signal-cli for systemd, standby for one of two machines, cell,
    cell-backup and cell-timer for one bot an organisation; compose for containers, with compose-postgres, compose-signal
    and compose-standby beside it.
    """
    typer.echo(files("bot.examples").joinpath(FILES[which]).read_bytes(), nl=False)
