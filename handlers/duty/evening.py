"""By the clock on the wall: in the evening whoever comes tomorrow is asked; coordinators hear of gaps, also of a week's."""

from collections.abc import Sequence
from datetime import time, timedelta

from bot.core.digest.schedule import next_digest as next_time
from bot.core.duty.schedule import Interval, Schedule
from bot.core.model import Member
from bot.core.rota import Stint, StintState
from bot.core.traffic import Lane, Timer
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.duty import gaps, swaps, unanswered
from handlers.people import on_duty
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

EVENING, MORNING = time(19), time(9)
DAY, WEEK = timedelta(days=1), timedelta(days=7)
ASKED = "stints-evening"  # timers, each the only one of its kind
TOLD = "gaps-week"


async def schedule_evening(tx: Transaction, service: Service) -> None:
    """The next evening, unless it is set."""
    await _set(tx, service, ASKED, EVENING, "*")


async def schedule_week(tx: Transaction, service: Service) -> None:
    """The next Monday morning, unless it is set."""
    await _set(tx, service, TOLD, MORNING, "mon")


async def _set(tx: Transaction, service: Service, key: str, at: time, weekdays: str) -> None:
    timer = await tx.timers.get(key)
    if timer is None or timer.parked:
        _, due = next_time(tx.now, service.zone, at, weekdays=weekdays)
        tx.timers.put(Timer(key, key, due))


async def on_evening(tx: Transaction, service: Service, timer: Timer) -> None:
    """Whose duty begins within a day is asked; gaps of this day are told, and who cannot be asked."""
    planned = await on_duty.schedule(tx, service)
    lost = []
    for member in planned.members:
        for times in _beginning(planned, member, tx):
            if member.id in planned.away:
                lost.append((member, times))
            else:
                await _ask(tx, member, times)
    of_lawyers = await gaps.lawyers(tx, service)
    found = gaps.found(of_lawyers, tx.now, tx.now + DAY) if gaps.has_shifts(of_lawyers) else []
    if found or lost:
        await _tell(tx, service, "duty-gaps-day", found, lost)
    await schedule_evening(tx, service)


def _beginning(planned: Schedule, member: Member, tx: Transaction) -> list[Interval]:
    """The times of duty that begin within a day; what is only a mark of the roster does not begin."""
    if member.duty is None or not (member.duty.shifts or member.duty.overrides):
        return []
    return [
        one
        for one in planned.stints(member, tx.now - DAY, tx.now + 2 * DAY)
        if tx.now <= one[0] < tx.now + DAY
    ]


async def _ask(tx: Transaction, member: Member, times: Interval) -> None:
    if any(one.starts == times[0] for one in await tx.stints.by(member_id=member.id)):
        return
    stint = tx.stints.add(Stint(tx.new_id(), member.id, *times, StintState.ASKED, tx.now))
    await tracking.show(tx, swaps.OWN, stint.id, await home(tx, member), Lane.NEWS)
    unanswered.watch(tx, stint)


async def forget(tx: Transaction, stint: Stint) -> None:
    """One that is long over, with its cards."""
    for subject in (swaps.OWN, swaps.OFFER):
        for card in await tx.cards.by(subject=subject, subject_id=stint.id):
            tx.cards.remove(card.id)
    tx.stints.remove(stint.id)


async def on_week(tx: Transaction, service: Service, timer: Timer) -> None:
    """Monday morning: the gaps of seven days, or that there are none."""
    planned = await gaps.lawyers(tx, service)
    if gaps.has_shifts(planned):
        found = gaps.found(planned, tx.now, tx.now + WEEK)
        await _tell(tx, service, "duty-gaps-week" if found else "duty-no-gaps", found, [])
    await schedule_week(tx, service)


async def _tell(
    tx: Transaction,
    service: Service,
    key: str,
    found: list[gaps.Gap],
    lost: Sequence[tuple[Member, Interval]],
) -> None:
    for coordinator in await asks.coordinators(tx):
        language = await language_of(tx, service, await home(tx, coordinator))
        lines = (
            [service.words.say(language, key), *gaps.lines(service, language, found)]
            if found or not lost
            else []
        )
        for member, times in lost:
            lines.append(unanswered.line(service, language, "duty-not-reached", member, times))
        await unanswered.send(tx, service, coordinator, lines)
