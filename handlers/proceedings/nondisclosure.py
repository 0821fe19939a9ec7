"""A promise not to disclose, which an investigator takes: what follows from it is said before it is noted."""

from core.casework.consents import YES, is_bound
from core.presentation import Button, Style
from core.vocabulary import TaskKind
from handlers.alerting import tasks
from handlers.arguments import OnCase
from handlers.cards.case_loading import view_of
from handlers.proceedings import proceeding_claims
from handlers.proceedings.proceeding_actions import LIST
from handlers.turn import Turn


async def on_nondisclosure(turn: Turn, found: OnCase) -> None:
    """*Non-disclosure*: what follows is said first; then names stay where they are until a coordinator decides."""
    case = found.case
    if not found.word:
        taken = Button(turn.say("button-undertaking-yes"), f"bound:{case.id}:yes", Style.DANGER)
        not_taken = Button(turn.say("button-undertaking-no"), f"bound:{case.id}:no")
        back = Button(turn.say("button-all-proceedings"), f"proceedings:{case.id}:{LIST}")
        turn.reply_in_place("undertaking-sure", ((taken,), (not_taken,), (back,)), code=case.code)
        return
    await proceeding_claims.record_nondisclosure(turn, case, found.member, found.word)
    if found.word == YES:
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.UNDERTAKING, again=True)
        turn.reply_in_place("undertaking-noted", code=case.code)
    else:
        if not is_bound(await view_of(turn.tx, case)):
            await tasks.settle(turn.tx, turn.service, case, TaskKind.UNDERTAKING)
        turn.reply_in_place("undertaking-not", code=case.code)
