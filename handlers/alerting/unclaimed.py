"""Cases that nobody has taken: coordinators have them on one card, which is edited and sounds ever more rarely.

a new one         at once, or as soon as the card has been quiet for NEW
the same again    when the escalation looks again, if the card has been quiet for half the time until its next look,
                  and no coordinator says that they are ringing
asked themselves  a coordinator whom the same look asks to take it hears that instead
"""

from collections.abc import Collection
from datetime import timedelta

from bot.core.alerting.pauses import morning_after
from bot.core.casework.life import ringing_key
from bot.core.model import Case
from bot.core.traffic import Lane, Timer
from bot.core.vocabulary import AskKind
from handlers.alerting import asks
from handlers.cards import case_lines, tracking
from handlers.cards.unclaimed_card import CARD
from handlers.people.membership import home
from handlers.service import Service
from storage.transaction import Transaction

NEW = timedelta(minutes=3)


async def tell(
    tx: Transaction,
    service: Service,
    case: Case,
    *,
    first: bool,
    wait: timedelta,
    asked: Collection[int] = (),
) -> None:
    """Nobody has accepted, for the ``first`` time or still. ``wait``: until the next look; ``asked``: members asked now."""
    await asks.tell_if_unread(tx, service, case, AskKind.NOBODY)
    ringing = await tx.timers.get(ringing_key(case.id)) is not None
    for member in await asks.coordinators(tx):
        there = await home(tx, member)
        if member.id in asked or (ringing and not first):
            await tracking.show(tx, CARD, 0, there, Lane.EDIT)
        else:
            quiet = NEW if first else wait / 2
            await tracking.ring(tx, CARD, 0, there, quiet=quiet, later=first)
    morning = Timer(
        f"morning:case-{case.id}",
        "morning",
        morning_after(tx.now, case_lines.zone_of(service, case)),
        case.id,
    )
    if await tx.timers.get(morning.key) is None:
        tx.timers.put(morning)
