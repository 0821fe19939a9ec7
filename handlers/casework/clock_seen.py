"""Whoever has the case has seen that a clock is over: the coordinators need not hear of it."""

from msgspec.structs import replace

from handlers.alerting import signs
from handlers.cards import tracking
from handlers.clocks.due import draw
from handlers.pressed import OnCase
from handlers.turn import Turn


async def on_seen(turn: Turn, found: OnCase) -> None:
    """*Seen*: answered, by whom and when."""
    for mark in await turn.tx.clock_marks.by(case_id=found.case.id):
        if mark.goes_on and mark.answered_at is None:
            turn.tx.clock_marks.put(replace(mark, answered_at=turn.now, answered_by=found.member.id))
    if found.case.owner_id == found.member.id:
        await signs.heard(turn.tx, turn.service, found.case)
    await tracking.touch_case(turn.tx, found.case.id)
    await draw(turn.tx, found.case)
