"""When lawyers are asked about a check-in that was missed, if no coordinator says otherwise.

NAMED    after it was missed, where the police or an interrogation stand in what the check-in told: these wait for nobody
UNNAMED  after it was missed, else
If very many of the others in one region are silent together, lawyers are asked about AT_ONCE of them then, and about as many
after each EACH: chats that we know first, those that were new when they set it and the second of one chat last. None waits
longer than LONGEST for others.
"""

from datetime import datetime, timedelta

from core.model import Case
from core.records.check_ins import CheckIn
from core.understanding import names_police
from core.vocabulary import CheckInState
from handlers.service import Service
from storage.transaction import Transaction

AFTER = timedelta(minutes=10)  # the time that was set: then it is missed
NAMED, UNNAMED = timedelta(minutes=10), timedelta(minutes=20)
TOGETHER = timedelta(minutes=15)  # between the times of check-ins that are silent together
AT_ONCE, EACH = 5, timedelta(minutes=5)
LONGEST = timedelta(minutes=30)
KNOWN = timedelta(days=1)  # so long before it was set the chat wrote for the first time
TOLD = 30  # the first things that stand in its report: what it told comes behind what was written before it was missed


async def due(tx: Transaction, service: Service, checkin: CheckIn, case: Case) -> datetime:
    """The moment for this one."""
    missed_at = min(checkin.due + AFTER, case.opened_at)
    if await names_police_in(tx, service, checkin):
        return missed_at + NAMED
    return missed_at + UNNAMED + min(await _before(tx, checkin) // AT_ONCE * EACH, LONGEST)


async def names_police_in(tx: Transaction, service: Service, checkin: CheckIn) -> bool:
    """Whether what it told names the police, security or an interrogation."""
    told = await tx.entries.oldest(TOLD, report_id=checkin.report_id or 0)
    return any(names_police(str(entry.payload.get("text", "")), service.heard) for entry in told)


async def _before(tx: Transaction, checkin: CheckIn) -> int:
    """How many of those that are silent together go before it."""
    if checkin.region is None:
        return 0
    found = await tx.checkins.by(region=checkin.region, state=CheckInState.MISSED)
    together = [other for other in found if abs(other.due - checkin.due) <= TOGETHER]
    first: dict[int, int] = {}
    for other in sorted(together, key=lambda other: (other.due, other.id)):
        first.setdefault(other.address_id, other.id)
    order = sorted([(await _is_doubted(tx, other, first), other.due, other.id) for other in together])
    return next((place for place, (_, _, id) in enumerate(order) if id == checkin.id), 0)


async def _is_doubted(tx: Transaction, checkin: CheckIn, first: dict[int, int]) -> bool:
    address = await tx.addresses.get(checkin.address_id)
    is_new = address is None or checkin.created_at - address.created_at < KNOWN
    return is_new or first[checkin.address_id] != checkin.id
