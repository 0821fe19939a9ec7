"""What the watchman finds in the database, for whoever looks from another process; of a bot that does not run, what it would
have found at its last sign of life.
"""

from bot.core.watch.rules import Finding, Sight, judge
from bot.outside.figures import ALIVE
from storage import audit
from storage.schema import boots
from storage.transaction import Transaction
from storage.vouched_rows import changed_by_hand


async def found(tx: Transaction) -> tuple[Finding, ...]:
    """The findings, in the order of the rules."""
    runs = await tx.boots.select(order_by=boots.c.id.desc(), limit=1)
    if not runs:
        return ()  # it never ran: nothing is planned yet
    sights = {**await audit.look(tx), "forged": [Sight(str(id)) for id in await changed_by_hand(tx)]}
    alive = abs(tx.now - runs[0].alive_at) <= ALIVE
    return judge(sights, {}, runs[0].started_at, tx.now if alive else runs[0].alive_at)
