"""Who told cases first, and how many cases each of these has told: one statement, however many the cases are."""

from collections.abc import Collection
from functools import cache

from sqlalchemy import func, select

from storage import compiled
from storage.compiled import Prepared
from storage.row_map import CHUNK
from storage.schema import reports
from storage.transaction import Transaction


async def told_by(tx: Transaction, case_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """Of each case that somebody told: the address of who was first, and how many cases that address has told."""
    await tx.flush()
    ids, found = list(case_ids), dict[int, tuple[int, int]]()
    for start in range(0, len(ids), CHUNK):
        size, values = compiled.among(ids[start : start + CHUNK])
        for case_id, address_id, cases in await tx.session.fetch(_told(size), values):
            found.setdefault(case_id, (address_id, cases))
    return found


@cache
def _told(size: int) -> Prepared:
    others = reports.alias()
    theirs = others.c.address_id == reports.c.address_id, others.c.case_id.is_not(None)
    cases = select(func.count()).select_from(others).where(*theirs).scalar_subquery().label("cases")
    columns = (reports.c.case_id, reports.c.address_id, cases)
    asked = select(*columns).where(compiled.one_of(reports.c.case_id, size))
    return Prepared(asked.order_by(reports.c.id), columns)
