"""By the clock on the wall: in the evening, members who are on duty tomorrow are asked; coordinators hear of gaps, also of
those in the coming week.
"""

from collections.abc import Sequence
from datetime import time, timedelta

from core.digest.recurrence import next_occurrence as next_time
from core.duty.schedule import DutySchedule, Interval
from core.model import Member
from core.rota import Stint, StintState
from core.traffic import Lane, Timer
from handlers.alerting import tasks
from handlers.cards import live_cards
from handlers.duty import coverage, swaps, unconfirmed
from handlers.people import on_call
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

EVENING, MORNING = time(19), time(9)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
EVENING_TIMER = "stints-evening"  # timers, each the only one of its kind
WEEK_TIMER = "gaps-week"


async def schedule_evening(tx: Transaction, service: Service) -> None:
    """The next evening, unless it is set."""
    await _set_timer(tx, service, EVENING_TIMER, EVENING, "*")


async def schedule_week(tx: Transaction, service: Service) -> None:
    """The next Monday morning, unless it is set."""
    await _set_timer(tx, service, WEEK_TIMER, MORNING, "mon")


async def _set_timer(tx: Transaction, service: Service, key: str, at: time, weekdays: str) -> None:
    timer = await tx.timers.get(key)
    if timer is None or timer.parked:
        _, due = next_time(tx.now, service.zone, at, weekdays=weekdays)
        tx.timers.put(Timer(key, key, due))


async def on_evening(tx: Transaction, service: Service, timer: Timer) -> None:
    """Whose duty begins within a day is asked; gaps of this day are told, and who cannot be asked."""
    planned = await on_call.schedule(tx, service)
    lost = []
    for member in planned.members:
        for times in _beginning_soon(planned, member, tx):
            if member.id in planned.away:
                lost.append((member, times))
            else:
                await _ask_member(tx, member, times)
    of_lawyers = await coverage.lawyer_schedule(tx, service)
    found = coverage.find_gaps(of_lawyers, tx.now, tx.now + DAY) if coverage.uses_shifts(of_lawyers) else []
    if found or lost:
        await _tell_gaps(tx, service, "duty-gaps-day", found, lost)
    await schedule_evening(tx, service)


def _beginning_soon(planned: DutySchedule, member: Member, tx: Transaction) -> list[Interval]:
    """The times of duty that begin within a day; what is only a mark of the roster does not begin."""
    if member.duty is None or not (member.duty.shifts or member.duty.overrides):
        return []
    return [
        span
        for span in planned.stints(member, tx.now - DAY, tx.now + 2 * DAY)
        if tx.now <= span[0] < tx.now + DAY
    ]


async def _ask_member(tx: Transaction, member: Member, times: Interval) -> None:
    if any(stint.starts == times[0] for stint in await tx.stints.by(member_id=member.id)):
        return
    stint = tx.stints.add(Stint(tx.new_id(), member.id, *times, StintState.ASKED, tx.now))
    await live_cards.show(tx, swaps.OWN, stint.id, await home_address(tx, member), Lane.NEWS)
    unconfirmed.watch_stint(tx, stint)


async def forget_stint(tx: Transaction, stint: Stint) -> None:
    """One that is long over, with its cards."""
    for subject in (swaps.OWN, swaps.OFFER):
        for card in await tx.cards.by(subject=subject, subject_id=stint.id):
            tx.cards.remove(card.id)
    tx.stints.remove(stint.id)


async def on_week(tx: Transaction, service: Service, timer: Timer) -> None:
    """Monday morning: the gaps of seven days, or that nothing is missing."""
    planned = await coverage.lawyer_schedule(tx, service)
    if coverage.uses_shifts(planned):
        found = coverage.find_gaps(planned, tx.now, tx.now + WEEK)
        await _tell_gaps(tx, service, "duty-gaps-week" if found else "duty-no-gaps", found, [])
    await schedule_week(tx, service)


async def _tell_gaps(
    tx: Transaction,
    service: Service,
    key: str,
    found: list[coverage.Gap],
    lost: Sequence[tuple[Member, Interval]],
) -> None:
    for coordinator in await tasks.coordinators(tx):
        language = await language_of(tx, service, await home_address(tx, coordinator))
        lines = (
            [service.words.say(language, key), *coverage.gap_lines(service, language, found)]
            if found or not lost
            else []
        )
        for member, times in lost:
            lines.append(unconfirmed.stint_line(service, language, "duty-not-reached", member, times))
        await unconfirmed.send_lines(tx, service, coordinator, lines)
