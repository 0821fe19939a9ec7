"""What is true of a stored case: its claims, and those of the reports that feed it, loaded and described."""

from datetime import datetime

from bot.core.casework.claims import Claim, linked
from bot.core.casework.describe import CaseView, describe
from bot.core.casework.rules import NEVER
from bot.core.model import Case
from storage.transaction import Transaction


async def view_of(tx: Transaction, case: Case) -> CaseView:
    """What is true now."""
    return view_from(await claims_of(tx, case))


async def claims_of(tx: Transaction, case: Case) -> list[Claim]:
    """What its sources say, also what they have taken back."""
    reports = {report.id for report in await tx.reports.by(case_id=case.id)}
    return await _claims(tx, case, reports)


def view_from(claims: list[Claim]) -> CaseView:
    """What is true now by these claims."""
    # Not as of this moment: a clock that was ahead and was put back has left claims in the future.
    return describe(claims, NEVER)


async def view_as_of(tx: Transaction, case: Case, moment: datetime) -> CaseView:
    """What we knew at a moment, from the reports that fed the case then."""
    reports = linked(await tx.links.by(case_id=case.id), case.id, moment)
    return describe(await _claims(tx, case, reports), moment)


async def _claims(tx: Transaction, case: Case, reports: set[int]) -> list[Claim]:
    claims = await tx.claims.by(case_id=case.id)
    for report in reports:
        claims += await tx.claims.by(report_id=report)
    return claims
