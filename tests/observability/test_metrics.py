"""What Prometheus reads: the format, and that each number is there and named in the documents."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock.clock import SteppedClock
from bot.config.connections import host_and_port, is_loopback
from bot.observability.figures import Figures, Queue
from bot.observability.metrics import METRICS, Metric, MetricsSource, metrics_text
from bot.observability.process import NO_AUDIT, OLD_AUDIT, Health, Process, measure_process
from core.casework.sieves import Sieve
from core.traffic import Lane
from core.watch.audit import RULES, AuditFinding
from tests.storage.samples import NOW

MINUTE = timedelta(minutes=1)
LINE = re.compile(r'[a-z_]+(\{[a-z_]+="[a-z0-9._-]*"(,[a-z_]+="[a-z0-9._-]*")*\})? -?[0-9.e+]+')
OPERATIONS = (Path(__file__).parents[2] / "docs/run/operations.md").read_text(encoding="utf-8")
FULL = Figures(
    NOW,
    "0036",
    started_at=NOW,
    alive_at=NOW,
    received=Queue(2, NOW - MINUTE),
    lanes={lane: Queue() for lane in Lane},
    cases={Sieve.UNTAKEN: 1},
    clocks_over={Sieve.SURELY_OVER: 1},
    digest_at=NOW - timedelta(hours=3),
    backup_at=NOW - timedelta(hours=9),
    proven_at=NOW - timedelta(hours=33),
    silent_since=NOW - MINUTE,
)


def health(*kinds: str, clock: SteppedClock | None = None) -> Health:
    made = Health(clock or SteppedClock(NOW))
    made.note([AuditFinding(kind, 2, ("river lamp 42",), NOW) for kind in kinds])
    return made


def seen(figures: Figures | None = FULL, **more: Health) -> MetricsSource:
    return MetricsSource("0.1.0", figures, more.get("health", health()), Process(1.5, 4096), {"secret": 3})


def test_each_line_is_one_that_prometheus_reads() -> None:
    said = metrics_text(seen())
    assert said.endswith("\n")
    numbers = [line for line in said.splitlines() if not line.startswith("#")]
    assert [line for line in numbers if not LINE.fullmatch(line)] == []
    assert len({line.rsplit(" ", 1)[0] for line in numbers}) == len(numbers)
    for line in (
        "dabyl_received_waiting 2",
        "dabyl_received_oldest_seconds 60",
        'dabyl_outbox_waiting{lane="alert"} 0',
        "dabyl_backup_age_seconds 32400",
        "dabyl_backup_proof_age_seconds 118800",
        "dabyl_healthy 1",
        "dabyl_silent 1",
        'dabyl_webhook_refused_total{reason="secret"} 3',
        'dabyl_findings{kind="adrift"} 0',
        "process_resident_memory_bytes 4096",
    ):
        assert line in numbers


def test_every_metric_is_shown_once_with_its_sentence_and_kind() -> None:
    said = metrics_text(seen())
    for metric in METRICS:
        assert said.count(f"# HELP {metric.name} {metric.says}\n# TYPE {metric.name} {metric.kind}\n") == 1


def test_what_is_not_there_is_missing_and_not_nought() -> None:
    said = metrics_text(seen(Figures(NOW, "0036")))
    assert "dabyl_backup" not in said
    assert "dabyl_digest_age_seconds" not in said
    dead = metrics_text(seen(None))
    assert "dabyl_database_answers 0" in dead
    assert "dabyl_received_waiting" not in dead
    assert "dabyl_healthy 1" in dead


def test_a_finding_is_shown_by_its_kind_and_never_by_what_it_names() -> None:
    said = metrics_text(seen(health=health("adrift", "backup")))
    assert 'dabyl_findings{kind="adrift"} 2' in said
    assert "dabyl_healthy 0" in said
    assert "river" not in said


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.name)
def test_every_metric_stands_in_the_documents(metric: Metric) -> None:
    assert f"`{metric.name}`" in OPERATIONS


def test_it_is_well_while_the_last_audit_is_young_and_found_nothing_that_stops_the_heartbeat() -> None:
    clock = SteppedClock(NOW)
    assert Health(clock).reasons() == [NO_AUDIT]
    assert health("backup", "forged").reasons() == []
    assert health("backup", "overdue", "deaf").reasons() == ["overdue", "deaf"]
    made = health(clock=clock)
    clock.sleep(3 * MINUTE)
    assert made.reasons() == []
    clock.sleep(MINUTE)
    assert made.reasons() == [OLD_AUDIT]


def test_a_clock_that_is_set_makes_no_audit_old() -> None:
    clock = SteppedClock(NOW)
    made = health(clock=clock)
    clock.move_to(NOW + timedelta(days=400))
    clock.move_to(NOW - timedelta(days=400))
    assert made.reasons() == []


def test_all_kinds_that_there_are_are_shown() -> None:
    assert metrics_text(seen()).count("dabyl_findings{") == len(RULES)


def test_what_the_process_costs_is_asked_of_the_system() -> None:
    now = measure_process()
    assert now.processor > 0
    assert now.memory is None or now.memory > 1 << 20


def test_addresses_are_taken_apart() -> None:
    assert host_and_port("127.0.0.1:9123") == ("127.0.0.1", 9123)
    assert host_and_port("[::1]:80") == ("::1", 80)
    assert is_loopback("[::1]:80")
    assert not is_loopback("0.0.0.0:80")
