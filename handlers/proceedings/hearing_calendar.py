"""A member's calendar, as a file in the chat: their duty, and the hearings to come in the cases that they have. No name
stands in it, and no word of a case but the court.
"""

from datetime import timedelta

from core.casework.proceedings import calendar_event, tracked_proceedings
from core.model import Member
from handlers.cards.case_loading import view_of
from handlers.duty.own_duty import CalendarEvent, send_calendar
from handlers.people.membership import held_cases
from handlers.turn import Turn

LASTS = timedelta(hours=1)  # a hearing, as far as anybody knows before it


async def on_calendar_asked(turn: Turn, argument: str) -> None:
    """*File for a calendar*."""
    if turn.active is not None:
        await send_calendar(turn, turn.active, await _hearings(turn, turn.active))


async def _hearings(turn: Turn, member: Member) -> list[CalendarEvent]:
    own = await held_cases(turn.tx, member)
    ids = [case.id for case in own]
    await turn.tx.prefetch(turn.tx.reports.want("case_id", ids), turn.tx.claims.want("case_id", ids))
    found = []
    for case in own:
        for course in tracked_proceedings(await view_of(turn.tx, case)):
            for sitting in course.sittings:
                if not sitting.hearing.off and not sitting.has_passed(turn.now):
                    title, starts, court = calendar_event(sitting, case.code, turn.say("hearing-word"))
                    found.append(CalendarEvent(starts, starts + LASTS, title, court))
    return found
