"""A report that began as something else: its words are read for all they tell, and what was answered before is kept."""

from msgspec.structs import replace

from bot.core.conversation.events import Chose
from bot.core.conversation.forms import Answer, answers_to_data
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.reporting import reports
from handlers.reporting.reports import REPORT
from handlers.turn import Turn


async def begin(turn: Turn, situation: str, known: dict[str, Answer]) -> int:
    """The report's id. ``situation`` counts where the words themselves tell none."""
    begun, dialogue = await reports.begin(turn)
    dialogue = turn.tx.dialogues.put(replace(dialogue, answers=answers_to_data(known)))
    await dialogues.proceed(turn, REPORT, dialogue, quiet=True)
    dialogue = await turn.tx.dialogues.get(dialogue.id) or dialogue
    if "situation" in state_of(dialogue).answers:
        await dialogues.ask(turn, REPORT, dialogue)
    else:
        await dialogues.apply(turn, REPORT, dialogue, Chose("situation", situation), turn.entry_id)
    return begun.id
