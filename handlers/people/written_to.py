"""Whether the reporter of a report may be written to: by ourselves, or as an answer to what they wrote."""

from bot.core.casework.consents import permits
from bot.core.casework.describe import describe
from bot.core.casework.rules import NEVER
from bot.core.model import Report
from bot.core.vocabulary import Use
from handlers.people import addresses
from storage.transaction import Transaction


async def may_be_written_to(tx: Transaction, report: Report) -> bool:
    """They allow it, and nobody else may be reading: the chat is neither hidden nor muted, and it is there. Whoever told it
    on the telephone has none.
    """
    if not await _reaches_them_alone(tx, report):
        return False
    return permits(describe(await tx.claims.by(report_id=report.id), NEVER), Use.WRITE, report.id)


async def may_be_answered(tx: Transaction, report: Report) -> bool:
    """Whoever wrote to us may be answered in that chat, until they say no, or somebody else may be reading."""
    return report.consent != "no" and await _reaches_them_alone(tx, report)


async def _reaches_them_alone(tx: Transaction, report: Report) -> bool:
    address = await tx.addresses.get(report.address_id)
    if address is None or not addresses.is_chat(address):
        return False
    unheard = address.unreachable_since is not None or address.untrusted_since is not None
    return not (address.silenced_at is not None or unheard or addresses.is_muted(address, tx.now))
