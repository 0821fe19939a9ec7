"""What Prometheus reads: each metric is one row, its name, its sentence and how it is seen. No label has a name of a person.

The text format is written here: it is a line a number, and a library for it would bring a registry, threads and collectors.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct, field

from bot.observability.figures import Figures
from bot.observability.process import Health, Process
from bot.observability.status import age_in_words
from core.watch.audit import RULES

TYPE = "text/plain; version=0.0.4; charset=utf-8"


class MetricsSource(Struct, frozen=True):
    """Everything to show at one moment. ``figures``: None while the database does not answer."""

    version: str
    figures: Figures | None
    health: Health
    process: Process
    refused: Mapping[str, int] = field(default_factory=dict)  # deliveries to the webhook, by the reason


Values = list[tuple[str, float | None]]  # labels as they are written; None: there is no such number now


class Metric(Struct, frozen=True):
    """One row."""

    name: str
    says: str
    values: Callable[[MetricsSource], Values]
    kind: str = "gauge"


def _figure(number: Callable[[Figures], float | None]) -> Callable[[MetricsSource], Values]:
    return lambda seen: [("", number(seen.figures))] if seen.figures is not None else []


def _each(numbers: Callable[[Figures], Values]) -> Callable[[MetricsSource], Values]:
    return lambda seen: numbers(seen.figures) if seen.figures is not None else []


def _stamp(moment: datetime | None) -> float | None:
    return moment.timestamp() if moment is not None else None


def _is_silent(figures: Figures) -> float:
    return figures.silent_since is not None


METRICS = (
    Metric(
        "dabyl_info",
        "The version of the program and the revision of the database.",
        lambda seen: [
            (f'version="{seen.version}",revision="{seen.figures.revision if seen.figures else ""}"', 1)
        ],
    ),
    Metric(
        "dabyl_healthy",
        "1 while /healthz answers 200.",
        lambda seen: [("", not seen.health.reasons())],
    ),
    Metric(
        "dabyl_database_answers",
        "1 while the database can be read; without it most of the others are missing.",
        lambda seen: [("", seen.figures is not None)],
    ),
    Metric(
        "dabyl_audit_age_seconds",
        "Since the watchman's last audit.",
        lambda seen: [("", seen.health.age.total_seconds() if seen.health.age is not None else None)],
    ),
    Metric(
        "dabyl_findings",
        "How many of each kind the last audit found.",
        lambda seen: [
            (f'kind="{kind}"', sum(finding.count for finding in seen.health.findings if finding.kind == kind))
            for kind in RULES
        ],
    ),
    Metric(
        "dabyl_run_started_timestamp_seconds", "When this run began.", _figure(lambda f: _stamp(f.started_at))
    ),
    Metric("dabyl_starts_in_a_day", "Starts within the last 24 hours.", _figure(lambda f: f.starts)),
    Metric("dabyl_received_waiting", "Updates that are not handled.", _figure(lambda f: f.received.count)),
    Metric(
        "dabyl_received_oldest_seconds",
        "Age of the oldest of them; 0 if nothing is there.",
        _figure(lambda f: age_in_words(f.received.since, f.at) or 0),
    ),
    Metric(
        "dabyl_outbox_waiting",
        "What has to leave, by lane.",
        _each(lambda f: [(f'lane="{lane.name.lower()}"', queue.count) for lane, queue in f.lanes.items()]),
    ),
    Metric(
        "dabyl_outbox_oldest_seconds",
        "Age of the oldest of it, by lane; 0 if nothing is there.",
        _each(
            lambda f: [
                (f'lane="{lane.name.lower()}"', age_in_words(queue.since, f.at) or 0)
                for lane, queue in f.lanes.items()
            ]
        ),
    ),
    Metric("dabyl_alerts_waiting", "Calls for help that have not left.", _figure(lambda f: f.alerts)),
    Metric(
        "dabyl_timers_overdue", "Timers that are due and have not run.", _figure(lambda f: f.overdue.count)
    ),
    Metric(
        "dabyl_timers_oldest_seconds",
        "How late the latest of them is; 0 if nothing is there.",
        _figure(lambda f: age_in_words(f.overdue.since, f.at) or 0),
    ),
    Metric(
        "dabyl_parked",
        "What was given up after several attempts.",
        _each(lambda f: [('kind="updates"', f.parked_updates), ('kind="timers"', f.parked_timers)]),
    ),
    Metric("dabyl_members", "Members who are not suspended.", _figure(lambda f: f.members)),
    Metric(
        "dabyl_members_unreachable",
        "Of these, who has blocked the bot or is gone.",
        _figure(lambda f: f.unreachable),
    ),
    Metric("dabyl_members_hidden", "Of these, whose chat is hidden.", _figure(lambda f: f.silenced)),
    Metric(
        "dabyl_cases",
        "Cases that are not closed, each once: without a lawyer, with one, records.",
        _each(lambda f: [(f'need="{need}"', count) for need, count in f.cases.items()]),
    ),
    Metric(
        "dabyl_clocks_running", "Cases in which a clock of the law runs.", _figure(lambda f: f.clocks_running)
    ),
    Metric(
        "dabyl_clocks_over",
        "Cases in which somebody is held longer than the law allows, surely or perhaps.",
        _each(lambda f: [(f'how="{over}"', count) for over, count in f.clocks_over.items()]),
    ),
    Metric(
        "dabyl_digest_age_seconds",
        "Since the moment until which the last digest covers.",
        _figure(lambda f: age_in_words(f.digest_at, f.at)),
    ),
    Metric(
        "dabyl_backup_age_seconds",
        "Of the newest backup.",
        _figure(lambda f: age_in_words(f.backup_at, f.at)),
    ),
    Metric(
        "dabyl_backup_proof_age_seconds",
        "Of the newest backup that was tried out and could be restored.",
        _figure(lambda f: age_in_words(f.proven_at, f.at)),
    ),
    Metric(
        "dabyl_silent", "1 while nothing leaves, because of dabyl emergency silence.", _figure(_is_silent)
    ),
    Metric(
        "dabyl_webhook_refused_total",
        "Deliveries to the webhook that were refused, by the reason.",
        lambda seen: [(f'reason="{reason}"', count) for reason, count in seen.refused.items()],
        kind="counter",
    ),
    Metric(
        "process_cpu_seconds_total",
        "Processor time of the process.",
        lambda seen: [("", seen.process.processor)],
        kind="counter",
    ),
    Metric(
        "process_resident_memory_bytes",
        "Memory of the process.",
        lambda seen: [("", seen.process.memory)],
    ),
)


def metrics_text(seen: MetricsSource) -> str:
    """All of them, as Prometheus reads it."""
    return "\n".join(_metric_lines(seen)) + "\n"


def _metric_lines(seen: MetricsSource) -> Iterator[str]:
    for metric in METRICS:
        values = [(labels, number) for labels, number in metric.values(seen) if number is not None]
        if values:
            yield f"# HELP {metric.name} {metric.says}"
            yield f"# TYPE {metric.name} {metric.kind}"
        for labels, number in values:
            yield (
                f"{metric.name}{{{labels}}} {float(number):.15g}"
                if labels
                else f"{metric.name} {float(number):.15g}"
            )
