"""One reason can stand for all cases of an incident, for twelve hours. Each case that is opened by it, and each name that is
shown, is a line in that case's history all the same, once in that time.
"""

from collections.abc import Sequence
from datetime import timedelta

from core.model import Case, Member
from core.records.incidents import IncidentStanding
from core.timeline import TimelineKind
from core.traffic import Timer
from handlers.turn import Turn
from storage import timeline
from storage.transaction import Transaction

LASTS = timedelta(hours=12)  # a shift


def _key(member: Member, incident: int) -> str:
    return f"stands:{member.id}:{incident}"


async def incidents_of(tx: Transaction, case: Case) -> list[int]:
    """The incidents that a case is in."""
    links = await tx.incident_links.by(case_id=case.id)
    return [link.incident_id for link in links if link.standing is IncidentStanding.IN]


def begin(tx: Transaction, member: Member, incidents: Sequence[int], case: Case) -> None:
    """The reason that this member has just given for the case stands for these incidents."""
    for incident in incidents:
        tx.timers.put(Timer(_key(member, incident), "forget", tx.now + LASTS, case.id))


async def reason_of(tx: Transaction, member: Member, incident: int) -> str:
    """The reason that stands; empty if none does."""
    timer = await tx.timers.get(_key(member, incident))
    if timer is None:
        return ""
    lines = await tx.timeline.by(case_id=timer.subject_id)
    given = [line for line in lines if line.kind is TimelineKind.VIEWED and line.actor_id == member.id]
    return str(given[-1].details.get("reason", "")) if given else ""


async def has_seen(tx: Transaction, case: Case, member: Member) -> bool:
    """Whether a line of this shift says that the member has seen it."""
    lines = await tx.timeline.by(case_id=case.id)
    return any(
        line.kind is TimelineKind.VIEWED and line.actor_id == member.id and tx.now - line.at < LASTS
        for line in lines
    )


async def note_seen(tx: Transaction, case: Case, member: Member, reason: str) -> None:
    """One line in its history, once a shift."""
    if not await has_seen(tx, case, member):
        await timeline.append(tx, case.id, member.id, TimelineKind.VIEWED, {"reason": reason})


async def opens(turn: Turn, case: Case) -> bool:
    """Whether a reason that stands opens the case to the actor: then its history has the line."""
    member = turn.coordinator
    if member is None:
        return False
    for incident in await incidents_of(turn.tx, case):
        if reason := await reason_of(turn.tx, member, incident):
            await note_seen(turn.tx, case, member, reason)
            return True
    return False
