"""How the reporter of a report may be written to though they have not just written."""

from bot.core.casework.answering import Way, told_by, way
from bot.core.casework.claims import SourceKind
from bot.core.casework.consents import answer_of, answers
from bot.core.casework.describe import describe
from bot.core.casework.rules import NEVER
from bot.core.model import Report
from bot.core.vocabulary import Use
from handlers.people import addresses
from storage.transaction import Transaction


async def way_to(tx: Transaction, report: Report) -> Way:
    """By what they tell of themselves and answered last. Nothing leaves where somebody else may be reading, or nobody is:
    the chat is hidden, muted or gone. Whoever told it on the telephone has none.
    """
    address = await tx.addresses.get(report.address_id)
    if address is None or not addresses.is_chat(address):
        return Way.NOTHING
    unheard = address.unreachable_since is not None or address.untrusted_since is not None
    is_silent = address.silenced_at is not None or unheard or addresses.is_muted(address, tx.now)
    claims = await tx.claims.by(report_id=report.id)
    said = answers(describe(claims, NEVER), Use.WRITE)
    own = [answer_of(fact) for fact in said if fact.source == (SourceKind.REPORT, report.id)]
    return way(own[-1] if own else "", told_by(claims), is_silent=is_silent)


async def may_be_answered(tx: Transaction, report: Report) -> bool:
    """Whether a person of ours may answer in that chat: with a sound or without one."""
    return await way_to(tx, report) is not Way.NOTHING
