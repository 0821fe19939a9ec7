"""The day's digest: one row a day, always at the configured local time, also when nothing happened.

A missed one is made up and covers everything since the last. Whether a sending whose outcome is unknown arrived cannot
be looked up (a bot cannot read a channel's history), so it is repeated once, marked so. Without a channel the coordinators
read it above what is for them only.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import or_

from bot.core.digest.figures import Figures, figures
from bot.core.digest.figures_data import from_data, to_data
from bot.core.digest.schedule import next_digest
from bot.core.digest.text import Reader, coordinators_text, digest_text
from bot.core.model import Digest
from bot.core.presentation import Presentation
from bot.core.traffic import Lane, Outgoing, Timer
from handlers.alerting import asks
from handlers.cards.drill_lines import head
from handlers.daily.corrections import as_known
from handlers.duty import shared_out, tonight
from handlers.outbox import sending
from handlers.people import addresses, on_duty
from handlers.people.readers import language_of, unreachable
from handlers.service import Service
from storage.schema import alerts, cases, digests, drills
from storage.transaction import Transaction

KEY = "digest:"  # of the timer and of the outbox row: digest:2018-09-18
LATE = timedelta(minutes=10)  # posted later than this after its time, it is marked as made up
LOOK_BACK = timedelta(days=15)  # figures correct the days of two weeks


async def schedule(tx: Transaction, service: Service) -> None:
    """Set the timer of the next digest. A missed one is still there and comes first; the time may have been changed.

    A parked one stays as it is, and the next digest covers its time too.
    """
    for timer in await tx.timers.by(kind="digest", parked=False):
        if timer.due_at <= tx.now:
            return
        tx.timers.remove(timer.key)
    done = {digest.day for digest in await tx.digests.select()}
    day, due = next_digest(tx.now, service.zone, service.digest_time, done=done)
    tx.timers.put(Timer(f"{KEY}{day.isoformat()}", "digest", due))


async def on_digest_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Count, write the row, post to the channel, tell the coordinators, set the next timer: one transaction."""
    day = date.fromisoformat(timer.key.removeprefix(KEY))
    if await tx.digests.get(day) is None:
        last = await _last(tx)
        counted = await count(tx, service, last, tx.now)
        made_up = tx.now - timer.due_at > LATE
        room = service.everywhere.text
        tx.digests.add(Digest(day, counted.covers_from, tx.now, figures=to_data(counted)))
        if service.channel:
            await _post(tx, service, counted, day, made_up)
        for member in await asks.coordinators(tx):
            language = await language_of(tx, service, member.address_id)
            text = await for_coordinators(tx, service, counted, day, language)
            if not service.channel:
                reads = reader(service, language)
                text = f"{digest_text(counted, reads, day, room=room, made_up=made_up)}\n\n{text}"
            sending.message(tx, service, member.address_id, Presentation(text, protect=True), Lane.DIGEST)
    await schedule(tx, service)


async def _post(tx: Transaction, service: Service, counted: Figures, day: date, made_up: bool) -> None:
    address = await addresses.of(tx, service.channel, private=False)
    reads = reader(service, service.language)
    room = service.everywhere.text
    text = digest_text(counted, reads, day, room=room, made_up=made_up)
    again = digest_text(counted, reads, day, room=room, made_up=made_up, repeated=True)
    key = f"{KEY}{day.isoformat()}"
    sending.message(tx, service, address.id, Presentation(text), Lane.DIGEST, key=key, if_repeated=again)


async def count(tx: Transaction, service: Service, last: Digest | None, covers_to: datetime) -> Figures:
    """The figures since the last digest; if there was none, of the 24 hours before."""
    covers_from = last.covers_to if last is not None else covers_to - timedelta(hours=24)
    since = covers_to - LOOK_BACK
    known = await tx.cases.select(
        or_(cases.c.opened_at >= since, cases.c.closed_at.is_(None), cases.c.closed_at >= covers_from)
    )
    offers = await tx.alerts.select(alerts.c.offered_at >= covers_from)
    before = last.covers_to if last is not None else None
    were = await as_known(tx, service, known, before) if before is not None else {}
    return figures(known, offers, covers_from, covers_to, zone=service.zone, before=before, were=were)


async def for_coordinators(
    tx: Transaction, service: Service, counted: Figures, day: date, language: str
) -> str:
    """Unmet need, response times, who is on duty tonight, who cannot be reached, who bore how much."""
    members = await tx.members.by(suspended_at=None)
    away = await unreachable(tx, members)
    last = await tx.drills.select(drills.c.ended_at.is_not(None), order_by=drills.c.id.desc(), limit=1)
    planned = on_duty.schedule_of(service, members, away)
    there = tonight.on_duty(planned, tx.now)
    text = coordinators_text(
        counted,
        reader(service, language),
        day,
        on_duty=there,
        unreachable=[m for m in members if m.id in away],
        tonight=await tonight.by_region(tx, planned, there),
    )
    said = [service.words.say(language, "digest-drill", drill=head(service, language, one)) for one in last]
    shares = await shared_out.shares(tx, service, members)
    if shares:
        said.append(shared_out.line(service, language, shares))
    return "\n".join([text, *said])


def reader(service: Service, language: str) -> Reader:
    """Who reads it."""
    return Reader(
        service.words,
        language,
        service.zone,
        lambda place: service.gazetteer.name(place, language) if service.gazetteer.knows(place) else place,
    )


async def as_of(tx: Transaction, service: Service, day: date) -> tuple[Figures, bool]:
    """The figures of a day: as posted, or as they would be posted now. The flag says whether it was posted."""
    posted = await tx.digests.get(day)
    if posted is not None:
        return from_data(posted.figures), True
    end = datetime.combine(day, service.digest_time, service.zone).astimezone(UTC)
    last = await _last(tx, before=day)
    return await count(tx, service, last, min(end, tx.now)), False


async def on_posted(tx: Transaction, service: Service, row: Outgoing) -> None:
    """The channel has it."""
    assert row.key is not None
    digest = await tx.digests.get(date.fromisoformat(row.key.removeprefix(KEY)[:10]))
    if digest is not None and digest.posted_at is None:
        tx.digests.put(replace(digest, posted_at=tx.now))


async def _last(tx: Transaction, before: date | None = None) -> Digest | None:
    where = [digests.c.day < before] if before is not None else []
    found = await tx.digests.select(*where, order_by=digests.c.day.desc(), limit=1)
    return found[0] if found else None
