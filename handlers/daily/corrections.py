"""What a digest corrects: cases of which we have learnt something since the last one, as they were known then."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import or_, select, union

from bot.core.casework.columns import columns_of
from bot.core.model import Case
from handlers.cards.case_view import view_as_of
from handlers.service import Service
from storage.schema import claims, links
from storage.transaction import Transaction

JUST_BEFORE = timedelta(microseconds=1)


async def as_known(
    tx: Transaction, service: Service, cases: Iterable[Case], then: datetime
) -> dict[int, Case]:
    """Those of the cases that were open by then and of which something was said, taken back or linked since; by id."""
    learnt = await _learnt_since(tx, then)
    found = [case for case in cases if case.opened_at < then and case.id in learnt]
    ids = [case.id for case in found]
    await tx.prefetch(tx.links.want("case_id", ids), tx.claims.want("case_id", ids))
    reports = {link.report_id for id in ids for link in await tx.links.by(case_id=id)}
    await tx.claims.prefetch("report_id", reports)
    known = {}
    for case in found:
        view = await view_as_of(tx, case, then - JUST_BEFORE)
        known[case.id] = replace(case, **columns_of(view, service.gazetteer, service.zone))
    return known


async def _learnt_since(tx: Transaction, then: datetime) -> set[int]:
    """The cases with a claim that was noted or withdrawn since, or with a report that was linked elsewhere."""
    new = or_(claims.c.noted_at >= then, claims.c.withdrawn_at >= then)
    moved = links.alias("moved")
    by_report = select(links.c.case_id).join(claims, claims.c.report_id == links.c.report_id).where(new)
    own = select(claims.c.case_id).where(claims.c.case_id.is_not(None), new)
    by_link = (
        select(links.c.case_id).join(moved, moved.c.report_id == links.c.report_id).where(moved.c.at >= then)
    )
    return {row.case_id for row in (await tx.execute(union(by_report, own, by_link))).all()}
