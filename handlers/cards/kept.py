"""Whether a case is on legal hold. One whose reports feed it is a part of it: a hold of that holds all."""

from bot.core.casework.linking import is_stub
from bot.core.holds import Hold
from bot.core.model import Case
from storage.transaction import Transaction


async def whole(tx: Transaction, case: Case) -> list[Case]:
    """The case, and those that are stubs because their reports feed it: they go with it."""
    reports = await tx.reports.by(case_id=case.id)
    await tx.links.prefetch("report_id", [report.id for report in reports])
    fed = {link.case_id for report in reports for link in await tx.links.by(report_id=report.id)}
    others = [await tx.cases.get(id) for id in sorted(fed - {case.id})]
    return [case, *(one for one in others if one is not None and is_stub(one))]


async def holds_of(tx: Transaction, case: Case) -> list[Hold]:
    """What holds it now, its own first."""
    found = [hold for one in await whole(tx, case) for hold in await tx.holds.by(case_id=one.id)]
    return [hold for hold in found if hold.lives(tx.now)]
