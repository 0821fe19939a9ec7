"""Several offers of one place answered with one press: each as if it alone had been pressed, in one transaction."""

from bot.core.vocabulary import AlertState, CaseState
from handlers.cards import tracking
from handlers.casework import lifecycle
from handlers.casework.lawyer_buttons import declined
from handlers.pressed import OnBundle
from handlers.turn import Turn


async def on_all_accepted(turn: Turn, found: OnBundle) -> None:
    """*Take all*: those that are free are theirs, each as by *accept*, and the others are named."""
    wanted = [one for one in found.offers if one.alert.state is not AlertState.DECLINED]
    free = [one.case for one in wanted if one.case.state is CaseState.OPEN]
    late = [
        one.case
        for one in wanted
        if one.case.state is CaseState.ACCEPTED and one.case.owner_id != one.member.id
    ]
    for case in free:
        await lifecycle.taken(turn.tx, turn.service, case, found.member, at=turn.address.id)
    if free:
        codes, gone = (" · ".join(case.code for case in cases) for cases in (free, late))
        turn.reply("bundle-taken", count=len(free), codes=codes, late=len(late), gone=gone)
    elif late:
        turn.reply("accept-too-late")
    elif all(one.case.state is CaseState.CLOSED for one in found.offers):
        turn.reply("case-is-closed")
    await _refresh(turn, found)


async def on_all_declined(turn: Turn, found: OnBundle) -> None:
    """*None of these*: every offer ends, and whoever is next is asked."""
    for one in found.offers:
        await declined(turn, one)
    await _refresh(turn, found)


async def _refresh(turn: Turn, found: OnBundle) -> None:
    """The row was pressed as it stood: the list shows what is true now."""
    for card in await turn.tx.cards.by(subject="list", subject_id=found.member.id):
        tracking.touch(turn.tx, card)
