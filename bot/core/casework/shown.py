"""What whoever has a case has shown of it, out of its timeline and its offers."""

from collections.abc import Iterable
from datetime import datetime

from bot.core.model import Alert, Happening
from bot.core.timeline import FIRST_ACTIONS, Line

TAKING = (Line.ACCEPTED, Line.HANDED_OVER)  # since then somebody else is on it


def done(lines: Iterable[Happening]) -> dict[Line, datetime]:
    """What whoever has a case has shown since they took it, and when last. ``lines``: its timeline."""
    found: dict[Line, Happening] = {}
    for line in lines:
        if line.kind in TAKING:
            found = {}
        elif line.kind is Line.INHERITED:
            found = {kind: one for kind, one in found.items() if one.actor_id == line.details.get("member")}
        elif line.kind in FIRST_ACTIONS:
            found[line.kind] = line
    return {kind: line.at for kind, line in found.items()}


def done_by(lines: Iterable[Happening], member_id: int) -> datetime | None:
    """When a member last showed since they joined that they are on it; None if they have not."""
    found = None
    for line in lines:
        if line.actor_id == member_id and line.kind is Line.JOINED:
            found = None
        elif line.actor_id == member_id and line.kind in FIRST_ACTIONS:
            found = line.at
    return found


def last_to_lapse(alerts: Iterable[Alert]) -> int | None:
    """The member who had the case last and did nothing; None if there is none."""
    lapsed = [(alert.lapsed_at, alert.member_id) for alert in alerts if alert.lapsed_at is not None]
    return max(lapsed)[1] if lapsed else None
