"""Exceptions by a coordinator's word: somebody is put in, taken out, or comes in a colleague's place; each is told."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from bot.core.duty import changes
from bot.core.duty.changes import Refused
from bot.core.duty.schedule import NOTHING, Interval
from bot.core.duty.typed import Days
from bot.core.duty.wall import moment
from bot.core.model import Member
from bot.core.presentation import Presentation
from bot.core.rota import DAY, Change, Override
from bot.core.traffic import Lane
from handlers.duty import said
from handlers.outbox import sending
from handlers.people import on_duty
from handlers.people.membership import home
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

MOST_DAYS = 31


def intervals(service: Service, days: Days) -> list[Interval]:
    """Each day's hours; without hours the days in one piece."""
    if days.hours is None:
        ends = moment(days.last, DAY, service.zone, end=True)
        return [(moment(days.first, 0, service.zone, end=False), ends)]
    starts, ends_at = days.hours
    over = ends_at if ends_at > starts else ends_at + DAY
    every = [days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1)]
    return [
        (moment(day, starts, service.zone, end=False), moment(day, over, service.zone, end=True))
        for day in every[:MOST_DAYS]
    ]


async def say_so(
    tx: Transaction,
    service: Service,
    by: Member,
    member: Member,
    change: Change,
    times: Interval,
    colleague: Member | None = None,
) -> Refused | None:
    """Write an exception, and tell whom it concerns; or why not. ``colleague``: who is replaced."""
    planned = await on_duty.schedule(tx, service)
    new = Override(change, *times, by.id, colleague.id if colleague is not None else None)
    rota = changes.override(planned, member, new, tx.now)
    if isinstance(rota, Refused):
        return rota
    tx.members.put(replace(member, duty=rota))
    for whom, key in ((member, f"duty-told-{change}"), (colleague, "duty-told-replaced")):
        if whom is not None and whom.id != by.id:
            await tell(tx, service, whom, key, times)
    return None


async def take_back(tx: Transaction, service: Service, by: Member, member: Member, starts: datetime) -> bool:
    """The first exception that begins at this moment is none any more."""
    rota = member.duty or NOTHING
    gone = next((one for one in rota.overrides if one.starts == starts), None)
    if gone is None:
        return False
    tx.members.put(replace(member, duty=changes.without(rota, gone)))
    if member.id != by.id:
        await tell(tx, service, member, "duty-told-back", (gone.starts, gone.ends))
    return True


async def tell(tx: Transaction, service: Service, member: Member, key: str, times: Interval) -> None:
    """One sentence to the member: by day and night alike, since it says when they are needed."""
    there = await home(tx, member)
    language = await language_of(tx, service, there)
    text = service.words.say(language, key, times=said.span(service, language, times))
    sending.message(tx, service, there, Presentation(text), Lane.NEWS)
