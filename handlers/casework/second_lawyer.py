"""Whether two lawyers are wanted is a member's word too; and a second lawyer who cannot be reached is it no more."""

from bot.core.traffic import Timer
from bot.core.vocabulary import AlertState, CaseState
from handlers.casework import succession
from handlers.people.readers import is_reachable
from handlers.pressed import OnCase
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

ANSWERS = ("yes", "no")


async def on_said(turn: Turn, found: OnCase) -> None:
    """*A second lawyer*, or *one is enough*. Whoever is the second already stays."""
    if found.case.state is CaseState.ACCEPTED:
        await succession.second_said(turn.tx, turn.service, found.case, found.member, found.word)
    else:
        turn.reply("case-is-open")


async def on_gone(tx: Transaction, service: Service, timer: Timer) -> None:
    """The second lawyer has blocked the bot or hidden the chat: somebody else is asked."""
    case = await tx.cases.get(timer.subject_id)
    second = await tx.members.get(case.second_id or 0) if case is not None else None
    if case is None or second is None or case.state is not CaseState.ACCEPTED:
        return
    if not await is_reachable(tx, second):
        await succession.second_left(tx, service, case, 0, AlertState.UNREACHABLE, None)
