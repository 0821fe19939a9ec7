"""A lawyer reports for a client: others are asked about it, and with one press it is their own."""

from core.model import Case
from core.presentation import Button, ButtonRows, Style
from core.vocabulary import MYSELF, CaseState, Role
from handlers.casework import lifecycle
from handlers.turn import Turn, id_in


def taking_rows(turn: Turn, case: Case) -> ButtonRows:
    """*I take it myself*, below the receipt; nothing for anybody else, or who tells of themselves."""
    member = turn.active
    is_theirs = member is not None and member.role is Role.LAWYER and case.situation != MYSELF
    if not is_theirs or not case.alerting:
        return ()
    return ((Button(turn.say("button-take-own"), f"mycase:{case.id}", Style.PRIMARY),),)


async def own_case(turn: Turn, argument: str) -> Case | None:
    """The case of that number, if a lawyer has reported it here."""
    case = await turn.tx.cases.get(id_in(argument) or 0)
    if case is None or not taking_rows(turn, case):
        return None
    mine = await turn.tx.reports.by(address_id=turn.address.id)
    return case if any(report.case_id == case.id for report in mine) else None


async def on_taken(turn: Turn, case: Case) -> None:
    """Unless somebody has it."""
    member = turn.active
    if member is None:
        return
    if case.state is CaseState.OPEN:
        await lifecycle.take(turn.tx, turn.service, case, member, at=turn.address.id)
    elif case.owner_id != member.id:
        turn.reply("case-is-closed" if case.state is CaseState.CLOSED else "accept-too-late")
