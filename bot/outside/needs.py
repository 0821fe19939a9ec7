"""What needs somebody: a code, how many and since when. The codes are the watchman's kinds and the few here."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from bot.core.watch.rules import Finding
from bot.outside.figures import Figures

NEVER_RAN, NOT_RUNNING, SILENT, PARKED, SILENCE = "never-ran", "stopped", "silent", "parked", "silence"
OF_THE_PROCESS = (NEVER_RAN, NOT_RUNNING, SILENT)  # for which starting it again may be the cure


class Need(Struct, frozen=True):
    """One line of it."""

    code: str
    count: int = 1
    since: datetime | None = None


def needs(figures: Figures, findings: Sequence[Finding], *, held: bool) -> list[Need]:
    """The process first. ``held``: whether some process has the database at this moment."""
    found = []
    if figures.alive_at is None:
        found.append(Need(NEVER_RAN))
    elif not held:
        found.append(Need(NOT_RUNNING, since=figures.alive_at))
    elif not figures.alive:  # it is there, and has not written for minutes
        found.append(Need(SILENT, since=figures.alive_at))
    found += [Need(one.kind, one.count, one.since) for one in findings if one.kind != PARKED]
    if parked := figures.parked_updates + figures.parked_timers:
        found.append(Need(PARKED, parked))
    if figures.silent_since is not None:  # meant once, and forgotten nobody is asked for help
        found.append(Need(SILENCE, since=figures.silent_since))
    return found
