"""A reporter warns of somebody who may ask about the case, or who is not who they say: from then on every other chat that
tells of the case is told nothing, until a member has verified who writes there.
"""

from core.casework.claim_kinds import Certainty
from core.casework.claims import Claim, SourceKind
from core.casework.telling import is_verified
from core.model import Report
from storage.transaction import Transaction

WARNED = "warned"  # the kind of claim


def note(tx: Transaction, report: Report) -> None:
    """The writer of this report warns."""
    said = Claim(
        tx.new_id(),
        None,
        report.id,
        WARNED,
        "yes",
        SourceKind.REPORT,
        report.id,
        tx.now,
        Certainty.UNDERSTOOD,
    )
    tx.claims.add(said)


async def is_warned_of(tx: Transaction, report: Report) -> bool:
    """Whether another chat that tells of the same case has warned, and nobody has verified this one."""
    others = await tx.reports.by(case_id=report.case_id) if report.case_id is not None else []
    for other in others:
        if other.address_id == report.address_id:
            continue
        if any(c.kind == WARNED and c.withdrawn_at is None for c in await tx.claims.by(report_id=other.id)):
            return not is_verified(await tx.claims.by(report_id=report.id))
    return False
