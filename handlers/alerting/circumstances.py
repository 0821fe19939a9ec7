"""What a decision whom to ask must know beside the roster: who can be reached, who has what to do, who must not."""

from collections.abc import Sequence

from bot.core.alerting.whom import Circumstances
from bot.core.casework.holding import is_conflict
from bot.core.model import Case, Member
from bot.core.vocabulary import AlertState
from handlers.people.readers import unreachable, who_cry
from storage.burdens import Burdens
from storage.transaction import Transaction


async def of(tx: Transaction, case: Case, members: Sequence[Member], known: Burdens) -> Circumstances:
    """As it is now. What was done in this transaction counts."""
    return Circumstances(
        unreachable=await unreachable(tx, members),
        crying=await who_cry(tx, case, members),
        conflicted=await _conflicted(tx, case),
        load=known.load,
        asked_at=known.asked_at,
    )


async def _conflicted(tx: Transaction, case: Case) -> set[int]:
    """Who said of a case that is linked to this one, because one report has fed both, that it is not for them."""
    if case.opened_at == tx.now:  # whatever feeds it has fed no other yet
        return set()
    reports = [report.id for report in await tx.reports.by(case_id=case.id)]
    await tx.prefetch(tx.links.want("report_id", reports))
    linked = {link.case_id for report in reports for link in await tx.links.by(report_id=report)} - {case.id}
    await tx.prefetch(tx.alerts.want("case_id", linked, state=AlertState.DECLINED))
    return {
        alert.member_id
        for other in linked
        for alert in await tx.alerts.by(case_id=other, state=AlertState.DECLINED)
        if is_conflict(alert)
    }
