"""Times at which nobody is on duty, by region and by the languages that lawyers there speak: told a day and a week ahead.

If no member has shifts nothing is told: then the roster's mark says who is asked, at any time. Coordinators also read how
many nights and alerts each lawyer had in the last thirty days and, in the day's digest, how many are on duty in each region
in the coming night and who confirmed.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select

from core.duty.schedule import DutySchedule, DutyShare, Interval, count_nights, most_and_least
from core.forgetting.retention_terms import DEFAULTS
from core.model import LANGUAGES, Member
from core.rota import StintState
from core.vocabulary import Role
from handlers.duty import wording
from handlers.people import on_call
from handlers.people.readers import unreachable_ids
from handlers.service import Service
from storage.schema import alerts, stints
from storage.transaction import Transaction

GAPS_SHOWN = 12  # lines; the rest is a number
SHORT = timedelta(minutes=1)  # what is shorter is no gap
Gap = tuple[str, str | None, Interval]  # region, empty for everywhere; language; when


async def lawyer_schedule(tx: Transaction, service: Service) -> DutySchedule:
    """The schedule of those who take cases."""
    members = await tx.members.by(role=Role.LAWYER, suspended_at=None)
    return on_call.schedule_of(service, members, await unreachable_ids(tx, members))


def uses_shifts(planned: DutySchedule) -> bool:
    """Whether this organisation uses shifts at all."""
    return any(member.duty is not None and member.duty.shifts for member in planned.members)


def find_gaps(planned: DutySchedule, start: datetime, end: datetime) -> list[Gap]:
    """All of them between these moments: where nobody is, and where nobody is who speaks a language."""
    served = sorted({region for member in planned.members for region in planned.regions(member)}) or [""]
    gaps: list[Gap] = []
    for region in served:
        empty = planned.gaps(start, end, region or None)
        gaps += [(region, None, span) for span in empty if span[1] - span[0] >= SHORT]
        there = [member for member in planned.members if not region or planned.serves(member, region)]
        for language in LANGUAGES:
            if any(language in member.languages for member in there):
                without = planned.gaps(start, end, region or None, language)
                gaps += [
                    (region, language, span)
                    for span in without
                    if span[1] - span[0] >= SHORT and span not in empty
                ]
    return gaps


def gap_lines(service: Service, language: str, gaps: list[Gap]) -> list[str]:
    """One a gap, as many as are read."""
    say = service.words.say
    told = []
    for region, spoken, times in gaps[:GAPS_SHOWN]:
        key = "duty-gap" if spoken is None else "duty-gap-language"
        place = wording.region_name(service, language, region) if region else say(language, "duty-everywhere")
        told.append(
            say(
                language,
                key,
                place=place,
                times=wording.span_words(service, language, times),
                language=spoken or "-",
            )
        )
    return told + (
        [say(language, "duty-gaps-more", count=len(gaps) - GAPS_SHOWN)] if gaps[GAPS_SHOWN:] else []
    )


LAST = DEFAULTS.stints  # as long as times of duty are kept
SHARES_SHOWN = 6  # people who are named


async def duty_shares(tx: Transaction, service: Service, members: Sequence[Member]) -> list[DutyShare]:
    """What each of these lawyers had; empty where nobody had anything."""
    since = tx.now - LAST
    times = await tx.stints.select(stints.c.ends > since)
    by_night = count_nights(times, service.zone, since, tx.now)
    made = await tx.execute(select(alerts.c.member_id).where(alerts.c.offered_at >= since))
    asked = Counter(made.scalars())
    found = [
        DutyShare(member.name, by_night[member.id], asked[member.id])
        for member in members
        if member.role is Role.LAWYER
    ]
    return found if any(share.nights or share.alerts for share in found) else []


def shares_line(service: Service, language: str, found: Sequence[DutyShare]) -> str:
    """Those who had most first; if there are many, only they and those who had least."""
    say = service.words.say
    most, least = (
        ", ".join(
            say(language, "digest-share", name=share.name, nights=share.nights, alerts=share.alerts)
            for share in part
        )
        for part in most_and_least(found, SHARES_SHOWN)
    )
    return say(language, "digest-shares", people=f"{most} … {least}" if least else most)


NIGHT = timedelta(hours=12)


def on_duty_tonight(planned: DutySchedule, now: datetime) -> list[Member]:
    """Who is, at some time of it."""
    return [member for member in planned.members if planned.times(member, now, now + NIGHT)]


async def tonight_by_region(
    tx: Transaction, planned: DutySchedule, there: Sequence[Member]
) -> list[tuple[str, int, int]]:
    """Each region that lawyers serve: how many of them are there and can be reached, how many said that they come.

    Empty where nobody has shifts.
    """
    if not uses_shifts(planned):
        return []
    sure = set()
    for state in (StintState.CONFIRMED, StintState.TAKEN):
        for stint in await tx.stints.by(state=state):
            if stint.starts < tx.now + NIGHT and tx.now < stint.ends:
                sure.add(stint.taken_by or stint.member_id)
    lawyers = [member for member in planned.members if member.role is Role.LAWYER]
    night = [member for member in there if member.role is Role.LAWYER and member.id not in planned.away]
    found = []
    for region in sorted({region for lawyer in lawyers for region in planned.regions(lawyer)}):
        here = [member.id for member in night if planned.serves(member, region)]
        found.append((region, len(here), len(sure.intersection(here))))
    return found
