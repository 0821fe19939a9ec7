"""A coordinator has called back: all that the account has asked is settled, with one tap."""

from bot.core.looked_for import LookUp
from bot.core.timeline import Line
from bot.core.vocabulary import LookUpState
from handlers.casework import handed_out
from handlers.lookup import candidates, waiting
from handlers.turn import Turn
from storage import timeline


async def on_called_back(turn: Turn, newest: LookUp) -> None:
    """*Called back*. A case that may be meant, and that this coordinator has opened, says so in its timeline."""
    member = turn.coordinator
    if member is None:
        return
    opened = set()
    found = await waiting.of(turn.tx, newest.address_id)
    for one in found:
        dialogue = await turn.tx.dialogues.get(one.dialogue_id)
        for candidate in await candidates.of(turn.tx, turn.service, one, dialogue):
            if await handed_out.may_see(turn.tx, candidate.case, turn.address.id):
                opened.add(candidate.case.id)
    for case_id in sorted(opened):
        await timeline.append(turn.tx, case_id, member.id, Line.CALLED_BACK, {})
    for one in found:
        await waiting.settle(turn.tx, turn.service, one, LookUpState.CALLED_BACK, by=member)
