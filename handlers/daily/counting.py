"""The figures of a digest, as posted or as they would be now."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import or_

from bot.core.digest.figures import Figures, figures
from bot.core.digest.figures_data import from_data
from bot.core.model import Digest
from handlers.daily.corrections import as_known
from handlers.service import Service
from storage.schema import alerts, cases, digests
from storage.transaction import Transaction

LOOK_BACK = timedelta(days=15)  # figures correct the days of two weeks


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


async def as_of(tx: Transaction, service: Service, day: date) -> tuple[Figures, bool]:
    """The figures of a day: as posted, or as they would be posted now. The flag says whether it was posted."""
    posted = await tx.digests.get(day)
    if posted is not None:
        return from_data(posted.figures), True
    end = datetime.combine(day, service.digest_time, service.zone).astimezone(UTC)
    last = await newest(tx, before=day)
    return await count(tx, service, last, min(end, tx.now)), False


async def newest(tx: Transaction, before: date | None = None) -> Digest | None:
    """The newest digest, or the newest of the days before."""
    where = [digests.c.day < before] if before is not None else []
    found = await tx.digests.select(*where, order_by=digests.c.day.desc(), limit=1)
    return found[0] if found else None
