"""The figures of a digest, as posted or as they would be now."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import and_, exists, not_, or_

from core.digest import count as counted
from core.digest.count import SHOWN
from core.digest.figures import DigestFigures, days_known, figures_from_data
from core.model import Digest
from handlers.cards import case_lines
from handlers.daily.digest_extras import count_extras
from handlers.service import Service
from storage.schema import cases, digests, links
from storage.transaction import Transaction

DAY = timedelta(days=1)
LOOK_BACK = (SHOWN + 1) * DAY  # the days that are shown, for every clock
# Its reports feed other cases: nothing is told of it any more, and it would be counted twice.
_fed = exists().where(links.c.case_id == cases.c.id)
LINKED_AWAY = and_(_fed, not_(exists().where(links.c.case_id == cases.c.id, links.c.ended_at.is_(None))))


async def count(tx: Transaction, service: Service, last: Digest | None, covers_to: datetime) -> DigestFigures:
    """The figures since this digest; if there was none, of the 24 hours before."""
    covers_from = last.covers_to if last is not None else covers_to - DAY
    wanted = or_(
        cases.c.opened_at >= min(covers_to - LOOK_BACK, covers_from),
        cases.c.closed_at.is_(None),
        cases.c.closed_at >= covers_from,
    )
    were = days_known(last.figures) if last is not None else None
    return counted.count_figures(
        await tx.cases.select(wanted, not_(LINKED_AWAY)),
        covers_from,
        covers_to,
        zone=service.zone,
        zone_of=lambda case: case_lines.zone_of(service, case),
        cities=service.gazetteer.city_regions,
        known_at=tx.now,
        before=counted.EarlierDigest(covers_from, were) if were is not None else None,
        beside=await count_extras(tx, service, covers_from, covers_to),
    )


async def as_of(tx: Transaction, service: Service, day: date) -> tuple[DigestFigures, bool]:
    """The figures of a day: as posted, or as they would be posted now. The flag says whether it was posted."""
    posted = await tx.digests.get(day)
    if posted is not None:
        return figures_from_data(posted.figures), True
    end = datetime.combine(day, service.digest_time, service.zone).astimezone(UTC)
    last = await newest_digest(tx, before=day)
    return await count(tx, service, last, min(end, tx.now)), False


async def of_day(tx: Transaction, service: Service, day: date) -> DigestFigures:
    """The figures of a day, as posted, or as they would be posted now."""
    return (await as_of(tx, service, day))[0]


async def of_week(tx: Transaction, service: Service, day: date) -> DigestFigures:
    """The same for the seven days that end with the digest of this day, or now."""
    counted_day = await tx.digests.get(day)
    covers_to = counted_day.covers_to if counted_day is not None else tx.now
    last = await tx.digests.get(day - 7 * DAY)
    if last is None:
        last = Digest(day - 7 * DAY, covers_to - 8 * DAY, covers_to - 7 * DAY)
    return await count(tx, service, last, covers_to)


async def newest_digest(tx: Transaction, before: date | None = None) -> Digest | None:
    """The newest digest, or the newest of the days before."""
    where = [digests.c.day < before] if before is not None else []
    found = await tx.digests.select(*where, order_by=digests.c.day.desc(), limit=1)
    return found[0] if found else None
