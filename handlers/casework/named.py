"""A member names a case by the code that stands on its card, alone or behind ``/case``: what is offered to them comes."""

from bot.core.casework.holding import has
from bot.core.model import Case
from bot.core.traffic import Lane
from bot.core.vocabulary import AlertState, Role
from handlers.cards import tracking
from handlers.casework import coordinator_buttons
from handlers.forms.follow import Open
from handlers.pressed import OnCase, case_of_code
from handlers.turn import Turn


async def on_code_said(turn: Turn, opened: Open | None) -> bool:
    """The code alone, where no form waits for one: the case opens as ever. False for other words, and for no member."""
    member = turn.active
    if member is None or (opened is not None and not opened.follow.hears_codes):
        return False
    case = await case_of_code(turn.tx, turn.service, turn.incoming.text)
    if case is None:
        return False
    if await is_offered(turn, case):
        await show_offer(turn, case)
    elif member.role is Role.COORDINATOR or has(case, member.id):
        await coordinator_buttons.on_open_asked(turn, OnCase(member, case, ""))
    else:
        turn.reply("case-not-yours")
    return True


async def is_offered(turn: Turn, case: Case) -> bool:
    """Whether the case is offered to the member, and not theirs yet. A coordinator says why and sees it whole."""
    if turn.coordinator is not None:
        return False
    offers = await turn.tx.alerts.by(case_id=case.id, state=AlertState.OFFERED)
    return turn.active is not None and any(offer.member_id == turn.active.id for offer in offers)


async def show_offer(turn: Turn, case: Case) -> None:
    """The offer by itself, with its buttons."""
    for offer in await turn.tx.alerts.by(case_id=case.id, state=AlertState.OFFERED):
        if turn.active is not None and offer.member_id == turn.active.id:
            await tracking.renew(
                turn.tx, "alert", offer.id, turn.address.id, Lane.REPLY, case_id=offer.case_id
            )
