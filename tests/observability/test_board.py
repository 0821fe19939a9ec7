"""The board and the alert rules ask for metrics that there are, and nothing else."""

import json
import re
from typing import Any

import pytest
import yaml

from bot.observability.metrics import METRICS
from core.traffic import Lane
from tests.project.tree import ROOT

BOARD = json.loads((ROOT / "bot/examples/grafana-dashboard.json").read_text(encoding="utf-8"))
ALERTS = yaml.safe_load((ROOT / "bot/examples/prometheus-alerts.yaml").read_text(encoding="utf-8"))
RULES: list[dict[str, Any]] = [rule for group in ALERTS["groups"] for rule in group["rules"]]
SHOWN = [target["expr"] for panel in BOARD["panels"] for target in panel["targets"]]
NAMES = {metric.name for metric in METRICS}
OF_PROMETHEUS = {"up"}
NAME = re.compile(r"\b(?:dabyl|process)_[a-z_]+\b|\bup\b")


def named(expression: str) -> set[str]:
    """The metrics that an expression asks for."""
    return set(NAME.findall(re.sub(r'"[^"]*"', "", expression)))


def test_every_metric_that_is_asked_for_exists() -> None:
    asked = {name for expression in [*SHOWN, *(rule["expr"] for rule in RULES)] for name in named(expression)}
    asked |= named(BOARD["annotations"]["list"][0]["expr"])
    assert asked - NAMES - OF_PROMETHEUS == set()


def test_the_board_shows_every_figure() -> None:
    shown = {name for expression in SHOWN for name in named(expression)}
    assert NAMES - shown == {"dabyl_info", "dabyl_database_answers"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["alert"])
def test_a_rule_says_what_it_is_and_what_to_do(rule: dict[str, Any]) -> None:
    assert set(rule) - {"for"} == {"alert", "expr", "labels", "annotations"}
    assert rule["labels"]["severity"] in ("page", "ticket")
    assert set(rule["annotations"]) == {"summary", "action"}
    assert named(rule["expr"])
    assert rule["expr"].count("(") == rule["expr"].count(")")


def test_the_lanes_of_the_rules_are_lanes() -> None:
    (lanes,) = (re.findall(r'lane=~"([a-z|]+)"', rule["expr"]) for rule in RULES if "lane=~" in rule["expr"])
    assert set(lanes[0].split("|")) == {lane.name.lower() for lane in Lane if lane <= Lane.ALERT}


def test_panels_have_their_own_places_and_a_sentence() -> None:
    taken = [
        (x, y)
        for panel in BOARD["panels"]
        for x in range(panel["gridPos"]["x"], panel["gridPos"]["x"] + panel["gridPos"]["w"])
        for y in range(panel["gridPos"]["y"], panel["gridPos"]["y"] + panel["gridPos"]["h"])
    ]
    assert len(taken) == len(set(taken))
    assert all(x < 24 for x, _ in taken)
    assert all(panel["description"] for panel in BOARD["panels"])
    assert len({panel["id"] for panel in BOARD["panels"]}) == len(BOARD["panels"])


@pytest.mark.parametrize(
    "metric", ["alerts_waiting", "clocks_over", "backup_age_seconds", "backup_proof_age_seconds", "silent"]
)
def test_a_rule_calls_somebody_for_what_only_people_can_mend(metric: str) -> None:
    assert any(f"dabyl_{metric}" in named(rule["expr"]) for rule in RULES)


def test_that_there_is_no_backup_is_told_though_its_age_is_then_missing() -> None:
    (rule,) = (rule for rule in RULES if rule["alert"] == "DabylNoBackup")
    there, _, without = rule["expr"].partition(" unless on (job, instance) ")
    assert named(there) == {"dabyl_database_answers"}  # which a bot that runs always has
    assert without == "dabyl_backup_age_seconds"
