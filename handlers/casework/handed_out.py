"""What is handed out beside the card of a case: all words, and files. Taken back when its reader may not see them any more.

The outbox remembers each by a key that names the case, for as long as it keeps its rows.
"""

from dataclasses import replace

from bot.core.model import Case
from bot.core.traffic import Outgoing
from bot.core.vocabulary import CaseState, Role
from handlers.outbox import sending
from storage.schema import outbox
from storage.transaction import Transaction

KEY = "extra:"


def new_key(tx: Transaction, case: Case) -> str:
    """The key of one more."""
    return f"{KEY}{case.id}:{tx.new_id()}"


async def may_see(tx: Transaction, case: Case, address_id: int) -> bool:
    """Whether somebody sees the case whole: who has it now, and a coordinator to whom it was opened."""
    for member in await tx.members.by(address_id=address_id, suspended_at=None):
        if (
            member.role is not Role.ADMINISTRATOR
            and case.state is CaseState.ACCEPTED
            and case.owner_id == member.id
        ):
            return True
        if member.role is Role.COORDINATOR and await tx.cards.by(
            subject="case", subject_id=case.id, address_id=address_id
        ):
            return True
    return False


async def take_back(tx: Transaction, *, case_id: int | None = None, address_id: int | None = None) -> None:
    """The views of a case, or of a person, have shrunk: so does what was handed out beside them."""
    where = [outbox.c.address_id == address_id] if address_id is not None else []
    prefix = KEY if case_id is None else f"{KEY}{case_id}:"
    for row in await tx.outgoing.select(outbox.c.key.startswith(prefix), *where):
        await check(tx, row)


async def check(tx: Transaction, row: Outgoing) -> None:
    """Take one back, if it must be: what still waits is not sent, what is on its way is checked when it arrives."""
    assert row.key is not None  # by which it was found
    case = await tx.cases.get(int(row.key.split(":")[1]))
    if case is not None and await may_see(tx, case, row.address_id):
        return
    if row.state == "waiting":
        tx.outgoing.put(replace(row, state="failed", failed="not shown any more"))
    elif row.message_id is not None and row.kind == "media":
        sending.delete(tx, row.address_id, [row.message_id])
    elif row.message_id is not None:
        sending.take_away(tx, row.address_id, row.message_id, row.created_at)
