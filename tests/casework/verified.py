"""A member has said that a source is to be trusted: then its reporter may hear what others have told."""

from core.casework.claim_kinds import RELIABILITY
from handlers.casework import facts
from tests.casework.story_desk import Desk, Person


async def verify(desk: Desk, by: Person, number: int = -1) -> None:
    """The newest report, or the first, second …"""
    report, member = await desk.report(number), await desk.membership(by)
    async with desk.writing() as tx:
        case = await tx.cases.get(report.case_id or 0)
        assert case is not None
        claim = facts.source_claim(tx, case, report, member, RELIABILITY, "likely")
        await facts.record(tx, desk.service, case, claim)
