"""Who is on duty in the coming night, as the day's digest tells coordinators: in each region how many, and who confirmed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core.duty.schedule import Schedule
from bot.core.model import Member
from bot.core.rota import StintState
from bot.core.vocabulary import Role
from handlers.duty import gaps
from storage.transaction import Transaction

NIGHT = timedelta(hours=12)


def on_duty(planned: Schedule, now: datetime) -> list[Member]:
    """Who is, at some time of it."""
    return [member for member in planned.members if planned.times(member, now, now + NIGHT)]


async def by_region(
    tx: Transaction, planned: Schedule, there: Sequence[Member]
) -> list[tuple[str, int, int]]:
    """Each region that lawyers serve: how many of them are there and can be reached, how many said that they come.

    Empty where nobody has shifts.
    """
    if not gaps.has_shifts(planned):
        return []
    sure = set()
    for state in (StintState.CONFIRMED, StintState.TAKEN):
        for stint in await tx.stints.by(state=state):
            if stint.starts < tx.now + NIGHT and tx.now < stint.ends:
                sure.add(stint.taken_by or stint.member_id)
    lawyers = [one for one in planned.members if one.role is Role.LAWYER]
    night = [one for one in there if one.role is Role.LAWYER and one.id not in planned.away]
    found = []
    for region in sorted({region for one in lawyers for region in planned.regions(one)}):
        here = [one.id for one in night if planned.serves(one, region)]
        found.append((region, len(here), len(sure.intersection(here))))
    return found
