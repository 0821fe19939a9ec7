"""The cases that a member has now, as the first or the second of two."""

from bot.core.model import Case, Member
from bot.core.vocabulary import CaseState
from storage.transaction import Transaction


async def held_by(tx: Transaction, member: Member) -> list[Case]:
    """Those accepted and not closed."""
    first = await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED)
    second = await tx.cases.by(second_id=member.id, state=CaseState.ACCEPTED)
    return [*first, *second]
