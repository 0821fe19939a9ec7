"""A tap that was a slip: what was tapped last is asked again. An end that was tapped is taken back at once: bad news acts on
suspicion.
"""

from datetime import datetime, timedelta

from core.conversation.events import Editing
from core.conversation.forms import Answers, AnswerSource
from core.model import Report
from core.vocabulary import CaseState, DialogueState
from handlers.casework import case_opening
from handlers.forms import dialogues
from handlers.forms.dialogues import state_of
from handlers.forms.report_form import FORM
from handlers.reporting import reports
from handlers.reporting.reports import REPORT
from handlers.turn import Turn

LATELY = timedelta(minutes=10)
ENDS = frozenset({"situation", "ongoing"})  # questions by which an end is told


async def ask_again(turn: Turn, report: Report) -> bool:
    """Whether there was such a tap; then its question stands."""
    dialogue = await reports.dialogue_of(turn, report.id)
    tapped = _tapped_last(state_of(dialogue).answers, turn.now) if dialogue is not None else None
    if dialogue is None or tapped is None:
        return False
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None and case.says_over and case.state is not CaseState.CLOSED and tapped in ENDS:
        await case_opening.mark_not_over(turn.tx, turn.service, case, report)
    if dialogue.state is not DialogueState.OPEN:
        dialogue = dialogues.reopen(turn, REPORT, dialogue)
    turn.reply("slip-asked-again")
    await dialogues.apply_event(turn, REPORT, dialogue, Editing(tapped), turn.entry_id)
    return True


def _tapped_last(answers: Answers, now: datetime) -> str | None:
    lately = {
        name: answer.at
        for name, answer in answers.items()
        if answer.source is AnswerSource.TAP and now - answer.at <= LATELY and FORM.question(name) is not None
    }
    return max(lately, key=lambda name: lately[name], default=None)
