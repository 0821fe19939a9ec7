"""The day's digest: one row a day, always at the configured local time, even when nothing happened, unless it is held.

A missed one is made up for and covers everything since the last. Coordinators and partners get the day's line, which shows
later that nothing was rewritten since (storage.day_lines). Without a channel, coordinators read it above what is only
for them.
"""

from datetime import date, timedelta

from core.digest.figures import DigestFigures, figures_to_data
from core.digest.recurrence import falls_within, next_occurrence
from core.model import Digest
from core.presentation import Presentation
from core.traffic import Lane, Timer
from handlers.alerting import tasks
from handlers.daily import digest_figures, posting, previews
from handlers.daily.edition import coordinators_part, make_edition
from handlers.outbox import sending
from handlers.people import addresses
from handlers.people.membership import home_address
from handlers.people.readers import language_of
from handlers.service import Service
from storage.day_lines import write_day_line
from storage.transaction import Transaction

KEY = "digest:"  # of its timer: digest:2018-09-18
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
    day, due = next_occurrence(tx.now, service.zone, service.digest_time, done=done)
    tx.timers.put(Timer(f"{KEY}{day.isoformat()}", "digest", due))
    await previews.plan_preview(tx, service, day)


async def on_digest_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """Its time has come: it is posted unless it is held, coordinators read their part, the next timer is set."""
    day = date.fromisoformat(timer.key.removeprefix(KEY))
    if await tx.digests.get(day) is None:
        late = tx.now - timer.due_at > LATE
        if (await previews.load_preview(tx, day)).is_held:
            counted = await digest_figures.count(tx, service, await digest_figures.newest_digest(tx), tx.now)
            await previews.remind_held(tx, service, day)
        else:
            counted = await _count_and_post(tx, service, day, late=late)
        await _tell_coordinators(tx, service, day, counted, late=late)
    await schedule(tx, service)


async def post_now(tx: Transaction, service: Service, day: date) -> None:
    """Before its time, or after it where it was held; what coordinators read at its time they read only once."""
    early = await tx.timers.get(f"{KEY}{day.isoformat()}") is not None
    counted = await _count_and_post(tx, service, day)
    if early:
        tx.timers.remove(f"{KEY}{day.isoformat()}")
        await _tell_coordinators(tx, service, day, counted)
    await schedule(tx, service)


async def _count_and_post(
    tx: Transaction, service: Service, day: date, *, late: bool = False
) -> DigestFigures:
    """Count, write the row, post to the channels; and the week's edition, if one of its days has come since the last."""
    last = await digest_figures.newest_digest(tx)
    counted = await digest_figures.count(tx, service, last, tx.now)
    tx.digests.add(Digest(day, counted.covers_from, tx.now, figures=figures_to_data(counted)))
    note = await previews.sentence_of(tx, service, await previews.load_preview(tx, day))

    def remarks(language: str) -> list[str]:
        return [*_late_remark(service, language, late=late), *([note] if note else [])]

    await posting.post_digest(tx, service, day, remarks)
    if falls_within(service.weekly, last.day if last is not None else day - timedelta(days=1), day):
        await posting.post_digest(tx, service, day, lambda language: (), weekly=True)
    await previews.settle(tx, day)
    return counted


async def _tell_coordinators(
    tx: Transaction, service: Service, day: date, counted: DigestFigures, *, late: bool = False
) -> None:
    line = (await write_day_line(tx, day)).text
    for partner in service.partners:
        address = await addresses.of_chat(tx, partner, messenger=service.home, private=False)
        sending.send_message(tx, service, address.id, Presentation(line), Lane.DIGEST)
    for member in await tasks.coordinators(tx):
        there = await home_address(tx, member)
        language = await language_of(tx, service, there)
        text = await coordinators_part(tx, service, counted, day, language)
        text += f"\n\n{service.words.say(language, 'digest-day-line', line=line)}"
        if not await posting.digest_channels(tx, service):
            remarks = _late_remark(service, language, late=late)
            public = await make_edition(tx, service, day, language, remarks=remarks)
            text = f"{public.whole}\n\n{text}"
        sending.send_message(tx, service, there, Presentation(text, protect=True), Lane.DIGEST)


def _late_remark(service: Service, language: str, *, late: bool) -> list[str]:
    return [service.words.say(language, "digest-made-up")] if late else []
