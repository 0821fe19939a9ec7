"""A member's own hearings that are still to come, as events of a calendar: no names, no words of the case but the court."""

from datetime import datetime

from bot.core.casework.proceedings import courses, event_of
from bot.core.model import Member
from bot.core.vocabulary import CaseState
from handlers.cards.case_view import view_of
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction


async def events(tx: Transaction, service: Service, member: Member) -> list[tuple[str, datetime, str]]:
    """Summary, start (UTC) and court of each hearing in the cases that the member has, the first one first."""
    hearing = service.words.say(await language_of(tx, service, await home(tx, member)), "hearing-word")
    own = await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED)
    ids = [case.id for case in own]
    await tx.prefetch(tx.reports.want("case_id", ids), tx.claims.want("case_id", ids))
    found = []
    for case in own:
        for course in courses(await view_of(tx, case)):
            ahead = [one for one in course.sittings if not one.hearing.off and not one.has_passed(tx.now)]
            found += [event_of(one, case.code, hearing) for one in ahead]
    return sorted(found, key=lambda event: event[1])
