"""What a member asks of their own cases, answered from how they stand: by when a first step is due, when the hearing is."""

from core.casework.proceedings import tracked_hearings
from core.casework.transitions import first_action_key
from core.model import Case, Member
from handlers.cards import case_lines
from handlers.cards.case_loading import view_of
from handlers.people.membership import held_cases
from handlers.turn import Turn

DEADLINE, HEARING = "deadline", "hearing"


async def state_lines(turn: Turn, member: Member, topic: str) -> list[str]:
    """One line for each of their cases; nothing for other topics."""
    if topic not in (DEADLINE, HEARING):
        return []
    said = _deadline if topic == DEADLINE else _next_hearing
    return [f"{case.code}: {await said(turn, case, member)}" for case in await held_cases(turn.tx, member)]


async def _deadline(turn: Turn, case: Case, member: Member) -> str:
    timer = await turn.tx.timers.get(first_action_key(case.id)) if case.owner_id == member.id else None
    if timer is None:
        return turn.say("member-no-step-due")
    zone = case_lines.zone_of(turn.service, case)
    time = case_lines.local_time(timer.due_at, zone, turn.service.zone)
    return turn.say("case-first-action", time=time)


async def _next_hearing(turn: Turn, case: Case, member: Member) -> str:
    sittings = tracked_hearings(await view_of(turn.tx, case), told=True)
    ahead = [s.hearing for s in sittings if s.stands and s.hearing.at is not None and s.hearing.at > turn.now]
    if not ahead:
        return turn.say("member-no-hearing")
    hearing = min(ahead, key=lambda known: known.at)
    parts = (case_lines.hearing_time(turn.service, case, hearing), hearing.court)
    return " · ".join(part for part in parts if part)
