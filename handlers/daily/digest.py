"""The day's digest: one row a day, always at the configured local time, also when nothing happened.

A missed one is made up and covers everything since the last. Whether a sending whose outcome is unknown arrived cannot
be looked up (a bot cannot read a channel's history), so it is repeated once, marked so. Without a channel the coordinators
read it above what is for them only.
"""

from dataclasses import replace
from datetime import date, timedelta

from bot.core.digest.figures_data import to_data
from bot.core.digest.schedule import next_digest
from bot.core.model import Digest
from bot.core.presentation import Presentation
from bot.core.traffic import Lane, Outgoing, Timer
from handlers.alerting import asks
from handlers.daily import counting
from handlers.daily.edition import edition
from handlers.daily.for_coordinators import for_coordinators
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.readers import language_of
from handlers.service import Service
from storage.transaction import Transaction

KEY = "digest:"  # of the timer and of the outbox row: digest:2018-09-18
LATE = timedelta(minutes=10)  # posted later than this after its time, it is marked as made up


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
        counted = await counting.count(tx, service, await counting.newest(tx), tx.now)
        late = tx.now - timer.due_at > LATE
        tx.digests.add(Digest(day, counted.covers_from, tx.now, figures=to_data(counted)))
        if service.channel:
            await _post(tx, service, day, late)
        for member in await asks.coordinators(tx):
            language = await language_of(tx, service, member.address_id)
            text = await for_coordinators(tx, service, counted, day, language)
            if not service.channel:
                public = await edition(tx, service, day, language, remarks=_remarks(service, language, late))
                text = f"{public.text}\n\n{text}"
            sending.message(tx, service, member.address_id, Presentation(text, protect=True), Lane.DIGEST)
    await schedule(tx, service)


async def _post(tx: Transaction, service: Service, day: date, late: bool) -> None:
    address = await addresses.of(tx, service.channel, private=False)
    language = service.language
    remarks = _remarks(service, language, late)
    first = await edition(tx, service, day, language, remarks=remarks)
    repeated = service.words.say(language, "digest-repeated")
    again = await edition(tx, service, day, language, remarks=[repeated, *remarks])
    key = f"{KEY}{day.isoformat()}"
    shown = Presentation(first.text)
    sending.message(tx, service, address.id, shown, Lane.DIGEST, key=key, if_repeated=again.text)


def _remarks(service: Service, language: str, late: bool) -> list[str]:
    return [service.words.say(language, "digest-made-up")] if late else []


async def on_posted(tx: Transaction, service: Service, row: Outgoing) -> None:
    """The channel has it."""
    assert row.key is not None
    digest = await tx.digests.get(date.fromisoformat(row.key.removeprefix(KEY)[:10]))
    if digest is not None and digest.posted_at is None:
        tx.digests.put(replace(digest, posted_at=tx.now))
