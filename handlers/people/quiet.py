"""The quiet hours of a member: what can be read in the morning makes no sound in them."""

from zoneinfo import ZoneInfo

from handlers.people.membership import members_at
from handlers.service import Service
from storage.transaction import Transaction


async def is_quiet(tx: Transaction, service: Service, address_id: int) -> bool:
    """Whether it is such an hour now, by the clock of the first of their places that is known; else the organisation's."""
    if service.quiet is None:
        return False
    members = await members_at(tx, address_id)
    places = [place for member in members for place in member.cities if service.gazetteer.knows(place)]
    zone = service.gazetteer.zone_of(*places[:1])
    here = service.zone if zone is None else ZoneInfo(zone)
    return service.quiet.hold(tx.now.astimezone(here).time())
