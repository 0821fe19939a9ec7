"""The cases that a member has now, as the first or the second of two."""

from collections.abc import Sequence

from bot.core.model import Case, Member
from bot.core.vocabulary import CaseState
from storage.row_map import Wanted
from storage.transaction import Transaction


def wanted(tx: Transaction, member_ids: Sequence[int]) -> tuple[Wanted, Wanted]:
    """What :func:`held_by` will ask, for many."""
    first = tx.cases.want("owner_id", member_ids, state=CaseState.ACCEPTED)
    return first, tx.cases.want("second_id", member_ids, state=CaseState.ACCEPTED)


async def held_by(tx: Transaction, member: Member) -> list[Case]:
    """Those accepted and not closed."""
    first = await tx.cases.by(owner_id=member.id, state=CaseState.ACCEPTED)
    second = await tx.cases.by(second_id=member.id, state=CaseState.ACCEPTED)
    return [*first, *second]
