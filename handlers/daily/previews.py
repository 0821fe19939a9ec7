"""A digest before it is posted: some time ahead coordinators see it. They may hold it, let it go, and add a sentence.

What is held is not posted by itself. At its time, and when its day is over, they are reminded; then the next digest covers
what this one would have said.
"""

from datetime import date
from enum import StrEnum

from bot.core.digest.schedule import times_of
from bot.core.postings import Preview
from bot.core.traffic import Lane, Timer
from handlers.alerting import asks
from handlers.cards import tracking
from handlers.daily import channels, naming
from handlers.people.membership import home
from handlers.service import Service
from storage.transaction import Transaction

CARD = "preview"
SOON, OVER = "preview", "held"  # kinds of timers, whose keys begin so


class Stage(StrEnum):
    """How far it is."""

    WAITS = "waits"  # for its time
    HELD = "held"
    POSTED = "posted"
    PASSED = "passed"  # its day is over, and it was not posted


async def of(tx: Transaction, day: date) -> Preview:
    """What coordinators said of it so far."""
    return await tx.previews.get(day.toordinal()) or Preview(day.toordinal())


async def stage(tx: Transaction, service: Service, preview: Preview) -> Stage:
    """How far it is now."""
    if await tx.digests.get(preview.day) is not None:
        return Stage.POSTED
    _, _, end = times_of(preview.day, service.zone, service.digest_time, service.preview)
    if tx.now >= end:
        return Stage.PASSED
    return Stage.HELD if preview.is_held else Stage.WAITS


def may_go_now(tx: Transaction, service: Service, day: date) -> bool:
    """Whether it can be posted before its time: on its day, or when it is shown already."""
    begin, _, end = times_of(day, service.zone, service.digest_time, service.preview)
    return begin <= tx.now < end


async def note_of(tx: Transaction, service: Service, preview: Preview) -> str:
    """The sentence that is posted with it; empty where it may not."""
    doubts = await naming.named(tx, service, preview.note)
    allowed = not doubts or (preview.note_agreed and not any(one.is_bound for one in doubts))
    return preview.note if allowed else ""


async def plan(tx: Transaction, service: Service, day: date) -> None:
    """Coordinators will see it ahead, if there is a channel to see it for."""
    if service.preview and await channels.of(tx, service):
        _, due, _ = times_of(day, service.zone, service.digest_time, service.preview)
        soon = max(tx.now, due - service.preview)
        tx.timers.put(Timer(f"{SOON}:{day.isoformat()}", SOON, soon, day.toordinal()))


async def on_soon(tx: Transaction, service: Service, timer: Timer) -> None:
    """Its time comes near: every coordinator sees it."""
    preview = await of(tx, date.fromordinal(timer.subject_id))
    if await channels.of(tx, service) and await stage(tx, service, preview) in (Stage.WAITS, Stage.HELD):
        for member in await asks.coordinators(tx):
            await tracking.show(tx, CARD, preview.id, await home(tx, member), Lane.NEWS)


async def withheld(tx: Transaction, service: Service, day: date) -> None:
    """Its time has come and it is held: coordinators are reminded, now and when its day is over."""
    await _remind(tx, day)
    _, _, end = times_of(day, service.zone, service.digest_time, service.preview)
    if tx.now < end:
        tx.timers.put(Timer(f"{OVER}:{day.isoformat()}", OVER, end, day.toordinal()))


async def on_day_over(tx: Transaction, service: Service, timer: Timer) -> None:
    """It was not let go: it is not posted any more."""
    preview = await of(tx, date.fromordinal(timer.subject_id))
    if await stage(tx, service, preview) is Stage.PASSED:
        await _remind(tx, preview.day)


async def settle(tx: Transaction, day: date) -> None:
    """It is posted: nothing is left to wait for."""
    for kind in (SOON, OVER):
        tx.timers.remove(f"{kind}:{day.isoformat()}")
    await touch(tx, day)


async def touch(tx: Transaction, day: date) -> None:
    """Everybody sees how it stands."""
    for card in await tx.cards.by(subject=CARD, subject_id=day.toordinal()):
        tracking.touch(tx, card)


async def _remind(tx: Transaction, day: date) -> None:
    for member in await asks.coordinators(tx):
        await tracking.renew(tx, CARD, day.toordinal(), await home(tx, member), Lane.NEWS)
