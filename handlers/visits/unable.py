"""A member who has a case says that they do not get there: coordinators and who reported hear of it at once, and it can be
handed over here.

The case stays where it is, and so does the wait for a first action: somebody else is asked in time, no matter what is
pressed.
"""

from core.model import Case, Member
from core.presentation import Button, ButtonRows
from core.timeline import VISITS, TimelineKind
from core.vocabulary import TaskKind
from handlers.alerting import tasks
from handlers.casework import notes
from handlers.outbox import news
from handlers.turn import Turn
from handlers.visits import bad_news
from storage import timeline


async def note_unable(turn: Turn, case: Case, member: Member, words: str, beside: ButtonRows) -> None:
    """The words are a note. If two have the case, the first reads what the second says, and the second gives it back.
    ``beside``: what else can be done with the words.
    """
    await notes.note_words(turn, case, member, words)
    rows: ButtonRows = ((Button(turn.say("button-back"), f"back:{case.id}"),),)
    if case.owner_id == member.id:
        if not await _is_known(turn, case):  # who reported reads it once
            await news.tell(turn.tx, turn.service, case, "news-cannot-come")
        await timeline.append(turn.tx, case.id, member.id, TimelineKind.CANNOT_COME, {})
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.CANNOT_COME, again=True)
        undo = Button(turn.say("button-unsaid"), f"unhurt:{case.id}:{bad_news.COMES}")
        rows = ((Button(turn.say("button-hand-over"), f"hand:{case.id}"), *rows[0]), (undo,))
    key = "visit-cannot-come" if case.owner_id == member.id else "visit-cannot-come-second"
    turn.reply(key, (*rows, *beside), code=case.code)


async def _is_known(turn: Turn, case: Case) -> bool:
    """Whether they have said so since they last said that they are on the way, or since the case is theirs."""
    lines = await turn.tx.timeline.by(case_id=case.id)
    of_way = [line.kind for line in lines if line.kind in (*VISITS, *TAKEN, TimelineKind.CANNOT_COME)]
    return of_way[-1:] == [TimelineKind.CANNOT_COME]


TAKEN = (TimelineKind.ACCEPTED, TimelineKind.HANDED_OVER, TimelineKind.INHERITED)
