"""Files to begin with come out of the program itself: whoever has only installed it has no repository."""

import pytest

from tests.cli.command import dabyl
from tests.project.tree import ROOT


@pytest.mark.parametrize(
    ("which", "file"),
    [
        ("config", "config.example.toml"),
        ("roster", "roster.example.csv"),
        ("stations", "stations.example.csv"),
        ("unit", "bot/examples/dabyl.service"),
        ("prometheus-alerts", "bot/examples/prometheus-alerts.yaml"),
        ("grafana-dashboard", "bot/examples/grafana-dashboard.json"),
        ("compose", "bot/examples/compose.yaml"),
        ("cell-backup", "bot/examples/dabyl-backup@.service"),
        ("cell-timer", "bot/examples/dabyl-backup@.timer"),
        ("compose-postgres", "bot/examples/compose.postgres.yaml"),
        ("compose-signal", "bot/examples/compose.signal.yaml"),
        ("compose-standby", "bot/examples/compose.standby.yaml"),
        ("standby", "bot/examples/dabyl-standby.conf"),
        ("signal-cli", "bot/examples/signal-cli.service"),
    ],
)
def test_an_example_is_printed_as_it_stands_in_the_repository(which: str, file: str) -> None:
    ended = dabyl("example", which)
    assert (ended.code, ended.out) == (0, (ROOT / file).read_text("utf-8"))
