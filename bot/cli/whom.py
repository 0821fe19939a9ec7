"""Whom of the roster a technician means: by the name or the id, as ``dabyl roster list`` shows them."""

from collections.abc import Iterable

from bot.cli.session import fail
from bot.core.folding import fold
from bot.core.model import Member
from handlers.casework import roster
from storage.transaction import Transaction


async def meant(tx: Transaction, who: str, among: Iterable[Member]) -> Member:
    """The one who is called so. Ends where nobody is, or several are."""
    found = []
    for member in among:
        row = await roster.row_of(tx, member)
        id = str(row.telegram_id or "")
        if who == (id or None) or fold(who) == fold(row.name):
            found.append((id, member))
    if not found:
        fail(f'Nobody on the roster has the id or the name "{who}": dabyl roster list', code=2)
    if len(found) > 1:
        ids = ", ".join(id or "–" for id, _ in found)
        fail(f'Several people are called "{who}"; name one by the id: {ids}', code=2)
    return found[0][1]
