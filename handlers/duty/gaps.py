"""Times at which nobody is on duty, by region and by the languages that lawyers there speak: told a day and a week ahead.

Where no member has shifts nothing is told: then the mark of the roster says who is asked, at any time.
"""

from datetime import datetime, timedelta

from bot.core.duty.schedule import Interval, Schedule
from bot.core.model import LANGUAGES
from bot.core.vocabulary import Role
from handlers.duty import said
from handlers.people import on_duty
from handlers.people.readers import unreachable
from handlers.service import Service
from storage.transaction import Transaction

MOST = 12  # lines; the rest is a number
SHORT = timedelta(minutes=1)  # what is shorter is no gap
Gap = tuple[str, str | None, Interval]  # region, empty for everywhere; language; when


async def lawyers(tx: Transaction, service: Service) -> Schedule:
    """The schedule of those who take cases."""
    members = await tx.members.by(role=Role.LAWYER, suspended_at=None)
    return on_duty.schedule_of(service, members, await unreachable(tx, members))


def has_shifts(planned: Schedule) -> bool:
    """Whether this organisation uses shifts at all."""
    return any(member.duty is not None and member.duty.shifts for member in planned.members)


def found(planned: Schedule, start: datetime, end: datetime) -> list[Gap]:
    """All of them between these moments: where nobody is, and where nobody is who speaks a language."""
    served = sorted({region for member in planned.members for region in planned.regions(member)}) or [""]
    gaps: list[Gap] = []
    for region in served:
        empty = planned.gaps(start, end, region or None)
        gaps += [(region, None, one) for one in empty if one[1] - one[0] >= SHORT]
        there = [one for one in planned.members if not region or planned.serves(one, region)]
        for language in LANGUAGES:
            if any(language in one.languages for one in there):
                without = planned.gaps(start, end, region or None, language)
                gaps += [
                    (region, language, one)
                    for one in without
                    if one[1] - one[0] >= SHORT and one not in empty
                ]
    return gaps


def lines(service: Service, language: str, gaps: list[Gap]) -> list[str]:
    """One a gap, as many as are read."""
    say = service.words.say
    told = []
    for region, spoken, times in gaps[:MOST]:
        key = "duty-gap" if spoken is None else "duty-gap-language"
        place = said.place(service, language, region) if region else say(language, "duty-everywhere")
        told.append(
            say(language, key, place=place, times=said.span(service, language, times), language=spoken or "-")
        )
    return told + ([say(language, "duty-gaps-more", count=len(gaps) - MOST)] if gaps[MOST:] else [])
