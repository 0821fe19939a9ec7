"""What is due is forgotten at night, a piece a transaction: whoever needs help meanwhile waits for no purge, and one that
was killed goes on where it was. An older database that was put back has its timer overdue, and forgets at its start.
"""

from datetime import time, timedelta

from msgspec.structs import replace

from bot.core.digest.schedule import next_digest as next_daily
from bot.core.forgetting.terms import Terms
from bot.core.traffic import Timer
from handlers.cards import kept
from handlers.forgetting import members, over, parts
from handlers.people import nobody
from handlers.service import Service
from storage import files
from storage.purge import aged, due, rules
from storage.transaction import Transaction

KIND = "forgetting"
ALONE = "alone-forgotten"  # handlers.forgetting.singly
AT = time(2, 40)
CASES = 10  # in one transaction
PAUSE = timedelta(seconds=2)  # between two pieces, for everybody else


async def on_due(tx: Transaction, service: Service, timer: Timer) -> None:
    """The next piece; after the last one, the next night."""
    after = await piece(tx, service, timer.subject_id)
    if after is None:
        await schedule(tx, service)
    else:
        tx.timers.put(Timer(KIND, KIND, tx.now + PAUSE, after))


async def piece(tx: Transaction, service: Service, after: int) -> int | None:
    """One of them: behind which case it goes on; None after the last. What goes by age alone goes first, and again at the
    end, with what was freed meanwhile; members, and what is over without its timer having come, after the cases.
    """
    if after == 0 and await _by_age(tx, service):
        return after
    found = await due.closed(tx, service.retention, after, CASES)
    last = after
    for one in found.due:
        case = await tx.cases.get(one.case_id)
        free = case if case is not None and not await kept.holds_of(tx, case) else None
        if free is not None and not await parts.forget(tx, service, free, one.stages):
            return one.case_id - 1
        tx.timers.remove(f"{ALONE}:{one.case_id}")  # one that was given up once
        last = one.case_id
    if tx.folder is None:  # nothing of them was copied, so that nobody else looks after the rows
        for file in await files.unwanted(tx):
            tx.files.remove(file.id)
    if found.after is not None:
        return found.after
    if found.due:
        return last
    more = await members.forget(tx, service) + await members.forget_reasons(tx, service)
    more = more or await over.forget(tx, service) or await _by_age(tx, service)
    return last if more else None


async def _by_age(tx: Transaction, service: Service) -> int:
    """Not in every piece: what is old and stays would be looked at again and again."""
    await tx.flush()
    return await aged.delete(tx, rules.RULES, terms(service), await kept_chats(tx, service))


def terms(service: Service) -> Terms:
    """The configured ones. Where a message is stays known as long as a messenger can delete it."""
    deletable = [one.deletable for one in service.abilities.values()]
    return replace(service.retention, messages=max(service.retention.messages, *deletable))


async def kept_chats(tx: Transaction, service: Service) -> set[bytes]:
    """By which chats are found that stay though nothing leads to them: the administrators', and those of nobody."""
    named = {tx.lookup(service.home, chat) for chat in service.administrators}
    return named | await nobody.lookups(tx)


async def schedule(tx: Transaction, service: Service) -> None:
    """Set the timer of the next night, unless it is set; one that is parked is tried again then."""
    timer = await tx.timers.get(KIND)
    if timer is None or timer.parked:
        _, at = next_daily(tx.now, service.zone, AT)
        tx.timers.put(Timer(KIND, KIND, at))
