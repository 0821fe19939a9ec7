"""What is open at the desk, also what no coordinator was asked about: cases that nobody has, who is refused, who is inside
and gives no sign, what comes at court and who is let go within a day, what bodies owe, which lists and words wait.

Coarse, as all that is handed over: codes, places and times, no names and no words.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from core.casework.case_list import by_urgency
from core.casework.proceedings import next_hearing
from core.casework.sieves import is_untaken
from core.model import Case
from core.records.door_lists import ListState
from core.timeline import TimelineKind
from core.vocabulary import STILL, TaskKind
from handlers.cards import case_lines, court_lines, unread_card, visit_way
from handlers.cards.case_loading import view_of, views_of
from handlers.casework.court_timers import ARREST
from handlers.interventions import answers_due
from handlers.service import Service
from storage.schema import timeline
from storage.transaction import Transaction

AHEAD = timedelta(days=1)
NOTED = timedelta(hours=12)  # a shift
OF_COURT = ("proceeding", "hearing")  # kinds of claims

Listed = list[tuple[Case, str]]  # and what the line says besides


class DeskState(Struct, frozen=True):
    """``under``: cases below their headings; ``counts``: how many of what is no case."""

    under: Mapping[str, Listed]
    counts: Mapping[str, int]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is open."""
        return not any(self.counts.values()) and not any(self.under.values())


async def load_desk(tx: Transaction, service: Service, member_id: int) -> DeskState:
    """All of it now. ``member_id``: whose notes of this shift are listed."""
    await tx.cases.prefetch("state", STILL)
    still = [case for state in STILL for case in await tx.cases.by(state=state)]
    under = {
        "free": [(case, "") for case in sorted(filter(is_untaken, still), key=by_urgency)],
        "refused": await _standing_at(tx, service, still, TaskKind.REFUSED),
        "inside": await _standing_at(tx, service, still, TaskKind.INSIDE),
        "hearings": await _hearings(tx, service, still),
        "releases": await _releases(tx, service, still),
        "noted": await _noted(tx, service, still, member_id),
    }
    unclear = await unread_card.all_unclear(tx)
    counts = {
        "incidents": len(await tx.incidents.by(ended_at=None)),
        "words": sum(words.waits for words in unclear),
        "lists": len(await tx.door_lists.by(state=ListState.WAITS)),
        "owed": len(await answers_due.owed_papers(tx)),
    }
    return DeskState(under, counts)


async def _standing_at(tx: Transaction, service: Service, still: Sequence[Case], kind: TaskKind) -> Listed:
    """Where somebody is refused, or is inside and does not say whether they are out; and since when."""
    await visit_way.prefetch_steps(tx, still)
    found = []
    for case in still:
        if case.first_action_at is not None and (who := await visit_way.who_to_ring(tx, case, kind)):
            found.append((case, _time_at(service, case, who[-1][1].at)))
    return found


async def _hearings(tx: Transaction, service: Service, still: Sequence[Case]) -> Listed:
    views, found = await views_of(tx, still, OF_COURT), []
    for case in still:
        ahead = next_hearing(views[case.id], tx.now)
        if ahead is not None and ahead.hearing.at <= tx.now + AHEAD:
            found.append((ahead.hearing.at, case, case_lines.hearing_time(service, case, ahead.hearing)))
    return [(case, time) for _, case, time in sorted(found, key=lambda hit: (hit[0], hit[1].id))]


async def _releases(tx: Transaction, service: Service, still: Sequence[Case]) -> Listed:
    """Whose days of arrest end: only cases that wait for that are looked at."""
    waits = {timer.subject_id for timer in await tx.timers.by(kind=ARREST)}
    found = []
    for case in still:
        term = court_lines.term_of(service, await view_of(tx, case)) if case.id in waits else None
        if term is not None and tx.now < term.first.at <= tx.now + AHEAD:
            found.append((term.first.at, case, _time_at(service, case, term.first.at)))
    return [(case, time) for _, case, time in sorted(found, key=lambda hit: (hit[0], hit[1].id))]


async def _noted(tx: Transaction, service: Service, still: Sequence[Case], member_id: int) -> Listed:
    """Where they have written a note in this shift: the words stay in the case."""
    theirs = timeline.c.kind == TimelineKind.NOTED, timeline.c.actor_id == member_id
    lines = await tx.timeline.select(*theirs, timeline.c.at > tx.now - NOTED, order_by=timeline.c.id)
    at = {line.case_id: line.at for line in lines}
    return [(case, _time_at(service, case, at[case.id])) for case in still if case.id in at]


def _time_at(service: Service, case: Case, moment: datetime) -> str:
    return case_lines.local_time(moment, case_lines.zone_of(service, case), service.zone)
