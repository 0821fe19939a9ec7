"""``dabyl status``: the figures on one screen, and as one JSON document. No name, no word, no chat.

It shows what the watchman finds in the database, seen from another process; if the bot is not running, what the watchman
would have found at its last sign of life. Each need is a code, how many and since when. The codes are the watchman's kinds
and the few here.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct

from bot.observability.figures import ALIVE, Figures, Queue
from core.casework.sieves import Sieve
from core.watch.audit import AuditFinding, Sight, judge_sights
from storage import audit
from storage.audit import changed_by_hand
from storage.schema import boots
from storage.transaction import Transaction


async def audit_findings(tx: Transaction) -> tuple[AuditFinding, ...]:
    """The findings, in the order of the rules."""
    runs = await tx.boots.select(order_by=boots.c.id.desc(), limit=1)
    if not runs:
        return ()  # it never ran: nothing is planned yet
    sights = {**await audit.read_sights(tx), "forged": [Sight(str(id)) for id in await changed_by_hand(tx)]}
    alive = abs(tx.now - runs[0].alive_at) <= ALIVE
    return judge_sights(sights, {}, runs[0].started_at, tx.now if alive else runs[0].alive_at)


NEVER_RAN, NOT_RUNNING, SILENT, PARKED, SILENCE = "never-ran", "stopped", "silent", "parked", "silence"
OF_THE_PROCESS = (NEVER_RAN, NOT_RUNNING, SILENT)  # for which starting it again may be the cure


class Need(Struct, frozen=True):
    """One line of it."""

    code: str
    count: int = 1
    since: datetime | None = None


def list_needs(figures: Figures, findings: Sequence[AuditFinding], *, held: bool) -> list[Need]:
    """The process first. ``held``: whether some process has the database at this moment."""
    found = []
    if figures.alive_at is None:
        found.append(Need(NEVER_RAN))
    elif not held:
        found.append(Need(NOT_RUNNING, since=figures.alive_at))
    elif not figures.alive:  # it is there, and has not written for minutes
        found.append(Need(SILENT, since=figures.alive_at))
    found += [
        Need(finding.kind, finding.count, finding.since) for finding in findings if finding.kind != PARKED
    ]
    if parked := figures.parked_updates + figures.parked_timers:
        found.append(Need(PARKED, parked))
    if figures.silent_since is not None:  # meant once, and forgotten nobody is asked for help
        found.append(Need(SILENCE, since=figures.silent_since))
    return found


NEEDS = {Sieve.UNTAKEN: "without a lawyer", Sieve.TAKEN: "with one", Sieve.RECORD: "records"}
WIDTH = 12  # of what a line is about


def status_lines(figures: Figures, needed: Sequence[Need], *, held: bool) -> list[str]:
    """One line a thing; last, what needs somebody."""
    f, at = figures, figures.at
    run = f"run {f.run} since {_moment(f.started_at)}, last sign of life {_ago(f.alive_at, at)}"
    leaving = ", ".join(
        f"{queue.count} {lane.name.lower()}" for lane, queue in f.lanes.items() if queue.count
    )
    oldest = min((queue.since for queue in f.lanes.values() if queue.since is not None), default=None)
    told = [
        ("process", f"runs: {run}" if held else f"does not run; {run}" if f.run else "has never run"),
        ("starts", f"{f.starts} within a day"),
        ("received", _waiting(f.received, at, "all handled")),
        ("to send", f"{leaving}; the oldest {_ago(oldest, at)}" if leaving else "all sent"),
        ("timers", _waiting(f.overdue, at, "none is late")),
        ("parked", f"{f.parked_updates} updates, {f.parked_timers} timers"),
        ("cases", ", ".join(f"{f.cases.get(need, 0)} {word}" for need, word in NEEDS.items())),
        (
            "clocks",
            f"of the law: running in {f.clocks_running} cases, "
            f"over in {f.clocks_over.get(Sieve.SURELY_OVER, 0)} surely, "
            f"in {f.clocks_over.get(Sieve.PERHAPS_OVER, 0)} perhaps",
        ),
        ("members", f"{f.members}: {f.unreachable} cannot be reached, {f.silenced} have hidden their chat"),
        ("digest", f"the last covers until {_moment(f.digest_at)}" if f.digest_at else "none yet"),
        ("backup", f"the newest was made {_ago(f.backup_at, at)}" if f.backup_at else "none seen"),
        (
            "proof",
            f"the newest that could be restored was made {_ago(f.proven_at, at)}"
            if f.proven_at
            else "none seen",
        ),
        ("silence", f"since {_moment(f.silent_since)}: nothing leaves" if f.silent_since else "none"),
        ("database", f"revision {f.revision}"),
    ]
    return [f"{about:<{WIDTH}}{what}" for about, what in told] + [_need(need, at) for need in needed]


def status_document(figures: Figures, needed: Sequence[Need], *, held: bool, version: str) -> dict[str, Any]:
    """The same for a script. Times are ISO, UTC; ages in seconds; null where there is nothing."""
    f, at = figures, figures.at
    return {
        "version": version,
        "revision": f.revision,
        "at": at.isoformat(),
        "process": {
            "running": held,
            "run": f.run,
            "since": _iso(f.started_at),
            "alive": _iso(f.alive_at),
            "starts_in_a_day": f.starts,
        },
        "received": _queue(f.received, at),
        "outbox": {lane.name.lower(): _queue(queue, at) for lane, queue in f.lanes.items()},
        "alerts_waiting": f.alerts,
        "timers_overdue": _queue(f.overdue, at),
        "parked": {"updates": f.parked_updates, "timers": f.parked_timers},
        "members": {"active": f.members, "unreachable": f.unreachable, "hidden": f.silenced},
        "cases": {need.value: count for need, count in f.cases.items()},
        "clocks": {
            "running": f.clocks_running,
            **{over.value.replace("-", "_"): count for over, count in f.clocks_over.items()},
        },
        "silent_since": _iso(f.silent_since),
        "last_digest": _iso(f.digest_at),
        "backup_age_seconds": age_in_words(f.backup_at, at),
        "backup_proof_age_seconds": age_in_words(f.proven_at, at),
        "needs": [{"code": need.code, "count": need.count, "since": _iso(need.since)} for need in needed],
    }


def age_in_words(since: datetime | None, at: datetime) -> int | None:
    """Seconds; none less than nothing: a clock may have been put back."""
    return None if since is None else max(int((at - since).total_seconds()), 0)


def _queue(queue: Queue, at: datetime) -> dict[str, int | None]:
    return {"count": queue.count, "oldest_seconds": age_in_words(queue.since, at)}


def _waiting(queue: Queue, at: datetime, none: str) -> str:
    return f"{queue.count}; the oldest {_ago(queue.since, at)}" if queue.count else none


def _need(need: Need, at: datetime) -> str:
    many = f": {need.count}" if need.count > 1 else ""
    since = f", since {_moment(need.since)}" if need.since is not None else ""
    return f"{'needs you':<{WIDTH}}{need.code}{many}{since}"


def _ago(since: datetime | None, at: datetime) -> str:
    seconds = age_in_words(since, at)
    return "never" if seconds is None else f"{timedelta(seconds=seconds)} ago"


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment is not None else "never"


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment is not None else None
