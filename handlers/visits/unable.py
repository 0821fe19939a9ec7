"""A member who has a case says that they do not get there: coordinators and who reported hear of it at once, and it can be
handed over here.

The case stays where it is, and so does the wait for a first action: somebody else is asked in time, no matter what is
pressed.
"""

from core.model import Case, Member
from core.presentation import Button, ButtonRows
from core.timeline import TimelineKind
from core.vocabulary import TaskKind
from handlers.alerting import tasks
from handlers.casework import notes
from handlers.outbox import news
from handlers.turn import Turn
from handlers.visits import bad_news
from storage import timeline


async def note_unable(turn: Turn, case: Case, member: Member, words: str) -> None:
    """The words are a note. If two have the case, the first reads what the second says, and the second gives it back."""
    await notes.note_words(turn, case, member, words)
    rows: ButtonRows = ((Button(turn.say("button-back"), f"back:{case.id}"),),)
    if case.owner_id == member.id:
        await timeline.append(turn.tx, case.id, member.id, TimelineKind.CANNOT_COME, {})
        await tasks.ask_coordinators(turn.tx, turn.service, case, TaskKind.CANNOT_COME, again=True)
        await news.tell(turn.tx, turn.service, case, "news-cannot-come")
        undo = Button(turn.say("button-unsaid"), f"unhurt:{case.id}:{bad_news.COMES}")
        rows = ((Button(turn.say("button-hand-over"), f"hand:{case.id}"), *rows[0]), (undo,))
    key = "visit-cannot-come" if case.owner_id == member.id else "visit-cannot-come-second"
    turn.reply(key, rows, code=case.code)
