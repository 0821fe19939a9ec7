"""A report whose phone is taken: it is urgent, and whoever works on it reads so."""

from msgspec.structs import replace

from bot.core.conversation.buttons import carried
from bot.core.conversation.forms import Answer, Source, answers_to_data, applying, values_of
from bot.core.model import Report
from bot.core.timeline import Line
from bot.core.vocabulary import PHONE
from handlers.cards import tracking
from handlers.casework import opening
from handlers.forms import dialogues
from handlers.forms.report import FORM
from handlers.turn import Turn
from storage import timeline

MARKED = carried(FORM.name, "urgent", f"+{PHONE}")  # the button of the form that says it


async def mark(turn: Turn, report: Report) -> None:
    """It is urgent now, and whoever works on it reads that the phone is taken."""
    found = await turn.tx.dialogues.by(form=FORM.name, subject_id=report.id)
    question = FORM.question("urgent")
    if not found or question is None:
        return
    answers = dialogues.state_of(found[-1]).answers
    if question.applies(values_of(answers)):
        before = answers[question.name].value if question.name in answers else ()
        marked = {PHONE, *(before if isinstance(before, tuple) else ())}
        chosen = tuple(option for option in question.options if option in marked)
        answers = {**answers, question.name: Answer(chosen, Source.TAP, turn.now)}
        turn.tx.dialogues.put(replace(found[-1], answers=answers_to_data(answers)))
    case = await turn.tx.cases.get(report.case_id) if report.case_id is not None else None
    if case is not None:
        await timeline.append(turn.tx, case.id, 0, Line.HIDDEN, {})
        await opening.follow(turn.tx, turn.service, case, report, applying(FORM, answers))
        await tracking.touch_case(turn.tx, case.id)
